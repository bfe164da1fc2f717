using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

public sealed class A_paused_clock
{
    private static readonly WorkingTime Office = Germany.Time();

    private static DateTimeOffset Monday(int hour, int minute = 0) => At(Berlin, "2026-06-08").AddHours(hour).AddMinutes(minute);

    private static Clock FourHours => Started(Monday(9), 4 * Hour, Office);

    [Fact]
    public void has_no_due_instant_but_keeps_what_is_left()
    {
        var state = FourHours.Paused(Monday(10)).StateAt(Monday(500));
        Assert.Equal((ClockPhase.Paused, null, 3 * Hour, null, null), (state.Phase, state.DueAt, state.LeftSeconds, state.LeftWallSeconds, state.BreachedAt));
        Assert.Equal(["client"], state.PausedBy);
        Assert.Empty(state.Points);
    }

    [Fact]
    public void runs_again_only_when_the_last_reason_is_gone()
    {
        var clock = FourHours.Paused(Monday(10)).Paused(Monday(11), "amazon").Resumed(Monday(12));
        Assert.Equal(["amazon"], clock.State.PausedBy);
        Assert.Equal(Monday(16), clock.Resumed(Monday(13), "amazon").Due);
    }

    [Fact]
    public void is_not_paused_twice_by_one_reason() =>
        Assert.Equal(Monday(14), FourHours.Paused(Monday(10)).Paused(Monday(10, 30)).Resumed(Monday(11)).Due);

    [Fact]
    public void stays_due_when_nothing_was_left_at_the_pause()
    {
        var atClosing = Started(Monday(13), 4 * Hour, Office).Paused(Monday(20));
        Assert.Equal((ClockPhase.Paused, Monday(17), Monday(17)), (atClosing.State.Phase, atClosing.Due, atClosing.State.BreachedAt));
        Assert.Equal(Monday(17), atClosing.Resumed(Monday(80)).Due);

        var toTheSecond = FourHours.Paused(Monday(13));
        Assert.Equal((Monday(13), Monday(13), 0L), (toTheSecond.Due, toTheSecond.State.BreachedAt, toTheSecond.State.LeftSeconds));
        Assert.Equal((ClockPhase.Met, null), (toTheSecond.Fulfilled(Monday(13)).State.Phase, toTheSecond.Fulfilled(Monday(13)).State.BreachedAt));
        Assert.Equal((ClockPhase.Missed, Monday(13)), (toTheSecond.Fulfilled(Monday(14)).State.Phase, toTheSecond.Fulfilled(Monday(14)).State.BreachedAt));
    }

    [Fact]
    public void is_broken_for_ever_by_a_pause_that_came_too_late()
    {
        var clock = FourHours.PausedBetween(Monday(13).AddSeconds(1), Monday(90)).Fulfilled(Monday(91));
        Assert.Equal((Monday(13), BreachCauses.Time, ClockPhase.Missed), (clock.State.BreachedAt, clock.State.BreachCause, clock.State.Phase));
    }

    [Fact]
    public void is_met_when_the_case_is_resolved_out_of_the_pause()
    {
        var state = FourHours.Paused(Monday(10)).Fulfilled(Monday(900)).StateAt(Monday(1_000));
        Assert.Equal((ClockPhase.Met, Hour), (state.Phase, state.UsedSeconds));
        Assert.Empty(state.PausedBy);
    }

    [Fact]
    public void loses_no_second_to_many_short_pauses()
    {
        var clock = FourHours;
        for (var i = 0; i < 60; i++) { clock = clock.PausedBetween(Monday(9, i).AddSeconds(17), Monday(9, i).AddSeconds(48)); }
        Assert.Equal(Monday(13).AddSeconds(60 * 31), clock.Due);
    }

    [Theory]
    [InlineData(Metrics.FirstResponse)]
    [InlineData(Metrics.AmazonReply)]
    [InlineData(Metrics.HardDeadline)]
    public void does_not_exist_for_what_nothing_pauses(string metric)
    {
        var state = Started(Monday(9), Budget(4 * Hour), Office, metric).Paused(Monday(10)).State;
        Assert.Equal((ClockPhase.Running, Monday(13)), (state.Phase, state.DueAt));
        Assert.Empty(state.PausedBy);
    }

    [Fact]
    public void with_a_hard_deadline_stays_due()
    {
        var target = FixedAt(Monday(109)) with { Thresholds = [new Threshold("50%", 50)] };
        var state = Started(Monday(9), target).Paused(Monday(10)).StateAt(Monday(29));
        Assert.Equal((ClockPhase.Running, Monday(109), 20 * Hour, 80 * Hour), (state.Phase, state.DueAt, state.UsedSeconds, state.LeftSeconds));
        Assert.Empty(state.PausedBy);
        Assert.Equal([Monday(59), Monday(109)], state.Points.Select(p => p.At));
    }
}
