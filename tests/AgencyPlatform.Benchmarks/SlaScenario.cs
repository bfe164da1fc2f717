using System.Diagnostics;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Benchmarks;

/// <summary>A promise of 2,000 business hours with twenty pauses, so about a year of working days, derived again and again; beside it the same count as a walk from day to day.</summary>
public static class SlaScenario
{
    private const long Budget = 2_000 * 3_600L;
    private const int Rederivations = 100_000;

    private static readonly Window[] Hours = [new(9 * 3_600, 12 * 3_600), new(13 * 3_600, 18 * 3_600)];

    private static readonly BusinessCalendar Calendar = new()
    {
        Id = "office",
        Name = "Office",
        TimeZone = "Europe/Berlin",
        Week = new WeekPlan { Monday = Hours, Tuesday = Hours, Wednesday = Hours, Thursday = Hours, Friday = Hours },
        Overrides = [.. Enumerable.Range(0, 12).Select(i => new DayOverride(new DateOnly(2026, 1, 6).AddDays(30 * i), []))],
    };

    public static Task<Report> Run(TimeSpan length)
    {
        var clock = Clock();
        var now = clock.Events[^1].At;
        var cold = Stopwatch.GetTimestamp();
        var first = WorkingTime.Of(Calendar, []).Due(clock.Events[0].At, Budget);
        var coldest = Stopwatch.GetElapsedTime(cold);

        var (compiling, compilations) = Repeated(length / 6, () => WorkingTime.Of(Calendar, []).Due(clock.Events[0].At, Budget));
        var time = WorkingTime.Of(Calendar, []);
        WorkingTime Known(PlanReference plan, string id) => time;
        var due = SlaFunction.State(clock, Known, now).DueAt;
        if (due != DayByDay.Due(clock, Budget) || first != DayByDay.Due(clock with { Events = [clock.Events[0]] }, Budget))
        {
            throw new InvalidOperationException("The walk from day to day finds another due instant.");
        }

        var (deriving, derivations) = Repeated(length / 3, () => SlaFunction.State(clock, Known, now));
        var (walking, walks) = Repeated(length / 3, () => DayByDay.Due(clock, Budget));
        var (counting, counts) = Repeated(length / 6, () => time.Due(clock.Events[0].At, Budget));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var many = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rederivations; i++) { SlaFunction.State(clock, Known, now); }
        return Task.FromResult(new Report()
            .Add("state, a year with 20 pauses", Nanoseconds(deriving, derivations), "ns")
            .Add("the same, walked from day to day", Nanoseconds(walking, walks), "ns")
            .Add("due of 2,000 business hours, no pause", Nanoseconds(counting, counts), "ns")
            .Add("100,000 derivations", Stopwatch.GetElapsedTime(many).TotalMilliseconds, "ms")
            .Add("allocated per derivation", (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Rederivations, "bytes")
            .Add("compiling the calendar's two years", Nanoseconds(compiling, compilations) / 1_000, "us")
            .Add("compiling them first of all in the process", coldest.TotalMilliseconds, "ms"));
    }

    private static double Nanoseconds(TimeSpan length, long calls) => length.TotalNanoseconds / calls;

    private static (TimeSpan Length, long Calls) Repeated<T>(TimeSpan length, Func<T> call)
    {
        for (var i = 0; i < 200; i++) { call(); }
        var calls = 0L;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            for (var i = 0; i < 20; i++) { call(); }
            calls += 20;
        }
        return (Stopwatch.GetElapsedTime(started), calls);
    }

    private static SlaClock Clock()
    {
        var start = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
        var target = new ClockTarget
        {
            Unit = ClockUnit.Business,
            Seconds = Budget,
            Calendar = "office",
            Plan = new PlanReference(1, "plan"),
            Thresholds = [new Threshold("50%", 50), new Threshold("90%", 90), new Threshold("1h", LeadSeconds: 3_600)],
        };
        List<ClockEvent> events = [new() { Sequence = 0, Kind = ClockEventKind.Started, At = start, Target = target }];
        for (var i = 1; i <= 20; i++)
        {
            var at = start.AddDays(16 * i).AddHours(i % 7);
            events.Add(new ClockEvent { Sequence = events.Count, Kind = ClockEventKind.Paused, At = at, Reason = "client" });
            events.Add(new ClockEvent { Sequence = events.Count, Kind = ClockEventKind.Resumed, At = at.AddHours(30), Reason = "client" });
        }
        return new SlaClock { Id = "resolution", Metric = Metrics.Resolution, Events = events };
    }

    /// <summary>What a plain program does: for each stretch, go through the dates, add up the windows and stop where the budget ends.</summary>
    private static class DayByDay
    {
        private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Calendar.TimeZone);
        private static readonly HashSet<DateOnly> Closed = [.. Calendar.Overrides.Select(o => o.Date)];

        public static DateTimeOffset? Due(SlaClock clock, long budget)
        {
            var left = budget;
            for (var i = 0; i < clock.Events.Count; i += 2)
            {
                var end = i + 1 < clock.Events.Count ? clock.Events[i + 1].At : DateTimeOffset.MaxValue;
                if (Walk(clock.Events[i].At, end, ref left) is { } due) { return due; }
            }
            return null;
        }

        private static DateTimeOffset? Walk(DateTimeOffset from, DateTimeOffset to, ref long left)
        {
            for (var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, Zone).Date); ; date = date.AddDays(1))
            {
                foreach (var window in Closed.Contains(date) ? [] : Calendar.Week.On(date.DayOfWeek))
                {
                    var (open, close) = (At(date, window.From), At(date, window.To));
                    if (open >= to) { return null; }
                    var (start, end) = (open < from ? from : open, close > to ? to : close);
                    if (end <= start) { continue; }
                    var seconds = (long)(end - start).TotalSeconds;
                    if (seconds >= left) { return start.AddSeconds(left); }
                    left -= seconds;
                }
                if (At(date, 0) > to) { return null; }
            }
        }

        private static DateTimeOffset At(DateOnly date, int second)
        {
            var local = date.ToDateTime(TimeOnly.MinValue).AddSeconds(second);
            return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
        }
    }
}
