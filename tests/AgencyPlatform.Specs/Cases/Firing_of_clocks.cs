using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.SamplePlaybook;

namespace AgencyPlatform.Specs.Cases;

/// <summary>Stories begin on Monday, 23 November 2026, 10:00 in Berlin (09:00 UTC).</summary>
public sealed class Firing_of_clocks
{
    private static DateTimeOffset Utc(int day, int hour, int minute = 0, int second = 0) => new(2026, 11, day, hour, minute, second, TimeSpan.Zero);

    private static Story Open() => Story.Of(Related, plan: SamplePlan.Plan);

    private static SlaClock Clock(Story story, string id) => story.Case.Promises.Last(c => c.Id == id);

    /// <summary>A story whose next action never stands in the way of the clocks.</summary>
    private static Story Calm()
    {
        var story = Open();
        story.Must(CaseRules.PlanNextAction(story.Case, new NextAction("other", null, null, Utc(30, 23)), story.By(Story.Ann)));
        return story;
    }

    [Fact]
    public void a_breach_fires_at_its_instant_and_once()
    {
        var story = Calm().At(Utc(23, 12, 59, 59));
        Assert.Empty(story.Wake());
        story.At(Utc(23, 13));
        var fired = Assert.Single(story.Wake().OfType<ClockFired>());
        Assert.Equal((Metrics.FirstResponse, FiringKinds.Breach, false), (fired.ClockId, fired.Firings[0].Kind, fired.Firings[0].IsLate));
        Assert.Empty(story.Wake());
        Assert.True(story.Case.Attention!.IsBreached);
    }

    [Fact]
    public void what_was_missed_together_is_told_together_and_marked_late()
    {
        var story = Calm().At(Utc(30, 10));
        var fired = story.Wake().OfType<ClockFired>().Single(f => f.ClockId == Metrics.Resolution);
        Assert.Equal([("warning", "75%", Utc(26, 15)), ("breach", "", Utc(30, 9))], fired.Firings.Select(f => (f.Kind, f.Step, f.DueAt)));
        Assert.All(fired.Firings, f => Assert.True(f.IsLate));
    }

    [Fact]
    public void a_pause_before_the_instant_lets_nothing_fire()
    {
        var story = Calm().At(Utc(23, 12));
        story.Must(CaseRules.PlanNextAction(story.Case, new NextAction("ask-client", "Which supplier?", null, Utc(30, 23)), story.By(Story.Ann)));
        story.At(Utc(24, 15));
        Assert.DoesNotContain(story.Wake().OfType<ClockFired>(), f => f.ClockId == Metrics.StageDraft);
    }

    [Fact]
    public void an_answer_that_comes_late_still_records_the_miss()
    {
        var story = Calm().At(Utc(23, 14));
        story.Must(CaseRules.RecordMessage(story.Case, new CaseMessage { Id = "m", Direction = MessageDirection.ToClient, Kind = MessageKind.Human, At = story.Now }, story.By(Story.Ann)));
        Assert.Equal([FiringKinds.Breach], Clock(story, Metrics.FirstResponse).Fired.Select(f => f.Kind));
        Assert.Equal(ClockPhase.Missed, SlaFunction.State(Clock(story, Metrics.FirstResponse), story.Promising.Calendars, story.Now).Phase);
    }

    [Fact]
    public void an_answer_learnt_of_late_but_given_in_time_is_in_time()
    {
        var story = Calm().At(Utc(23, 14));
        story.Must(CaseRules.RecordMessage(story.Case, new CaseMessage { Id = "m", Direction = MessageDirection.ToClient, Kind = MessageKind.Human, At = Utc(23, 12) }, story.By(Story.Ann)));
        Assert.Empty(Clock(story, Metrics.FirstResponse).Fired);
        Assert.Equal(ClockPhase.Met, SlaFunction.State(Clock(story, Metrics.FirstResponse), story.Promising.Calendars, story.Now).Phase);
    }

    [Fact]
    public void nothing_fires_after_the_end()
    {
        var story = Calm();
        story.Must(CaseRules.Resolve(story.Case, Outcome.Withdrawn, null, story.By(Story.Lea)));
        story.Wait(60);
        Assert.Empty(story.Wake());
    }

    [Fact]
    public void a_breach_calls_the_ladder_until_somebody_takes_care()
    {
        var story = Calm().At(Utc(30, 9));
        var called = story.Wake().OfType<EscalationChanged>().Last();
        Assert.Equal(("called", "ann"), (called.What, called.Calls[0].Members[0].Member));
        story.Must(CaseRules.HoldEscalation(story.Case, called.Escalation.Id, "acknowledged", TimeSpan.FromHours(3), story.By(Story.Ben), story.Promising));
        story.At(Utc(30, 11));
        Assert.DoesNotContain(story.Wake(), e => e is EscalationChanged { What: "called" });
        story.At(Utc(30, 12));
        Assert.Contains(story.Wake(), e => e is EscalationChanged { What: "called", Calls: [{ Members: [{ Member: "lea" }] }] });
        Assert.DoesNotContain(story.Case.Escalations, e => e.EndedAt is null);
    }

    [Fact]
    public void the_end_of_the_clock_ends_its_ladder()
    {
        var story = Calm().At(Utc(30, 9));
        story.Wake();
        story.Must(CaseRules.Resolve(story.Case, Outcome.Withdrawn, null, story.By(Story.Lea)));
        Assert.All(story.Case.Escalations, e => Assert.Equal("fulfilled", e.EndReason));
    }

    [Fact]
    public void holding_needs_a_ladder_that_runs()
    {
        var story = Calm();
        CaseRules.HoldEscalation(story.Case, "none", "acknowledged", TimeSpan.FromHours(1), story.By(Story.Ann), story.Promising).Refused(RefusalCodes.Promises.EscalationUnknown);
    }

    [Fact]
    public void R38_a_next_action_that_passed_is_raised_once()
    {
        var story = Open().At(Utc(24, 9));
        Assert.Single(story.Wake().OfType<NextActionPassed>());
        Assert.Empty(story.Wake());
        story.Must(CaseRules.PlanNextAction(story.Case, new NextAction("other", null, null, Utc(25, 9)), story.By(Story.Ann)));
        story.At(Utc(25, 9));
        Assert.Single(story.Wake().OfType<NextActionPassed>());
    }

    [Fact]
    public void R38_an_open_case_always_wants_to_be_woken() => Assert.NotNull(Open().Case.Attention!.WakeAt);

    [Fact]
    public void history_that_is_brought_in_fires_nothing_that_lies_behind()
    {
        var story = new Story { Plan = SamplePlan.Plan };
        var opened = story.Must(story.Open(Related));
        var silent = story.Promising with { BroughtInAt = Utc(29, 12) };
        var brought = CasePromises.Follow(null, story.Case with { Promises = [], Attention = null }, opened, silent).Aggregate(
            story.Case with { Promises = [], Attention = null, NextAction = null }, (c, e) => CaseRules.Evolve(c, e, story.Now));
        story.At(Utc(29, 12));
        Assert.DoesNotContain(CasePromises.Wake(brought, null, story.Promising), e => e is ClockFired);
        story.At(Utc(30, 9));
        var fired = Assert.Single(CasePromises.Wake(brought, null, story.Promising).OfType<ClockFired>(), f => f.ClockId == Metrics.Resolution);
        Assert.Equal([FiringKinds.Breach], fired.Firings.Select(f => f.Kind));
    }

    [Fact]
    public void a_case_woken_early_says_so_and_a_wrong_index_is_put_right()
    {
        var story = Calm();
        Assert.Empty(story.Wake());
        var recounted = Assert.IsType<ClocksRecounted>(Assert.Single(CasePromises.Wake(story.Case, Utc(23, 11), story.Promising)));
        Assert.Equal(Utc(23, 13), recounted.Attention.WakeAt);
    }

    [Fact]
    public void a_miss_is_explained_from_a_closed_list()
    {
        var story = Calm().At(Utc(23, 13));
        var by = story.By(Story.Ann);
        CaseRules.ExplainBreach(story.Case, Metrics.FirstResponse, null, BreachReasons.Workload, null, by).Refused(RefusalCodes.Promises.NotBroken);
        story.Wake();
        CaseRules.ExplainBreach(story.Case, "no-such", null, BreachReasons.Workload, null, by).Refused(RefusalCodes.Promises.ClockUnknown);
        CaseRules.ExplainBreach(story.Case, Metrics.FirstResponse, null, "bad-luck", null, by).Refused(RefusalCodes.Promises.ReasonUnknown);
        CaseRules.ExplainBreach(story.Case, Metrics.FirstResponse, null, BreachReasons.Other, " ", by).Refused(RefusalCodes.Promises.TextMissing);
        story.Must(CaseRules.ExplainBreach(story.Case, Metrics.FirstResponse, null, BreachReasons.ClientSilent, null, by));
        Assert.Equal(BreachReasons.ClientSilent, Clock(story, Metrics.FirstResponse).Reason!.Code);
    }
}
