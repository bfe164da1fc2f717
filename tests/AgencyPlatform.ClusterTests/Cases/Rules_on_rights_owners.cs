using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Letters;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Cases;

[Collection(nameof(AgencyCluster))]
public sealed class R15_R32_a_notice_that_names_a_rights_owner(AgencyCluster cluster)
{
    [Fact]
    public async Task R15_stays_an_IP_case_although_the_image_is_not_ours()
    {
        var walk = await Walk.Open(cluster, "IP-COPYRIGHT");
        await walk.Refused(RefusalCodes.Cases.IpStaysIp, w => w.Grain.ChangeCategory(To("LST-DETAILPAGE")));
        await walk.Allowed(w => w.Grain.ChangeCategory(To("IP-TRADEMARK")));
        var moved = await walk.Allowed(w => w.Grain.ChangeCategory(To("LST-DETAILPAGE") with { Actor = AgencyCluster.Lead }));
        Assert.Equal(("LST-DETAILPAGE", DeskIds.ProductQuality), (moved.CategoryId, moved.Desk));
    }

    [Fact]
    public async Task R32_first_asks_the_owner_with_Notice_as_its_desk()
    {
        var walk = await Walk.Before(cluster);
        var opened = await walk.Allowed(w => w.Grain.Open(w.Opening(null, Walk.TrademarkNotice(Walk.NewComplaint()))));
        Assert.Equal(("IP-TRADEMARK", DeskIds.Notice, "contact-rights-owner"), (opened.CategoryId, opened.Desk, opened.NextAction!.Kind));

        await walk.Sent(DeskIds.RightsOwner, l => l with { Channel = "email" });
        var asked = await walk.Now();
        Assert.Equal(("awaiting-rights-owner", "requested", LetterKinds.RetractionRequest), (asked.Stage, asked.Retraction, asked.Attempts[0].LetterKind));
        Assert.Equal("legal@brandhaus.example", cluster.Stored<string>(walk, "$.state.attempts[0].address"));
    }

    [Fact]
    public async Task R32_is_the_only_case_with_an_owner_to_ask()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        await walk.Refused(RefusalCodes.Attempts.DeskNotCompetent, w => w.Draft(DeskIds.RightsOwner));
        await walk.Refused(RefusalCodes.Retractions.NotIp, w => w.Retraction("requested"));
    }

    private static ChangeCategory To(string category) => new() { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, CategoryId = category, Reason = "looked again" };
}

[Collection(nameof(AgencyCluster))]
public sealed class R33_R34_R35_an_IP_case_is_solved(AgencyCluster cluster)
{
    [Theory, InlineData("reinstated", "other"), InlineData("retracted", "other"), InlineData("reinstated", "account-status"), InlineData("not-a-problem", "amazon-mail")]
    public async Task R33_never_by_a_promise_or_removed_stock(string outcome, string proof)
    {
        var walk = await Walk.Open(cluster, "IP-TRADEMARK");
        await walk.Refused(RefusalCodes.Cases.IpNeedsRetraction, w => w.Resolve(outcome, proof, "removal order 1", AgencyCluster.Lead));
        await walk.Refused(RefusalCodes.Cases.IpNeedsRetraction, w => w.Resolve(outcome, by: AgencyCluster.Lead));
    }

    [Fact]
    public async Task R34_never_by_a_retraction_that_we_forwarded()
    {
        var walk = await Walk.Open(cluster, "IP-TRADEMARK");
        var forwarded = await walk.Allowed(w => w.Retraction("forwarded-not-valid"));
        Assert.Equal("contact-rights-owner", forwarded.NextAction!.Kind);
        await walk.Refused(RefusalCodes.Cases.IpNeedsRetraction, w => w.Resolve("retracted", "rights-owner-direct"));

        await walk.Refused(RefusalCodes.Retractions.ReferenceMissing, w => w.Retraction("direct-from-rights-owner", " "));
        await walk.Allowed(w => w.Retraction("direct-from-rights-owner"));
        await walk.Refused(RefusalCodes.Retractions.AlreadyDirect, w => w.Retraction("requested"));
        await walk.Allowed(w => w.Resolve("retracted", "rights-owner-direct"));
    }

    [Theory, InlineData("retracted", "rights-owner-direct"), InlineData("dispute-won", "dispute-won"), InlineData("reinstated", "amazon-mail")]
    public async Task R35_by_the_owners_direct_word_a_won_dispute_or_Amazons_mail(string outcome, string proof)
    {
        var walk = await Walk.Open(cluster, "IP-TRADEMARK");
        var solved = await walk.Allowed(w => w.Resolve(outcome, proof));
        Assert.Equal(("resolved", outcome, null), (solved.Stage, solved.Outcome, solved.NextAction));
    }

    [Fact]
    public async Task R35_and_given_up_only_by_a_lead()
    {
        var walk = await Walk.Open(cluster, "IP-TRADEMARK");
        await walk.Refused(RefusalCodes.Cases.LeadNeeded, w => w.Resolve("withdrawn"));
        await walk.Allowed(w => w.Resolve("withdrawn", by: AgencyCluster.Lead));
    }
}

[Collection(nameof(AgencyCluster))]
public sealed class R36_R37_a_dispute(AgencyCluster cluster)
{
    [Fact]
    public async Task R36_needs_a_lawyer_or_an_owner_who_cannot_be_reached()
    {
        var walk = await Walk.Open(cluster, "IP-TRADEMARK");
        await walk.Refused(RefusalCodes.Disputes.NotEstablished, w => w.Draft(DeskIds.NoticeDispute, l => l with { LegalGround = "no-infringement" }));
        await walk.Allowed(w => w.Draft(DeskIds.NoticeDispute, l => l with { LegalGround = "no-infringement", LawyerConfirmed = true }));
        await walk.Allowed(w => w.Draft(DeskIds.NoticeDispute, l => l with { LegalGround = "fake-complainant", RightsOwnerBounced = true }));
    }

    [Theory, InlineData(null), InlineData(" ")]
    public async Task R37_needs_a_ground_in_law(string? ground)
    {
        var walk = await Walk.Open(cluster, "IP-TRADEMARK");
        await walk.Refused(RefusalCodes.Disputes.LegalGroundMissing, w => w.Draft(DeskIds.NoticeDispute, l => l with { LegalGround = ground, LawyerConfirmed = true }));
        await walk.Refused(RefusalCodes.Disputes.LegalGroundMissing, w => w.Draft(DeskIds.Notice, l => l with { LetterKind = LetterKinds.Dispute }));
    }

    [Fact]
    public async Task R37_keeps_its_ground_when_it_is_revised()
    {
        var walk = await Walk.Open(cluster, "IP-TRADEMARK");
        var number = await walk.Approved(DeskIds.NoticeDispute, l => l with { LegalGround = "no-infringement", LawyerConfirmed = true });
        var revised = new ReviseAttempt { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Number = number, Letter = "Shorter." };
        await walk.Refused(RefusalCodes.Disputes.LegalGroundMissing, w => w.Grain.ReviseAttempt(revised));
        await walk.Allowed(w => w.Grain.ReviseAttempt(revised with { LegalGround = "no-infringement", LawyerConfirmed = true }));
        await walk.Refused(RefusalCodes.Attempts.NotApproved, w => w.Send(number));
    }
}
