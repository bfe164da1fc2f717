namespace AgencyPlatform.Grains.Effects;

/// <summary>
/// Something that one grain write makes true outside the grain's own record, in the same transaction. A closed set: storage
/// knows how to carry out each of them, and nothing else. An effect is keyed (grain, version, ordinal) by its place in the write.
/// </summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>One event as it is kept for ever; <paramref name="Data"/> is JSON with ids and codes, never a rendered sentence.</summary>
    public sealed record TimelineRow(string Stream, string Type, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, TimelineActor Actor, string Data) : Effect;

    /// <summary>The case as lists and counts see it; replaces the row of the same case.</summary>
    public sealed record CaseRow(CaseRowData Row) : Effect;

    /// <summary>Only the time of the last change moved; no index is touched.</summary>
    public sealed record CaseTouched(string CaseId, DateTimeOffset At) : Effect;

    /// <summary>Exact values, lower case, by which the search box finds the case.</summary>
    public sealed record SearchTerms(string CaseId, IReadOnlyList<string> Terms) : Effect;

    public sealed record AccountRow(AccountRowData Row) : Effect;

    public sealed record ClientRow(ClientRowData Row) : Effect;

    /// <summary>A text that belongs to a case (letter, reply), kept once under its SHA-256.</summary>
    public sealed record TextKept(string CaseId, string Hash, string Kind, string Text) : Effect;

    /// <summary>Work for the outbox, not before <paramref name="NotBefore"/>; its id is (grain, version, ordinal).</summary>
    public sealed record Outgoing(string Kind, string Payload, DateTimeOffset NotBefore) : Effect;

    /// <summary>The stored answer of this write's command, so that a repeat gets the same one.</summary>
    public sealed record CommandReply(string CommandId, string? Fingerprint, DateTimeOffset At, string? Reply) : Effect;

    /// <summary>Takes a unique key for an owner; a second owner makes the whole write fail.</summary>
    public sealed record Claim(string Scope, string Key, string Owner) : Effect;

    /// <summary>
    /// Arms (or moves) a row of the due index. A case needs one row only, since whoever wakes it makes it look at all its clocks.
    /// </summary>
    public sealed record ArmClock(string CaseId, string Clock, DateTimeOffset DueAt) : Effect;

    public sealed record DisarmClock(string CaseId, string Clock) : Effect;

    /// <summary>Something a clock or ladder did; a second one under the same key makes the whole write fail.</summary>
    public sealed record FiringRow(string CaseId, string Clock, int Cycle, string Kind, string Step, DateTimeOffset DueAt, DateTimeOffset FiredAt, bool IsLate) : Effect;

    /// <summary>Tells a member something inside the product, from <paramref name="DeliverAt"/> on.</summary>
    /// <param name="Id">Unique per member; telling twice under one id is telling once.</param>
    /// <param name="Data">JSON with ids and codes, never a rendered sentence.</param>
    public sealed record Notification(string Member, string Id, string Kind, string? CaseId, DateTimeOffset At, DateTimeOffset DeliverAt, string Data) : Effect;

    /// <summary>Keeps a plan version for the clocks that name it.</summary>
    public sealed record PlanKept(string Hash, int Version, DateTimeOffset At, string Content) : Effect;

    public sealed record EndpointRow(EndpointRowData Row) : Effect;

    /// <summary>Under which subscription Amazon's notifications find an account.</summary>
    public sealed record SubscriptionRow(string SubscriptionId, string AccountId, string NotificationType) : Effect;

    /// <summary>The inbox row that this write applied; it is done exactly when the write is.</summary>
    public sealed record InboxDone(string InboxId, DateTimeOffset At, string? CaseId, string? AccountId) : Effect;

    /// <summary>An entry of the tenant's audit trail.</summary>
    public sealed record AuditRow(string Action, string Target, DateTimeOffset At, TimelineActor Actor, string Data) : Effect;
}

/// <summary>Who did it, as rows keep it.</summary>
public sealed record TimelineActor(string Kind, string Id, string? OnBehalfOf);

/// <summary>The read model of a case.</summary>
public sealed record CaseRowData
{
    public required string CaseId { get; init; }
    public required string Number { get; init; }
    public required string ClientId { get; init; }
    public required string AccountId { get; init; }
    public required string EnforcementId { get; init; }
    public required string CategoryId { get; init; }
    public required string Kind { get; init; }
    public required string Desk { get; init; }
    public required string Stage { get; init; }
    public required bool IsOpen { get; init; }

    /// <summary>The next hard deadline, else when the next action is due; null on a resolved case.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    public required string? NextAction { get; init; }
    public required string? Outcome { get; init; }
    public required int Attempts { get; init; }
    public required string? AmazonReference { get; init; }

    /// <summary>ASINs, complaint ids, order ids and references, joined by blanks, for the search box.</summary>
    public required string Terms { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public string Priority { get; init; } = "normal";

    /// <summary>The metric that <see cref="DueAt"/> belongs to, or <c>next-action</c>.</summary>
    public string? DueMetric { get; init; }

    /// <summary>True while a broken promise is not made good.</summary>
    public bool IsBreached { get; init; }

    /// <summary>Why clocks stand still, joined by commas; null while all run.</summary>
    public string? PausedBy { get; init; }
}

/// <summary>An inbound source of webhooks, as ingress and lists see it.</summary>
/// <param name="Secrets">JSON list of encrypted secrets with the spans in which they are valid.</param>
public sealed record EndpointRowData(string EndpointId, string Kind, string Name, string? AccountId, string State, string Secrets, DateTimeOffset CreatedAt)
{
    public long Accepted { get; init; }
    public long Duplicates { get; init; }
    public long Rejected { get; init; }
    public DateTimeOffset? LastAcceptedAt { get; init; }
    public DateTimeOffset? LastRejectedAt { get; init; }
}

/// <summary>The read model of a seller account.</summary>
public sealed record AccountRowData(string AccountId, int Number, string ClientId, string Name, string SellerId, string Marketplaces, string TimeZone, string Status);

/// <summary>The read model of a client.</summary>
public sealed record ClientRowData(string ClientId, string Name, string? ContactEmail, string? Language);
