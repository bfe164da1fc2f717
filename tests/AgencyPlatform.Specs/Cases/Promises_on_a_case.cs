using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Domain.Triage;
using static AgencyPlatform.Specs.SamplePlaybook;

namespace AgencyPlatform.Specs.Cases;

/// <summary>Stories begin on Monday, 23 November 2026, 10:00 in Berlin (09:00 UTC).</summary>
public sealed class Promises_on_a_case
{
    private static DateTimeOffset Utc(int day, int hour, int minute = 0) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);

    private static Story Open(Func<OpenRequest, OpenRequest>? change = null) => Story.Of(Related, change, plan: SamplePlan.Plan);

    private static ClockState State(Story story, string clock) =>
        SlaFunction.State(story.Case.Promises.Last(c => c.Id == clock), story.Promising.Calendars, story.Now);

    private static void Say(Story story, MessageDirection direction, MessageKind kind = MessageKind.Human, DateTimeOffset? at = null, string? noReply = null) =>
        story.Must(CaseRules.RecordMessage(story.Case, new CaseMessage
        {
            Id = "m", Direction = direction, Kind = kind, At = at ?? story.Now, NeedsReply = noReply is null, NoReplyReason = noReply,
        }, story.By(Story.Ann)));

    [Fact]
    public void a_new_case_owes_an_answer_news_a_draft_and_a_solution()
    {
        var story = Open();
        Assert.Equal(
            [Metrics.FirstResponse, Metrics.PeriodicUpdate, Metrics.Resolution, Metrics.StageDraft],
            story.Case.Promises.Select(c => c.Id).Order());
        Assert.Equal(Utc(23, 13), State(story, Metrics.FirstResponse).DueAt);
        Assert.Equal(Utc(30, 9), State(story, Metrics.Resolution).DueAt);
        Assert.Equal((Utc(23, 13), Metrics.FirstResponse), (story.Case.Attention!.DueAt, story.Case.Attention.Metric));
    }

    [Fact]
    public void without_a_rule_there_is_no_clock() =>
        Assert.Empty(Story.Of(Related, plan: SamplePlan.Plan with { Rules = [] }).Case.Promises);

    [Fact]
    public void words_of_a_person_answer_the_client()
    {
        var story = Open().At(Utc(23, 12));
        Say(story, MessageDirection.ToClient);
        Assert.Equal(ClockPhase.Met, State(story, Metrics.FirstResponse).Phase);
        Assert.Equal(2, story.Case.Promises.Last(c => c.Id == Metrics.PeriodicUpdate).Cycle);
    }

    [Theory]
    [InlineData(MessageKind.AutoReply), InlineData(MessageKind.Bounce), InlineData(MessageKind.Macro), InlineData(MessageKind.System), InlineData(MessageKind.Imported)]
    public void what_a_machine_sends_answers_nobody(MessageKind kind)
    {
        var story = Open().At(Utc(23, 12));
        Say(story, MessageDirection.ToClient, kind);
        Assert.Equal(ClockPhase.Running, State(story, Metrics.FirstResponse).Phase);
    }

    [Fact]
    public void a_call_answers_too()
    {
        var story = Open();
        Say(story, MessageDirection.ToClient, MessageKind.Call);
        Assert.Equal(ClockPhase.Met, State(story, Metrics.FirstResponse).Phase);
    }

    /// <summary>X23.</summary>
    [Fact]
    public void the_oldest_unanswered_message_counts_and_the_last_second_is_in_time()
    {
        var story = Open().At(Utc(24, 9));
        Say(story, MessageDirection.FromClient);
        story.At(Utc(24, 10));
        Say(story, MessageDirection.FromClient);
        Assert.Equal(Utc(24, 9), State(story, Metrics.NextReply).StartedAt);
        story.At(Utc(24, 11));
        Say(story, MessageDirection.ToClient);
        Assert.Equal((ClockPhase.Met, 7_200L), (State(story, Metrics.NextReply).Phase, State(story, Metrics.NextReply).UsedSeconds));
    }

    [Fact]
    public void thanks_need_no_reply_if_somebody_says_why()
    {
        var story = Open();
        Say(story, MessageDirection.FromClient, noReply: "only thanks");
        Assert.DoesNotContain(story.Case.Promises, c => c.Id == Metrics.NextReply);
        CaseRules.RecordMessage(story.Case, new CaseMessage { Id = "m", Direction = MessageDirection.FromClient, Kind = MessageKind.Human, At = story.Now, NeedsReply = false }, story.By(Story.Ann))
            .Refused(RefusalCodes.Messages.ReasonMissing);
    }

    [Fact]
    public void a_message_lies_between_the_opening_and_now()
    {
        var story = Open();
        var message = new CaseMessage { Id = "m", Direction = MessageDirection.ToClient, Kind = MessageKind.Human, At = story.Now.AddHours(1) };
        CaseRules.RecordMessage(story.Case, message, story.By(Story.Ann)).Refused(RefusalCodes.Messages.FromTheFuture);
        CaseRules.RecordMessage(story.Case, message with { At = story.Now.AddHours(-1) }, story.By(Story.Ann)).Refused(RefusalCodes.Messages.BeforeTheCase);
        CaseRules.RecordMessage(story.Case, message with { At = story.Now.AddMinutes(4) }, story.By(Story.Ann)).Accepted();
    }

    [Fact]
    public void waiting_for_the_client_stops_the_solution_and_the_draft_but_no_answer()
    {
        var story = Open().At(Utc(23, 11));
        story.Must(CaseRules.PlanNextAction(story.Case, new NextAction(NextActionKinds.AskClient, "Which supplier?", null, story.Now.AddDays(1)), story.By(Story.Ann)));
        Assert.Equal((ClockPhase.Paused, 38 * 3_600L), (State(story, Metrics.Resolution).Phase, State(story, Metrics.Resolution).LeftSeconds));
        Assert.Equal(ClockPhase.Paused, State(story, Metrics.StageDraft).Phase);
        Assert.Equal(ClockPhase.Running, State(story, Metrics.FirstResponse).Phase);
        Assert.Equal(ClockPhase.Running, State(story, Metrics.PeriodicUpdate).Phase);
        Assert.Equal("client", story.Case.Attention!.PausedBy);

        story.At(Utc(25, 9));
        story.Must(CaseRules.PlanNextAction(story.Case, new NextAction(NextActionKinds.Draft, null, null, story.Now.AddDays(1)), story.By(Story.Ann)));
        Assert.Equal((ClockPhase.Running, 38 * 3_600L), (State(story, Metrics.Resolution).Phase, State(story, Metrics.Resolution).LeftSeconds));
        Assert.Null(story.Case.Attention!.PausedBy);
    }

    [Theory, InlineData(true, ClockPhase.Paused), InlineData(false, ClockPhase.Running)]
    public void waiting_for_amazon_stops_the_solution_only_by_contract(bool isAgreed, ClockPhase expected)
    {
        var story = Story.Of(Related, plan: SamplePlan.Plan with { Clients = [new ClientTerms("client", AmazonPausesResolution: isAgreed)] });
        story.Sent(DeskIds.SellerPerformance);
        Assert.Equal(expected, State(story, Metrics.Resolution).Phase);
    }

    [Fact]
    public void each_stage_of_the_work_has_its_clock()
    {
        var story = Open();
        var number = story.Draft(DeskIds.SellerPerformance);
        Assert.Equal(ClockPhase.Met, State(story, Metrics.StageDraft).Phase);
        Assert.Equal(ClockPhase.Running, State(story, Metrics.StageReview).Phase);
        story.Must(CaseRules.ApproveAttempt(story.Current, number, story.By(Story.Lea)));
        Assert.Equal(ClockPhase.Met, State(story, Metrics.StageReview).Phase);
        Assert.Equal(ClockPhase.Running, State(story, Metrics.StageSend).Phase);
        Assert.Null(story.Send(number));
        Assert.Equal(ClockPhase.Met, State(story, Metrics.StageSend).Phase);
        Assert.Equal(story.Case.NextAction!.DueAt, State(story, "amazon-reply:1").DueAt);
        story.Wait(1).Reply(NoticeKinds.MoreInfoNeeded, DeskIds.SellerPerformance, number);
        Assert.Equal(ClockPhase.Met, State(story, "amazon-reply:1").Phase);
        Assert.Equal((ClockPhase.Running, 2), (State(story, Metrics.StageDraft).Phase, story.Case.Promises.Last(c => c.Id == Metrics.StageDraft).Cycle));
    }

    [Fact]
    public void a_deadline_of_the_notice_is_kept_by_submitting_and_paused_by_nothing()
    {
        var story = Open(r => r with { Clocks = [new ClockFinding("reply", ClockPurposes.SellerDeadline, "hours", 72, "notice", new("t", "t"))] });
        var deadline = State(story, "hard-deadline:reply");
        Assert.Equal(story.Now.AddHours(72), deadline.DueAt);
        Assert.Equal([story.Now.AddHours(48), story.Now.AddHours(72)], deadline.Points.Select(p => p.At));
        story.Must(CaseRules.PlanNextAction(story.Case, new NextAction(NextActionKinds.AskClient, "Invoices?", null, story.Now.AddDays(1)), story.By(Story.Ann)));
        Assert.Equal(ClockPhase.Running, State(story, "hard-deadline:reply").Phase);
        story.Sent(DeskIds.SellerPerformance);
        Assert.Equal(ClockPhase.Met, State(story, "hard-deadline:reply").Phase);
    }

    [Fact]
    public void a_higher_priority_shortens_what_is_left_and_keeps_what_was_used()
    {
        var story = Open().At(Utc(23, 14));
        story.Must(CaseRules.SetPriority(story.Case, CasePriority.Urgent, "hero product", story.By(Story.Ann)));
        Assert.Equal(11 * 3_600L, State(story, Metrics.Resolution).LeftSeconds);
        Assert.Empty(CaseRules.SetPriority(story.Case, CasePriority.Urgent, null, story.By(Story.Ann)).Accepted());
    }

    [Fact]
    public void solving_ends_every_clock_and_reopening_soon_goes_on_with_the_old_one()
    {
        var story = Open().At(Utc(24, 9));
        story.Must(CaseRules.Resolve(story.Case, Outcome.Withdrawn, null, story.By(Story.Lea)));
        Assert.Equal(ClockPhase.Met, State(story, Metrics.Resolution).Phase);
        Assert.All(story.Case.Promises.Where(c => c.Id != Metrics.Resolution), c => Assert.Equal("not-required", c.Events[^1].Reason));
        Assert.Null(story.Case.Attention!.WakeAt);

        story.At(Utc(26, 9));
        story.Must(CaseRules.Reopen(story.Case, "denied after all", story.By(Story.Lea)));
        var resumed = story.Case.Promises.Last(c => c.Id == Metrics.Resolution);
        Assert.Equal((1, 32 * 3_600L), (resumed.Cycle, State(story, Metrics.Resolution).LeftSeconds));
    }

    [Fact]
    public void reopening_late_is_a_new_promise()
    {
        var story = Open();
        story.Must(CaseRules.Resolve(story.Case, Outcome.Withdrawn, null, story.By(Story.Lea)));
        story.Wait(8);
        story.Must(CaseRules.Reopen(story.Case, "again", story.By(Story.Lea)));
        Assert.Equal(2, story.Case.Promises.Last(c => c.Id == Metrics.Resolution).Cycle);
    }

    [Fact]
    public void a_duplicate_hands_its_promises_to_the_other_case()
    {
        var story = Open(r => r with { PossibleDuplicateOf = "other" });
        story.Must(CaseRules.Resolve(story.Case, Outcome.Duplicate, null, story.By(Story.Lea)));
        Assert.All(story.Case.Promises, c => Assert.Equal((ClockEventKind.Cancelled, "merged"), (c.Events[^1].Kind, c.Events[^1].Reason)));
    }

    [Fact]
    public void an_edited_plan_follows_the_owners_choice()
    {
        var story = Open().At(Utc(23, 14));
        story.Plan = SamplePlan.Plan with { Rules = [.. SamplePlan.Plan.Rules.Select(r => r.Metric == Metrics.Resolution ? r with { Seconds = 6 * 3_600 } : r)] };
        var context = story.Promising with { Reference = SamplePlan.Edited };
        Assert.Equal(
            (Utc(30, 9), Utc(23, 15)),
            CasePromises.Preview(story.Case, PlanChoice.FromNow, context).Where(p => p.ClockId == Metrics.Resolution).Select(p => (p.Before.DueAt!.Value, p.After.DueAt!.Value)).Single());
        Assert.Empty(CaseRules.ApplyPlan(story.Case, SamplePlan.Edited, PlanChoice.NewCasesOnly, story.By(Story.Platform)).Accepted());
        var applied = CaseRules.ApplyPlan(story.Case, SamplePlan.Edited, PlanChoice.RecomputeAll, story.By(Story.Platform)).Accepted();
        var moves = CasePromises.Follow(story.Case, story.Case, applied, context).OfType<ClocksMoved>().Single().Moves;
        Assert.Contains(moves, m => m is { ClockId: Metrics.Resolution, Event: { Kind: ClockEventKind.Retargeted, Recount: true, Reason: "plan" } });
    }
}
