namespace AgencyPlatform.Domain.Sla;

/// <summary>A time in which a clock ran, in UTC seconds, and what of it counts.</summary>
/// <param name="Time">What it was counted with; null where a business target names no calendar, so that nothing counts.</param>
internal readonly record struct Stretch(long From, long To, long Seconds, WorkingTime? Time);

/// <summary>
/// The course of one clock, built by applying its events in order. All that it remembers are the stretches in which it ran:
/// due instants and warnings are the instants at which those, and the one under way, add up to a number of seconds.
/// </summary>
internal sealed class ClockRun(string metric, CalendarOf calendars)
{
    private readonly List<Stretch> stretches = [];
    private readonly List<string> pausedBy = [];
    private readonly bool neverPauses = Metrics.NeverPauses(metric);
    private WorkingTime? time;
    private long used;
    private long since;
    private long? hardDue;
    private (long At, long? Due)? end;

    // The due instant lies no earlier than this, whatever was used: the grace of a new target, or the reopening of a used-up clock.
    private long floor = long.MinValue;

    public ClockTarget? Target { get; private set; }
    public long StartedAt { get; private set; }
    public long? FulfilledAt { get; private set; }
    public bool IsCancelled { get; private set; }
    public long? BreachedAt { get; private set; }
    public string? BreachCause { get; private set; }

    public IReadOnlyList<Stretch> Stretches => stretches;

    /// <summary>Where the stretch under way began; null where the clock stands still.</summary>
    public long? RunningSince => IsOpen && pausedBy.Count == 0 ? since : null;

    public bool IsOpen => Target is not null && FulfilledAt is null && !IsCancelled;

    /// <summary>Hard deadlines are instants of their own; no pause moves them.</summary>
    public bool IsHard => Target is { Unit: ClockUnit.CivilDays or ClockUnit.Fixed };

    public IReadOnlyList<string> PausedBy => IsHard ? [] : pausedBy;

    /// <summary>What business seconds are counted with, also beside a hard deadline that names a calendar.</summary>
    public WorkingTime? Business => Target is { Plan: { } plan, Calendar: { } calendar } ? calendars(plan, calendar) : null;

    public WorkingTime? Time => time;

    /// <summary>Applies what happened next; false where it cannot happen to the clock as it is, and so changes nothing.</summary>
    public bool Apply(ClockEvent happened)
    {
        var at = happened.At.ToUnixTimeSeconds();
        return happened switch
        {
            { Kind: ClockEventKind.Started, Target: { } target } when Target is null => Start(at, target),
            { Kind: ClockEventKind.Reopened } when FulfilledAt is not null && !IsCancelled => Reopen(at),
            _ when !IsOpen => false,
            { Kind: ClockEventKind.Paused } => Pause(at, happened.Reason ?? ""),
            { Kind: ClockEventKind.Resumed } => Resume(at, happened.Reason ?? ""),
            { Kind: ClockEventKind.Retargeted, Target: { } target } => Retarget(at, target, happened.Recount),
            { Kind: ClockEventKind.Fulfilled } => End(at, isFulfilled: true),
            { Kind: ClockEventKind.Cancelled } => End(at, isFulfilled: false),
            _ => false,
        };
    }

    /// <summary>Breaks the promise where an open clock has reached its due instant.</summary>
    public void LookAt(long now)
    {
        if (IsOpen && BreachedAt is null && DueAt() is { } due && due <= now) { Break(due, BreachCauses.Time); }
    }

    /// <summary>Seconds used until an instant not before the last event, in the target's unit.</summary>
    public long UsedAt(long instant)
    {
        if (IsHard) { return Math.Max(0, (end?.At ?? instant) - StartedAt); }
        return used + (RunningSince is { } from ? time?.Elapsed(from, instant) ?? 0 : 0);
    }

    /// <summary>When the promise is broken under the present course; null while that is open or can never be.</summary>
    public long? DueAt()
    {
        if (!IsOpen) { return IsCancelled ? null : end?.Due; }
        return (IsHard ? hardDue : ReachedAt(Target!.Seconds)) is { } due ? Math.Max(due, floor) : null;
    }

    /// <summary>Whether the due instant is one that was granted, so that it does not follow from the seconds used.</summary>
    public bool IsGranted(long due) => due == floor;

    /// <summary>The instant by which so many seconds were used, or will be if nothing else happens; null where the clock stands still before.</summary>
    public long? ReachedAt(long seconds)
    {
        foreach (var stretch in stretches)
        {
            if (seconds <= stretch.Seconds) { return stretch.Time?.Due(stretch.From, seconds); }
            seconds -= stretch.Seconds;
        }
        return RunningSince is { } from ? time?.Due(from, seconds) : null;
    }

    private bool Start(long at, ClockTarget target)
    {
        (StartedAt, since) = (at, at);
        Aim(target);
        return true;
    }

    private bool Pause(long at, string reason)
    {
        if (neverPauses || pausedBy.Contains(reason)) { return false; }
        Close(at);
        pausedBy.Add(reason);
        return true;
    }

    private bool Resume(long at, string reason)
    {
        if (!pausedBy.Contains(reason)) { return false; }
        Close(at);
        pausedBy.Remove(reason);
        return true;
    }

    private bool Retarget(long at, ClockTarget target, bool recount)
    {
        Close(at);
        // Seconds of one unit say nothing about another: they are always counted again.
        var countsAnew = recount || target.Unit != Target!.Unit;
        Aim(target);
        if (countsAnew) { Recount(); }
        floor = long.MinValue;
        if (target.GraceSeconds > 0) { floor = at + target.GraceSeconds; }
        else if (BreachedAt is null && DueAt() < at) { Break(at, BreachCauses.Retarget); }
        return true;
    }

    private bool Reopen(long at)
    {
        (FulfilledAt, end) = (null, null);
        since = at;
        // A clock that was met with its last second is not broken before it went on.
        if (BreachedAt is null) { floor = Math.Max(floor, at); }
        return true;
    }

    private bool End(long at, bool isFulfilled)
    {
        Close(at);
        end = (at, DueAt());
        pausedBy.Clear();
        if (isFulfilled) { FulfilledAt = at; } else { IsCancelled = true; }
        return true;
    }

    private void Aim(ClockTarget target)
    {
        Target = target;
        time = target.Unit == ClockUnit.Business ? Business : WorkingTime.Always;
        hardDue = target.Unit switch
        {
            ClockUnit.Fixed => target.DueAt?.ToUnixTimeSeconds(),
            ClockUnit.CivilDays when target.Days * (long)Window.Day <= WorkingTime.HorizonSeconds && CivilTime.IsZone(target.TimeZone) =>
                CivilTime.Add(Instants.At(StartedAt), target.Days, CivilTime.Days, target.TimeZone!).ToUnixTimeSeconds(),
            _ => null,
        };
    }

    /// <summary>Ends the stretch under way, if there is one; breaks the promise if it was due before.</summary>
    private void Close(long at)
    {
        if (pausedBy.Count == 0)
        {
            var seconds = time?.Elapsed(since, at) ?? 0;
            stretches.Add(new Stretch(since, at, seconds, time));
            used += seconds;
        }
        since = at;
        // Counting is cheaper than finding the due instant, and most events come before it.
        if (BreachedAt is null && (IsHard || used >= Target!.Seconds) && DueAt() is { } due && due < at) { Break(due, BreachCauses.Time); }
    }

    private void Recount()
    {
        used = 0;
        for (var i = 0; i < stretches.Count; i++)
        {
            var seconds = time?.Elapsed(stretches[i].From, stretches[i].To) ?? 0;
            stretches[i] = stretches[i] with { Seconds = seconds, Time = time };
            used += seconds;
        }
    }

    private void Break(long at, string cause) => (BreachedAt, BreachCause) = (at, cause);
}
