using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Domain.Letters;
using static AgencyPlatform.Specs.SamplePlaybook;

namespace AgencyPlatform.Specs.Cases;

public sealed class A_letter_needs_four_eyes
{
    [Fact]
    public void so_its_author_cannot_approve_it()
    {
        var story = Story.Of(Related);
        var number = story.Draft(DeskIds.SellerPerformance);
        CaseRules.ApproveAttempt(story.Case, number, story.By(Story.Ann)).Refused(RefusalCodes.Attempts.FourEyes);
    }

    [Fact]
    public void not_even_with_a_key_that_acts_for_the_author()
    {
        var story = Story.Of(Related);
        var number = story.Draft(DeskIds.SellerPerformance);
        var key = new Actor(ActorKind.ApiKey, "key", MemberRole.Owner, OnBehalfOf: "ann");
        CaseRules.ApproveAttempt(story.Case, number, story.By(key)).Refused(RefusalCodes.Attempts.FourEyes);
    }

    [Fact]
    public void nor_can_the_author_approve_what_another_only_touched()
    {
        var story = Story.Of(Related);
        var number = story.Draft(DeskIds.SellerPerformance);
        story.Must(CaseRules.ReviseAttempt(story.Case, story.Letter(DeskIds.SellerPerformance) with { Number = number }, story.Standing, story.By(Story.Ben)));
        CaseRules.ApproveAttempt(story.Case, number, story.By(Story.Ann)).Refused(RefusalCodes.Attempts.FourEyes);
        CaseRules.ApproveAttempt(story.Case, number, story.By(Story.Ben)).Refused(RefusalCodes.Attempts.FourEyes);
        CaseRules.ApproveAttempt(story.Case, number, story.By(Story.Lea)).Accepted();
    }

    [Fact]
    public void the_platform_is_no_pair_of_eyes()
    {
        var story = Story.Of(Related);
        var number = story.Draft(DeskIds.SellerPerformance);
        CaseRules.ApproveAttempt(story.Case, number, story.By(Story.Platform)).Refused(RefusalCodes.Attempts.PersonNeeded);
    }

    [Fact]
    public void a_colleague_approves_an_ordinary_letter_and_only_a_lead_an_executive_one()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        var ordinary = story.Draft(DeskIds.SellerPerformance);
        var executive = story.Draft(DeskIds.JeffBezos);
        CaseRules.ApproveAttempt(story.Case, ordinary, story.By(Story.Ben)).Accepted();
        CaseRules.ApproveAttempt(story.Case, executive, story.By(Story.Ben)).Refused(RefusalCodes.Attempts.LeadApproval);
        CaseRules.ApproveAttempt(story.Case, executive, story.By(Story.Lea)).Accepted();
    }

    [Fact]
    public void an_edit_after_the_approval_voids_it()
    {
        var story = Story.Of(Related);
        var number = story.Approved(DeskIds.SellerPerformance);
        story.Must(CaseRules.ReviseAttempt(story.Case, story.Letter(DeskIds.SellerPerformance) with { Number = number }, story.Standing, story.By(Story.Ann)));
        Assert.Equal((AttemptState.Draft, null, CaseStage.Review), (story.Case.Attempts[0].State, story.Case.Attempts[0].ApprovedBy, story.Case.Stage));
        Assert.Equal(RefusalCodes.Attempts.NotApproved, story.Send(number)?.Code);
    }
}

public sealed class A_submission
{
    [Fact]
    public void walks_from_draft_to_review_to_ready_to_Amazon()
    {
        var story = Story.Of(Related);
        Assert.Equal((CaseStage.Intake, NextActionKinds.Draft), (story.Case.Stage, story.Case.NextAction!.Kind));
        var number = story.Draft(DeskIds.SellerPerformance);
        Assert.Equal((CaseStage.Review, NextActionKinds.Review), (story.Case.Stage, story.Case.NextAction!.Kind));
        story.Must(CaseRules.ApproveAttempt(story.Case, number, story.By(Story.Lea)));
        Assert.Equal((CaseStage.Ready, NextActionKinds.Send), (story.Case.Stage, story.Case.NextAction!.Kind));
        Assert.Null(story.Send(number));
        Assert.Equal((CaseStage.AwaitingAmazon, NextActionKinds.WaitForReply), (story.Case.Stage, story.Case.NextAction!.Kind));
        Assert.Equal((AttemptState.Sent, "ann", "ref"), (story.Case.Attempts[0].State, story.Case.Attempts[0].SubmittedBy, story.Case.Attempts[0].AmazonReference));
    }

    [Fact]
    public void is_never_changed_once_sent()
    {
        var story = Story.Of(Related);
        var number = story.Sent(DeskIds.SellerPerformance);
        CaseRules.ReviseAttempt(story.Case, story.Letter(DeskIds.SellerPerformance) with { Number = number }, story.Standing, story.By(Story.Ann)).Refused(RefusalCodes.Attempts.Sent);
        CaseRules.ApproveAttempt(story.Case, number, story.By(Story.Lea)).Refused(RefusalCodes.Attempts.Sent);
        CaseRules.HandToClient(story.Case, number, story.By(Story.Ann)).Refused(RefusalCodes.Attempts.Sent);
        Assert.Equal(RefusalCodes.Attempts.Sent, CaseRules.CheckSend(story.Case, number, story.Standing, story.By(Story.Ann))?.Code);
    }

    [Fact]
    public void is_sent_once_however_often_it_is_asked_for()
    {
        var story = Story.Of(Related);
        var number = story.Sent(DeskIds.SellerPerformance);
        Assert.Empty(CaseRules.SendAttempt(story.Case, number, new Submission("att1", null, null), story.By(Story.Ann)).Accepted());
        CaseRules.SendAttempt(story.Case, number, new Submission("other", null, null), story.By(Story.Ann)).Refused(RefusalCodes.Attempts.GrantMismatch);
    }

    [Fact]
    public void does_not_stand_in_its_own_way_when_the_answer_to_its_reservation_was_lost()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        var number = story.Approved(DeskIds.JeffBezos);
        story.Keep(Domain.Accounts.AccountRules.Reserve(story.Account, new()
        {
            GrantId = story.Case.Attempts[^1].Id, CaseId = "case", EnforcementId = "enf", Desk = DeskIds.JeffBezos, Actor = Story.Ann,
        }, story.Playbook, story.Now));
        Assert.Null(story.Send(number));
    }

    [Fact]
    public void is_submitted_by_a_named_person()
    {
        var story = Story.Of(Related);
        var number = story.Approved(DeskIds.SellerPerformance);
        Assert.Equal(RefusalCodes.Attempts.PersonNeeded, story.Send(number, Story.Platform)?.Code);
        CaseRules.SendAttempt(story.Case, number, new Submission("att1", null, null), story.By(Story.Platform)).Refused(RefusalCodes.Attempts.PersonNeeded);
    }

    [Fact]
    public void may_be_handed_to_the_client_and_then_sent()
    {
        var story = Story.Of(Related);
        var number = story.Draft(DeskIds.SellerPerformance);
        CaseRules.HandToClient(story.Case, number, story.By(Story.Ann)).Refused(RefusalCodes.Attempts.NotApproved);
        story.Must(CaseRules.ApproveAttempt(story.Case, number, story.By(Story.Lea)));
        story.Must(CaseRules.HandToClient(story.Case, number, story.By(Story.Ann)));
        Assert.Equal((CaseStage.AwaitingClient, NextActionKinds.AskClient), (story.Case.Stage, story.Case.NextAction!.Kind));
        Assert.Null(story.Send(number));
    }

    [Fact]
    public void with_an_unknown_number_is_unknown()
    {
        var story = Story.Of(Related);
        CaseRules.ApproveAttempt(story.Case, 9, story.By(Story.Lea)).Refused(RefusalCodes.Attempts.Unknown);
        CaseRules.HandToClient(story.Case, 9, story.By(Story.Lea)).Refused(RefusalCodes.Attempts.Unknown);
        Assert.Equal(RefusalCodes.Attempts.Unknown, CaseRules.CheckSend(story.Case, 9, story.Standing, story.By(Story.Ann))?.Code);
    }

    [Fact]
    public void drafted_twice_is_one_and_a_taken_number_is_refused()
    {
        var story = Story.Of(Related);
        var letter = story.Letter(DeskIds.SellerPerformance);
        story.Must(story.TryDraft(letter));
        Assert.Empty(story.TryDraft(letter).Accepted());
        story.TryDraft(letter with { AttemptId = "another" }).Refused(RefusalCodes.Attempts.NumberTaken);
    }

    [Fact]
    public void has_a_letter_of_a_known_kind()
    {
        var story = Story.Of(Related);
        story.TryDraft(DeskIds.SellerPerformance, l => l with { LetterText = " " }).Refused(RefusalCodes.Attempts.LetterMissing);
        story.TryDraft(DeskIds.SellerPerformance, l => l with { LetterKind = "poem" }).Refused(RefusalCodes.Attempts.LetterKindUnknown);
    }
}

public sealed class I1_one_submission_is_open_per_enforcement_and_desk
{
    [Fact]
    public void so_a_second_one_is_refused_until_the_first_is_answered()
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        Assert.Equal("2026-11-23T09:00:00Z", story.TryDraft(DeskIds.SellerPerformance).Refused(RefusalCodes.Attempts.SubmissionOpen).Fact("since"));
        story.Wait(1).Reply(NoticeKinds.MoreInfoNeeded, DeskIds.SellerPerformance, plan);
        story.TryDraft(DeskIds.SellerPerformance).Accepted();
    }

    [Fact]
    public void or_until_five_business_days_of_silence_have_passed()
    {
        var story = Story.Of(Related);
        story.Sent(DeskIds.SellerPerformance);
        story.Wait(6.9).TryDraft(DeskIds.SellerPerformance).Refused(RefusalCodes.Attempts.SubmissionOpen);
        story.Wait(0.1).TryDraft(DeskIds.SellerPerformance).Accepted();
    }
}

public sealed class R36_R37_a_dispute_is_a_legal_argument
{
    private static Decision<CaseEvent> Dispute(string? ground, bool lawyer = false, bool bounced = false) => Story.Of(Trademark)
        .TryDraft(DeskIds.NoticeDispute, l => l with { LegalGround = ground, LawyerConfirmed = lawyer, RightsOwnerBounced = bounced });

    [Theory, InlineData(null), InlineData(" ")]
    public void R37_without_a_legal_ground_it_is_refused(string? ground) => Dispute(ground, lawyer: true).Refused(RefusalCodes.Disputes.LegalGroundMissing);

    [Fact] public void R36_without_lawyer_or_bounce_it_is_refused() => Dispute("no-infringement").Refused(RefusalCodes.Disputes.NotEstablished);
    [Fact] public void R36_a_lawyers_word_establishes_it() => Dispute("no-infringement", lawyer: true).Accepted();
    [Fact] public void R36_a_bounced_address_establishes_it() => Dispute("fake-complainant", bounced: true).Accepted();

    [Fact]
    public void and_it_stays_one_on_every_desk() => Story.Of(Trademark)
        .TryDraft(DeskIds.Notice, l => l with { LetterKind = LetterKinds.Dispute }).Refused(RefusalCodes.Disputes.LegalGroundMissing);
}
