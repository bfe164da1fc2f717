using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using static AgencyPlatform.Specs.SamplePlaybook;

namespace AgencyPlatform.Specs.Cases;

public sealed class R38_when_in_doubt_an_expert_is_asked_and_no_case_falls_silent
{
    private static Decision<CaseEvent> Plan(string kind, string? question = null, string? addressee = null, double days = 1, Story? story = null)
    {
        story ??= Story.Of(Related);
        return CaseRules.PlanNextAction(story.Case, new NextAction(kind, question, addressee, story.Now.AddDays(days)), story.By(Story.Ann));
    }

    [Theory, InlineData(NextActionKinds.AskColleague), InlineData(NextActionKinds.AskLead)]
    public void a_question_names_what_is_asked_and_who(string kind)
    {
        Plan(kind, null, "lea").Refused(RefusalCodes.NextActions.QuestionMissing);
        Plan(kind, "Is this the same owner?").Refused(RefusalCodes.NextActions.AddresseeMissing);
        Plan(kind, "Is this the same owner?", "lea").Accepted();
    }

    [Theory, InlineData(0), InlineData(-1)]
    public void its_day_lies_ahead(double days) => Plan(NextActionKinds.Draft, days: days).Refused(RefusalCodes.NextActions.DatePast);

    [Fact] public void its_kind_is_known() => Plan("hope").Refused(RefusalCodes.NextActions.KindUnknown);

    [Fact]
    public void a_question_to_the_client_waits_for_the_client()
    {
        var story = Story.Of(Related);
        story.Must(Plan(NextActionKinds.AskClient, "Which supplier?", story: story));
        Assert.Equal(CaseStage.AwaitingClient, story.Case.Stage);
        story.Must(Plan(NextActionKinds.Draft, story: story));
        Assert.Equal(CaseStage.Drafting, story.Case.Stage);
    }

    [Fact]
    public void a_new_case_is_looked_at_within_a_day_and_before_its_deadline()
    {
        Assert.Equal(Story.Monday.AddDays(1), Story.Of(Related).Case.NextAction!.DueAt);
        var hurried = Story.Of(Related, r => r with { Clocks = [Clock(ClockPurposes.SellerDeadline, "hours", 5)] });
        Assert.Equal(Story.Monday.AddHours(5), hurried.Case.NextAction!.DueAt);
    }

    private static ClockFinding Clock(string purpose, string unit, int amount) => new("c", purpose, unit, amount, "notice", new("t", "t"));
}

public sealed class Opening_a_case
{
    private static ClockFinding Clock(string purpose, string unit, int amount) => new("c", purpose, unit, amount, "notice", new("t", "t"));

    [Fact]
    public void starts_its_checklist_with_everything_missing() => Assert.Equal(
        [$"{Related}.e1", $"{Related}.e2", $"{Inauthentic}.e1", $"{Inauthentic}.e2"],
        Story.Of(Related, r => r with { OtherCategoryIds = [Inauthentic] }).Case.Checklist.Select(l => l.Id));

    [Fact]
    public void counts_civil_days_in_the_accounts_zone_across_a_clock_change()
    {
        // Tuesday 20 October 18:00 in Los Angeles; summer time ends on 1 November.
        var now = new DateTimeOffset(2026, 10, 21, 1, 0, 0, TimeSpan.Zero);
        var request = new OpenRequest
        {
            CaseId = "c", Number = "1-1", SellerAccountId = "a", ClientId = "k", EnforcementId = "e", CategoryId = Related, Kind = NoticeKinds.Deactivation,
            Language = "en", TimeZone = "America/Los_Angeles",
            Clocks = [Clock("seller-deadline", "days", 17), Clock("window", "hours", 72), Clock("window", "business-days", 5), Clock("amazon-reply", "days", 2)],
        };
        var opened = (CaseOpened)CaseRules.Open(null, request, new(SamplePlaybook.Playbook, Story.Ann, now)).Accepted()[0];
        Assert.Equal(
            [new(2026, 11, 7, 2, 0, 0, TimeSpan.Zero), now.AddHours(72), new(2026, 10, 28, 1, 0, 0, TimeSpan.Zero)],
            opened.Clocks.Select(c => c.DueAt));
    }

    [Fact]
    public void twice_is_once_and_over_another_case_is_refused()
    {
        var story = Story.Of(Related);
        Assert.Empty(story.Open(Related).Accepted());
        story.Open(Related, r => r with { CaseId = "another" }).Refused(RefusalCodes.Cases.Exists);
    }

    [Fact]
    public void refuses_what_makes_no_case()
    {
        new Story().Open("NOTHING").Refused(RefusalCodes.Cases.CategoryUnknown);
        new Story().Open(Related, r => r with { Kind = NoticeKinds.Phishing }).Refused(RefusalCodes.Cases.Phishing);
        new Story().Open(Related, r => r with { TimeZone = "Mars/Base" }).Refused(RefusalCodes.Accounts.TimeZoneUnknown);
    }

    [Theory, InlineData(MemberRole.ReadOnly), InlineData(MemberRole.Billing), InlineData(MemberRole.None)]
    public void is_for_those_who_work_cases(MemberRole role) =>
        new Story().Open(Related, actor: new Actor(ActorKind.Member, "x", role)).Refused(RefusalCodes.Cases.NotPermitted);
}

public sealed class Changing_the_category
{
    [Fact]
    public void keeps_what_was_already_gathered()
    {
        var story = Story.Of(Related);
        story.Must(CaseRules.MarkEvidence(story.Case, new($"{Related}.e1", ChecklistState.Accepted, "file"), story.By(Story.Ann)));
        story.Must(CaseRules.ChangeCategory(story.Case, Inauthentic, "it is about the item", story.By(Story.Ann)));
        Assert.Equal([$"{Inauthentic}.e1", $"{Inauthentic}.e2", $"{Related}.e1"], story.Case.Checklist.Select(l => l.Id));
        Assert.Equal((DeskIds.ProductQuality, 0, NextActionKinds.Draft), (story.Case.Desk, story.Case.LadderPosition, story.Case.NextAction!.Kind));
    }

    [Fact]
    public void needs_a_known_one_and_a_reason()
    {
        var story = Story.Of(Related);
        CaseRules.ChangeCategory(story.Case, Inauthentic, " ", story.By(Story.Ann)).Refused(RefusalCodes.Cases.ReasonMissing);
        CaseRules.ChangeCategory(story.Case, "NOTHING", "x", story.By(Story.Ann)).Refused(RefusalCodes.Cases.CategoryUnknown);
        CaseRules.ChangeCategory(story.Case, SupportFirst, "x", story.By(Story.Ann)).Accepted();
        Assert.Empty(CaseRules.ChangeCategory(story.Case, Related, "x", story.By(Story.Ann)).Accepted());
    }
}

public sealed class The_checklist
{
    private static Decision<CaseEvent> Mark(ChecklistState state, string? file = null, string? reason = null, string line = $"{Related}.e1")
    {
        var story = Story.Of(Related);
        return CaseRules.MarkEvidence(story.Case, new ChecklistLine(line, state, file, reason), story.By(Story.Ann));
    }

    [Fact] public void knows_its_lines() => Mark(ChecklistState.Received, "file", line: "other").Refused(RefusalCodes.Evidence.LineUnknown);
    [Fact] public void takes_a_document_as_a_file() => Mark(ChecklistState.Accepted).Refused(RefusalCodes.Evidence.FileMissing);
    [Fact] public void takes_a_file() => Mark(ChecklistState.Accepted, "file").Accepted();
    [Fact] public void says_why_something_is_not_needed() => Mark(ChecklistState.NotNeeded).Refused(RefusalCodes.Evidence.ReasonMissing);
    [Fact] public void is_silent_when_nothing_changes() => Assert.Empty(Mark(ChecklistState.Missing).Accepted());
}

public sealed class A_note
{
    [Fact]
    public void says_something_of_bearable_length_even_on_a_resolved_case()
    {
        var story = Story.Of(Related);
        CaseRules.AddNote(story.Case, " ", story.By(Story.Ann)).Refused(RefusalCodes.Notes.Empty);
        CaseRules.AddNote(story.Case, new string('x', 20_001), story.By(Story.Ann)).Refused(RefusalCodes.Notes.TooLong);
        story.Must(CaseRules.Resolve(story.Case, Outcome.Withdrawn, null, story.By(Story.Ann)));
        story.Must(CaseRules.AddNote(story.Case, "called back", story.By(Story.Ann)));
        Assert.Equal(1, story.Case.NoteCount);
    }

    [Fact]
    public void is_not_the_clients_to_write()
    {
        var story = Story.Of(Related);
        CaseRules.AddNote(story.Case, "hello", story.By(new Actor(ActorKind.Client, "c", MemberRole.CaseWorker))).Refused(RefusalCodes.Cases.NotPermitted);
        CaseRules.AddNote(null, "hello", story.By(Story.Ann)).Refused(RefusalCodes.Cases.Unknown);
    }
}

public sealed class The_moves_of_a_case
{
    private static CaseMove Draft(Story story, string desk) =>
        CaseRules.Moves(story.Case, story.Standing, story.By(Story.Ann)).First(m => m.Kind == CaseMoves.Draft && m.Desk == desk);

    [Fact]
    public void name_the_suggested_rung_and_why_another_is_closed()
    {
        var story = Story.Of(Related);
        Assert.Equal((true, true), (Draft(story, DeskIds.SellerPerformance).IsAllowed, Draft(story, DeskIds.SellerPerformance).IsSuggested));
        var jeff = Draft(story, DeskIds.JeffBezos);
        Assert.Equal(RefusalCodes.Escalations.TooEarly, jeff.Refusal?.Code);
        Assert.Equal([false, true, false, null], jeff.Needs!.Select(n => n.IsMet));
    }

    [Fact]
    public void open_with_the_preconditions()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        Assert.True(Draft(story, DeskIds.JeffBezos).IsAllowed);
        Assert.Equal([true, true, true, null], Draft(story, DeskIds.JeffBezos).Needs!.Select(n => n.IsMet));
        Assert.True(Draft(story, DeskIds.SellerSupport).IsAllowed);
    }

    [Fact]
    public void say_on_each_attempt_who_may_do_what()
    {
        var story = Story.Of(Related);
        story.Draft(DeskIds.SellerPerformance);
        var moves = CaseRules.Moves(story.Case, story.Standing, story.By(Story.Ann)).Where(m => m.AttemptNumber == 1).ToDictionary(m => m.Kind, m => m.Refusal?.Code);
        Assert.Equal(RefusalCodes.Attempts.FourEyes, moves[CaseMoves.Approve]);
        Assert.Equal(RefusalCodes.Attempts.NotApproved, moves[CaseMoves.Send]);
        Assert.Null(moves[CaseMoves.Revise]);
    }

    [Fact]
    public void know_which_endings_are_open()
    {
        var story = Story.Of(Trademark);
        var endings = CaseRules.Moves(story.Case, story.Standing, story.By(Story.Ann)).Where(m => m.Kind == CaseMoves.Resolve).ToDictionary(m => m.Outcome!.Value, m => m.Refusal?.Code);
        Assert.Null(endings[Outcome.Retracted]);
        Assert.Equal(RefusalCodes.Cases.IpNeedsRetraction, endings[Outcome.NotAProblem]);
        Assert.Equal(RefusalCodes.Cases.LeadNeeded, endings[Outcome.Withdrawn]);
    }

    [Fact]
    public void of_a_resolved_case_are_to_reopen()
    {
        var story = Story.Of(Related);
        story.Must(CaseRules.Resolve(story.Case, Outcome.Withdrawn, null, story.By(Story.Ann)));
        Assert.Equal(CaseMoves.Reopen, Assert.Single(CaseRules.Moves(story.Case, story.Standing, story.By(Story.Ann)), m => m.IsAllowed).Kind);
    }
}
