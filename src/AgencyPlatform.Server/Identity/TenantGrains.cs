using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Contracts.Clients;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Contracts.Webhooks;
using Orleans.Runtime;

namespace AgencyPlatform.Server.Identity;

/// <summary>
/// The only way to a grain. It names the caller's tenant in the key and in the call's context, so ask it anew for every call
/// and do not keep what it gives.
/// </summary>
public sealed class TenantGrains
{
    private readonly IGrainFactory grains;
    private readonly Func<string> tenant;

    public TenantGrains(IGrainFactory grains, CurrentTenant current)
        : this(grains, () => current.Tenant)
    {
    }

    private TenantGrains(IGrainFactory grains, Func<string> tenant) => (this.grains, this.tenant) = (grains, tenant);

    /// <summary>For workers, which act for the tenant of the row they work on.</summary>
    public static TenantGrains For(string tenant, IGrainFactory grains) => new(grains, () => tenant);

    public ICaseGrain Case(string id) => Find<ICaseGrain>(id);

    public ISellerAccountGrain Account(string id) => Find<ISellerAccountGrain>(id);

    public IClientGrain Client(string id) => Find<IClientGrain>(id);

    public IAgencyGrain Agency() => Find<IAgencyGrain>("agency");

    public IWebhookEndpointGrain Endpoint(string id) => Find<IWebhookEndpointGrain>(id);

    private T Find<T>(string id)
        where T : ITenantGrain
    {
        var key = new TenantKey(tenant(), id);
        RequestContext.Set(TenantKey.ContextName, key.Tenant);
        return grains.GetGrain<T>(key.ToString());
    }
}
