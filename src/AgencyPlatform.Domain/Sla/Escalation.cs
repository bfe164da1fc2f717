namespace AgencyPlatform.Domain.Sla;

/// <summary>Whom to call, in which order, until somebody takes care.</summary>
public sealed record Ladder
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<LadderStep> Steps { get; init; }

    /// <summary>How often the steps are gone through again after the last one; 0 for once.</summary>
    public int Repeats { get; init; }

    /// <summary>Wall seconds between the last step and the next round.</summary>
    public long RepeatAfterSeconds { get; init; }

    /// <summary>Breaks quiet hours.</summary>
    public bool IsCritical { get; init; }
}

/// <summary>One call of a ladder.</summary>
/// <param name="WaitSeconds">After the ladder's start (first step) or the step before.</param>
/// <param name="WaitUnit">Business (in the calendar of the clock) or elapsed.</param>
/// <param name="Channel"><c>in-app</c> or <c>mail</c>.</param>
/// <param name="StopsOn">What ends the ladder before this step, beside the clock's own end: <c>acknowledged</c>, <c>next-action</c> (the case's next action was planned anew).</param>
public sealed record LadderStep(long WaitSeconds, ClockUnit WaitUnit, EscalationTarget Target, string Channel = "in-app", IReadOnlyList<string>? StopsOn = null);

/// <param name="Kind"><c>member</c>, <c>role</c> or <c>rota</c>.</param>
/// <param name="Id">A member's id, a role's wire name or a rota's id.</param>
public sealed record EscalationTarget(string Kind, string Id);

/// <summary>Who is on duty when: members in turn, handed over at a local time, with overrides and swaps.</summary>
public sealed record Rota
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The zone in which shifts are handed over.</summary>
    public required string TimeZone { get; init; }

    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>The date of the first member's first shift.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Local seconds of the day at which shifts are handed over.</summary>
    public int HandOver { get; init; } = 9 * 3_600;

    /// <summary>Days a shift lasts: 1 or 7, usually.</summary>
    public int ShiftDays { get; init; } = 7;

    /// <summary>Who stands in, from instant to instant; the last one that fits counts. A null member leaves nobody on duty.</summary>
    public IReadOnlyList<RotaOverride> Overrides { get; init; } = [];
}

public sealed record RotaOverride(DateTimeOffset From, DateTimeOffset To, string? Member);

/// <summary>A ladder under way on a case.</summary>
public sealed record Escalation
{
    /// <summary>The firing that started it: <c>{clock}/{cycle}/{kind}/{step}</c>.</summary>
    public required string Id { get; init; }

    public required string Clock { get; init; }
    public required int Cycle { get; init; }
    public required string Ladder { get; init; }
    public required PlanReference Plan { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Index of the next step.</summary>
    public int NextStep { get; init; }

    /// <summary>0 for the first round.</summary>
    public int Round { get; init; }

    /// <summary>When the next step is due; null once ended.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    /// <summary>Until when an acknowledgement or snooze holds the ladder; it goes on at the next step then.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary><c>fulfilled</c>, <c>cancelled</c>, <c>acknowledged</c>, <c>next-action</c> or <c>exhausted</c>.</summary>
    public string? EndReason { get; init; }

    /// <summary>Steps already gone, each once for ever.</summary>
    public IReadOnlyList<EscalationCall> Calls { get; init; } = [];
}

/// <param name="Step"><c>{round}.{step}</c>, counting from 1.</param>
/// <param name="Members">Who was called; empty where nobody was on duty.</param>
/// <param name="DeliverAt">Later than <paramref name="At"/> for members in quiet hours: the earliest instant a member may be disturbed.</param>
public sealed record EscalationCall(string Step, DateTimeOffset At, string Channel, IReadOnlyList<MemberCall> Members);

public sealed record MemberCall(string Member, DateTimeOffset DeliverAt);
