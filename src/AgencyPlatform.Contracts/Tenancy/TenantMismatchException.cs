namespace AgencyPlatform.Contracts.Tenancy;

/// <summary>A call carried no tenant, or another one than the grain's key. Outside it reads as "not found".</summary>
[GenerateSerializer, Alias("tenant-mismatch.v1")]
public sealed class TenantMismatchException(string message) : Exception(message);
