namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// A clock's course through its events, in seconds since 1970. It is made of stretches in which the clock ran; a broken promise
/// is noted when the course passes its due instant and is never taken back.
/// </summary>
internal sealed class ClockCourse(string metric, CalendarOf calendars)
{
    private const string ByTime = "time";
    private const string ByRetarget = "retarget";

    private readonly bool neverPauses = Metrics.NeverPauses(metric);
    private readonly List<string> pausedBy = [];
    private readonly List<(long From, long To)> ran = [];

    /// <summary>Stretches since the target in force was set, with what had been used when each began.</summary>
    private readonly List<(long From, long Used)> stretches = [];

    /// <summary>Warnings that an earlier target had already reached.</summary>
    private readonly Dictionary<string, long> passed = new(StringComparer.Ordinal);

    private ClockTarget? target;
    private WorkingTime calendar = WorkingTime.Always;
    private long startedAt, targetedAt, used;
    private long? runningSince, fulfilledAt, breachedAt;
    private long floor = long.MinValue;
    private string? breachCause;
    private bool isCancelled;

    private bool HasEnded => fulfilledAt is not null || isCancelled;

    private bool IsByInstant => target!.Unit is ClockUnit.Fixed or ClockUnit.CivilDays;

    public void Take(ClockEvent happened)
    {
        var at = happened.At.ToUnixTimeSeconds();
        if (target is null)
        {
            if (happened is { Kind: ClockEventKind.Started, Target: { } first }) { Start(first, at); }
            return;
        }

        if (!HasEnded) { RunTo(at); }
        switch (happened.Kind)
        {
            case ClockEventKind.Paused when !HasEnded && !neverPauses && !IsByInstant:
                if (!pausedBy.Contains(happened.Reason ?? "")) { pausedBy.Add(happened.Reason ?? ""); }
                Stop(at);
                break;
            case ClockEventKind.Resumed when !HasEnded && pausedBy.Remove(happened.Reason ?? "") && pausedBy.Count == 0:
                Run(at);
                break;
            case ClockEventKind.Fulfilled when !HasEnded:
                Stop(at);
                fulfilledAt = at;
                break;
            case ClockEventKind.Reopened when fulfilledAt is not null:
                fulfilledAt = null;
                if (pausedBy.Count == 0) { Run(at); }
                break;
            case ClockEventKind.Cancelled when !HasEnded:
                Stop(at);
                isCancelled = true;
                break;
            case ClockEventKind.Retargeted when !HasEnded && happened.Target is { } next:
                Retarget(next, at, happened.Recount);
                break;
        }
    }

    public ClockState At(long now)
    {
        if (target is null) { return new ClockState { Phase = ClockPhase.Cancelled, StartedAt = default, Target = new ClockTarget { Unit = ClockUnit.Elapsed } }; }

        var due = isCancelled ? null : Due();
        if (!HasEnded)
        {
            now = Math.Max(now, stretches.Count > 0 ? stretches[^1].From : startedAt);
            if (due <= now) { Break(due.Value, ByTime); }
        }

        var isRunning = !HasEnded && runningSince is not null;
        var usedNow = IsByInstant ? Math.Max(0, (fulfilledAt ?? now) - startedAt) : used + (isRunning ? Counted(runningSince!.Value, now) : 0);
        return new ClockState
        {
            Phase = Phase(due),
            StartedAt = Instant(startedAt),
            Target = target,
            DueAt = due is { } d ? Instant(d) : null,
            UsedSeconds = usedNow,
            LeftSeconds = HasEnded ? null : due is null ? (pausedBy.Count > 0 ? Budget - used : null) : Left(now, due.Value),
            LeftWallSeconds = HasEnded || due is null ? null : due - now,
            PausedBy = HasEnded ? [] : [.. pausedBy],
            FulfilledAt = fulfilledAt is { } f ? Instant(f) : null,
            BreachedAt = breachedAt is { } b ? Instant(b) : null,
            BreachCause = breachCause,
            Points = HasEnded ? [] : Points(due),
        };
    }

    private long Budget => target!.Seconds;

    private void Start(ClockTarget first, long at)
    {
        startedAt = at;
        Aim(first, at);
        Run(at);
    }

    private void Aim(ClockTarget next, long at)
    {
        target = next;
        targetedAt = at;
        calendar = next is { Calendar: { } id, Plan: { } plan } ? calendars(plan, id) : WorkingTime.Always;
        stretches.Clear();
    }

    private void Run(long at)
    {
        runningSince = at;
        stretches.Add((at, used));
    }

    private void Stop(long at)
    {
        if (runningSince is null) { return; }
        if (at > runningSince) { ran.Add((runningSince.Value, at)); }
        runningSince = null;
    }

    /// <summary>Everything up to an event: what was used, and whether the promise broke before it.</summary>
    private void RunTo(long at)
    {
        if (runningSince is { } since && !IsByInstant)
        {
            var more = Counted(since, at);
            if (used + more >= Budget || floor != long.MinValue) { BreakBefore(at); }
            used += more;
            if (at > since) { ran.Add((since, at)); }
            runningSince = at;
            return;
        }

        BreakBefore(at);
    }

    private void BreakBefore(long at)
    {
        if (breachedAt is null && Due() < at) { Break(Due()!.Value, ByTime); }
    }

    private void Break(long at, string cause)
    {
        if (breachedAt is not null) { return; }
        (breachedAt, breachCause) = (at, cause);
    }

    private void Retarget(ClockTarget next, long at, bool isRecounted)
    {
        foreach (var point in Points(Due()).Where(p => p.Kind == FiringKinds.Warning && p.At.ToUnixTimeSeconds() <= at))
        {
            passed.TryAdd(point.Step, point.At.ToUnixTimeSeconds());
        }

        Aim(next, at);
        if (isRecounted) { used = ran.Sum(r => Counted(r.From, r.To)); }
        floor = next.GraceSeconds > 0 ? at + next.GraceSeconds : long.MinValue;
        stretches.Add((at, used));
        if (!IsByInstant && used > Budget && next.GraceSeconds == 0) { Break(at, ByRetarget); }
    }

    /// <summary>When the promise breaks on the present course; null while paused with time left, and where no such instant comes.</summary>
    private long? Due()
    {
        long? due;
        if (target!.Unit == ClockUnit.Fixed) { due = target.DueAt?.ToUnixTimeSeconds(); }
        else if (target.Unit == ClockUnit.CivilDays)
        {
            due = CivilTime.Add(Instant(startedAt), target.Days, "days", target.TimeZone ?? "UTC").ToUnixTimeSeconds();
        }
        else
        {
            var (from, usedThen) = stretches[^1];
            due = used >= Budget || runningSince is not null
                ? target.Unit == ClockUnit.Elapsed ? from + Math.Max(0, Budget - usedThen) : calendar.Due(from, Budget - usedThen)
                : null;
        }

        return due < floor ? floor : due;
    }

    private long Counted(long from, long to) => target!.Unit == ClockUnit.Business ? calendar.Elapsed(from, to) : Math.Max(0, to - from);

    private long Left(long now, long due) => due >= now ? Counted(now, due) : -Counted(due, now);

    private ClockPhase Phase(long? due) => this switch
    {
        { isCancelled: true } => ClockPhase.Cancelled,
        { fulfilledAt: not null, breachedAt: null } => ClockPhase.Met,
        { fulfilledAt: not null } => ClockPhase.Missed,
        _ when pausedBy.Count > 0 => ClockPhase.Paused,
        _ => due is null ? ClockPhase.Unschedulable : ClockPhase.Running,
    };

    /// <summary>Warnings and the breach. While paused only those that were reached before are there: the others move with the pause.</summary>
    private List<FiringPoint> Points(long? due)
    {
        List<FiringPoint> points = new(target!.Thresholds.Count + 1);
        foreach (var threshold in target.Thresholds)
        {
            if (Warning(threshold, due) is not { } at) { continue; }
            var point = new FiringPoint(FiringKinds.Warning, threshold.Id, Instant(at), threshold.Ladder);
            var place = points.FindLastIndex(p => p.At <= point.At) + 1;
            points.Insert(place, point);
        }

        if ((breachedAt ?? due) is { } broken) { points.Add(new FiringPoint(FiringKinds.Breach, "", Instant(broken), target.BreachLadder)); }
        return points;
    }

    private long? Warning(Threshold threshold, long? due)
    {
        if (passed.TryGetValue(threshold.Id, out var then)) { return then; }
        var at = threshold.Percent is { } percent ? AtPercent(percent, due) : threshold.LeadSeconds is { } lead && due is { } end ? Before(end, lead, threshold.LeadUnit) : null;
        // What a new target had already exceeded when it came is reached at that moment, not before.
        return at is { } found ? Math.Min(Math.Max(found, targetedAt), due ?? long.MaxValue) : null;
    }

    private long? AtPercent(int percent, long? due)
    {
        if (IsByInstant) { return due is { } end ? startedAt + ((end - startedAt) * percent / 100) : null; }
        var needed = Budget * percent / 100;
        if (needed > used && runningSince is null) { return null; }
        for (var i = stretches.Count - 1; i >= 0; i--)
        {
            var (from, usedThen) = stretches[i];
            if (usedThen < needed || i == 0) { return target!.Unit == ClockUnit.Elapsed ? from + Math.Max(0, needed - usedThen) : calendar.Due(from, needed - usedThen); }
        }

        return null;
    }

    private long? Before(long due, long lead, ClockUnit unit) => unit == ClockUnit.Business ? calendar.Back(due, lead) : due - lead;

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
