using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Cases;

[Collection(nameof(AgencyCluster))]
public sealed class A_lost_answer(AgencyCluster cluster)
{
    [Theory, InlineData("seller-account"), InlineData("case")]
    public async Task to_sending_is_made_good_by_the_same_command(string kind)
    {
        var walk = await Walk.Denied(cluster, "PQ-USEDNEW", DeskIds.ProductQuality);
        var sending = walk.Sending(await walk.Approved(DeskIds.ExecutiveSellerRelations));
        cluster.Storage.LoseNextAnswer(kind);

        await Assert.ThrowsAnyAsync<Exception>(() => walk.Grain.SendAttempt(sending));
        Walk.Accepted(await walk.Grain.SendAttempt(sending));
        Walk.Accepted(await walk.Grain.SendAttempt(sending));
        await cluster.CarryOutbox(walk.Account);

        Assert.Equal(2, cluster.Happened($"case/{walk.Id}", "case.attempt-sent.v1"));
        Assert.Equal(2, cluster.Happened($"seller-account/{walk.Account}", "account.contact-reserved.v1"));
        Assert.True(Assert.Single((await cluster.Account(walk.Account).Describe())!.Contacts, c => c.IsExecutive).IsConfirmed);
    }

    [Theory, InlineData("seller-account"), InlineData("case")]
    public async Task to_drafting_makes_one_draft_with_one_number(string kind)
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var letter = walk.Letter(DeskIds.ProductQuality);
        cluster.Storage.LoseNextAnswer(kind);

        await Assert.ThrowsAnyAsync<Exception>(() => walk.Grain.DraftAttempt(letter));
        Walk.Accepted(await walk.Grain.DraftAttempt(letter));

        Assert.Equal(1, Assert.Single((await walk.Now()).Attempts).Number);
        Assert.Equal(1, cluster.Happened($"seller-account/{walk.Account}", "account.attempt-numbered.v1"));
    }

    [Theory, InlineData("seller-account"), InlineData("case")]
    public async Task to_opening_makes_one_case(string kind)
    {
        var walk = await Walk.Before(cluster);
        var opening = walk.Opening("ACC-RELATED");
        cluster.Storage.LoseNextAnswer(kind);

        await Assert.ThrowsAnyAsync<Exception>(() => walk.Grain.Open(opening));
        Assert.EndsWith("-1", Walk.Accepted(await walk.Grain.Open(opening)).Case!.Number, StringComparison.Ordinal);

        Assert.Equal(1, cluster.Happened($"case/{walk.Id}", "case.opened.v1"));
        Assert.Equal(1, cluster.Happened($"seller-account/{walk.Account}", "account.case-joined.v1"));
    }

    [Fact]
    public async Task to_the_news_of_a_sending_confirms_it_once()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        await walk.Sent(DeskIds.ProductQuality);
        var news = Assert.Single(cluster.Due(walk.Account));
        cluster.Storage.LoseNextAnswer();

        await Assert.ThrowsAnyAsync<Exception>(() => cluster.Carry(news));
        Assert.Null((await cluster.Carry(news)).Refusal);

        Assert.Equal(1, cluster.Happened($"seller-account/{walk.Account}", "account.contact-confirmed.v1"));
    }
}

[Collection(nameof(AgencyCluster))]
public sealed class A_past_date(AgencyCluster cluster)
{
    private static readonly DateTimeOffset Past = new(2026, 9, 1, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task is_believed_of_the_platform_itself()
    {
        var walk = await Walk.Before(cluster);
        var opened = Walk.Accepted(await walk.Grain.Open(walk.Opening("PQ-USEDNEW") with { Actor = AgencyCluster.Platform, OccurredAt = Past })).Case!;

        Assert.Equal(Past, opened.OpenedAt);
        Assert.Equal(Past, Assert.Single((await cluster.Account(walk.Account).Describe())!.Enforcements).OpenedAt);
        Assert.Equal((Past, cluster.Time.GetUtcNow()), Dates($"case/{walk.Id}"));
        Assert.Equal(Past, Dates($"seller-account/{walk.Account}").OccurredAt);
    }

    [Theory, InlineData("member", "owner"), InlineData("api-key", "owner"), InlineData("client", "none"), InlineData("System", "owner")]
    public async Task is_ignored_from_everybody_else(string kind, string role)
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var actor = AgencyCluster.Author with { Kind = kind, Role = role };
        var now = cluster.Time.GetUtcNow();
        await walk.Grain.AddNote(new() { CommandId = AgencyCluster.NewId(), Actor = actor, Text = "Backdated.", OccurredAt = Past });
        await walk.Grain.PlanNextAction(new() { CommandId = AgencyCluster.NewId(), Actor = actor, Kind = "draft", DueAt = Past.AddDays(1), OccurredAt = Past });

        Assert.Equal((now, now), Dates($"case/{walk.Id}"));
        Assert.True((await walk.Now()).NextAction!.DueAt > now);
    }

    /// <summary>Of the latest event.</summary>
    private (DateTimeOffset OccurredAt, DateTimeOffset RecordedAt) Dates(string stream) => (Date(stream, "occurred_at"), Date(stream, "recorded_at"));

    private DateTimeOffset Date(string stream, string column) => DateTimeOffset.FromUnixTimeMilliseconds(
        cluster.Scalar<long>($"SELECT {column} FROM timeline WHERE stream=$s ORDER BY version DESC, ordinal DESC LIMIT 1", ("$s", stream)));
}
