using AgencyPlatform.Contracts.Webhooks;
using AgencyPlatform.Domain;

namespace AgencyPlatform.ClusterTests.Webhooks;

[Collection(nameof(AgencyCluster))]
public sealed class A_webhook_endpoint_grain(AgencyCluster cluster)
{
    private readonly string id = Guid.NewGuid().ToString("n");

    private IWebhookEndpointGrain Endpoint => cluster.As(AgencyCluster.Tenant).GetGrain<IWebhookEndpointGrain>($"{AgencyCluster.Tenant}/{id}");

    [Fact]
    public async Task says_the_same_after_it_was_dropped_from_memory_and_repeats_nothing()
    {
        var create = Create();
        await Endpoint.Create(create);
        var rotate = new RotateSecret { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Ciphertext = "sealed-2" };
        await Endpoint.Rotate(rotate);
        await Endpoint.Pause(new PauseEndpoint { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead });
        var before = (await Endpoint.Count(new CountArrivals { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Platform, Accepted = 7, Duplicates = 2, Rejected = 1 })).Endpoint;

        await cluster.Deactivate(Endpoint);

        Assert.Equivalent(before, await Endpoint.Describe(), strict: true);
        Assert.True((await Endpoint.Create(create)).Replayed);
        Assert.True((await Endpoint.Rotate(rotate)).Replayed);
        Assert.Equal(1, cluster.Happened($"webhook-endpoint/{id}", "endpoint.secret-rotated.v1"));
        Assert.Equal("paused", (await Endpoint.Describe())!.State);
        Assert.Equal("active", (await Endpoint.Unpause(new UnpauseEndpoint { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead })).Endpoint!.State);
    }

    [Fact]
    public async Task keeps_the_row_that_the_door_reads()
    {
        await Endpoint.Create(Create());
        await Endpoint.Rotate(new RotateSecret { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Ciphertext = "sealed-2" });

        Assert.Equal("sp-api|active|2", cluster.Scalar<string>("SELECT kind || '|' || state || '|' || json_array_length(secrets) FROM webhook_endpoint WHERE endpoint_id=$e", ("$e", id)));
        Assert.Equal("sealed-2", cluster.Scalar<string>("SELECT json_extract(secrets, '$[1].ciphertext') FROM webhook_endpoint WHERE endpoint_id=$e", ("$e", id)));
        Assert.Equal(cluster.Time.GetUtcNow().AddHours(24), (await Endpoint.Describe())!.OldSecretUntil);
    }

    [Fact]
    public async Task refuses_what_does_not_fit_and_writes_nothing()
    {
        var written = cluster.Written();
        Assert.Equal("endpoint.kind-invalid", (await Endpoint.Create(Create() with { Kind = "fax" })).Refusal?.Code);
        Assert.Equal(RefusalCodes.Endpoints.LeadNeeded, (await Endpoint.Create(Create() with { Actor = AgencyCluster.Author })).Refusal?.Code);
        Assert.Equal(RefusalCodes.Endpoints.Unknown, (await Endpoint.Pause(new PauseEndpoint { CommandId = "p", Actor = AgencyCluster.Lead })).Refusal?.Code);
        Assert.Null(await Endpoint.Describe());
        Assert.Equal(written, cluster.Written());
    }

    private static CreateEndpoint Create() => new() { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Kind = "sp-api", Name = "Amazon", Ciphertext = "sealed-1" };
}
