namespace AgencyPlatform.Data.Tenancy;

/// <summary>A row that belongs to one agency; its primary key starts with the tenant and a named query filter hides other tenants' rows.</summary>
public interface ITenantOwned
{
    string Tenant { get; }
}

/// <summary>The tenant a unit of work reads for; null reads nothing that a tenant owns.</summary>
public interface IReadTenant
{
    string? Tenant { get; }
}
