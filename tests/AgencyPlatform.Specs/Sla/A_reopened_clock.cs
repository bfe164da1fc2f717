using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

public sealed class A_reopened_clock
{
    private static DateTimeOffset Monday(int hour) => At(Berlin, "2026-06-08").AddHours(hour);

    private static Clock FourHours => Started(Monday(9), 4 * Hour, Germany.Time());

    [Fact]
    public void goes_on_where_it_stopped()
    {
        var state = FourHours.Fulfilled(Monday(10)).Reopened(Monday(34)).State;
        Assert.Equal((ClockPhase.Running, Monday(37), Hour, null), (state.Phase, state.DueAt, state.UsedSeconds, state.FulfilledAt));
    }

    [Fact]
    public void keeps_its_miss()
    {
        var state = FourHours.Fulfilled(Monday(14)).Reopened(Monday(15)).Retargeted(Monday(15), Budget(90 * Hour)).Fulfilled(Monday(16)).State;
        Assert.Equal((ClockPhase.Missed, Monday(13)), (state.Phase, state.BreachedAt));
    }

    [Fact]
    public void is_not_broken_before_it_went_on()
    {
        var clock = FourHours.Fulfilled(Monday(13)).Reopened(Monday(33));
        Assert.Equal((Monday(33), Monday(33)), (clock.Due, clock.State.BreachedAt));
        Assert.Equal(ClockPhase.Met, clock.Fulfilled(Monday(33)).State.Phase);
    }

    [Fact]
    public void forgets_the_pause_it_was_resolved_out_of()
    {
        var clock = FourHours.Paused(Monday(10)).Fulfilled(Monday(11)).Reopened(Monday(12));
        Assert.Equal((ClockPhase.Running, Monday(15)), (clock.State.Phase, clock.Due));
    }

    [Fact]
    public void can_be_fulfilled_and_reopened_again()
    {
        var clock = FourHours.Fulfilled(Monday(10)).Reopened(Monday(11)).Fulfilled(Monday(12)).Reopened(Monday(14));
        Assert.Equal((Monday(16), 2 * Hour), (clock.Due, clock.State.UsedSeconds));
    }

    [Fact]
    public void with_a_hard_deadline_that_passed_meanwhile_is_broken_at_the_reopening()
    {
        var clock = Started(Monday(9), FixedAt(Monday(20))).Fulfilled(Monday(15));
        Assert.Equal((6 * Hour, null), (clock.StateAt(Monday(40)).UsedSeconds, clock.StateAt(Monday(40)).BreachedAt));
        Assert.Equal((Monday(30), Monday(30)), (clock.Reopened(Monday(30)).Due, clock.Reopened(Monday(30)).State.BreachedAt));
        Assert.Equal(Monday(20), clock.Reopened(Monday(17)).Due);
    }
}
