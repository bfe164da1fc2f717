using AgencyPlatform.Data.Tenancy;

namespace AgencyPlatform.Data.Clients;

/// <summary>A client as lists see it.</summary>
public sealed class ClientRow : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string ClientId { get; init; }
    public required string Name { get; init; }
    public required string? ContactEmail { get; init; }
    public required string? Language { get; init; }
}
