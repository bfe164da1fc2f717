using NodaTime;

namespace AgencyPlatform.Domain.Sla;

/// <summary>Tells how a due instant came about: what happened to the clock, and between that the days that counted or did not.</summary>
internal sealed class Explanation
{
    public const int Lines = 60;

    private readonly List<ExplainLine> lines = [];

    public static IReadOnlyList<ExplainLine> Of(SlaClock clock, CalendarOf calendars, long now)
    {
        var run = new ClockRun(clock.Metric, calendars);
        List<(int Closed, ExplainLine Line)> told = [];
        foreach (var happened in SlaFunction.InOrder(clock.Events))
        {
            if (!SlaFunction.HasHappened(happened, now) || !run.Apply(happened)) { continue; }
            told.AddRange(Tell(happened, run, clock).Select(line => (run.Stretches.Count, line)));
        }
        run.LookAt(now);
        return run.Target is null ? [] : new Explanation().Of(run, told, now);
    }

    /// <summary>One event as lines, as the run stands after it.</summary>
    private static IEnumerable<ExplainLine> Tell(ClockEvent happened, ClockRun run, SlaClock clock)
    {
        var code = happened.Kind switch
        {
            ClockEventKind.Started => ExplainCodes.Started,
            ClockEventKind.Paused => ExplainCodes.Paused,
            ClockEventKind.Resumed => ExplainCodes.Resumed,
            ClockEventKind.Retargeted => ExplainCodes.Retargeted,
            ClockEventKind.Fulfilled => ExplainCodes.Fulfilled,
            ClockEventKind.Reopened => ExplainCodes.Reopened,
            _ => ExplainCodes.Cancelled,
        };
        var at = Instants.At(happened.At.ToUnixTimeSeconds());
        if (happened.Target is not { } target || code is not (ExplainCodes.Started or ExplainCodes.Retargeted))
        {
            yield return new ExplainLine(code, at, Name: happened.Reason);
            yield break;
        }
        yield return new ExplainLine(code, at, Seconds: run.IsHard ? null : target.Seconds, Name: happened.Reason ?? target.Rule);
        if (!run.IsHard || run.DueAt() is not { } due) { yield break; }
        yield return target.Unit == ClockUnit.Fixed
            ? new ExplainLine(ExplainCodes.Fixed, Instants.At(due), Name: clock.Source)
            : new ExplainLine(ExplainCodes.CivilDays, Instants.At(run.StartedAt), Instants.At(due), Name: Text(target.Days));
    }

    private IReadOnlyList<ExplainLine> Of(ClockRun run, List<(int Closed, ExplainLine Line)> told, long now)
    {
        var due = run.DueAt();
        var next = 0;
        foreach (var (closed, line) in told)
        {
            for (; next < closed; next++) { Count(run, run.Stretches[next].From, run.Stretches[next].To, run.Stretches[next].Time, due); }
            lines.Add(line);
        }
        if (run.RunningSince is { } since) { Count(run, since, due ?? now, run.Time, due); }

        if (due is { } at)
        {
            if (run.IsGranted(at)) { lines.Add(new ExplainLine(ExplainCodes.Grace, Instants.At(at))); }
            lines.Add(new ExplainLine(ExplainCodes.Due, Instants.At(at)));
        }
        else if (run.PausedBy.Count > 0)
        {
            lines.Add(new ExplainLine(ExplainCodes.Left, Instants.At(now), Seconds: run.Target!.Seconds - run.UsedAt(now)));
        }
        else if (run.IsOpen)
        {
            lines.Add(new ExplainLine(ExplainCodes.Unschedulable, Instants.At(run.StartedAt)));
        }
        if (run.BreachedAt is { } breach) { lines.Add(new ExplainLine(ExplainCodes.Breached, Instants.At(breach), Name: run.BreachCause)); }
        return LineCount.Bound(lines, Lines);
    }

    /// <summary>What counted while the clock ran, but no more than leads to the due instant.</summary>
    private void Count(ClockRun run, long from, long to, WorkingTime? time, long? due)
    {
        to = Math.Min(Math.Min(to, due ?? to), from + WorkingTime.HorizonSeconds);
        if (run.IsHard || time is null || from >= to) { return; }
        if (time == WorkingTime.Always)
        {
            lines.Add(new ExplainLine(ExplainCodes.Elapsed, Instants.At(from), Instants.At(to), to - from));
            return;
        }
        var zone = time.Days.Zone;
        for (var date = DateAt(from, zone); ; date = date.PlusDays(1))
        {
            var (start, end) = (StartOf(date, zone), StartOf(date.PlusDays(1), zone));
            if (start >= to) { return; }
            CountDay(time, date, (start, end), (Math.Max(start, from), Math.Min(end, to)));
        }
    }

    private void CountDay(WorkingTime time, LocalDate date, (long From, long To) whole, (long From, long To) part)
    {
        var day = time.Days.On(date);
        if (day.Windows.Count == 0 && day.Cause is not DayCause.Week && time.Days.IsOpenByWeek(date))
        {
            Shut(day.Cause is DayCause.Holiday ? ExplainCodes.Holiday : ExplainCodes.Closed, whole, day);
        }
        var spans = time.Spans(part.From, part.To).ToArray();
        if (spans.Length == 0) { return; }
        var code = day switch
        {
            { Cause: DayCause.MakeUp, Windows.Count: > 0 } => ExplainCodes.MakeUpDay,
            { Cause: DayCause.Override, Windows.Count: > 0 } => ExplainCodes.OtherHours,
            _ => ExplainCodes.Worked,
        };
        var named = code == ExplainCodes.Worked ? default : day;
        lines.Add(new ExplainLine(code, Instants.At(spans[0].From), Instants.At(spans[^1].To), spans.Sum(s => s.To - s.From), named.Name, named.Title));
    }

    /// <summary>Closed days of one name in a row are one line, whatever weekend lies between them.</summary>
    private void Shut(string code, (long From, long To) whole, CalendarDay day)
    {
        var to = Instants.At(whole.To);
        if (lines is [.., var last] && last.Code == code && last.Name == day.Name) { lines[^1] = last with { To = to }; }
        else { lines.Add(new ExplainLine(code, Instants.At(whole.From), to, Name: day.Name, Title: day.Title)); }
    }

    private static LocalDate DateAt(long instant, DateTimeZone zone) => Instant.FromUnixTimeSeconds(instant).InZone(zone).Date;

    private static long StartOf(LocalDate date, DateTimeZone zone) => zone.AtStartOfDay(date).ToInstant().ToUnixTimeSeconds();

    internal static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
