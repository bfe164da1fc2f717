using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Domain.Letters;
using static AgencyPlatform.Specs.SamplePlaybook;

namespace AgencyPlatform.Specs.Cases;

public sealed class R21_an_executive_address_comes_from_the_dated_directory
{
    private static Story With(params DeskContact[] rows) => Story.Denied(Related, DeskIds.SellerPerformance,
        SamplePlaybook.With(SamplePlaybook.Playbook.Desks[DeskIds.ExecutiveSellerRelations] with { Contacts = rows }));

    [Fact]
    public void an_expired_row_blocks_the_mail_and_shows_its_end() => Assert.Equal("2018-12-31",
        With(Mail("old-vp@amazon.com", new DateOnly(2018, 12, 31)))
            .TryDraft(DeskIds.ExecutiveSellerRelations).Refused(RefusalCodes.Attempts.ContactExpired).Fact("validTo"));

    [Fact]
    public void no_row_blocks_it_too() => With().TryDraft(DeskIds.ExecutiveSellerRelations).Refused(RefusalCodes.Attempts.ContactExpired);

    [Fact]
    public void the_portal_needs_no_address() => With()
        .TryDraft(DeskIds.ExecutiveSellerRelations, l => l with { Channel = Channels.Portal }).Accepted();

    [Fact]
    public void a_valid_row_is_the_address() => Assert.Equal("esr@amazon.com", Assert.IsType<AttemptDrafted>(
        Story.Denied(Related, DeskIds.SellerPerformance).TryDraft(DeskIds.ExecutiveSellerRelations).Accepted()[0]).Attempt.Address);
}

public sealed class R22_Executive_Seller_Relations_is_offered_before_Jeff
{
    [Fact]
    public void even_where_the_data_list_Jeff_first()
    {
        var story = Story.Denied(JeffFirst, DeskIds.SellerPerformance);
        Assert.Equal(DeskIds.ExecutiveSellerRelations, story.Case.Desk);

        var offered = CaseRules.Moves(story.Case, story.Standing, story.By(Story.Lea)).Where(m => m is { Kind: CaseMoves.Draft, Step: not null }).Select(m => m.Desk!);
        Assert.Equal([DeskIds.SellerPerformance, DeskIds.ExecutiveSellerRelations, DeskIds.JeffBezos], offered);
    }
}

public sealed class R23_a_letter_to_Executive_Seller_Relations_asks_for_a_senior_review
{
    private static Story Ready => Story.Denied(Related, DeskIds.SellerPerformance);

    [Fact]
    public void otherwise_it_is_refused() => Ready
        .TryDraft(DeskIds.ExecutiveSellerRelations, l => l with { LetterText = "Order Seller Performance to reinstate us." }).Refused(RefusalCodes.Escalations.SeniorReviewMissing);

    [Theory, InlineData("Please have a Senior investigator read our plan."), InlineData("恳请由高级调查员复核。")]
    public void in_its_text(string text) => Ready.TryDraft(DeskIds.ExecutiveSellerRelations, l => l with { LetterText = text }).Accepted();

    [Fact]
    public void or_by_the_authors_word() => Ready
        .TryDraft(DeskIds.ExecutiveSellerRelations, l => l with { LetterText = "Bitte.", AsksForSeniorReview = true }).Accepted();
}

public sealed class R24_an_executive_denial_is_not_repeated_automatically
{
    [Fact]
    public void so_the_ladder_stands_still_and_a_person_decides()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        story.Draft(DeskIds.ExecutiveSellerRelations);
        var letter = story.Sent(DeskIds.ExecutiveSellerRelations);
        var happened = story.Must(story.TryReply(NoticeKinds.FinalDenial, DeskIds.ExecutiveSellerRelations, letter));
        Assert.DoesNotContain(happened, e => e is LadderMoved);
        Assert.Equal(NextActionKinds.Decide, story.Case.NextAction!.Kind);
    }

    [Fact]
    public void while_an_ordinary_denial_proposes_the_next_rung()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        Assert.Equal((1, CaseStage.Drafting, NextActionKinds.Decide), (story.Case.LadderPosition, story.Case.Stage, story.Case.NextAction!.Kind));
    }
}

public sealed class R25_R27_an_executive_letter_promises_days_and_no_outcome
{
    [Theory, InlineData(DeskIds.ExecutiveSellerRelations), InlineData(DeskIds.JeffBezos)]
    public void so_it_is_followed_up_in_days_although_the_data_say_an_hour(string desk)
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        story.Sent(desk);
        Assert.Equal(story.Now.AddDays(2), story.Case.NextAction!.DueAt);
        Assert.Empty(story.Case.Clocks);
    }
}

public sealed class R26_executives_are_asked_only_after_a_finished_ordinary_round
{
    [Theory, InlineData(DeskIds.ExecutiveSellerRelations), InlineData(DeskIds.JeffBezos)]
    public void so_a_first_letter_is_too_early(string desk) =>
        Assert.Equal("R26", Story.Of(Related).TryDraft(desk).Refused(RefusalCodes.Escalations.TooEarly).Fact("rule"));

    [Fact]
    public void a_plan_just_sent_is_too_early_and_the_refusal_names_the_day()
    {
        var story = Story.Of(Related);
        story.Sent(DeskIds.SellerPerformance);
        Assert.Equal("2026-11-25T09:00:00Z", story.Wait(1).TryDraft(DeskIds.JeffBezos).Refused(RefusalCodes.Escalations.TooEarly).Fact("earliest"));
    }

    [Fact]
    public void an_overdue_answer_finishes_it()
    {
        var story = Story.Of(Related);
        story.Sent(DeskIds.SellerPerformance);
        story.Wait(2).TryDraft(DeskIds.JeffBezos).Accepted();
    }

    [Fact]
    public void an_answer_finishes_it() => Story.Denied(Related, DeskIds.SellerPerformance).TryDraft(DeskIds.JeffBezos).Accepted();

    [Fact]
    public void a_question_to_Account_Health_Support_is_no_round()
    {
        var story = Story.Of(Related);
        story.Sent(DeskIds.AccountHealthSupport);
        story.Wait(30).TryDraft(DeskIds.JeffBezos).Refused(RefusalCodes.Escalations.TooEarly);
    }

    [Fact]
    public void the_round_of_a_sibling_case_counts_for_the_enforcement()
    {
        var story = Story.Of(Related);
        var sibling = new Contact("other", "other-case", "enf", DeskIds.SellerPerformance, false, Story.Monday.AddDays(-5), GrantState.Confirmed, IsOpen: false, LetterKinds.PlanOfAction);
        var standing = story.Standing with { Contacts = [sibling] };
        CaseRules.DraftAttempt(story.Case, story.Letter(DeskIds.JeffBezos), standing, story.By(Story.Ann)).Accepted();
    }
}

public sealed class R28_a_letter_to_Jeff_brings_the_plan_and_the_earlier_submissions
{
    [Fact]
    public void by_themselves()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        story.Draft(DeskIds.JeffBezos);
        var letter = story.Case.Attempts[^1];
        Assert.Equal(story.Case.Attempts[0].LetterHash, letter.AttachedPlanHash);
        Assert.Equal([1], letter.EarlierSubmissions);
    }

    [Fact]
    public void so_without_a_plan_there_is_nothing_to_read()
    {
        var story = Story.Of(CatalogMatch);
        story.Sent(DeskIds.Catalog);
        story.Wait(20).TryDraft(DeskIds.JeffBezos).Refused(RefusalCodes.Escalations.PlanMissing);
        story.TryDraft(DeskIds.ExecutiveSellerRelations).Accepted();
    }
}

public sealed class R29_executives_are_not_for_those_who_cannot_wait_two_days
{
    [Fact]
    public void so_an_answer_within_the_hour_does_not_open_the_way()
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        story.Wait(0.5).Reply(NoticeKinds.FinalDenial, DeskIds.SellerPerformance, plan);
        Assert.Equal("R29", story.TryDraft(DeskIds.ExecutiveSellerRelations).Refused(RefusalCodes.Escalations.TooEarly).Fact("rule"));
        story.Wait(1.5).TryDraft(DeskIds.ExecutiveSellerRelations).Accepted();
    }
}

public sealed class R30_R31_an_enforcement_has_one_executive_chance
{
    private static readonly RuleOverride Allowed = new("R31", "a new owner, and Amazon asked for it");

    private static Story Spent()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        story.Sent(DeskIds.ExecutiveSellerRelations);
        return story;
    }

    [Fact]
    public void the_first_letter_is_free() => Assert.NotNull(Spent().Standing.SpentExecutiveChance);

    [Theory, InlineData(DeskIds.JeffBezos), InlineData(DeskIds.ExecutiveSellerRelations)]
    public void the_second_is_refused_and_shows_when_it_was_used(string desk)
    {
        var no = Spent().Wait(30).TryDraft(desk).Refused(RefusalCodes.Escalations.OneShotSpent);
        Assert.Equal((DeskIds.ExecutiveSellerRelations, "2026-11-27T09:00:00Z"), (no.Fact("usedDesk"), no.Fact("usedOn")));
    }

    [Fact]
    public void a_draft_made_before_is_refused_when_it_is_sent()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        var jeff = story.Approved(DeskIds.JeffBezos);
        story.Sent(DeskIds.ExecutiveSellerRelations);
        Assert.Equal(RefusalCodes.Escalations.OneShotSpent, story.Send(jeff)?.Code);
    }

    [Fact]
    public void a_lead_may_set_it_aside_with_a_reason()
    {
        var story = Spent().Wait(30);
        var number = story.Approved(DeskIds.ExecutiveSellerRelations, l => l with { Override = Allowed }, author: Story.Lea, approver: Story.Otto);
        Assert.Contains(new RuleOverridden(number, "R31", Allowed.Reason), story.Events);
        Assert.Null(story.Send(number, Story.Lea));
    }

    [Fact]
    public void a_case_worker_may_not() => Spent().TryDraft(DeskIds.JeffBezos, l => l with { Override = Allowed }).Refused(RefusalCodes.RuleOverrides.LeadOnly);

    [Fact]
    public void nor_may_the_platform() =>
        Spent().TryDraft(DeskIds.JeffBezos, l => l with { Override = Allowed }, Story.Platform).Refused(RefusalCodes.RuleOverrides.LeadOnly);

    [Fact]
    public void nor_a_lead_without_a_reason() =>
        Spent().TryDraft(DeskIds.JeffBezos, l => l with { Override = new("R31", " ") }, Story.Lea).Refused(RefusalCodes.RuleOverrides.ReasonMissing);

    [Theory, InlineData("R17"), InlineData("R26"), InlineData("I1")]
    public void no_other_rule_can_be_set_aside(string rule) =>
        Story.Of(Related).TryDraft(DeskIds.SellerPerformance, l => l with { Override = new(rule, "hurry") }, Story.Lea).Refused(RefusalCodes.RuleOverrides.NotAllowed);

    [Fact]
    public void an_override_that_was_not_needed_is_not_kept_for_later()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        story.Draft(DeskIds.JeffBezos, l => l with { Override = Allowed }, Story.Lea);
        Assert.Null(story.Case.Attempts[^1].Override);
        Assert.DoesNotContain(story.Events, e => e is RuleOverridden);
    }

    [Fact]
    public void another_enforcement_has_its_own_chance()
    {
        var spent = Spent().Account.Contacts.Single(c => c.IsExecutive);
        Assert.Null(AccountRules.CheckContact(
            new AccountStanding("another", AccountStatus.Normal, [spent]), DeskIds.JeffBezos, SamplePlaybook.Playbook, null, Story.Ann, Story.Monday));
    }
}
