namespace AgencyPlatform.Contracts.Cases;

[GenerateSerializer, Immutable, Alias("case.set-priority.v1")]
public sealed record SetPriority : Command
{
    /// <summary><c>low</c>, <c>normal</c>, <c>high</c> or <c>urgent</c>.</summary>
    [Id(0)] public required string Priority { get; init; }

    [Id(1)] public string? Reason { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.record-message.v1")]
public sealed record RecordMessage : Command
{
    [Id(0)] public required string MessageId { get; init; }

    /// <summary><c>from-client</c> or <c>to-client</c>.</summary>
    [Id(1)] public required string Direction { get; init; }

    /// <summary><c>human</c>, <c>call</c>, <c>auto-reply</c>, <c>bounce</c>, <c>macro</c>, <c>system</c> or <c>imported</c>; only the first two answer anybody.</summary>
    [Id(2)] public required string Kind { get; init; }

    /// <summary>When it was written or spoken, not when it was recorded.</summary>
    [Id(3)] public required DateTimeOffset At { get; init; }

    [Id(4)] public string? Text { get; init; }

    /// <summary>Set where a client's message needs no reply, and why.</summary>
    [Id(5)] public string? NoReplyReason { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.explain-breach.v1")]
public sealed record ExplainBreach : Command
{
    [Id(0)] public required string ClockId { get; init; }

    /// <summary>Null takes the latest.</summary>
    [Id(1)] public int? Cycle { get; init; }

    /// <summary>One of the closed list.</summary>
    [Id(2)] public required string Reason { get; init; }

    [Id(3)] public string? Text { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.hold-escalation.v1")]
public sealed record HoldEscalation : Command
{
    [Id(0)] public required string EscalationId { get; init; }

    /// <summary><c>acknowledged</c> or <c>snoozed</c>.</summary>
    [Id(1)] public required string What { get; init; }

    [Id(2)] public required TimeSpan For { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.apply-plan.v1")]
public sealed record ApplyPlan : Command
{
    [Id(0)] public required int Version { get; init; }
    [Id(1)] public required string Hash { get; init; }

    /// <summary><c>from-now</c> or <c>recompute-all</c>.</summary>
    [Id(2)] public required string Choice { get; init; }
}

/// <summary>A clock as it stands.</summary>
[GenerateSerializer, Immutable, Alias("case.promise.v1")]
public sealed record PromiseView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Metric { get; init; }
    [Id(2)] public required int Cycle { get; init; }

    /// <summary><c>running</c>, <c>paused</c>, <c>met</c>, <c>missed</c>, <c>cancelled</c> or <c>unschedulable</c>.</summary>
    [Id(3)] public required string Phase { get; init; }

    [Id(4)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while paused with time left, and once cancelled.</summary>
    [Id(5)] public DateTimeOffset? DueAt { get; init; }

    /// <summary><c>business</c>, <c>elapsed</c>, <c>civil-days</c> or <c>fixed</c>.</summary>
    [Id(6)] public required string Unit { get; init; }

    [Id(7)] public long UsedSeconds { get; init; }

    /// <summary>Left in the clock's own unit; negative once overdue.</summary>
    [Id(8)] public long? LeftSeconds { get; init; }

    [Id(9)] public long? LeftWallSeconds { get; init; }
    [Id(10)] public string? Calendar { get; init; }

    /// <summary>The calendar's zone, else the seller account's.</summary>
    [Id(11)] public required string TimeZone { get; init; }

    [Id(12)] public IReadOnlyList<string> PausedBy { get; init; } = [];
    [Id(13)] public DateTimeOffset? FulfilledAt { get; init; }
    [Id(14)] public DateTimeOffset? BreachedAt { get; init; }

    /// <summary><c>time</c> or <c>retarget</c>.</summary>
    [Id(15)] public string? BreachCause { get; init; }

    [Id(16)] public string? BreachReason { get; init; }
    [Id(17)] public string? BreachText { get; init; }
    [Id(18)] public int? PlanVersion { get; init; }

    /// <summary>The policy rule, <c>notice</c>, <c>desk</c> or a playbook source.</summary>
    [Id(19)] public string? Source { get; init; }

    /// <summary>The next warning or the breach.</summary>
    [Id(20)] public DateTimeOffset? NextAt { get; init; }

    [Id(21)] public IReadOnlyList<FiringView> Fired { get; init; } = [];
}

[GenerateSerializer, Immutable, Alias("case.firing.v1")]
public sealed record FiringView
{
    [Id(0)] public required string Kind { get; init; }
    [Id(1)] public required string Step { get; init; }
    [Id(2)] public required DateTimeOffset DueAt { get; init; }
    [Id(3)] public required DateTimeOffset FiredAt { get; init; }

    /// <summary>The platform itself was away when it was due.</summary>
    [Id(4)] public bool IsLate { get; init; }
}

/// <summary>A ladder of calls inside the agency.</summary>
[GenerateSerializer, Immutable, Alias("case.escalation.v1")]
public sealed record EscalationView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Clock { get; init; }
    [Id(2)] public required string Ladder { get; init; }
    [Id(3)] public required DateTimeOffset StartedAt { get; init; }
    [Id(4)] public DateTimeOffset? NextAt { get; init; }
    [Id(5)] public string? AcknowledgedBy { get; init; }
    [Id(6)] public DateTimeOffset? HeldUntil { get; init; }
    [Id(7)] public DateTimeOffset? EndedAt { get; init; }
    [Id(8)] public string? EndReason { get; init; }
    [Id(9)] public IReadOnlyList<CallView> Calls { get; init; } = [];
}

[GenerateSerializer, Immutable, Alias("case.escalation-call.v1")]
public sealed record CallView
{
    /// <summary><c>{round}.{step}</c>.</summary>
    [Id(0)] public required string Step { get; init; }

    [Id(1)] public required DateTimeOffset At { get; init; }
    [Id(2)] public required string Channel { get; init; }

    /// <summary>Ids of the members who were called; none where nobody was on duty.</summary>
    [Id(3)] public IReadOnlyList<string> Members { get; init; } = [];
}

/// <summary>The answer to "why is this red".</summary>
[GenerateSerializer, Immutable, Alias("case.clock-explanation.v1")]
public sealed record ClockExplanation
{
    [Id(0)] public required PromiseView Clock { get; init; }
    [Id(1)] public IReadOnlyList<ExplainLineView> Lines { get; init; } = [];
}

[GenerateSerializer, Immutable, Alias("case.explain-line.v1")]
public sealed record ExplainLineView
{
    [Id(0)] public required string Code { get; init; }
    [Id(1)] public required DateTimeOffset From { get; init; }
    [Id(2)] public DateTimeOffset? To { get; init; }
    [Id(3)] public long? Seconds { get; init; }
    [Id(4)] public string? Name { get; init; }

    /// <summary>The name in Chinese, where a holiday set gives it.</summary>
    [Id(5)] public string? NameZh { get; init; }
}

/// <summary>An edited plan (JSON) with the choice its owner may make.</summary>
[GenerateSerializer, Immutable, Alias("case.plan-preview.v1")]
public sealed record PlanPreview
{
    [Id(0)] public required string Content { get; init; }
    [Id(1)] public required string Choice { get; init; }
}

/// <summary>What an edited plan would do to one running clock.</summary>
[GenerateSerializer, Immutable, Alias("case.plan-effect.v1")]
public sealed record PlanEffectView
{
    [Id(0)] public required string ClockId { get; init; }
    [Id(1)] public DateTimeOffset? DueBefore { get; init; }
    [Id(2)] public DateTimeOffset? DueAfter { get; init; }
    [Id(3)] public required string PhaseBefore { get; init; }
    [Id(4)] public required string PhaseAfter { get; init; }

    /// <summary>True where a promise that is kept so far would be broken, or the other way round.</summary>
    [Id(5)] public bool ChangesColour { get; init; }
}
