namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// One promise on one case: nothing but what happened to it. Due instants, remaining time and breaches are derived by
/// <see cref="SlaFunction.State"/>.
/// </summary>
public sealed record SlaClock
{
    /// <summary>Unique on the case: the metric, or metric and what it is about, such as <c>amazon-reply:3</c> or <c>hard-deadline:reply-within-17-days</c>.</summary>
    public required string Id { get; init; }

    public required string Metric { get; init; }

    /// <summary>1, then one more for each new start of the same clock on this case.</summary>
    public int Cycle { get; init; } = 1;

    public required IReadOnlyList<ClockEvent> Events { get; init; }

    /// <summary>What has fired in this cycle; each (kind, step) at most once.</summary>
    public IReadOnlyList<Firing> Fired { get; init; } = [];

    /// <summary>Started by history that was brought in: what was due before this instant is shown and never fired.</summary>
    public DateTimeOffset? SilentBefore { get; init; }

    /// <summary>Why the promise was broken, told by a person; see <see cref="BreachReasons"/>.</summary>
    public BreachReason? Reason { get; init; }

    /// <summary>Where it came from: a policy rule's id, <c>notice</c> or a playbook source.</summary>
    public string? Source { get; init; }
}

/// <summary>Something that happened to a clock. Order is (<see cref="At"/>, <see cref="Sequence"/>), whatever order it was learnt in.</summary>
public sealed record ClockEvent
{
    public required int Sequence { get; init; }
    public required ClockEventKind Kind { get; init; }

    /// <summary>Whole seconds count; fractions are cut off.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Pause and resume: the pause's reason. Cancel: why, such as <c>not-required</c> or <c>merged</c>. Retarget: the cause, such as <c>priority</c>, <c>client</c> or <c>plan</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Start and retarget: what is promised from here on.</summary>
    public ClockTarget? Target { get; init; }

    /// <summary>Retarget: count the time used so far again, under the new target's calendar.</summary>
    public bool Recount { get; init; }
}

public enum ClockEventKind { Started, Paused, Resumed, Fulfilled, Reopened, Cancelled, Retargeted }

/// <summary>What is promised: a budget in a unit, or a fixed instant.</summary>
public sealed record ClockTarget
{
    public required ClockUnit Unit { get; init; }

    /// <summary>Budget of business and elapsed clocks.</summary>
    public long Seconds { get; init; }

    /// <summary>Budget of civil-day clocks: the same local time that many dates later.</summary>
    public int Days { get; init; }

    /// <summary>The zone of civil days.</summary>
    public string? TimeZone { get; init; }

    /// <summary>For <see cref="ClockUnit.Fixed"/>.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The calendar that business seconds are counted in.</summary>
    public string? Calendar { get; init; }

    /// <summary>The plan version that holds calendar and rule; null for deadlines that no plan set.</summary>
    public PlanReference? Plan { get; init; }

    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];
    public string? BreachLadder { get; init; }
    public long GraceSeconds { get; init; }

    /// <summary>The policy rule that set it.</summary>
    public string? Rule { get; init; }
}

/// <summary>How a budget is counted. Business: seconds inside a calendar's windows. Elapsed: seconds. CivilDays: dates. Fixed: an instant.</summary>
public enum ClockUnit { Business, Elapsed, CivilDays, Fixed }

/// <summary>A warning or breach that was acted on. The key (case, clock, cycle, kind, step) exists once for ever.</summary>
/// <param name="Kind">See <see cref="FiringKinds"/>.</param>
/// <param name="Step">The threshold's id, the ladder step's number; empty for a breach.</param>
/// <param name="DueAt">When it should have happened.</param>
/// <param name="IsLate">True where that was so long before <paramref name="FiredAt"/> that the platform itself was away.</param>
public sealed record Firing(string Kind, string Step, DateTimeOffset DueAt, DateTimeOffset FiredAt, bool IsLate);

public static class FiringKinds
{
    public const string Warning = "warning";
    public const string Breach = "breach";
}

/// <param name="Code">One of <see cref="BreachReasons"/>.</param>
public sealed record BreachReason(string Code, string? Text, string By, DateTimeOffset At);

/// <summary>The closed list of reasons for a broken promise. Some are nobody's fault in the agency and stay out of personal scores.</summary>
public static class BreachReasons
{
    public const string Workload = "workload";
    public const string Overlooked = "overlooked";
    public const string WaitingForEvidence = "waiting-for-evidence";
    public const string ClientSilent = "client-silent";
    public const string AmazonSilent = "amazon-silent";
    public const string Retarget = "retarget";
    public const string PlatformLate = "platform-late";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } =
        [Workload, Overlooked, WaitingForEvidence, ClientSilent, AmazonSilent, Retarget, PlatformLate, Other];
}
