namespace AgencyPlatform.Domain.Sla;

/// <summary>What a new version of the plan does to clocks that are open.</summary>
public enum PlanChoice
{
    /// <summary>Open clocks keep their targets.</summary>
    NewCasesOnly,

    /// <summary>Time used so far stays as it was counted; the rest runs under the new plan.</summary>
    FromNow,

    /// <summary>Time used so far is counted again under the new plan.</summary>
    RecomputeAll,
}

/// <summary>One clock that a change of plan may concern.</summary>
/// <param name="CaseId">For the caller to find it again.</param>
public sealed record OpenClock(string CaseId, CaseFacts Facts, SlaClock Clock);

/// <summary>How a clock looks in lists. Still: paused, ended or without a due instant.</summary>
public enum ClockColour { Calm, Warned, Breached, Still }

/// <summary>A clock before and after a change of plan.</summary>
/// <param name="Retarget">What would happen to it; null where nothing does.</param>
public sealed record ClockChange(OpenClock Of, ClockState Before, ClockState After, ClockEvent? Retarget)
{
    public bool MovesDue => Before.DueAt != After.DueAt;
    public bool MovesPhase => Before.Phase != After.Phase;
}

/// <summary>A preview of a change of plan: every clock, and how many of them change in which way.</summary>
public sealed record PlanPreview(IReadOnlyList<ClockChange> Clocks, int Due, int Phase, int Colour, int NewlyBreached, int NoLongerPromised);

/// <summary>A change of plan under running clocks. What was kept or broken before stays so under every choice.</summary>
public static class PlanChange
{
    public const string Cause = "plan";

    /// <summary>What happens to a clock when its plan changes; null where nothing does.</summary>
    public static ClockEvent? Retarget(SlaClock clock, ClockTarget newTarget, PlanChoice choice, DateTimeOffset at)
    {
        if (choice == PlanChoice.NewCasesOnly || !IsOpen(clock) || TargetOf(clock) is not { } current) { return null; }
        return new ClockEvent
        {
            Sequence = clock.Events.Max(e => e.Sequence) + 1,
            Kind = ClockEventKind.Retargeted,
            At = at,
            Reason = Cause,
            // The instant of a fixed deadline was set by others than the plan.
            Target = newTarget.Unit == ClockUnit.Fixed ? newTarget with { DueAt = newTarget.DueAt ?? current.DueAt } : newTarget,
            Recount = choice == PlanChoice.RecomputeAll,
        };
    }

    /// <summary>What a new plan would do to open clocks, without doing it. A clock the new plan no longer promises keeps its target.</summary>
    /// <param name="state">The state of a clock at <paramref name="at"/>, by the plan versions its targets name, the new one included.</param>
    public static PlanPreview Preview(IReadOnlyList<OpenClock> open, SlaPlan newPlan, PlanReference newVersion, PlanChoice choice, DateTimeOffset at, Func<SlaClock, ClockState> state)
    {
        var notPromised = 0;
        var changes = new List<ClockChange>(open.Count);
        foreach (var clock in open)
        {
            var target = Promises.Target(newPlan, newVersion, clock.Facts, clock.Clock.Metric);
            if (target is null) { notPromised++; }
            var retarget = target is null ? null : Retarget(clock.Clock, target, choice, at);
            var before = state(clock.Clock);
            var after = retarget is null ? before : state(clock.Clock with { Events = [.. clock.Clock.Events, retarget] });
            changes.Add(new ClockChange(clock, before, after, retarget));
        }

        return new PlanPreview(
            changes,
            changes.Count(c => c.MovesDue),
            changes.Count(c => c.MovesPhase),
            changes.Count(c => ColourAt(c.Before, at) != ColourAt(c.After, at)),
            changes.Count(c => c.Before.BreachedAt is null && c.After.BreachedAt is not null),
            notPromised);
    }

    public static ClockColour ColourAt(ClockState state, DateTimeOffset at) => state switch
    {
        { BreachedAt: not null } => ClockColour.Breached,
        { Phase: not ClockPhase.Running } => ClockColour.Still,
        _ when state.Points.Any(p => p.Kind == FiringKinds.Warning && p.At <= at) => ClockColour.Warned,
        _ => ClockColour.Calm,
    };

    private static bool IsOpen(SlaClock clock) => InOrder(clock)
        .LastOrDefault(e => e.Kind is ClockEventKind.Fulfilled or ClockEventKind.Cancelled or ClockEventKind.Reopened or ClockEventKind.Started)?.Kind is ClockEventKind.Started or ClockEventKind.Reopened;

    private static ClockTarget? TargetOf(SlaClock clock) => InOrder(clock).LastOrDefault(e => e.Target is not null)?.Target;

    private static IEnumerable<ClockEvent> InOrder(SlaClock clock) => clock.Events.OrderBy(e => e.At).ThenBy(e => e.Sequence);
}
