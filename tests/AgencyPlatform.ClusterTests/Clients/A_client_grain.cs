using AgencyPlatform.Contracts.Clients;
using AgencyPlatform.Domain;

namespace AgencyPlatform.ClusterTests.Clients;

[Collection(nameof(AgencyCluster))]
public sealed class A_client_grain(AgencyCluster cluster)
{
    [Fact]
    public async Task says_the_same_after_it_was_dropped_from_memory_and_repeats_nothing()
    {
        var id = AgencyCluster.NewId();
        var register = Register("深圳灯塔贸易");
        var before = (await cluster.Client(id).Register(register)).Client;

        await cluster.Deactivate(cluster.Client(id));

        Assert.Equivalent(before, await cluster.Client(id).Describe(), strict: true);
        Assert.True((await cluster.Client(id).Register(register)).Replayed);
        Assert.Equal(1, cluster.Happened($"client/{id}", "client.registered.v1"));
        Assert.Equal("深圳灯塔贸易", cluster.Scalar<string>("SELECT name FROM client_row WHERE client_id=$c", ("$c", id)));
    }

    [Fact]
    public async Task refuses_what_does_not_fit_and_writes_nothing()
    {
        var id = AgencyCluster.NewId();
        var written = cluster.Written();
        Assert.Equal(RefusalCodes.Clients.NameMissing, (await cluster.Client(id).Register(Register(" "))).Refusal?.Code);
        Assert.Equal(RefusalCodes.Clients.EmailInvalid, (await cluster.Client(id).Register(Register("Shop") with { ContactEmail = "nobody" })).Refusal?.Code);
        Assert.Null(await cluster.Client(id).Describe());
        Assert.Equal(written, cluster.Written());
    }

    private static RegisterClient Register(string name) =>
        new() { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Name = name, ContactEmail = "owner@lighthouse.example", Language = "zh-Hans" };
}
