using AgencyPlatform.Contracts.Tenancy;
using Orleans;
using Orleans.Runtime;

namespace AgencyPlatform.Grains.Tenancy;

/// <summary>Refuses every call whose tenant is not the tenant of the grain's key. Fails closed: no tenant, no call.</summary>
public sealed class TenantCallFilter : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain is not ITenantGrain) { return context.Invoke(); }

        return TenantKey.TryParse(context.TargetId.Key.ToString(), out var key)
            && RequestContext.Get(TenantKey.ContextName) is string caller
            && string.Equals(caller, key.Value.Tenant, StringComparison.Ordinal)
            ? context.Invoke()
            : Task.FromException(new TenantMismatchException("The caller's tenant is not the grain's."));
    }
}
