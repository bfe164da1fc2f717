using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

/// <summary>Promises of the year 2026, counted by hand and with an independent calculator; exact to the second.</summary>
public sealed class Worked_examples
{
    private static readonly BusinessCalendar NightShift = Daily(LosAngeles, new Window(22 * 3600, 6 * 3600));
    private static readonly BusinessCalendar SundayNight = Sundays(Berlin, Open(0, 6));

    [Fact]
    public void X1_counts_a_make_up_Saturday() => Holds(China, Shanghai, "2026-02-13 17:00", 4, "2026-02-14T04:00Z");

    [Fact]
    public void X1_without_the_make_up_day_is_due_after_the_holiday() =>
        Holds(China with { Overrides = [Closed("2026-02-14")] }, Shanghai, "2026-02-13 17:00", 4, "2026-02-24T04:00Z");

    [Fact]
    public void X2_leaps_nine_days_of_holiday() => Holds(China, Shanghai, "2026-02-14 16:30", 8, "2026-02-24T09:00Z");

    [Fact]
    public void X3_ends_on_the_Saturday_after_National_Day() => Holds(China, Shanghai, "2026-09-30 17:30", 16, "2026-10-10T01:30Z");

    [Fact]
    public void X3_without_the_make_up_day_ends_on_Monday() =>
        Holds(China with { Overrides = [Closed("2026-10-10")] }, Shanghai, "2026-09-30 17:30", 16, "2026-10-12T01:30Z");

    [Fact]
    public void X4_works_on_a_Sunday() => Holds(China, Shanghai, "2026-09-19 10:00", 2, "2026-09-20T03:00Z");

    [Fact]
    public void X5_has_a_day_of_23_hours() => Holds(Daily(LosAngeles, Open(0, 24)), LosAngeles, "2026-03-07 20:00", 24, "2026-03-09T04:00Z");

    [Fact]
    public void X6_has_a_day_of_25_hours() => Holds(Daily(LosAngeles, Open(0, 24)), LosAngeles, "2026-10-31 20:00", 24, "2026-11-02T03:00Z");

    [Fact]
    public void X7_follows_the_clock_change_over_a_weekend() => Holds(America, LosAngeles, "2026-03-06 16:00", 3, "2026-03-09T18:00Z");

    [Fact]
    public void X8a_has_a_night_of_seven_hours()
    {
        Holds(NightShift, LosAngeles, "2026-03-07 22:00", 8, "2026-03-09T06:00Z");
        Assert.Equal(7 * Hour, NightShift.Time().Elapsed(At(LosAngeles, "2026-03-07 12:00"), At(LosAngeles, "2026-03-08 12:00")));
    }

    [Fact]
    public void X8b_has_a_night_of_nine_hours()
    {
        Holds(NightShift, LosAngeles, "2026-10-31 22:00", 8, "2026-11-01T13:00Z");
        Assert.Equal(9 * Hour, NightShift.Time().Elapsed(At(LosAngeles, "2026-10-31 12:00"), At(LosAngeles, "2026-11-01 12:00")));
    }

    [Fact]
    public void X9_skips_the_hour_that_does_not_exist()
    {
        Holds(SundayNight, Berlin, "2026-03-29 01:30", 2, "2026-03-29T02:30Z");
        Assert.Equal(5 * Hour, SundayNight.Time().Elapsed(Utc("2026-03-28T12:00Z"), Utc("2026-03-29T12:00Z")));
    }

    [Fact]
    public void X10_counts_the_hour_that_comes_twice()
    {
        Holds(SundayNight, Utc("2026-10-24T23:30Z"), 2, "2026-10-25T01:30Z");
        Assert.Equal(7 * Hour, SundayNight.Time().Elapsed(Utc("2026-10-24T12:00Z"), Utc("2026-10-25T12:00Z")));
    }

    [Fact]
    public void X11_opens_when_the_gap_is_over_and_early_in_the_fold()
    {
        var time = Daily(Berlin, new Window(2 * 3600 + 1800, 10 * 3600)).Time();
        Assert.Equal([new WorkSpan(Utc("2026-03-29T01:00Z"), Utc("2026-03-29T08:00Z"))], time.Spans(Utc("2026-03-28T22:00Z"), Utc("2026-03-29T22:00Z")));
        Assert.Equal([new WorkSpan(Utc("2026-10-25T00:30Z"), Utc("2026-10-25T09:00Z"))], time.Spans(Utc("2026-10-24T22:00Z"), Utc("2026-10-25T22:00Z")));
    }

    [Fact]
    public void X12_crosses_a_weekend_with_a_clock_change() => Holds(Germany, Berlin, "2026-03-26 15:00", 16, "2026-03-30T13:00Z");

    [Fact]
    public void X13_goes_on_with_what_was_left_at_the_pause()
    {
        var paused = Started(At(Berlin, "2026-03-26 15:00"), 16 * Hour, Germany.Time()).Paused(At(Berlin, "2026-03-27 16:00"));
        Assert.Equal((null, 9 * Hour, 7 * Hour), (paused.Due, paused.State.UsedSeconds, paused.State.LeftSeconds));
        Assert.Equal(ClockPhase.Paused, paused.State.Phase);
        Assert.Equal(Utc("2026-03-30T15:00Z"), paused.Resumed(At(Berlin, "2026-03-30 10:00")).Due);
    }

    [Fact]
    public void X14_moves_the_warning_with_the_pause()
    {
        var target = Budget(16 * Hour) with { Thresholds = [new Threshold("75%", 75)] };
        var clock = Started(At(Berlin, "2026-03-26 15:00"), target, Germany.Time());
        Assert.Equal(Utc("2026-03-30T09:00Z"), clock.State.Points[0].At);
        Assert.Equal(Utc("2026-03-30T11:00Z"), clock.PausedBetween(At(Berlin, "2026-03-27 16:00"), At(Berlin, "2026-03-30 10:00")).State.Points[0].At);
    }

    [Fact]
    public void X15_waits_for_Monday_where_the_client_is() => Holds(America, At(Shanghai, "2026-11-02 08:00"), 4, "2026-11-02T21:00Z");

    [Fact]
    public void X16_leaps_Easter() => Holds(Germany, Berlin, "2026-04-02 16:00", 4, "2026-04-07T10:00Z");

    [Fact]
    public void X17_leaps_Thanksgiving() => Holds(America, LosAngeles, "2026-11-25 16:00", 8, "2026-11-28T00:00Z");

    [Fact]
    public void X18_breaks_at_the_change_that_left_nothing()
    {
        var clock = Started(At(Berlin, "2026-06-09 09:00"), 16 * Hour, Germany.Time()).Retargeted(At(Berlin, "2026-06-09 14:00"), Budget(4 * Hour));
        Assert.Equal(Utc("2026-06-09T11:00Z"), clock.State.DueAt);
        Assert.Equal((Utc("2026-06-09T12:00Z"), BreachCauses.Retarget), (clock.State.BreachedAt, clock.State.BreachCause));
    }

    [Fact]
    public void X18_with_a_grace_is_due_an_hour_after_the_change()
    {
        var clock = Started(At(Berlin, "2026-06-09 09:00"), 16 * Hour, Germany.Time())
            .Retargeted(At(Berlin, "2026-06-09 14:00"), Budget(4 * Hour) with { GraceSeconds = Hour });
        Assert.Equal((Utc("2026-06-09T13:00Z"), null), (clock.State.DueAt, clock.State.BreachedAt));
        Assert.Equal(Hour, clock.State.LeftSeconds);
    }

    [Fact]
    public void X19_goes_on_after_a_reopening()
    {
        var clock = Started(At(Berlin, "2026-06-04 14:00"), 16 * Hour, Germany.Time()).Fulfilled(At(Berlin, "2026-06-05 16:00"));
        Assert.Equal((ClockPhase.Met, 10 * Hour), (clock.State.Phase, clock.State.UsedSeconds));
        Assert.Equal(Utc("2026-06-08T15:00Z"), clock.Reopened(At(Berlin, "2026-06-08 11:00")).Due);
    }

    [Fact]
    public void X20_is_recomputed_under_a_calendar_that_gained_a_holiday()
    {
        var later = China with { Overrides = [Closed("2026-05-06", "Bridge day")] };
        var clock = Started(At(Shanghai, "2026-04-30 15:00"), Budget(8 * Hour, calendar: "before"))
            .With((_, calendar) => calendar == "before" ? China.Time() : later.Time());
        Assert.Equal(At(Shanghai, "2026-05-06 15:30"), clock.Due);
        Assert.Equal(Utc("2026-05-07T07:30Z"), clock.Retargeted(At(Shanghai, "2026-05-06 10:00"), Budget(8 * Hour, calendar: "after"), recount: true).Due);
    }

    [Fact]
    public void X21_ends_at_the_same_local_time_17_dates_later() =>
        Assert.Equal(Utc("2026-11-07T02:00Z"), Started(At(LosAngeles, "2026-10-20 18:00"), CivilDays(17, LosAngeles)).Due);

    [Fact]
    public void X22_is_due_at_three_instants_in_three_calendars()
    {
        var start = Utc("2026-10-30T15:00Z");
        Holds(China, start, 6, "2026-11-02T08:30Z");
        Holds(America, start, 6, "2026-10-30T22:00Z");
        Holds(Germany, start, 6, "2026-11-02T13:00Z");
    }

    [Fact]
    public void X23_is_met_by_an_answer_with_the_last_second()
    {
        var clock = Started(At(Berlin, "2026-06-09 10:00"), Budget(2 * Hour), Germany.Time(), Metrics.NextReply).Fulfilled(At(Berlin, "2026-06-09 12:00"));
        Assert.Equal((ClockPhase.Met, null, 2 * Hour), (clock.State.Phase, clock.State.BreachedAt, clock.State.UsedSeconds));
    }

    [Fact]
    public void X24_counts_72_hours_over_the_clock_change() =>
        Assert.Equal(Utc("2026-03-09T17:00Z"), Started(At(LosAngeles, "2026-03-06 09:00"), Budget(72 * Hour, ClockUnit.Elapsed)).Due);

    private static void Holds(BusinessCalendar calendar, string zone, string start, int hours, string due) => Holds(calendar, At(zone, start), hours, due);

    /// <summary>The calendar and a clock that counts with it agree on the due instant.</summary>
    private static void Holds(BusinessCalendar calendar, DateTimeOffset start, int hours, string due)
    {
        var time = calendar.Time();
        Assert.Equal(Utc(due), time.Due(start, hours * Hour));
        Assert.Equal(hours * Hour, time.Elapsed(start, Utc(due)));
        Assert.Equal(Utc(due), Started(start, hours * Hour, time).Due);
    }
}
