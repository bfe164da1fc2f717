using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.SampleLadders;

namespace AgencyPlatform.Specs.Sla;

public sealed class Plans_changed_under_running_clocks
{
    private static readonly ClockTarget Eight = new() { Unit = ClockUnit.Elapsed, Seconds = 8 * 3_600, Rule = "old" };
    private static readonly ClockTarget Four = Eight with { Seconds = 4 * 3_600, Rule = "new" };

    private static ClockEvent Event(int sequence, ClockEventKind kind, double hours, ClockTarget? target = null) =>
        new() { Sequence = sequence, Kind = kind, At = Tuesday.AddHours(hours), Target = target };

    private static SlaClock Clock(params ClockEvent[] events) => new() { Id = "resolution", Metric = Metrics.Resolution, Events = [Event(1, ClockEventKind.Started, 0, Eight), .. events] };

    [Fact]
    public void leave_running_clocks_alone_where_only_new_cases_are_meant() =>
        Assert.Null(PlanChange.Retarget(Clock(), Four, PlanChoice.NewCasesOnly, Tuesday.AddHours(1)));

    [Theory]
    [InlineData(PlanChoice.FromNow, false)]
    [InlineData(PlanChoice.RecomputeAll, true)]
    public void retarget_open_clocks_and_say_why(PlanChoice choice, bool recounts)
    {
        var happened = PlanChange.Retarget(Clock(Event(5, ClockEventKind.Paused, 1)), Four, choice, Tuesday.AddHours(2))!;
        Assert.Equal((6, ClockEventKind.Retargeted, "plan", recounts), (happened.Sequence, happened.Kind, happened.Reason, happened.Recount));
        Assert.Equal((Four, Tuesday.AddHours(2)), (happened.Target, happened.At));
    }

    [Fact]
    public void never_touch_what_has_ended_or_was_history()
    {
        foreach (var end in new[] { ClockEventKind.Fulfilled, ClockEventKind.Cancelled })
        {
            Assert.Null(PlanChange.Retarget(Clock(Event(2, end, 3)), Four, PlanChoice.RecomputeAll, Tuesday.AddHours(4)));
        }

        Assert.NotNull(PlanChange.Retarget(Clock(Event(3, ClockEventKind.Reopened, 4), Event(2, ClockEventKind.Fulfilled, 3)), Four, PlanChoice.RecomputeAll, Tuesday.AddHours(5)));
    }

    [Fact]
    public void keep_the_instant_of_a_deadline_that_others_set()
    {
        var deadline = new ClockTarget { Unit = ClockUnit.Fixed, DueAt = Tuesday.AddDays(17) };
        var clock = Clock() with { Metric = Metrics.HardDeadline, Events = [Event(1, ClockEventKind.Started, 0, deadline)] };
        Assert.Equal(Tuesday.AddDays(17), PlanChange.Retarget(clock, deadline with { DueAt = null, BreachLadder = "late" }, PlanChoice.FromNow, Tuesday)!.Target!.DueAt);
    }

    /// <summary>Plain hours from the start, without pauses: enough to see what a preview compares.</summary>
    private static ClockState State(SlaClock clock, DateTimeOffset at)
    {
        var target = clock.Events.Last(e => e.Target is not null).Target!;
        var due = Tuesday.AddSeconds(target.Seconds);
        return new ClockState
        {
            Phase = ClockPhase.Running, StartedAt = Tuesday, Target = target, DueAt = due, BreachedAt = at > due ? due : null,
            Points = [new(FiringKinds.Warning, "50%", Tuesday.AddSeconds(target.Seconds / 2))],
        };
    }

    [Fact]
    public void are_coloured_by_what_has_been_reached()
    {
        Assert.Equal(ClockColour.Calm, PlanChange.ColourAt(State(Clock(), Tuesday.AddHours(1)), Tuesday.AddHours(1)));
        Assert.Equal(ClockColour.Warned, PlanChange.ColourAt(State(Clock(), Tuesday.AddHours(5)), Tuesday.AddHours(5)));
        Assert.Equal(ClockColour.Breached, PlanChange.ColourAt(State(Clock(), Tuesday.AddHours(9)), Tuesday.AddHours(9)));
    }

    [Fact]
    public void colour_what_stands_still_as_still() =>
        Assert.Equal(ClockColour.Still, PlanChange.ColourAt(State(Clock(), Tuesday) with { Phase = ClockPhase.Paused }, Tuesday.AddHours(5)));
}
