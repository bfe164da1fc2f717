using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

/// <summary>Monday 8 June 2026 in Berlin; the office is open from 9 to 17.</summary>
public sealed class A_clock
{
    private static readonly WorkingTime Office = Germany.Time();

    private static DateTimeOffset Monday(int hour, int minute = 0) => At(Berlin, "2026-06-08").AddHours(hour).AddMinutes(minute);

    private static Clock FourHours => Started(Monday(9), 4 * Hour, Office);

    [Fact]
    public void tells_what_is_used_and_left()
    {
        var state = FourHours.StateAt(Monday(10));
        Assert.Equal((ClockPhase.Running, Monday(13), Hour, 3 * Hour, 3 * Hour), (state.Phase, state.DueAt, state.UsedSeconds, state.LeftSeconds, state.LeftWallSeconds));
        Assert.Equal(Monday(9), state.StartedAt);
        Assert.Equal("rule", state.Target.Rule);
    }

    [Fact]
    public void counts_wall_time_beside_working_time()
    {
        var state = Started(Monday(16), 4 * Hour, Office).StateAt(Monday(16));
        Assert.Equal((4 * Hour, 20 * Hour), (state.LeftSeconds, state.LeftWallSeconds));
    }

    [Fact]
    public void goes_below_zero_in_its_own_unit_once_overdue()
    {
        var state = FourHours.StateAt(Monday(33));
        Assert.Equal((4 * Hour, -4 * Hour, -20 * Hour), (state.UsedSeconds - 4 * Hour, state.LeftSeconds, state.LeftWallSeconds));
    }

    [Fact]
    public void is_broken_at_its_due_instant_and_not_a_second_before()
    {
        Assert.Null(FourHours.StateAt(Monday(13).AddSeconds(-1)).BreachedAt);
        var state = FourHours.StateAt(Monday(13));
        Assert.Equal((Monday(13), BreachCauses.Time, ClockPhase.Running), (state.BreachedAt, state.BreachCause, state.Phase));
    }

    [Fact]
    public void is_met_with_the_last_second_and_missed_one_later()
    {
        Assert.Equal((ClockPhase.Met, null), (FourHours.Fulfilled(Monday(13)).State.Phase, FourHours.Fulfilled(Monday(13)).State.BreachedAt));
        var late = FourHours.Fulfilled(Monday(13).AddSeconds(1)).State;
        Assert.Equal((ClockPhase.Missed, Monday(13), Monday(13).AddSeconds(1)), (late.Phase, late.BreachedAt, late.FulfilledAt));
    }

    [Fact]
    public void stands_still_once_fulfilled()
    {
        var state = FourHours.Fulfilled(Monday(10)).StateAt(Monday(90));
        Assert.Equal((ClockPhase.Met, Hour, null, null), (state.Phase, state.UsedSeconds, state.LeftSeconds, state.LeftWallSeconds));
        Assert.Equal((Monday(10), Monday(13), null), (state.FulfilledAt, state.DueAt, state.BreachedAt));
        Assert.Empty(state.Points);
    }

    [Fact]
    public void is_met_by_late_evidence_of_an_answer_in_time()
    {
        var broken = FourHours.Fulfilled(Monday(15));
        Assert.Equal(ClockPhase.Missed, broken.State.Phase);
        var corrected = broken.Fulfilled(Monday(12));
        Assert.Equal((ClockPhase.Met, Monday(12), null), (corrected.StateAt(Monday(90)).Phase, corrected.StateAt(Monday(90)).FulfilledAt, corrected.StateAt(Monday(90)).BreachedAt));
    }

    [Fact]
    public void ends_without_a_trace_of_a_due_instant_when_cancelled()
    {
        var state = FourHours.Cancelled(Monday(10)).StateAt(Monday(90));
        Assert.Equal((ClockPhase.Cancelled, null, null, null), (state.Phase, state.DueAt, state.LeftSeconds, state.BreachedAt));
        Assert.Equal(Hour, state.UsedSeconds);
        Assert.Empty(state.Points);
    }

    [Fact]
    public void keeps_the_breach_when_cancelled_afterwards() =>
        Assert.Equal(Monday(13), FourHours.Cancelled(Monday(14)).State.BreachedAt);

    [Fact]
    public void starts_counting_when_the_office_opens() => Assert.Equal(Monday(13), Started(Monday(3), 4 * Hour, Office).Due);

    [Fact]
    public void without_a_budget_is_due_at_its_start()
    {
        Assert.Equal(Monday(3), Started(Monday(3), 0, Office).Due);
        Assert.Equal(Monday(3), Started(Monday(3), 0, Office).Paused(Monday(3)).StateAt(Monday(4)).DueAt);
        Assert.Equal(ClockPhase.Met, Started(Monday(3), 0, Office).Fulfilled(Monday(3)).State.Phase);
    }

    [Fact]
    public void that_starts_later_promises_already()
    {
        var state = FourHours.StateAt(Monday(3));
        Assert.Equal((ClockPhase.Running, Monday(13), 0L, 4 * Hour), (state.Phase, state.DueAt, state.UsedSeconds, state.LeftSeconds));
    }

    [Fact]
    public void can_never_be_due_where_the_office_never_opens()
    {
        var state = Started(Monday(9), 1, Weekdays(Berlin).Time()).StateAt(Monday(30));
        Assert.Equal((ClockPhase.Unschedulable, null, null, 1L), (state.Phase, state.DueAt, state.LeftWallSeconds, state.LeftSeconds));
        Assert.Empty(state.Points);
    }

    [Fact]
    public void can_never_be_due_without_a_calendar()
    {
        var target = Budget(Hour) with { Calendar = null, Thresholds = [new Threshold("50%", 50)] };
        var clock = Started(Monday(9), target, Office).PausedBetween(Monday(10), Monday(11)).Retargeted(Monday(12), target, recount: true);
        Assert.Equal(ClockPhase.Unschedulable, clock.StateAt(Monday(90)).Phase);
        Assert.Equal(ClockPhase.Unschedulable, Started(Monday(9), Budget(Hour) with { Plan = null }, Office).State.Phase);
    }

    [Fact]
    public void reads_instants_in_whole_seconds()
    {
        var state = Started(Monday(9).AddMilliseconds(900), 4 * Hour, Office).Paused(Monday(10).AddMilliseconds(999)).State;
        Assert.Equal((Monday(9), Hour), (state.StartedAt, state.UsedSeconds));
    }

    [Fact]
    public void orders_events_of_one_second_by_sequence_whatever_their_fractions()
    {
        var clock = FourHours.Then(ClockEventKind.Paused, Monday(10).AddMilliseconds(900), "client").Then(ClockEventKind.Resumed, Monday(10).AddMilliseconds(100), "client");
        Assert.Equal(Monday(13), clock.StateAt(Monday(11)).DueAt);
    }

    [Fact]
    public void takes_what_is_later_than_the_question_as_not_happened()
    {
        var clock = FourHours.Paused(Monday(10)).Resumed(Monday(11)).Fulfilled(Monday(12));
        Assert.Equal(ClockPhase.Running, clock.StateAt(Monday(10).AddSeconds(-1)).Phase);
        Assert.Equal(ClockPhase.Paused, clock.StateAt(Monday(10)).Phase);
        Assert.Equal(ClockPhase.Running, clock.StateAt(Monday(11)).Phase);
        Assert.Equal(ClockPhase.Met, clock.StateAt(Monday(12)).Phase);
    }

    [Fact]
    public void ignores_what_cannot_happen()
    {
        var clock = FourHours
            .Then(ClockEventKind.Started, Monday(10), target: Budget(9 * Hour)).Resumed(Monday(10)).Reopened(Monday(10)).Resumed(Monday(10), "unknown")
            .Then(ClockEventKind.Retargeted, Monday(10)).Then((ClockEventKind)99, Monday(10)).Paused(Monday(8)).Fulfilled(Monday(8));
        Assert.Equal((Monday(13), ClockPhase.Running, Monday(9)), (clock.Due, clock.State.Phase, clock.State.StartedAt));

        var ended = FourHours.Cancelled(Monday(10)).Reopened(Monday(11)).Fulfilled(Monday(11)).Paused(Monday(11)).Retargeted(Monday(11), Budget(1));
        Assert.Equal((ClockPhase.Cancelled, 4 * Hour), (ended.State.Phase, ended.State.Target.Seconds));

        var met = FourHours.Fulfilled(Monday(10)).Cancelled(Monday(11)).Paused(Monday(11)).Retargeted(Monday(11), Budget(1)).Fulfilled(Monday(12));
        Assert.Equal((ClockPhase.Met, Monday(10), 4 * Hour), (met.State.Phase, met.State.FulfilledAt, met.State.Target.Seconds));
    }

    [Fact]
    public void that_never_started_can_never_be_due()
    {
        var clock = new Clock([], (_, _) => Office).Paused(Monday(9)).Then(ClockEventKind.Started, Monday(9));
        Assert.Equal((ClockPhase.Unschedulable, null), (clock.State.Phase, clock.State.DueAt));
        Assert.Empty(clock.Explain(Monday(9)));
    }
}
