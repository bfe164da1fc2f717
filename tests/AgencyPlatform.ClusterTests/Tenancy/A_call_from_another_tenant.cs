using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Contracts.Tenancy;

namespace AgencyPlatform.ClusterTests.Tenancy;

[Collection(nameof(AgencyCluster))]
public sealed class A_call_from_another_tenant(AgencyCluster cluster)
{
    [Fact]
    public async Task is_refused_before_anything_is_read()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "PQ-INAUTHENTIC");
        var foreign = cluster.As("t2").GetGrain<ICaseGrain>($"{AgencyCluster.Tenant}/{AgencyCluster.NewId()}");
        var known = cluster.Grains.GetGrain<ICaseGrain>($"{AgencyCluster.Tenant}/{opened.Id}");

        await Assert.ThrowsAsync<TenantMismatchException>(() => foreign.Describe());
        await Assert.ThrowsAsync<TenantMismatchException>(() => known.Describe());
    }

    [Fact]
    public async Task is_refused_when_it_names_no_tenant()
    {
        var grain = cluster.As(null).GetGrain<ICaseGrain>($"{AgencyCluster.Tenant}/{AgencyCluster.NewId()}");

        await Assert.ThrowsAsync<TenantMismatchException>(() => grain.Describe());
    }
}
