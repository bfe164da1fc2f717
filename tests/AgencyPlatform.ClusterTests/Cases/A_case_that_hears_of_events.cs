using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.ClusterTests.Cases;

[Collection(nameof(AgencyCluster))]
public sealed class A_case_that_hears_of_events(AgencyCluster cluster)
{
    [Fact]
    public async Task writes_once_and_marks_the_inbox_row_in_the_same_transaction()
    {
        var opened = await Opened();
        var row = await Arrived();

        var first = await cluster.Case(opened).ApplyStatus(Status(row, "in-review"));
        await cluster.Deactivate(cluster.Case(opened));
        var again = await cluster.Case(opened).ApplyStatus(Status(row, "in-review"));

        Assert.Equal((true, false), (first.Written, again.Written));
        Assert.Equal(1, cluster.Happened($"case/{opened}", "case.status-reported.v1"));
        Assert.Equal(("done", opened), (State(row), cluster.Scalar<string>("SELECT case_id FROM inbox WHERE id=$i", ("$i", row))));
    }

    [Fact]
    public async Task keeps_Amazons_words_beside_the_timeline_and_not_in_it()
    {
        var opened = await Opened();

        Assert.True((await cluster.Case(opened).ApplyStatus(Status(await Arrived(), "denied") with { Message = "We reviewed ASIN canary-815." })).Written);

        Assert.Equal("We reviewed ASIN canary-815.", cluster.Scalar<string>("SELECT text FROM case_text WHERE case_id=$c AND kind='reply'", ("$c", opened)));
        Assert.Equal(0, cluster.Scalar<int>("SELECT count(*) FROM timeline WHERE stream=$s AND data LIKE '%canary-815%'", ("$s", $"case/{opened}")));
        Assert.Equal("drafting", (await cluster.Case(opened).Describe())!.Stage);
    }

    [Fact]
    public async Task refuses_a_status_nobody_knows_and_a_case_that_is_none()
    {
        var (opened, row) = (await Opened(), await Arrived());

        Assert.Equal(RefusalCodes.Webhooks.StatusUnknown, (await cluster.Case(opened).ApplyStatus(Status(row, "pondering"))).Refusal?.Code);
        Assert.Equal(RefusalCodes.Cases.Unknown, (await cluster.Case(AgencyCluster.NewId()).ApplyStatus(Status(row, "denied"))).Refusal?.Code);
        Assert.Equal(RefusalCodes.Cases.Unknown, (await cluster.Case(AgencyCluster.NewId()).HearNews(News())).Refusal?.Code);
        Assert.Equal("new", State(row));
    }

    [Fact]
    public async Task says_the_same_after_it_was_dropped_from_memory()
    {
        var opened = await Opened();
        await cluster.Case(opened).ApplyStatus(Status(await Arrived(), "in-review"));
        await cluster.Deactivate(cluster.Case(opened));

        // What was heard last is remembered: an older word is late.
        await cluster.Case(opened).ApplyStatus(Status(await Arrived(), "received") with { ReportedAt = new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero) });

        Assert.Equal(1, cluster.Scalar<int>("SELECT count(*) FROM timeline WHERE stream=$s AND type='case.status-reported.v1' AND json_extract(data, '$.isLate')", ("$s", $"case/{opened}")));
    }

    [Fact]
    public async Task keeps_news_of_the_account_once()
    {
        var opened = await Opened();
        var news = News();

        Assert.True((await cluster.Case(opened).HearNews(news)).Written);
        Assert.False((await cluster.Case(opened).HearNews(news)).Written);

        Assert.Equal("listing-lost", cluster.Scalar<string>("SELECT json_extract(data, '$.news.what') FROM timeline WHERE stream=$s AND type='case.news-heard.v1'", ("$s", $"case/{opened}")));
    }

    private static ApplyStatus Status(string row, string status) => new()
    {
        CommandId = $"inbox:{row}", Actor = AgencyCluster.Platform, InboxId = row, Status = status, ReportedAt = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
    };

    private static HearNews News() => new()
    {
        CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Platform, Source = "n1", What = "listing-lost", ReportedAt = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), Asin = "B0C4R7QK2M",
    };

    private async Task<string> Opened() => (await cluster.OpenCase(await cluster.OpenAccount(), "PQ-INAUTHENTIC")).Id;

    private async Task<string> Arrived()
    {
        var id = AgencyCluster.NewId();
        var stored = await cluster.Writer.TryStore(new(AgencyCluster.Tenant, id, "e", id, cluster.Time.GetUtcNow(), "{}", [1], [1]))!;
        Assert.Equal(id, stored.Id);
        return id;
    }

    private string State(string row) => cluster.Scalar<string>("SELECT state FROM inbox WHERE id=$i", ("$i", row));
}
