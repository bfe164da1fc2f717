using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Accounts;

[Collection(nameof(AgencyCluster))]
public sealed class A_case_that_joins_an_enforcement(AgencyCluster cluster)
{
    [Fact]
    public async Task does_so_by_the_same_complaint_id()
    {
        var (account, complaint) = (await cluster.OpenAccount(), Walk.NewComplaint());
        var first = await Enforcement("IP-TRADEMARK", account, Walk.TrademarkNotice(complaint));
        Assert.Equal(first, await Enforcement("IP-TRADEMARK", account, Walk.TrademarkNotice(complaint)));
        Assert.NotEqual(first, await Enforcement("IP-TRADEMARK", account, Walk.TrademarkNotice(Walk.NewComplaint())));
        Assert.NotEqual(first, await Enforcement("IP-TRADEMARK", await cluster.OpenAccount(), Walk.TrademarkNotice(complaint)));
    }

    [Fact]
    public async Task does_so_by_the_same_Amazon_reference_and_brings_its_complaint_along()
    {
        var (account, reference, complaint) = (await cluster.OpenAccount(), AgencyCluster.NewId(), Walk.NewComplaint());
        var first = await Enforcement("PQ-USEDNEW", account, reference: reference);
        Assert.Equal(first, await Enforcement("PQ-USEDNEW", account, Walk.TrademarkNotice(complaint), reference));
        Assert.Equal(first, await Enforcement("IP-TRADEMARK", account, Walk.TrademarkNotice(complaint)));
        Assert.NotEqual(first, await Enforcement("PQ-USEDNEW", account, reference: AgencyCluster.NewId()));
        Assert.NotEqual(first, await Enforcement("PQ-USEDNEW", account));
    }

    [Fact]
    public async Task does_so_by_the_deactivation_that_is_in_force_until_reinstatement()
    {
        var account = await cluster.OpenAccount();
        await Status(account, "deactivated");
        var first = await Enforcement("ACC-RELATED", account);
        Assert.Equal(first, await Enforcement("PERF-ODR", account));
        Assert.NotEqual(first, await Enforcement("PQ-USEDNEW", account));

        await Status(account, "at-risk");
        Assert.Equal(first, await Enforcement("ACC-VERIFY", account));
        await Status(account, "normal");
        Assert.NotNull(Assert.Single((await cluster.Account(account).Describe())!.Enforcements, e => e.Id == first).EndedAt);
        Assert.NotEqual(first, await Enforcement("ACC-RELATED", account));
    }

    [Fact]
    public async Task resumes_one_that_ended_so_that_closing_wins_no_new_chance()
    {
        var complaint = Walk.NewComplaint();
        var walk = await Walk.Denied(cluster, "IP-TRADEMARK", DeskIds.Notice, Walk.TrademarkNotice(complaint));
        await walk.Sent(DeskIds.ExecutiveSellerRelations);
        await walk.Allowed(w => w.Resolve("reinstated", "amazon-mail"));
        await cluster.CarryOutbox(walk.Account);
        Assert.NotNull(Assert.Single((await cluster.Account(walk.Account).Describe())!.Enforcements).EndedAt);

        var again = await Walk.Open(cluster, "IP-TRADEMARK", walk.Account, Walk.TrademarkNotice(complaint));

        Assert.Null(Assert.Single((await cluster.Account(walk.Account).Describe())!.Enforcements).EndedAt);
        await again.Refused(Domain.RefusalCodes.Escalations.OneShotSpent, w => w.Draft(DeskIds.ExecutiveSellerRelations));
    }

    [Fact]
    public async Task counts_its_attempts_on_with_those_of_the_other_cases()
    {
        var (account, complaint) = (await cluster.OpenAccount(), Walk.NewComplaint());
        var first = await Walk.Open(cluster, "IP-TRADEMARK", account, Walk.TrademarkNotice(complaint));
        var second = await Walk.Open(cluster, "IP-TRADEMARK", account, Walk.TrademarkNotice(complaint));
        var stranger = await Walk.Open(cluster, "IP-TRADEMARK", account, Walk.TrademarkNotice(Walk.NewComplaint()));

        var drafted = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? first : second).Draft(DeskIds.Notice)));

        Assert.Equal(Enumerable.Range(1, 20), drafted.Select(r => r.AttemptNumber!.Value).Order());
        Assert.Equal(1, (await stranger.Draft(DeskIds.Notice)).AttemptNumber);
    }

    [Fact]
    public async Task keeps_its_number_when_its_draft_is_repeated()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var letter = walk.Letter(DeskIds.ProductQuality);
        var first = await walk.Grain.DraftAttempt(letter);
        var again = await walk.Grain.DraftAttempt(letter with { CommandId = AgencyCluster.NewId() });

        Assert.Equal((1, 1), (first.AttemptNumber, again.AttemptNumber));
        Assert.Equal(2, (await walk.Draft(DeskIds.ProductQuality)).AttemptNumber);
    }

    [Fact]
    public async Task is_numbered_by_its_account_without_gap_or_double()
    {
        var account = await cluster.OpenAccount();
        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Walk.Open(cluster, "PQ-USEDNEW", account)));
        var numbers = (await Task.WhenAll(opened.Select(w => w.Now()))).Select(c => int.Parse(c.Number.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, 20), numbers.Order());
    }

    private async Task<string> Enforcement(string category, string account, string? notice = null, string? reference = null) =>
        (await (await Walk.Open(cluster, category, account, notice, reference)).Now()).EnforcementId;

    private async Task Status(string account, string status) => Assert.Null((await cluster.Account(account).ChangeStatus(new ChangeAccountStatus
    {
        CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Status = status, Reason = "notice",
    })).Refusal);
}

[Collection(nameof(AgencyCluster))]
public sealed class A_case_that_looks_like_another(AgencyCluster cluster)
{
    [Fact]
    public async Task is_proposed_as_its_duplicate_by_the_same_item_or_complaint()
    {
        var (account, complaint, asin) = (await cluster.OpenAccount(), Walk.NewComplaint(), Walk.NewAsin());
        var first = await Walk.Open(cluster, "IP-TRADEMARK", account, Walk.TrademarkNotice(complaint, asin));
        Assert.Null((await first.Now()).PossibleDuplicateOf);
        Assert.Equal(first.Id, await Proposed(account, Walk.TrademarkNotice(complaint)));
        Assert.Equal(first.Id, await Proposed(account, Walk.TrademarkNotice(Walk.NewComplaint(), asin), close: true));
        Assert.Null(await Proposed(account, Walk.TrademarkNotice(Walk.NewComplaint())));
        Assert.Null(await Proposed(await cluster.OpenAccount(), Walk.TrademarkNotice(complaint, asin)));
    }

    [Theory, InlineData(0, true), InlineData(1, false)]
    public async Task is_proposed_for_thirty_days(int beyond, bool isProposed)
    {
        var (account, asin) = (await cluster.OpenAccount(), Walk.NewAsin());
        var first = await Walk.Open(cluster, "IP-TRADEMARK", account, Walk.TrademarkNotice(Walk.NewComplaint(), asin));
        cluster.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMilliseconds(beyond));
        Assert.Equal(isProposed ? first.Id : null, await Proposed(account, Walk.TrademarkNotice(Walk.NewComplaint(), asin)));
    }

    [Fact]
    public async Task is_not_proposed_once_the_other_is_closed()
    {
        var (account, asin) = (await cluster.OpenAccount(), Walk.NewAsin());
        var first = await Walk.Open(cluster, "IP-TRADEMARK", account, Walk.TrademarkNotice(Walk.NewComplaint(), asin));
        await first.Allowed(w => w.Resolve("withdrawn", by: AgencyCluster.Lead));
        await cluster.CarryOutbox(account);
        Assert.Null(await Proposed(account, Walk.TrademarkNotice(Walk.NewComplaint(), asin)));
    }

    [Fact]
    public async Task is_still_proposed_when_its_opening_had_to_be_repeated()
    {
        var (account, asin) = (await cluster.OpenAccount(), Walk.NewAsin());
        var first = await Walk.Open(cluster, "IP-TRADEMARK", account, Walk.TrademarkNotice(Walk.NewComplaint(), asin));
        var second = await Walk.Before(cluster, account);
        var opening = second.Opening("IP-TRADEMARK", Walk.TrademarkNotice(Walk.NewComplaint(), asin));

        cluster.Storage.RefuseNextWrite("case");
        await Assert.ThrowsAnyAsync<Exception>(() => second.Grain.Open(opening));
        Walk.Accepted(await second.Grain.Open(opening));

        Assert.Equal(first.Id, (await second.Now()).PossibleDuplicateOf);
    }

    private async Task<string?> Proposed(string account, string notice, bool close = false)
    {
        var walk = await Walk.Open(cluster, "IP-TRADEMARK", account, notice);
        var found = (await walk.Now()).PossibleDuplicateOf;
        if (found is null || close) { return found; }
        await walk.Allowed(w => w.Resolve("duplicate", by: AgencyCluster.Lead));
        await cluster.CarryOutbox(account);
        return found;
    }
}
