namespace AgencyPlatform.Domain.Sla;

/// <summary>Why a clock is due when it is, in lines from which a person can work it out again.</summary>
public static partial class SlaFunction
{
    /// <summary>Beyond this many days the worked time is told in one line.</summary>
    private const int DaysTold = 31;

    public static IReadOnlyList<ExplainLine> Explain(SlaClock clock, CalendarOf calendars, DateTimeOffset now)
    {
        var state = State(clock, calendars, now);
        List<ExplainLine> lines = [];
        var target = state.Target;
        WorkingTime? calendar = null;
        DateTimeOffset? since = null;
        List<string> paused = [];
        foreach (var e in Ordered(clock.Events))
        {
            if (since is { } from) { Tell(lines, calendar!, target, from, e.At); since = e.At; }
            switch (e.Kind)
            {
                case ClockEventKind.Started:
                case ClockEventKind.Retargeted:
                    target = e.Target ?? target;
                    calendar = target is { Unit: ClockUnit.Business, Plan: { } plan, Calendar: { } id } ? calendars(plan, id) : WorkingTime.Always;
                    lines.Add(new ExplainLine(e.Kind == ClockEventKind.Started ? "started" : "retargeted", e.At, null, target.Seconds > 0 ? target.Seconds : null, e.Reason ?? target.Rule));
                    if (paused.Count == 0) { since = e.At; }
                    break;
                case ClockEventKind.Paused when !Metrics.NeverPauses(clock.Metric):
                    if (!paused.Contains(e.Reason ?? "")) { paused.Add(e.Reason ?? ""); }
                    lines.Add(new ExplainLine("paused", e.At, Name: e.Reason));
                    since = null;
                    break;
                case ClockEventKind.Resumed when paused.Remove(e.Reason ?? ""):
                    lines.Add(new ExplainLine("resumed", e.At, Name: e.Reason));
                    if (paused.Count == 0) { since = e.At; }
                    break;
                case ClockEventKind.Fulfilled:
                    lines.Add(new ExplainLine("fulfilled", e.At));
                    since = null;
                    break;
                case ClockEventKind.Reopened:
                    lines.Add(new ExplainLine("reopened", e.At));
                    since = e.At;
                    break;
                case ClockEventKind.Cancelled:
                    lines.Add(new ExplainLine("cancelled", e.At, Name: e.Reason));
                    since = null;
                    break;
            }
        }

        if (since is { } running && state.DueAt is { } until) { Tell(lines, calendar!, target, running, until); }
        if (state.DueAt is { } due) { lines.Add(new ExplainLine("due", due)); }
        if (state.Phase == ClockPhase.Paused && state.LeftSeconds is { } left) { lines.Add(new ExplainLine("waiting", now, null, left)); }
        if (state.BreachedAt is { } broken) { lines.Add(new ExplainLine("breached", broken, Name: state.BreachCause)); }
        return lines;
    }

    private static void Tell(List<ExplainLine> lines, WorkingTime calendar, ClockTarget target, DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from || target.Unit is ClockUnit.Fixed or ClockUnit.CivilDays) { return; }
        if (target.Unit == ClockUnit.Elapsed || (to - from).TotalDays > DaysTold)
        {
            lines.Add(new ExplainLine("worked", from, to, calendar.Elapsed(from, to)));
            return;
        }

        foreach (var day in calendar.Days(from, to)) { lines.Add(day); }
    }
}
