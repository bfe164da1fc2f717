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

/// <summary>How a clock looks in lists. Still: paused, ended or without a due instant.</summary>
public enum ClockColour { Calm, Warned, Breached, Still }

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
