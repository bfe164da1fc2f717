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

    /// <summary>Arms (or moves) a row of the due index.</summary>
    public sealed record ArmClock(string CaseId, string Clock, DateTimeOffset DueAt) : Effect;

    public sealed record DisarmClock(string CaseId, string Clock) : Effect;

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
}

/// <summary>The read model of a seller account.</summary>
public sealed record AccountRowData(string AccountId, int Number, string ClientId, string Name, string SellerId, string Marketplaces, string TimeZone, string Status);

/// <summary>The read model of a client.</summary>
public sealed record ClientRowData(string ClientId, string Name, string? ContactEmail, string? Language);
