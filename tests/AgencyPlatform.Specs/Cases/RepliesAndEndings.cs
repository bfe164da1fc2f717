using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using static AgencyPlatform.Specs.SamplePlaybook;

namespace AgencyPlatform.Specs.Cases;

public sealed class R6_R8_a_reply_of_Seller_Support_carries_no_authority
{
    [Theory]
    [InlineData(NoticeKinds.SupportReply, "someone@amazon.com")]
    [InlineData(NoticeKinds.Reinstated, DeskIds.SellerSupport)]
    [InlineData(NoticeKinds.MoreInfoNeeded, "Amazon <merch.service@amazon.com>")]
    public void whatever_it_says_and_whichever_submission_it_talks_about(string kind, string from)
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        var before = story.Case;
        story.Reply(kind, from, plan, "Your case was forwarded. Here is how to appeal.");
        var reply = Assert.Single(story.Case.Replies);
        Assert.Equal((DeskIds.SellerSupport, ReplyAuthorities.None, ReplyDecisions.None), (reply.Desk, reply.Authority, reply.Decision));
        Assert.Equal(before with { Replies = story.Case.Replies }, story.Case);
    }

    [Fact]
    public void though_it_closes_the_question_it_answers()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        var question = story.Sent(DeskIds.SellerSupport);
        var before = story.Case;
        story.Wait(1).Reply(NoticeKinds.SupportReply, DeskIds.SellerSupport, question);
        Assert.Equal(AttemptState.Answered, story.Case.Attempts[^1].State);
        Assert.Equal((before.Stage, before.LadderPosition), (story.Case.Stage, story.Case.LadderPosition));
    }
}

public sealed class R7_bad_news_from_Seller_Support_on_a_suspension_is_not_acted_on_alone
{
    private static Story Warned()
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        return story.Wait(8).Reply(NoticeKinds.SupportReply, DeskIds.SellerSupport, plan, "Your account will not be reinstated.");
    }

    [Fact]
    public void it_asks_for_a_lead()
    {
        var story = Warned();
        Assert.Contains(story.Events, e => e is NegativeAdviceRaised);
        Assert.Equal((true, NextActionKinds.ConfirmAdvice), (story.Case.AdviceNeedsConfirmation, story.Case.NextAction!.Kind));
    }

    [Fact]
    public void and_holds_the_next_plan_until_then()
    {
        var story = Warned();
        story.TryDraft(DeskIds.SellerPerformance).Refused(RefusalCodes.Attempts.AdviceUnconfirmed);
        CaseRules.ConfirmAdvice(story.Case, "boilerplate", story.By(Story.Ann)).Refused(RefusalCodes.Advice.LeadOnly);
        CaseRules.ConfirmAdvice(story.Case, "boilerplate", story.By(Story.Platform)).Refused(RefusalCodes.Advice.LeadOnly);
        CaseRules.ConfirmAdvice(story.Case, "", story.By(Story.Lea)).Refused(RefusalCodes.Advice.ReasonMissing);
        story.Must(CaseRules.ConfirmAdvice(story.Case, "boilerplate", story.By(Story.Lea)));
        story.TryDraft(DeskIds.SellerPerformance).Accepted();
    }

    [Fact]
    public void a_plan_approved_before_is_held_as_well()
    {
        var story = Story.Of(Related);
        var plan = story.Approved(DeskIds.SellerPerformance);
        story.Reply(NoticeKinds.SupportReply, DeskIds.SellerSupport, text: "您的账户无法恢复。");
        Assert.Equal(RefusalCodes.Attempts.AdviceUnconfirmed, story.Send(plan)?.Code);
    }

    [Theory]
    [InlineData(Related, "We have passed on your message.")]
    [InlineData(HowTo, "This is permanently closed.")]
    public void neutral_words_and_other_cases_raise_nothing(string category, string text)
    {
        var story = Story.Of(category);
        story.Reply(NoticeKinds.SupportReply, DeskIds.SellerSupport, text: text);
        Assert.False(story.Case.AdviceNeedsConfirmation);
    }
}

public sealed class R11_R12_the_advice_of_Catalog_leaves_a_policy_case_open
{
    [Fact]
    public void it_is_advisory_and_moves_nothing()
    {
        var story = Story.Of(Variation);
        story.Sent(DeskIds.ProductQuality);
        var before = story.Case;
        story.Reply(NoticeKinds.Reinstated, DeskIds.Catalog);
        Assert.Equal(ReplyAuthorities.Advisory, story.Case.Replies[0].Authority);
        Assert.Equal(before with { Replies = story.Case.Replies }, story.Case);
    }

    [Fact]
    public void and_is_no_proof_of_an_outcome()
    {
        var story = Story.Of(Variation);
        story.Reply(NoticeKinds.Reinstated, DeskIds.Catalog);
        CaseRules.Resolve(story.Case, Outcome.Reinstated, new OutcomeProof(ProofKind.AmazonMail, "reply1"), story.By(Story.Ann)).Refused(RefusalCodes.Cases.ProofNotDeciding);
        CaseRules.Resolve(story.Case, Outcome.Reinstated, new OutcomeProof(ProofKind.Other, "they said so"), story.By(Story.Ann)).Refused(RefusalCodes.Cases.ProofNotDeciding);
        CaseRules.Resolve(story.Case, Outcome.Reinstated, new OutcomeProof(ProofKind.AmazonMail, "mail"), story.By(Story.Ann)).Accepted();
    }

    [Fact]
    public void while_on_a_catalog_case_it_is_the_answer()
    {
        var story = Story.Of(CatalogMatch);
        var ticket = story.Sent(DeskIds.Catalog);
        story.Reply(NoticeKinds.Reinstated, DeskIds.Catalog, ticket);
        Assert.Equal((AttemptState.Answered, NextActionKinds.Decide), (story.Case.Attempts[0].State, story.Case.NextAction!.Kind));
    }
}

public sealed class A_deciding_reply
{
    [Fact]
    public void that_asks_for_more_brings_the_case_back_to_the_same_desk()
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        story.Reply(NoticeKinds.MoreInfoNeeded, "seller-performance@amazon.com", plan);
        Assert.Equal((CaseStage.Drafting, DeskIds.SellerPerformance, 0, NextActionKinds.Draft),
            (story.Case.Stage, story.Case.Desk, story.Case.LadderPosition, story.Case.NextAction!.Kind));
    }

    [Fact]
    public void that_grants_leaves_the_ending_to_a_person()
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        story.Reply(NoticeKinds.Reinstated, DeskIds.SellerPerformance, plan);
        Assert.Equal((true, NextActionKinds.Decide, ReplyDecisions.Granted), (story.Case.IsOpen, story.Case.NextAction!.Kind, story.Case.Attempts[0].Answer));
    }

    [Fact]
    public void from_a_common_address_answers_what_is_still_with_a_desk()
    {
        var story = Story.Of(Related);
        story.Sent(DeskIds.SellerPerformance);
        story.Reply(NoticeKinds.FinalDenial, "notification@amazon.com");
        Assert.Equal((AttemptState.Answered, ReplyDecisions.Denied), (story.Case.Attempts[0].State, story.Case.Attempts[0].Answer));
    }

    [Fact]
    public void from_the_mailbox_that_two_desks_share_answers_the_attempt_a_person_names()
    {
        var story = Story.Of(Variation);
        var plan = story.Sent(DeskIds.ProductQuality);
        story.Reply(NoticeKinds.Reinstated, "seller-performance@amazon.com", plan);
        Assert.Equal((AttemptState.Answered, ReplyDecisions.Granted), (story.Case.Attempts[0].State, story.Case.Attempts[0].Answer));
    }

    [Fact]
    public void that_only_acknowledges_closes_nothing()
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        story.Reply(NoticeKinds.Other, DeskIds.SellerPerformance, plan);
        Assert.Equal(AttemptState.Sent, story.Case.Attempts[0].State);
    }

    [Fact]
    public void is_recorded_once_and_about_something_sent()
    {
        var story = Story.Of(Related);
        var number = story.Draft(DeskIds.SellerPerformance);
        story.TryReply(NoticeKinds.Other, DeskIds.SellerPerformance, number).Refused(RefusalCodes.Replies.AttemptNotSent);
        story.TryReply(NoticeKinds.Other, DeskIds.SellerPerformance, 9).Refused(RefusalCodes.Attempts.Unknown);
        story.TryReply("poem", DeskIds.SellerPerformance).Refused(RefusalCodes.Replies.KindUnknown);

        var request = new ReplyRequest { ReplyId = "r", From = "x", Text = "", TextHash = "h", TriagedKind = NoticeKinds.Other, ReceivedAt = story.Now };
        story.Must(CaseRules.RecordReply(story.Case, request, story.By(Story.Platform)));
        Assert.Empty(CaseRules.RecordReply(story.Case, request, story.By(Story.Platform)).Accepted());
    }

    [Fact]
    public void on_a_resolved_case_is_kept_and_moves_nothing()
    {
        var story = Story.Of(Related);
        story.Must(CaseRules.Resolve(story.Case, Outcome.Withdrawn, null, story.By(Story.Ann)));
        story.Reply(NoticeKinds.FinalDenial, DeskIds.SellerPerformance);
        Assert.Equal((CaseStage.Resolved, 1), (story.Case.Stage, story.Case.Replies.Count));
    }

    [Fact]
    public void forged_by_a_phisher_carries_nothing()
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        story.Reply(NoticeKinds.Phishing, DeskIds.SellerPerformance, plan);
        Assert.Equal(ReplyAuthorities.None, story.Case.Replies[0].Authority);
    }
}

public sealed class R33_R34_R35_an_IP_case_is_solved_by_the_owners_direct_word_a_won_dispute_or_Amazons_mail
{
    private static Decision<CaseEvent> Resolve(Outcome outcome, ProofKind? proof, Actor? actor = null, RetractionStatus? retraction = null)
    {
        var story = Story.Of(Trademark);
        if (retraction is { } status) { story.Must(CaseRules.RecordRetraction(story.Case, status, "mail", story.By(Story.Ann))); }
        return CaseRules.Resolve(story.Case, outcome, proof is { } kind ? new OutcomeProof(kind, "ref") : null, story.By(actor ?? Story.Otto));
    }

    [Theory]
    [InlineData(Outcome.Reinstated, ProofKind.Other)]
    [InlineData(Outcome.Retracted, ProofKind.Other)]
    [InlineData(Outcome.Retracted, ProofKind.DisputeWon)]
    [InlineData(Outcome.Reinstated, ProofKind.AccountStatus)]
    [InlineData(Outcome.Reinstated, null)]
    [InlineData(Outcome.NotAProblem, ProofKind.Other)]
    [InlineData(Outcome.NotAProblem, ProofKind.AmazonMail)]
    public void R33_promises_and_removed_stock_solve_nothing(Outcome outcome, ProofKind? proof) => Resolve(outcome, proof).Refused(RefusalCodes.Cases.IpNeedsRetraction);

    [Fact]
    public void R34_a_forwarded_retraction_is_not_valid() => Assert.Equal("ForwardedNotValid",
        Resolve(Outcome.Retracted, ProofKind.RightsOwnerDirect, retraction: RetractionStatus.ForwardedNotValid).Refused(RefusalCodes.Cases.IpNeedsRetraction).Fact("retraction"));

    [Fact]
    public void R34_and_sends_us_back_to_the_owner()
    {
        var story = Story.Of(Trademark);
        story.Must(CaseRules.RecordRetraction(story.Case, RetractionStatus.ForwardedNotValid, "mail", story.By(Story.Ann)));
        Assert.Equal(NextActionKinds.ContactRightsOwner, story.Case.NextAction!.Kind);
    }

    [Theory]
    [InlineData(Outcome.Retracted, ProofKind.RightsOwnerDirect)]
    [InlineData(Outcome.DisputeWon, ProofKind.DisputeWon)]
    [InlineData(Outcome.Reinstated, ProofKind.AmazonMail)]
    [InlineData(Outcome.PartlyReinstated, ProofKind.AmazonMail)]
    public void R35_each_of_the_three_proofs_solves_it(Outcome outcome, ProofKind proof) => Resolve(outcome, proof).Accepted();

    [Fact]
    public void R35_the_owners_direct_word_is_then_on_record() => Assert.Contains(
        Resolve(Outcome.Retracted, ProofKind.RightsOwnerDirect).Accepted(), e => e is RetractionRecorded { Status: RetractionStatus.DirectFromRightsOwner });

    [Fact]
    public void giving_it_up_claims_no_solution_and_is_a_leads_word()
    {
        Resolve(Outcome.Withdrawn, null, Story.Ann).Refused(RefusalCodes.Cases.LeadNeeded);
        Resolve(Outcome.Withdrawn, null, Story.Lea).Accepted();
    }

    [Fact]
    public void retractions_belong_to_IP_cases_and_a_direct_one_stays()
    {
        var other = Story.Of(Related);
        CaseRules.RecordRetraction(other.Case, RetractionStatus.Requested, "x", other.By(Story.Ann)).Refused(RefusalCodes.Retractions.NotIp);

        var story = Story.Of(Trademark);
        CaseRules.RecordRetraction(story.Case, RetractionStatus.None, "x", story.By(Story.Ann)).Refused(RefusalCodes.Retractions.StatusInvalid);
        CaseRules.RecordRetraction(story.Case, RetractionStatus.DirectFromRightsOwner, " ", story.By(Story.Ann)).Refused(RefusalCodes.Retractions.ReferenceMissing);
        story.Must(CaseRules.RecordRetraction(story.Case, RetractionStatus.DirectFromRightsOwner, "mail", story.By(Story.Ann)));
        CaseRules.RecordRetraction(story.Case, RetractionStatus.Refused, "x", story.By(Story.Ann)).Refused(RefusalCodes.Retractions.AlreadyDirect);
    }
}

public sealed class An_ending
{
    [Fact]
    public void that_claims_a_solution_shows_it()
    {
        var story = Story.Of(Related);
        CaseRules.Resolve(story.Case, Outcome.Reinstated, null, story.By(Story.Ann)).Refused(RefusalCodes.Cases.ProofMissing);
        CaseRules.Resolve(story.Case, Outcome.Reinstated, new(ProofKind.AmazonMail, " "), story.By(Story.Ann)).Refused(RefusalCodes.Cases.ProofMissing);
        CaseRules.Resolve(story.Case, Outcome.Retracted, new(ProofKind.AmazonMail, "m"), story.By(Story.Ann)).Refused(RefusalCodes.Cases.OutcomeNotForCategory);
        CaseRules.Resolve(story.Case, Outcome.Reinstated, new(ProofKind.AccountStatus, "s"), story.By(Story.Ann)).Accepted();
    }

    [Fact]
    public void that_claims_a_final_denial_or_a_duplicate_names_it()
    {
        var story = Story.Of(Related);
        CaseRules.Resolve(story.Case, Outcome.DeniedFinally, null, story.By(Story.Ann)).Refused(RefusalCodes.Cases.DenialMissing);
        CaseRules.Resolve(story.Case, Outcome.Duplicate, null, story.By(Story.Ann)).Refused(RefusalCodes.Cases.DuplicateOfMissing);
        CaseRules.Resolve(story.Case, Outcome.Duplicate, new(ProofKind.Other, "1001-2"), story.By(Story.Ann)).Accepted();
        var denied = Story.Denied(Related, DeskIds.SellerPerformance);
        CaseRules.Resolve(denied.Case, Outcome.DeniedFinally, null, denied.By(Story.Ann)).Accepted();
    }

    [Fact]
    public void closes_the_case_until_it_is_reopened_with_a_reason()
    {
        var story = Story.Of(Related);
        CaseRules.Reopen(story.Case, "new mail", story.By(Story.Ann)).Refused(RefusalCodes.Cases.NotResolved);
        story.Must(CaseRules.Resolve(story.Case, Outcome.NotAProblem, null, story.By(Story.Ann)));
        Assert.Equal((CaseStage.Resolved, null, Outcome.NotAProblem), (story.Case.Stage, story.Case.NextAction, story.Case.Outcome));
        story.TryDraft(DeskIds.SellerPerformance).Refused(RefusalCodes.Cases.Resolved);
        CaseRules.Reopen(story.Case, "", story.By(Story.Ann)).Refused(RefusalCodes.Cases.ReasonMissing);
        story.Must(CaseRules.Reopen(story.Case, "new mail", story.By(Story.Ann)));
        Assert.Equal((CaseStage.Drafting, NextActionKinds.Draft, null), (story.Case.Stage, story.Case.NextAction!.Kind, story.Case.Outcome));
    }
}
