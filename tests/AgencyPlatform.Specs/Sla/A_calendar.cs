using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using NodaTime.TimeZones;
using static AgencyPlatform.Specs.Sla.Calendars;

namespace AgencyPlatform.Specs.Sla;

public sealed class A_calendar
{
    private static readonly DateTimeOffset Monday = At(Berlin, "2026-06-08 00:00");
    private static readonly DateTimeOffset Saturday = At(Berlin, "2026-06-13 00:00");

    [Fact]
    public void counts_overlapping_and_touching_windows_once()
    {
        var time = Weekdays(Berlin, Open(9, 12), Open(11, 15), Open(15, 16), Open(10, 11)).Time();
        Assert.Equal([new WorkSpan(Monday.AddHours(9), Monday.AddHours(16))], time.Spans(Monday, Monday.AddDays(1)));
    }

    [Fact]
    public void gives_a_night_to_the_date_on_which_it_begins()
    {
        var night = new Window(22 * 3600, 6 * 3600);
        var time = (Weekdays(Berlin, night) with { Overrides = [Closed("2026-06-09")] }).Time();
        Assert.Equal(
            [new WorkSpan(Monday.AddHours(22), Monday.AddHours(30)), new WorkSpan(Monday.AddHours(70), Monday.AddHours(78))],
            time.Spans(Monday, Monday.AddHours(80)));
    }

    [Theory]
    [InlineData(0, 0, 24)]
    [InlineData(0, 86_400, 24)]
    [InlineData(79_200, 0, 2)]
    [InlineData(79_200, 86_400, 2)]
    [InlineData(32_400, 32_400, 24)]
    public void ends_a_window_on_the_next_date_where_its_end_is_not_after_its_start(int from, int to, int hours)
    {
        var time = (Weekdays(Berlin) with { Week = new WeekPlan { Monday = [new Window(from, to)] } }).Time();
        Assert.Equal([new WorkSpan(Monday.AddSeconds(from), Monday.AddSeconds(from).AddHours(hours))], time.Spans(Monday, Monday.AddDays(3)));
    }

    [Fact]
    public void joins_nights_that_touch_at_midnight_and_at_the_turn_of_the_year()
    {
        var time = Daily("UTC", Open(0, 24)).Time();
        var (from, to) = (Utc("2025-12-01T00:00Z"), Utc("2027-02-01T00:00Z"));
        Assert.Equal([new WorkSpan(from, to)], time.Spans(from, to));
    }

    [Fact]
    public void ends_a_window_in_a_gap_when_the_gap_is_over_and_in_a_fold_at_the_second_time()
    {
        var time = Daily(Berlin, new Window(0, 2 * 3600 + 1800)).Time();
        Assert.Equal([new WorkSpan(Utc("2026-03-28T23:00Z"), Utc("2026-03-29T01:00Z"))], time.Spans(Utc("2026-03-28T22:00Z"), Utc("2026-03-29T20:00Z")));
        Assert.Equal([new WorkSpan(Utc("2026-10-24T22:00Z"), Utc("2026-10-25T01:30Z"))], time.Spans(Utc("2026-10-24T20:00Z"), Utc("2026-10-25T20:00Z")));
    }

    [Fact]
    public void drops_a_window_that_a_clock_change_leaves_nothing_of()
    {
        var time = Daily(Berlin, new Window(2 * 3600, 2 * 3600 + 1800)).Time();
        Assert.Empty(time.Spans(Utc("2026-03-28T23:00Z"), Utc("2026-03-29T22:00Z")));
    }

    [Fact]
    public void asks_the_override_then_the_first_holiday_set_then_the_week()
    {
        var others = new HolidaySet
        {
            Id = "others",
            Name = new LocalText("Others", "其他"),
            Source = "made up",
            Days = [new HolidayDay(Day("2026-05-01"), new LocalText("Works", "上班"), DayOfWeek.Monday), new HolidayDay(Day("2026-05-07"), new LocalText("Off", "休"))],
        };
        var calendar = China with { HolidaySets = ["missing", "cn", "others"], Overrides = [new DayOverride(Day("2026-05-09"), [Open(10, 11)])] };
        var time = WorkingTime.Of(calendar, [others, ChineseHolidays]);
        Assert.Equal(0, Worked(time, "2026-05-01"));
        Assert.Equal(0, Worked(time, "2026-05-07"));
        Assert.Equal(Hour, Worked(time, "2026-05-09"));
        Assert.Equal(7 * Hour + 30 * Minute, Worked(time, "2026-05-08"));
        Assert.Equal(7 * Hour + 30 * Minute, Worked(WorkingTime.Of(calendar with { HolidaySets = ["others", "cn"] }, [others, ChineseHolidays]), "2026-05-01"));
    }

    [Fact]
    public void works_on_a_make_up_day_like_that_weekday_of_the_week_in_force()
    {
        var short_week = new WeekPlan { Monday = [Open(9, 11)], Saturday = [Open(0, 24)] };
        var time = (China with { LaterWeeks = [new LaterWeek(Day("2026-05-09"), short_week)] }).Time();
        Assert.Equal(2 * Hour, Worked(time, "2026-05-09"));
        Assert.Equal(7 * Hour + 30 * Minute, Worked(time, "2026-02-28"));
    }

    [Fact]
    public void keeps_the_week_that_is_in_force_on_the_date()
    {
        static WeekPlan Until(int hour) => new() { Monday = [Open(9, hour)] };
        var calendar = Weekdays(Shanghai) with { Week = Until(10), LaterWeeks = [new LaterWeek(Day("2026-06-15"), Until(12)), new LaterWeek(Day("2026-06-08"), Until(11))] };
        Assert.Equal([Hour, 2 * Hour, 3 * Hour, 3 * Hour], new[] { "2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22" }.Select(date => Worked(calendar.Time(), date)));
    }

    [Fact]
    public void counts_the_last_of_two_overrides_for_one_date() =>
        Assert.Equal(2 * Hour, Worked((China with { Overrides = [Closed("2026-06-08"), new DayOverride(Day("2026-06-08"), [Open(9, 11)])] }).Time(), "2026-06-08"));

    [Fact]
    public void cuts_fractions_of_seconds_off()
    {
        var time = Germany.Time();
        Assert.Equal(1, time.Elapsed(Monday.AddHours(9).AddMilliseconds(999), Monday.AddHours(9).AddMilliseconds(1001)));
        Assert.Equal(Monday.AddHours(9), time.Due(Monday.AddHours(9).AddMilliseconds(700), 0));
    }

    [Fact]
    public void stays_at_closing_time_when_the_budget_ends_there()
    {
        Assert.Equal(Monday.AddHours(17), Germany.Time().Due(Monday.AddHours(16), Hour));
        Assert.Equal(Monday.AddHours(24 + 9).AddSeconds(1), Germany.Time().Due(Monday.AddHours(16), Hour + 1));
    }

    [Fact]
    public void is_due_at_once_for_no_budget_even_when_closed() => Assert.Equal(Saturday, Germany.Time().Due(Saturday, 0));

    [Fact]
    public void walks_back_to_the_latest_instant_that_leaves_the_lead()
    {
        var time = Germany.Time();
        Assert.Equal(Monday.AddDays(4).AddHours(16).AddMinutes(30), time.Back(Monday.AddDays(7).AddHours(9).AddMinutes(30), Hour));
        Assert.Equal(Monday.AddDays(7).AddHours(9), time.Back(Monday.AddDays(7).AddHours(10), Hour));
        Assert.Equal(Saturday, time.Back(Saturday, 0));
    }

    [Fact]
    public void finds_no_due_instant_more_than_three_years_ahead()
    {
        var closed = Weekdays(Berlin).Time();
        Assert.Null(closed.Due(Monday, 1));
        Assert.Null(closed.Back(Monday, 1));
        Assert.Equal(0, closed.Elapsed(Monday, Monday.AddYears(3)));

        var once = (Weekdays(Berlin) with { Overrides = [new DayOverride(Day("2029-06-08"), [Open(0, 1)])] }).Time();
        Assert.Equal(At(Berlin, "2029-06-08 01:00"), once.Due(Monday.AddHours(1), Hour));
        Assert.Null(once.Due(Monday.AddHours(1).AddSeconds(-1), Hour));
        Assert.Null(once.Due(Monday, WorkingTime.HorizonSeconds + 1));
        Assert.Equal(At(Berlin, "2029-06-08 00:00"), once.Back(At(Berlin, "2032-06-08 00:00"), Hour));
        Assert.Null(once.Back(At(Berlin, "2032-06-08 00:00").AddSeconds(1), Hour));
    }

    [Fact]
    public void takes_the_whole_horizon_and_no_second_more()
    {
        Assert.Equal(Monday.AddSeconds(WorkingTime.HorizonSeconds), WorkingTime.Always.Due(Monday, WorkingTime.HorizonSeconds));
        Assert.Null(WorkingTime.Always.Due(Monday, WorkingTime.HorizonSeconds + 1));
        Assert.Equal(Monday.AddSeconds(-WorkingTime.HorizonSeconds), WorkingTime.Always.Back(Monday, WorkingTime.HorizonSeconds));
        Assert.Null(WorkingTime.Always.Back(Monday, WorkingTime.HorizonSeconds + 1));
    }

    [Fact]
    public void is_closed_outside_the_years_it_knows()
    {
        var time = Daily("UTC", Open(0, 24)).Time();
        var (first, last) = (Utc("1970-01-01T00:00Z"), Utc("2201-01-01T00:00Z"));
        Assert.Equal((long)(last - first).TotalSeconds, time.Elapsed(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.Null(time.Due(last.AddSeconds(-1), 2));
        Assert.Equal(last, time.Due(last.AddSeconds(-1), 1));
        Assert.Null(time.Back(first, 1));
        Assert.Empty(time.Spans(last, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void has_nothing_between_an_instant_and_an_earlier_one()
    {
        Assert.Equal(0, Germany.Time().Elapsed(Saturday, Monday));
        Assert.Empty(Germany.Time().Spans(Saturday, Monday));
    }

    [Fact]
    public void answers_the_same_whichever_years_were_asked_for_first()
    {
        var (early, late) = (Germany.Time(), Germany.Time());
        DateTimeOffset[] probes = [Utc("2031-05-05T12:00Z"), Utc("2024-12-31T12:00Z"), Utc("2027-01-01T00:00Z"), Utc("2022-07-01T00:00Z")];
        var forward = probes.Select(p => early.Due(p, 300 * Hour)).ToArray();
        var backward = probes.Reverse().Select(p => late.Due(p, 300 * Hour)).Reverse().ToArray();
        Assert.Equal(forward, backward);
        Assert.Equal(early.Spans(Utc("2022-01-01T00:00Z"), Utc("2032-01-01T00:00Z")), late.Spans(Utc("2022-01-01T00:00Z"), Utc("2032-01-01T00:00Z")));
    }

    [Fact]
    public void can_be_asked_by_many_at_once()
    {
        var time = Germany.Time();
        var alone = Enumerable.Range(0, 40).Select(i => Germany.Time().Due(Monday.AddYears(i - 20), 100 * Hour)).ToArray();
        var together = Enumerable.Range(0, 40).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(i => time.Due(Monday.AddYears(i - 20), 100 * Hour)).ToArray();
        Assert.Equal(alone, together);
    }

    [Fact]
    public void needs_a_zone_that_exists() => Assert.Throws<DateTimeZoneNotFoundException>(() => Weekdays("Mars/Olympus").Time());

    private static long Worked(WorkingTime time, string date) => time.Elapsed(At(Shanghai, date), At(Shanghai, date).AddDays(1));
}
