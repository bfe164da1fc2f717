using System.Globalization;
using AgencyPlatform.Domain.Sla;
using CsCheck;
using static AgencyPlatform.Specs.Sla.Calendars;

namespace AgencyPlatform.Specs.Sla;

/// <summary>What holds for counting with any calendar, in any zone, at any instant of 2020 to 2037.</summary>
public sealed class Any_calendar
{
    [Fact] // P1
    public void has_the_budget_worked_by_the_due_instant() => Tried(20_000, (time, probe) =>
    {
        if (time.Due(probe.From, probe.Seconds) is not { } due) { return; }
        Assert.Equal(probe.Seconds, time.Elapsed(probe.From, due));
        Assert.True(probe.Seconds == 0 || time.Elapsed(probe.From, due.AddSeconds(-1)) == probe.Seconds - 1, "Due is the least such instant.");
    });

    [Fact] // P2
    public void is_due_later_for_a_later_start_and_for_a_larger_budget() => Tried(15_000, (time, probe) =>
    {
        var due = time.Due(probe.From, probe.Seconds) ?? DateTimeOffset.MaxValue;
        Assert.True(due <= (time.Due(probe.To, probe.Seconds) ?? DateTimeOffset.MaxValue));
        Assert.True(due <= (time.Due(probe.From, probe.Seconds + 1) ?? DateTimeOffset.MaxValue));
    });

    [Fact] // P3
    public void adds_up_what_was_worked() => Tried(15_000, (time, probe) =>
    {
        var end = probe.To.AddSeconds(probe.Seconds);
        Assert.Equal(time.Elapsed(probe.From, end), time.Elapsed(probe.From, probe.To) + time.Elapsed(probe.To, end));
        Assert.Equal(time.Elapsed(probe.From, probe.To), time.Spans(probe.From, probe.To).Sum(s => (long)(s.To - s.From).TotalSeconds));
    });

    [Fact] // P4
    public void can_be_counted_in_two_steps() => Tried(10_000, (time, probe) =>
    {
        if (time.Due(probe.From, probe.Seconds) is not { } due || probe.To > due) { return; }
        var left = probe.Seconds - time.Elapsed(probe.From, probe.To);
        // With nothing left the clock was due on the way.
        if (left > 0) { Assert.Equal(due, time.Due(probe.To, left)); }
    });

    [Fact] // P8
    public void is_never_due_earlier_for_a_closed_window_nor_later_for_an_opened_one() => Generated.With(probes: 50).Sample(
        sample =>
        {
            var year = sample.Probes[0].From.Year;
            var date = sample.Calendar.Overrides is [.., var last] ? last.Date : DateOnly.FromDateTime(sample.Probes[0].To.Date);
            var closed = WorkingTime.Of(sample.Calendar with { Overrides = [.. sample.Calendar.Overrides, new DayOverride(date, [])] }, [Generated.Holidays(year)]);
            // Windows may be added to what is known to be open on that date: an override's.
            var known = sample.Calendar.Overrides.LastOrDefault(o => o.Date == date);
            var opened = known is null ? null : WorkingTime.Of(
                sample.Calendar with { Overrides = [.. sample.Calendar.Overrides, new DayOverride(date, [.. known.Windows, Open(0, 24)])] }, [Generated.Holidays(year)]);
            foreach (var probe in sample.Probes)
            {
                var due = sample.Time.Due(probe.From, probe.Seconds) ?? DateTimeOffset.MaxValue;
                Assert.True(due <= (closed.Due(probe.From, probe.Seconds) ?? DateTimeOffset.MaxValue));
                if (opened is not null) { Assert.True(due >= (opened.Due(probe.From, probe.Seconds) ?? DateTimeOffset.MaxValue)); }
            }
        },
        iter: 150);

    [Fact] // P9
    public void around_the_clock_is_plain_seconds_in_every_zone() =>
        (from year in Generated.Year
         from zone in Generated.Zone
         from window in Gen.Int[0, Window.Day - 1]
         from starts in Generated.Instant(year, zone).Array[20]
         from seconds in Gen.Long[0, 60L * Window.Day].Array[20]
         select (Daily(zone, new Window(window, window)).Time(), starts.Zip(seconds))).Sample(
            sample =>
            {
                foreach (var (start, seconds) in sample.Item2)
                {
                    Assert.Equal(start.AddSeconds(seconds), sample.Item1.Due(start, seconds));
                    Assert.Equal(seconds, sample.Item1.Elapsed(start, start.AddSeconds(seconds)));
                    Assert.Equal(start.AddSeconds(-seconds), sample.Item1.Back(start, seconds));
                }
            },
            iter: 250);

    [Fact] // P10
    public void counts_the_same_for_every_viewer() => Tried(5_000, (time, probe) =>
    {
        var due = time.Due(probe.From, probe.Seconds);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
            Assert.Equal(due, time.Due(probe.From.ToOffset(TimeSpan.FromHours(9.5)), probe.Seconds));
            Assert.Equal(time.Elapsed(probe.From, probe.To), time.Elapsed(probe.From.ToOffset(TimeSpan.FromHours(-8)), probe.To.ToOffset(TimeSpan.FromHours(14))));
            Assert.True(due is null || due.Value.Offset == TimeSpan.Zero);
        }
        finally { CultureInfo.CurrentCulture = before; }
    });

    [Fact] // P12
    public void agrees_with_a_walk_second_by_second() =>
        (from year in Generated.Year
         from calendar in Generated.Calendar(year)
         from start in Generated.Instant(year, calendar.TimeZone)
         from length in Gen.Int[1, 3 * 3_600]
         select (year, calendar, start, length)).Sample(
            sample =>
            {
                var open = SecondBySecond.Open(sample.calendar, Generated.Holidays(sample.year), sample.start.ToUnixTimeSeconds(), sample.length);
                var time = WorkingTime.Of(sample.calendar, [Generated.Holidays(sample.year)]);
                var worked = open.LongCount(isOpen => isOpen);
                Assert.Equal(worked, time.Elapsed(sample.start, sample.start.AddSeconds(sample.length)));
                if (worked == 0) { return; }
                Assert.Equal(sample.start.AddSeconds(Array.LastIndexOf(open, true) + 1), time.Due(sample.start, worked));
                Assert.Equal(sample.start.AddSeconds(Array.IndexOf(open, true)), time.Back(sample.start.AddSeconds(sample.length), worked));
            },
            iter: 400);

    [Fact] // P19
    public void walks_a_lead_back_and_forth() => Tried(15_000, (time, probe) =>
    {
        if (probe.Seconds == 0 || time.Due(probe.From, probe.Seconds) is not { } due) { return; }
        var lead = probe.To.ToUnixTimeSeconds() % probe.Seconds + 1;
        var from = Assert.NotNull(time.Back(due, lead));
        Assert.True(from >= probe.From);
        Assert.Equal(lead, time.Elapsed(from, due));
        Assert.True(time.Elapsed(from.AddSeconds(1), due) < lead, "Back is the greatest such instant.");
        Assert.Equal(due, time.Due(from, lead));
    });

    private static void Tried(int cases, Action<WorkingTime, Probe> property) => Generated.With(probes: 50).Sample(
        sample => { foreach (var probe in sample.Probes) { property(sample.Time, probe); } },
        iter: cases / 50);
}
