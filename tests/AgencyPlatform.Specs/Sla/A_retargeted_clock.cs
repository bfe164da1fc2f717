using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

public sealed class A_retargeted_clock
{
    private static readonly WorkingTime Office = Germany.Time();
    private static readonly CalendarOf Calendars = (_, calendar) => calendar == "night" ? Daily(Berlin, Open(0, 24)).Time() : Office;

    private static DateTimeOffset Monday(int hour, int minute = 0) => At(Berlin, "2026-06-08").AddHours(hour).AddMinutes(minute);

    private static Clock EightHours => Started(Monday(9), 8 * Hour, Office).With(Calendars);

    [Fact]
    public void keeps_what_was_used()
    {
        var clock = EightHours.Retargeted(Monday(11), Budget(4 * Hour));
        Assert.Equal((Monday(13), 2 * Hour, null), (clock.Due, clock.State.UsedSeconds, clock.State.BreachedAt));
    }

    [Fact]
    public void counts_the_rest_in_the_new_calendar_and_leaves_the_old_seconds_alone()
    {
        var clock = EightHours.Retargeted(Monday(34), Budget(12 * Hour, calendar: "night"));
        Assert.Equal((8 * Hour + Hour, Monday(37)), (clock.State.UsedSeconds, clock.Due));
    }

    [Fact]
    public void counts_everything_in_the_new_calendar_when_told_so()
    {
        var clock = EightHours.PausedBetween(Monday(10), Monday(11)).Retargeted(Monday(15), Budget(12 * Hour, calendar: "night"), recount: true);
        Assert.Equal((5 * Hour, Monday(22)), (clock.State.UsedSeconds, clock.Due));
        Assert.Equal(23 * Hour, clock.Retargeted(Monday(33), Budget(40 * Hour, calendar: "night"), recount: true).State.UsedSeconds);
    }

    [Fact]
    public void counts_again_when_the_unit_changes()
    {
        var clock = EightHours.Retargeted(Monday(33), Budget(30 * Hour, ClockUnit.Elapsed));
        Assert.Equal((24 * Hour, Monday(39)), (clock.State.UsedSeconds, clock.Due));
        Assert.Equal(8 * Hour, clock.Retargeted(Monday(33), Budget(9 * Hour)).State.UsedSeconds);
    }

    [Fact]
    public void is_not_broken_by_a_target_that_ends_with_the_change()
    {
        var clock = EightHours.Retargeted(Monday(11), Budget(2 * Hour));
        Assert.Equal((Monday(11), BreachCauses.Time), (clock.State.BreachedAt, clock.State.BreachCause));
        Assert.Equal(ClockPhase.Met, clock.Fulfilled(Monday(11)).State.Phase);
    }

    [Fact]
    public void is_broken_at_the_change_when_the_new_target_was_exceeded_before()
    {
        var clock = EightHours.Retargeted(Monday(11).AddSeconds(1), Budget(2 * Hour)).Fulfilled(Monday(11).AddSeconds(1));
        Assert.Equal((Monday(11).AddSeconds(1), BreachCauses.Retarget, ClockPhase.Missed), (clock.State.BreachedAt, clock.State.BreachCause, clock.State.Phase));
    }

    [Fact]
    public void keeps_a_breach_of_the_old_target()
    {
        var clock = EightHours.Retargeted(Monday(18), Budget(80 * Hour));
        Assert.Equal((Monday(17), BreachCauses.Time), (clock.State.BreachedAt, clock.State.BreachCause));
        Assert.Equal(Monday(17), clock.Retargeted(Monday(19), Budget(1)).State.BreachedAt);
    }

    [Fact]
    public void is_given_the_grace_of_the_new_target_at_least()
    {
        var graced = EightHours.Retargeted(Monday(14), Budget(4 * Hour) with { GraceSeconds = 90 * Minute });
        Assert.Equal((Monday(15, 30), null, 60 * Minute), (graced.Due, graced.StateAt(Monday(14, 30)).BreachedAt, graced.StateAt(Monday(14, 30)).LeftSeconds));
        Assert.Equal((Monday(15, 30), -Hour), (graced.StateAt(Monday(16, 30)).BreachedAt, graced.StateAt(Monday(16, 30)).LeftSeconds));
        Assert.Equal(Monday(16), EightHours.Retargeted(Monday(14), Budget(7 * Hour) with { GraceSeconds = 90 * Minute }).Due);
        Assert.Equal(Monday(15, 30), EightHours.Retargeted(Monday(14), Budget(6 * Hour) with { GraceSeconds = 90 * Minute }).Due);
    }

    [Fact]
    public void loses_a_grace_with_the_next_target() =>
        Assert.Equal(Monday(16), EightHours.Retargeted(Monday(14), Budget(4 * Hour) with { GraceSeconds = 5 * Hour }).Retargeted(Monday(15), Budget(7 * Hour)).Due);

    [Fact]
    public void while_paused_stays_paused_with_what_the_new_target_leaves()
    {
        var clock = EightHours.Paused(Monday(11)).Retargeted(Monday(12), Budget(5 * Hour));
        Assert.Equal((ClockPhase.Paused, null, 3 * Hour, null), (clock.State.Phase, clock.Due, clock.State.LeftSeconds, clock.State.BreachedAt));
        Assert.Equal(Monday(16), clock.Resumed(Monday(13)).Due);
        var exceeded = EightHours.Paused(Monday(11)).Retargeted(Monday(12), Budget(Hour));
        Assert.Equal((Monday(10), Monday(12), BreachCauses.Retarget), (exceeded.Due, exceeded.State.BreachedAt, exceeded.State.BreachCause));
    }

    [Fact]
    public void to_a_hard_deadline_follows_it()
    {
        var clock = EightHours.Retargeted(Monday(11), CivilDays(2, Berlin));
        Assert.Equal((Monday(57), 2 * Hour, 46 * Hour), (clock.Due, clock.State.UsedSeconds, clock.State.LeftSeconds));
        Assert.Equal((Monday(11), BreachCauses.Retarget), (EightHours.Retargeted(Monday(11), FixedAt(Monday(10))).State.BreachedAt, EightHours.Retargeted(Monday(11), FixedAt(Monday(10))).State.BreachCause));
    }
}
