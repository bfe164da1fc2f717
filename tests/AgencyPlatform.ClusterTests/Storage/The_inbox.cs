using AgencyPlatform.Data.Webhooks;

namespace AgencyPlatform.ClusterTests.Storage;

[Collection(nameof(AgencyCluster))]
public sealed class The_inbox(AgencyCluster cluster)
{
    private readonly InboxRows rows = new(cluster.Database, cluster.Writer);
    private readonly InboxReads reads = new(cluster.Database, cluster.Writer);
    private readonly string tenant = AgencyCluster.NewId();
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task takes_the_same_event_once_and_another_one_under_the_same_id_beside_it()
    {
        var first = await Store("m1", 1);

        Assert.Equal(new InboxReceipt(first.Id, InboxOutcome.Duplicate), await Store("m1", 1));
        var apart = await Store("m1", 2);
        Assert.Equal(InboxOutcome.StoredApart, apart.Outcome);
        Assert.Equal(new InboxReceipt(apart.Id, InboxOutcome.Duplicate), await Store("m1", 2));
        Assert.Equal(2, reads.List(tenant, null, null, null, 10).Count);
    }

    [Fact]
    public async Task takes_one_of_many_that_come_at_the_same_moment()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Store("m1", 1))));

        Assert.Single(receipts, r => r.Outcome == InboxOutcome.Stored);
        Assert.Single(reads.List(tenant, null, null, null, 10));
    }

    [Fact]
    public async Task never_moves_a_row_that_a_write_has_settled()
    {
        var id = (await Store("m1", 1)).Id;
        await rows.Move([new InboxMove(tenant, id, InboxStates.Done, null, 1, null, Noon)], default);

        await rows.Move([new InboxMove(tenant, id, InboxStates.Dead, "webhook.gave-up", 12, null, null)], default);

        Assert.Equal((InboxStates.Done, null), (reads.Find(tenant, id)!.Line.State, reads.Find(tenant, id)!.Line.Reason));
    }

    [Fact]
    public async Task shows_what_waits_and_what_is_looked_for_again_when_its_time_has_come()
    {
        var fresh = (await Store("m1", 1)).Id;
        var held = (await Store("m2", 1)).Id;
        var given = (await Store("m3", 1)).Id;
        await rows.Move([new InboxMove(tenant, held, InboxStates.Held, "webhook.case-not-found", 1, Noon.AddHours(1), null)], default);
        await rows.Move([new InboxMove(tenant, given, InboxStates.Held, "webhook.case-not-found", 9, null, null)], default);

        Assert.Equal([], Due(Noon));
        Assert.Equal([fresh], Due(Noon.AddMinutes(1)));
        Assert.Equal([fresh, held], Due(Noon.AddHours(2)));
        Assert.Equal([fresh, held], Due(Noon.AddYears(9)));
    }

    [Fact]
    public async Task erases_bodies_of_settled_events_and_still_knows_their_ids()
    {
        var settled = (await Store("m1", 1)).Id;
        var open = (await Store("m2", 1)).Id;
        await rows.Move([new InboxMove(tenant, settled, InboxStates.Done, null, 1, null, Noon)], default);

        await rows.EraseBodies(Noon.AddSeconds(1), 1_000, default);

        Assert.Null(reads.Find(tenant, settled)!.Body);
        Assert.NotNull(reads.Find(tenant, open)!.Body);
        Assert.Equal(InboxOutcome.Duplicate, (await Store("m1", 1)).Outcome);
        Assert.False(await reads.Again(tenant, settled, null, null, evenIfDone: true, Deed("webhook-event.replay"), default));
    }

    [Fact]
    public async Task writes_down_who_moved_what()
    {
        var id = (await Store("m1", 1)).Id;
        Assert.True(await reads.Dismiss(tenant, id, Deed("webhook-event.dismiss"), default));
        Assert.True(await reads.Again(tenant, id, "c1", null, evenIfDone: true, Deed("webhook-event.replay"), default));

        Assert.Equal("webhook-event.dismiss,webhook-event.replay", cluster.Scalar<string>(
            "SELECT group_concat(action) FROM (SELECT action FROM audit WHERE tenant=$t AND target=$i AND actor_id='m1' ORDER BY version, ordinal)", ("$t", tenant), ("$i", id)));
        Assert.Equal("c1", reads.Find(tenant, id)!.Line.CaseId);
    }

    private static InboxDeed Deed(string action) => new(action, Noon, "member", "m1", null, "{}");

    private Task<InboxReceipt> Store(string externalId, byte body) => cluster.Writer.TryStore(
        new InboxArrival(tenant, InboxArrival.IdOf(tenant, externalId), tenant, externalId, Noon, "{}", [body], [body, body, body, body]))!;

    private IEnumerable<string> Due(DateTimeOffset at) => rows.DueAt(at, 10_000).Where(r => r.Tenant == tenant).Select(r => r.Id);
}
