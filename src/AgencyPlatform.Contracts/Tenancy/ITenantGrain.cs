namespace AgencyPlatform.Contracts.Tenancy;

/// <summary>Marks a grain that belongs to one agency. Its key is a <see cref="TenantKey"/>; calls from another tenant are refused.</summary>
public interface ITenantGrain : IGrainWithStringKey;

/// <summary>Marks the reviewed few grains that belong to no tenant.</summary>
public interface IPlatformGrain : IGrainWithStringKey;
