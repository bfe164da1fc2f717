using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Letters;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Cases;

[Collection(nameof(AgencyCluster))]
public sealed class R1_R2_R3_R4_R5_Seller_Support(AgencyCluster cluster)
{
    public static TheoryData<string> Enforcements => [.. ShippedPlaybook.Version.Playbook.Categories.Values.Where(c => c.IsEnforcement).Select(c => c.Id)];

    [Theory, InlineData("LST-GATING"), InlineData("FBA-REIMB"), InlineData("BR-ACCESS")]
    public async Task R1_is_the_first_desk_of_a_question_about_selling(string category)
    {
        var walk = await Walk.Open(cluster, category);
        Assert.Equal(DeskIds.SellerSupport, (await walk.Now()).Desk);
        await walk.Allowed(w => w.Draft(DeskIds.SellerSupport));
    }

    [Fact]
    public async Task R2_is_expected_to_tell_something_once_in_a_hundred_and_no_clock_waits_for_it()
    {
        Assert.Equal(0.01, Convert.ToDouble(ShippedPlaybook.Version.Playbook.Desks[DeskIds.SellerSupport].ExpectedYield, System.Globalization.CultureInfo.InvariantCulture));
        var walk = await Walk.Open(cluster, "LST-GATING");
        await walk.Sent(DeskIds.SellerSupport);
        Assert.Empty((await walk.Now()).Clocks);
    }

    [Fact]
    public async Task R3_is_asked_what_is_missing_only_after_a_denial_and_beside_the_ladder()
    {
        var fresh = await Walk.Open(cluster, "ACC-RELATED");
        await fresh.Refused(RefusalCodes.Attempts.DeskNotCompetent, w => w.Draft(DeskIds.SellerSupport));

        var denied = await Walk.Denied(cluster, "ACC-RELATED", DeskIds.SellerPerformance);
        var before = await denied.Now();
        await denied.Refused(RefusalCodes.Attempts.DeskNotCompetent, w => w.Draft(DeskIds.SellerSupport, l => l with { LetterKind = LetterKinds.PlanOfAction }));
        await denied.Sent(DeskIds.SellerSupport);

        var after = await denied.Now();
        Assert.Equal(LetterKinds.InformationRequest, after.Attempts[^1].LetterKind);
        Assert.Equal((before.Desk, before.LadderPosition), (after.Desk, after.LadderPosition));
    }

    [Theory, MemberData(nameof(Enforcements))]
    public async Task R4_is_never_first_for_an_enforcement(string category)
    {
        var walk = await Walk.Open(cluster, category);
        var opened = await walk.Now();
        Assert.NotEqual(DeskIds.SellerSupport, opened.Desk);
        var no = await walk.Refused(RefusalCodes.Attempts.DeskNotCompetent, w => w.Draft(DeskIds.SellerSupport));
        Assert.Contains(opened.Desk, no.Facts["competent"], StringComparison.Ordinal);
        await walk.Allowed(w => w.Draft(opened.Desk));
    }

    [Fact]
    public async Task R5_never_gets_an_escalation()
    {
        var question = await Walk.Open(cluster, "LST-GATING");
        await question.Refused(RefusalCodes.Escalations.DeskDoesNotHear, w => w.Draft(DeskIds.SellerSupport, l => l with { LetterKind = LetterKinds.Escalation }));

        var suspension = await Walk.Open(cluster, "ACC-RELATED");
        await suspension.Allowed(w => w.Draft(DeskIds.SellerPerformance, l => l with { LetterKind = LetterKinds.Escalation }));
    }
}

[Collection(nameof(AgencyCluster))]
public sealed class R6_R7_R8_R9_the_word_of_Seller_Support(AgencyCluster cluster)
{
    [Fact]
    public async Task R6_carries_no_authority_and_moves_nothing()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        var plan = await walk.Sent(DeskIds.SellerPerformance);
        var before = await walk.Now();

        var after = await walk.Replied("reinstated", DeskIds.SellerSupport, plan, "Send the plan again with other words.");

        Assert.Equal("none", after.Replies[^1].Authority);
        Assert.Equivalent(before with { Replies = after.Replies, UpdatedAt = after.UpdatedAt, Version = after.Version }, after, strict: true);
        await walk.Refused(RefusalCodes.Cases.ProofNotDeciding, w => w.Resolve("reinstated", "amazon-mail", after.Replies[^1].Id));
    }

    [Fact]
    public async Task R7_holds_the_next_plan_of_a_suspension_until_a_lead_has_looked()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        var plan = await walk.Approved(DeskIds.SellerPerformance);
        var warned = await walk.Replied("support-reply", DeskIds.SellerSupport, text: "Your account will not be reinstated.");
        Assert.Equal((true, "confirm-advice"), (warned.AdviceNeedsConfirmation, warned.NextAction!.Kind));

        await walk.Refused(RefusalCodes.Attempts.AdviceUnconfirmed, w => w.Draft(DeskIds.SellerPerformance));
        await walk.Refused(RefusalCodes.Attempts.AdviceUnconfirmed, w => w.Send(plan));
        await walk.Refused(RefusalCodes.Advice.LeadOnly, w => w.Grain.ConfirmAdvice(Confirm("generic")));
        await walk.Refused(RefusalCodes.Advice.ReasonMissing, w => w.Grain.ConfirmAdvice(Confirm(" ") with { Actor = AgencyCluster.Lead }));
        await walk.Allowed(w => w.Grain.ConfirmAdvice(Confirm("generic") with { Actor = AgencyCluster.Lead }));
        await walk.Allowed(w => w.Send(plan));
    }

    [Fact]
    public async Task R8_is_recognised_as_boilerplate_and_leaves_the_case_alone()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        await walk.Sent(DeskIds.SellerPerformance);
        var before = await walk.Now();

        var after = await walk.Replied(null, "someone@amazon.com", text: "Greetings from Amazon Seller Support, thank you for contacting us about related accounts. Your account is linked to another account that may not be used to sell. We cannot help with that in this case.");

        Assert.Equal(("support-reply", "none", DeskIds.SellerSupport), (after.Replies[^1].Kind, after.Replies[^1].Authority, after.Replies[^1].Desk));
        Assert.Equal((before.Stage, before.Desk, before.NextAction), (after.Stage, after.Desk, after.NextAction));
        Assert.Null(after.Attempts[^1].Answer);
    }

    [Fact]
    public async Task R9_is_found_in_a_plan_that_leans_on_it()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var leaning = await walk.Draft(DeskIds.ProductQuality, l => l with { Letter = "Seller Support told us that a closed carton was enough." });
        Assert.Contains(leaning.Findings, f => f is { Rule: "POA-L06", Severity: "error" });

        var own = await walk.Draft(DeskIds.ProductQuality, l => l with { Letter = "Our check did not ask whether the seal was intact." });
        Assert.DoesNotContain(own.Findings, f => f.Rule == "POA-L06");
    }

    private static ConfirmAdvice Confirm(string reason) => new() { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Reason = reason };
}

[Collection(nameof(AgencyCluster))]
public sealed class R10_R11_R12_R14_Catalog(AgencyCluster cluster)
{
    [Fact]
    public async Task R10_is_the_first_desk_of_a_feed_error()
    {
        var walk = await Walk.Before(cluster);
        var opened = await walk.Allowed(w => w.Grain.Open(w.Opening(null, "Processing report of your feed: error code 8541. The SKU conflicts with an existing ASIN in the Amazon catalogue; your listing was not created. Seller Central")));
        Assert.Equal(("CAT-MATCH", DeskIds.Catalog), (opened.CategoryId, opened.Desk));
        await walk.Refused(RefusalCodes.Attempts.DeskNotCompetent, w => w.Draft(DeskIds.ProductQuality));
        await walk.Allowed(w => w.Draft(DeskIds.Catalog));
    }

    [Fact]
    public async Task R11_only_advises_so_it_gets_no_plan_to_decide()
    {
        var walk = await Walk.Open(cluster, "CAT-REMOVED");
        await walk.Refused(RefusalCodes.Attempts.DeskCannotDecide, w => w.Draft(DeskIds.Catalog, l => l with { LetterKind = LetterKinds.PlanOfAction }));
        await walk.Allowed(w => w.Draft(DeskIds.Catalog));
        Assert.Equal("advisory", (await walk.Replied("reinstated", DeskIds.Catalog)).Replies[^1].Authority);
    }

    [Fact]
    public async Task R12_cannot_end_a_policy_case_with_a_friendly_answer()
    {
        var walk = await Walk.Open(cluster, "LST-VARIATION");
        await walk.Sent(DeskIds.ProductQuality);
        var before = await walk.Now();
        var after = await walk.Replied("reinstated", DeskIds.Catalog);

        Assert.Equal((before.Stage, before.NextAction), (after.Stage, after.NextAction));
        await walk.Refused(RefusalCodes.Cases.ProofNotDeciding, w => w.Resolve("reinstated", "amazon-mail", after.Replies[^1].Id));
        await walk.Allowed(w => w.Resolve("reinstated", "amazon-mail", "mail-of-product-quality"));
    }

    [Fact]
    public async Task R14_will_not_say_for_us_that_the_page_is_not_ours_so_the_letter_is_warned()
    {
        var walk = await Walk.Open(cluster, "LST-DETAILPAGE");
        var bare = await walk.Draft(DeskIds.ProductQuality, l => l with { Letter = "Root cause: We did not create this page." });
        Assert.Contains(bare.Findings, f => f is { Rule: "POA-L07", Severity: "warning" });

        var own = await walk.Draft(DeskIds.ProductQuality, l => l with { Letter = "Root cause: Our colleague copied the title of another size." });
        Assert.DoesNotContain(own.Findings, f => f.Rule == "POA-L07");
    }
}

[Collection(nameof(AgencyCluster))]
public sealed class R16_R17_R18_R19_R20_the_competent_desk(AgencyCluster cluster)
{
    [Theory]
    [InlineData("ACC-RELATED", DeskIds.SellerPerformance, DeskIds.ProductQuality)]
    [InlineData("ACC-VERIFY", DeskIds.SellerPerformance, DeskIds.ProductQuality)]
    [InlineData("PERF-ODR", DeskIds.SellerPerformance, DeskIds.ProductQuality)]
    [InlineData("PERF-VTR", DeskIds.SellerPerformance, DeskIds.ProductQuality)]
    public Task R16_of_the_account_itself_is_Seller_Performance(string category, string first, string other) => Goes(category, first, other);

    [Theory]
    [InlineData("ACC-REVIEW-MANIP", DeskIds.ProductQuality, DeskIds.SellerPerformance)]
    [InlineData("ACC-SALESRANK", DeskIds.ProductQuality, DeskIds.SellerPerformance)]
    public Task R18_of_a_suspension_for_abuse_is_Product_Quality(string category, string first, string other) => Goes(category, first, other);

    [Theory]
    [InlineData("LST-VARIATION", DeskIds.ProductQuality, DeskIds.SellerPerformance)]
    [InlineData("LST-RESTRICTED", DeskIds.ProductQuality, DeskIds.Catalog)]
    [InlineData("LST-DETAILPAGE", DeskIds.ProductQuality, DeskIds.Catalog)]
    public Task R19_of_a_listing_violation_is_Product_Quality(string category, string first, string other) => Goes(category, first, other);

    [Theory]
    [InlineData("PQ-INAUTHENTIC", DeskIds.ProductQuality, DeskIds.SellerPerformance)]
    [InlineData("PQ-USEDNEW", DeskIds.ProductQuality, DeskIds.SellerPerformance)]
    [InlineData("PQ-NOTASDESC", DeskIds.ProductQuality, DeskIds.SellerPerformance)]
    [InlineData("PQ-SAFETY", DeskIds.ProductQuality, DeskIds.Notice)]
    public Task R20_of_a_complaint_about_the_item_is_Product_Quality(string category, string first, string other) => Goes(category, first, other);

    [Fact]
    public async Task R17_Seller_Performance_is_written_to_and_not_called()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        await walk.Refused(RefusalCodes.Attempts.ChannelNotAllowed, w => w.Draft(DeskIds.SellerPerformance, l => l with { Channel = "phone" }));
        await walk.Allowed(w => w.Draft(DeskIds.SellerPerformance, l => l with { Channel = "email" }));
        await walk.Allowed(w => w.Draft(DeskIds.SellerPerformance, l => l with { Channel = "portal" }));
    }

    [Fact]
    public async Task R17_and_calls_us_only_about_something_we_sent()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        Task<CaseReply> Call(Walk w) => w.Grain.RecordReply(new RecordReply
        {
            CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, ReplyId = AgencyCluster.NewId(), Text = "They asked for the lease.", From = DeskIds.SellerPerformance,
            Kind = "more-info-needed", Channel = "phone", ReceivedAt = cluster.Time.GetUtcNow(),
        });
        await walk.Refused(RefusalCodes.Replies.NoSubmission, Call);
        await walk.Sent(DeskIds.SellerPerformance);
        await walk.Allowed(Call);
    }

    private async Task Goes(string category, string first, string other)
    {
        var walk = await Walk.Open(cluster, category);
        Assert.Equal(first, (await walk.Now()).Desk);
        await walk.Refused(RefusalCodes.Attempts.DeskNotCompetent, w => w.Draft(other));
        await walk.Allowed(w => w.Draft(first));
    }
}
