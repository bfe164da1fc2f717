namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// Derives from a clock's events, and nothing else, how the promise stands. The same events give the same answer in whatever
/// order they are listed; events later than the instant asked about have not happened yet, and impossible ones count for nothing.
/// </summary>
public static class SlaFunction
{
    /// <summary>How the clock stands at <paramref name="now"/>. Total: a clock that never started is <see cref="ClockPhase.Unschedulable"/>.</summary>
    public static ClockState State(SlaClock clock, CalendarOf calendars, DateTimeOffset now)
    {
        var at = now.ToUnixTimeSeconds();
        var run = Run(clock, calendars, at);
        if (run.Target is not { } target) { return NeverStarted(at); }

        var due = run.DueAt();
        var used = run.UsedAt(at);
        return new ClockState
        {
            Phase = Phase(run, due),
            DueAt = Instants.At(due),
            StartedAt = Instants.At(run.StartedAt),
            Target = target,
            UsedSeconds = used,
            LeftSeconds = run.IsOpen ? Left(run, due, used, at) : null,
            LeftWallSeconds = run.IsOpen ? due - at : null,
            PausedBy = run.PausedBy,
            FulfilledAt = Instants.At(run.FulfilledAt),
            BreachedAt = Instants.At(run.BreachedAt),
            BreachCause = run.BreachCause,
            Points = run.IsOpen && due is { } known ? FiringPoints.Of(run, known) : [],
        };
    }

    /// <summary>The lines by which a person can count the due instant again: what counted, what did not and why. At most sixty; long spans are summed up.</summary>
    public static IReadOnlyList<ExplainLine> Explain(SlaClock clock, CalendarOf calendars, DateTimeOffset now) =>
        Explanation.Of(clock, calendars, now.ToUnixTimeSeconds());

    /// <summary>Events up to an instant in the order in which they happened.</summary>
    internal static IReadOnlyList<ClockEvent> InOrder(IReadOnlyList<ClockEvent> events)
    {
        for (var i = 1; i < events.Count; i++)
        {
            if (Compare(events[i - 1], events[i]) > 0) { return [.. events.Order(Comparer<ClockEvent>.Create(Compare))]; }
        }
        return events;
    }

    // A start in the future is a promise from then on; everything else must have happened.
    internal static bool HasHappened(ClockEvent happened, long now) => happened.Kind == ClockEventKind.Started || happened.At.ToUnixTimeSeconds() <= now;

    private static ClockRun Run(SlaClock clock, CalendarOf calendars, long now)
    {
        var run = new ClockRun(clock.Metric, calendars);
        foreach (var happened in InOrder(clock.Events))
        {
            if (HasHappened(happened, now)) { run.Apply(happened); }
        }
        run.LookAt(now);
        return run;
    }

    private static int Compare(ClockEvent first, ClockEvent second)
    {
        var byInstant = first.At.ToUnixTimeSeconds().CompareTo(second.At.ToUnixTimeSeconds());
        return byInstant != 0 ? byInstant : first.Sequence.CompareTo(second.Sequence);
    }

    private static ClockPhase Phase(ClockRun run, long? due) => run switch
    {
        { IsCancelled: true } => ClockPhase.Cancelled,
        { FulfilledAt: not null, BreachedAt: null } => ClockPhase.Met,
        { FulfilledAt: not null } => ClockPhase.Missed,
        { PausedBy.Count: > 0 } => ClockPhase.Paused,
        _ => due is null ? ClockPhase.Unschedulable : ClockPhase.Running,
    };

    private static long? Left(ClockRun run, long? due, long used, long now) => due switch
    {
        { } hard when run.IsHard => hard - now,
        { } granted when run.IsGranted(granted) => granted >= now ? run.Time?.Elapsed(now, granted) : -run.Time?.Elapsed(granted, now),
        _ when run.IsHard => null,
        _ => run.Target!.Seconds - used,
    };

    private static ClockState NeverStarted(long now) => new()
    {
        Phase = ClockPhase.Unschedulable,
        StartedAt = Instants.At(now),
        Target = new ClockTarget { Unit = ClockUnit.Elapsed },
    };
}
