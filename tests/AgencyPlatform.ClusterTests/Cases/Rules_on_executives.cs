using System.Globalization;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Letters;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Cases;

[Collection(nameof(AgencyCluster))]
public sealed class R21_R22_R23_R24_R25_Executive_Seller_Relations(AgencyCluster cluster)
{
    [Fact]
    public async Task R21_is_written_to_at_an_address_that_is_still_valid()
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        Assert.Contains(ShippedPlaybook.Version.Playbook.Desks[DeskIds.ExecutiveSellerRelations].Contacts, c => c is { Address: "kubicki@amazon.com", ValidTo: not null });

        await walk.Allowed(w => w.Draft(DeskIds.ExecutiveSellerRelations, l => l with { Channel = "email" }));

        Assert.Equal("jeff@amazon.com", cluster.Stored<string>(walk, "$.state.attempts[1].address"));
    }

    [Fact]
    public async Task R22_is_offered_before_the_chief_executive()
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        var advice = await walk.Grain.Advise(AgencyCluster.Author);
        string[] ladder = [.. advice!.Ladder.Select(l => l.Desk)];
        Assert.Equal([DeskIds.ExecutiveSellerRelations, DeskIds.JeffBezos], ladder[^2..]);
        Assert.All(advice.Ladder.Where(l => l.Desk is DeskIds.ExecutiveSellerRelations or DeskIds.JeffBezos), l => Assert.Null(l.Refusal));
    }

    [Fact]
    public async Task R23_is_asked_for_a_senior_review()
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        await walk.Refused(RefusalCodes.Escalations.SeniorReviewMissing,
            w => w.Draft(DeskIds.ExecutiveSellerRelations, l => l with { Letter = "Order Seller Performance to reinstate us." }));
        await walk.Allowed(w => w.Draft(DeskIds.ExecutiveSellerRelations, l => l with { Letter = "恳请由高级调查员复核我们的行动计划。" }));
    }

    [Fact]
    public async Task R24_is_not_asked_again_by_itself_after_its_denial()
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        var letter = await walk.Sent(DeskIds.ExecutiveSellerRelations);
        var before = await walk.Now();
        var denied = await walk.Replied("final-denial", DeskIds.ExecutiveSellerRelations, letter);
        Assert.Equal((before.LadderPosition, before.Desk, "decide"), (denied.LadderPosition, denied.Desk, denied.NextAction!.Kind));
        Assert.Equal(("answered", "denied", before.Attempts.Count), (denied.Attempts[^1].State, denied.Attempts[^1].Answer, denied.Attempts.Count));
    }

    [Theory, InlineData(DeskIds.ExecutiveSellerRelations), InlineData(DeskIds.JeffBezos)]
    public async Task R25_R27_is_looked_after_in_days_and_no_clock_promises_an_outcome(string desk)
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        await walk.Sent(desk);
        var sent = await walk.Now();
        Assert.Equal("wait-for-reply", sent.NextAction!.Kind);
        Assert.True(sent.NextAction.DueAt - cluster.Time.GetUtcNow() >= TimeSpan.FromDays(2));
        Assert.Empty(sent.Clocks);
    }
}

[Collection(nameof(AgencyCluster))]
public sealed class R26_R28_R29_a_letter_to_an_executive(AgencyCluster cluster)
{
    [Theory, InlineData(DeskIds.ExecutiveSellerRelations), InlineData(DeskIds.JeffBezos)]
    public async Task R26_is_too_early_before_an_ordinary_round_is_over(string desk)
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        Assert.Equal("R26", (await walk.Refused(RefusalCodes.Escalations.TooEarly, w => w.Draft(desk))).Facts["rule"]);

        await walk.Sent(DeskIds.SellerPerformance);
        cluster.Time.Advance(TimeSpan.FromDays(1.9));
        var no = await walk.Refused(RefusalCodes.Escalations.TooEarly, w => w.Draft(desk));
        Assert.Equal("R26", no.Facts["rule"]);

        // Seller Performance names two days; an overdue answer ends the round. The fact is told in whole seconds.
        cluster.Time.Advance(DateTimeOffset.Parse(no.Facts["earliest"], CultureInfo.InvariantCulture).AddSeconds(1) - cluster.Time.GetUtcNow());
        await walk.Allowed(w => w.Draft(desk));
    }

    [Fact]
    public async Task R28_brings_the_plan_and_the_list_of_earlier_submissions()
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        await walk.Allowed(w => w.Draft(DeskIds.JeffBezos));
        Assert.Equal((await walk.Now()).Attempts[0].LetterHash, cluster.Stored<string>(walk, "$.state.attempts[1].attachedPlanHash"));
        Assert.Equal("[1]", cluster.Stored<string>(walk, "$.state.attempts[1].earlierSubmissions"));
    }

    [Fact]
    public async Task R28_has_nothing_to_bring_without_a_plan()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        await walk.Sent(DeskIds.SellerPerformance, l => l with { LetterKind = LetterKinds.CatalogTicket });
        cluster.Time.Advance(TimeSpan.FromDays(10));
        await walk.Refused(RefusalCodes.Escalations.PlanMissing, w => w.Draft(DeskIds.JeffBezos));
        await walk.Sent(DeskIds.SellerPerformance);
        cluster.Time.Advance(TimeSpan.FromDays(3));
        await walk.Allowed(w => w.Draft(DeskIds.JeffBezos));
    }

    [Theory, InlineData(DeskIds.ExecutiveSellerRelations), InlineData(DeskIds.JeffBezos)]
    public async Task R29_is_not_for_those_who_cannot_wait_two_days(string desk)
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        var plan = await walk.Sent(DeskIds.SellerPerformance);
        cluster.Time.Advance(TimeSpan.FromHours(1));
        await walk.Replied("final-denial", DeskIds.SellerPerformance, plan);

        Assert.Equal("R29", (await walk.Refused(RefusalCodes.Escalations.TooEarly, w => w.Draft(desk))).Facts["rule"]);
        cluster.Time.Advance(TimeSpan.FromHours(47) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("R29", (await walk.Refused(RefusalCodes.Escalations.TooEarly, w => w.Draft(desk))).Facts["rule"]);
        cluster.Time.Advance(TimeSpan.FromMilliseconds(1));
        await walk.Allowed(w => w.Draft(desk));
    }

    [Fact]
    public async Task is_approved_by_a_lead()
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        var number = (await walk.Draft(DeskIds.JeffBezos)).AttemptNumber!.Value;
        await walk.Refused(RefusalCodes.Attempts.LeadApproval, w => w.Approve(number, AgencyCluster.Author with { Id = "m-colleague" }));
        await walk.Allowed(w => w.Approve(number));
    }
}

[Collection(nameof(AgencyCluster))]
public sealed class R30_R31_the_one_executive_chance_of_an_enforcement(AgencyCluster cluster)
{
    [Theory, InlineData(DeskIds.ExecutiveSellerRelations), InlineData(DeskIds.JeffBezos)]
    public async Task is_gone_once_used_whichever_executive_is_asked_next(string desk)
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        var drafted = await walk.Approved(desk);
        var usedOn = cluster.Time.GetUtcNow();
        await walk.Sent(DeskIds.ExecutiveSellerRelations);
        cluster.Time.Advance(TimeSpan.FromDays(30));

        var no = await walk.Refused(RefusalCodes.Escalations.OneShotSpent, w => w.Draft(desk));
        Assert.Equal(DeskIds.ExecutiveSellerRelations, no.Facts["usedDesk"]);
        Assert.Equal(usedOn, DateTimeOffset.Parse(no.Facts["usedOn"], CultureInfo.InvariantCulture), TimeSpan.FromSeconds(1));
        await walk.Refused(RefusalCodes.Escalations.OneShotSpent, w => w.Send(drafted));
    }

    [Fact]
    public async Task is_given_again_only_by_a_lead_with_a_reason_and_on_the_record()
    {
        var walk = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        await walk.Sent(DeskIds.ExecutiveSellerRelations);
        await cluster.CarryOutbox(walk.Account);
        cluster.Time.Advance(TimeSpan.FromDays(30));

        await walk.Refused(RefusalCodes.RuleOverrides.LeadOnly, w => w.Draft(DeskIds.JeffBezos, l => l with { OverrideRule = "R31", OverrideReason = "new owner" }));
        await walk.Refused(RefusalCodes.RuleOverrides.ReasonMissing, w => w.Draft(DeskIds.JeffBezos, l => l with { OverrideRule = "R31", Actor = AgencyCluster.Lead }));
        await walk.Refused(RefusalCodes.RuleOverrides.NotAllowed, w => w.Draft(DeskIds.JeffBezos, l => l with { OverrideRule = "R26", OverrideReason = "hurry", Actor = AgencyCluster.Lead }));
        var again = await walk.Approved(DeskIds.JeffBezos, l => l with { OverrideRule = "R31", OverrideReason = "new owner", Actor = AgencyCluster.Lead }, AgencyCluster.SecondLead);
        Assert.Equal(1, cluster.Happened($"case/{walk.Id}", "case.rule-overridden.v1"));

        await walk.Refused(RefusalCodes.RuleOverrides.LeadOnly, w => w.Send(again));
        await walk.Allowed(w => w.Send(again, AgencyCluster.Lead));
        await cluster.CarryOutbox(walk.Account);
        Assert.Equal(2, cluster.Scalar<int>("SELECT count(*) FROM claim WHERE scope='executive' AND key LIKE $k", ("$k", $"{walk.Account}/%")));
    }

    [Fact]
    public async Task belongs_to_the_enforcement_so_another_has_its_own()
    {
        var first = await Walk.Denied(cluster, "PQ-USEDNEW", DeskIds.ProductQuality);
        await first.Sent(DeskIds.ExecutiveSellerRelations);
        var second = await Walk.Open(cluster, "PQ-USEDNEW", first.Account);
        await second.DenyFirst(DeskIds.ProductQuality);
        await second.Allowed(w => w.Draft(DeskIds.ExecutiveSellerRelations));
    }
}
