using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.ClusterTests.Storage;

[Collection(nameof(AgencyCluster))]
public sealed class The_relational_store(AgencyCluster cluster)
{
    private static readonly TimelineActor Someone = new("member", "m1", null);
    private static readonly DateTimeOffset At = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task refuses_a_write_on_a_version_that_moved_and_leaves_no_trace_of_it()
    {
        var id = AgencyCluster.NewId();
        Assert.Equal(WriteOutcome.Committed, await cluster.Writer.Write(Write(id, 0, "first", Event(id))));
        Assert.Equal(WriteOutcome.Committed, await cluster.Writer.Write(Write(id, 1, "second", Event(id))));

        var stale = await cluster.Writer.Write(Write(id, 1, "stale", Event(id)));

        Assert.Equal(WriteOutcome.VersionConflict, stale);
        Assert.Equal("{\"by\":\"second\"}", cluster.Scalar<string>("SELECT CAST(data AS TEXT) FROM grain_state WHERE id=$id", ("$id", id)));
        Assert.Equal(2, cluster.Scalar<int>("SELECT count(*) FROM timeline WHERE stream=$s", ("$s", $"test/{id}")));
        Assert.Equal(2, cluster.Scalar<int>("SELECT count(*) FROM command WHERE grain=$g", ("$g", $"test/{id}")));
    }

    [Fact]
    public async Task writes_record_and_effects_together_or_not_at_all()
    {
        var (first, second) = (AgencyCluster.NewId(), AgencyCluster.NewId());
        var key = AgencyCluster.NewId();
        await cluster.Writer.Write(Write(first, 0, "first", new Effect.Claim("executive", key, first)));

        await Assert.ThrowsAnyAsync<Exception>(() => cluster.Writer.Write(Write(second, 0, "second", Event(second), new Effect.Claim("executive", key, second))));

        Assert.Equal(0, cluster.Scalar<int>("SELECT count(*) FROM grain_state WHERE id=$id", ("$id", second)));
        Assert.Equal(0, cluster.Scalar<int>("SELECT count(*) FROM timeline WHERE stream=$s", ("$s", $"test/{second}")));
        Assert.Equal(0, cluster.Scalar<int>("SELECT count(*) FROM command WHERE grain=$g", ("$g", $"test/{second}")));
    }

    [Fact]
    public async Task lets_a_bad_write_fail_alone_in_its_batch()
    {
        var key = AgencyCluster.NewId();
        await cluster.Writer.Write(Write(AgencyCluster.NewId(), 0, "holder", new Effect.Claim("executive", key, "holder")));
        var good = Enumerable.Range(0, 50).Select(_ => AgencyCluster.NewId()).ToArray();

        var writes = good.Select(id => cluster.Writer.Write(Write(id, 0, "good", Event(id)))).ToList();
        var bad = cluster.Writer.Write(Write(AgencyCluster.NewId(), 0, "bad", new Effect.Claim("executive", key, "other")));
        writes.AddRange(good.Select(_ => AgencyCluster.NewId()).Select(id => cluster.Writer.Write(Write(id, 0, "more", Event(id)))));

        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.All(await Task.WhenAll(writes), outcome => Assert.Equal(WriteOutcome.Committed, outcome));
    }

    [Fact]
    public async Task goes_on_writing_after_a_write_that_nobody_foresaw()
    {
        var id = AgencyCluster.NewId();

        await Assert.ThrowsAnyAsync<Exception>(() => cluster.Writer.Write(Write(AgencyCluster.NewId(), 0, "bad", (Effect)null!)));

        Assert.Equal(WriteOutcome.Committed, await cluster.Writer.Write(Write(id, 0, "good", Event(id))));
    }

    [Fact]
    public async Task counts_cases_per_stage_and_desk_by_itself()
    {
        var tenant = AgencyCluster.NewId();
        await cluster.Writer.Write(Listed(tenant, "c1", 0, "intake", "NOTICE"));
        await cluster.Writer.Write(Listed(tenant, "c2", 0, "intake", "NOTICE"));
        await cluster.Writer.Write(Listed(tenant, "c1", 1, "drafting", "NOTICE"));

        Assert.Equal(1, Count(tenant, "intake"));
        Assert.Equal(1, Count(tenant, "drafting"));
    }

    [Fact]
    public async Task undoes_free_work_that_throws_without_touching_its_batch()
    {
        var id = AgencyCluster.NewId();
        var write = cluster.Writer.Write(Write(id, 0, "kept"));
        var failing = cluster.Writer.Run<int>((connection, transaction) =>
        {
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = $"INSERT INTO claim VALUES ('x','free','{id}','x')";
            insert.ExecuteNonQuery();
            throw new InvalidOperationException("changed my mind");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal(WriteOutcome.Committed, await write);
        Assert.Equal(0, cluster.Scalar<int>("SELECT count(*) FROM claim WHERE key=$k", ("$k", id)));
    }

    private int Count(string tenant, string stage) => cluster.Scalar<int>("SELECT n FROM case_count WHERE tenant=$t AND stage=$s", ("$t", tenant), ("$s", stage));

    private static Effect Event(string id) => new Effect.TimelineRow($"test/{id}", "test.happened.v1", At, At, Someone, "{}");

    private static GrainWrite Write(string id, long expected, string by, params Effect[] effects) =>
        new("t1", "test", id, expected, expected + 1, System.Text.Encoding.UTF8.GetBytes($"{{\"by\":\"{by}\"}}"),
            [.. effects, new Effect.CommandReply($"{id}:{expected}:{by}", null, At, null)]);

    private static GrainWrite Listed(string tenant, string id, long expected, string stage, string desk) =>
        new(tenant, "case", id, expected, expected + 1, "{}"u8.ToArray(), [new Effect.CaseRow(new CaseRowData
        {
            CaseId = id,
            Number = id,
            ClientId = "c",
            AccountId = "a",
            EnforcementId = "e",
            CategoryId = "PQ-USEDNEW",
            Kind = "other",
            Desk = desk,
            Stage = stage,
            IsOpen = true,
            DueAt = At,
            NextAction = "draft",
            Outcome = null,
            Attempts = 0,
            AmazonReference = null,
            Terms = "",
            OpenedAt = At,
            UpdatedAt = At,
        })]);
}
