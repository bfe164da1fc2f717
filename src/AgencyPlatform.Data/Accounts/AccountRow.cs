using AgencyPlatform.Data.Tenancy;

namespace AgencyPlatform.Data.Accounts;

/// <summary>A seller account as lists see it.</summary>
public sealed class AccountRow : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string AccountId { get; init; }
    public required int Number { get; init; }
    public required string ClientId { get; init; }
    public required string Name { get; init; }
    public required string SellerId { get; init; }

    /// <summary>Marketplace ids joined by blanks.</summary>
    public required string Marketplaces { get; init; }

    public required string TimeZone { get; init; }
    public required string Status { get; init; }
}
