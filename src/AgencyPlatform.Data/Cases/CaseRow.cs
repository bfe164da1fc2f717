using AgencyPlatform.Data.Tenancy;

namespace AgencyPlatform.Data.Cases;

/// <summary>A case as lists see it; written only by the case's own grain.</summary>
public sealed class CaseRow : ITenantOwned
{
    public required string Tenant { get; init; }
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
    public required DateTimeOffset? DueAt { get; init; }
    public required string? NextAction { get; init; }
    public required string? Outcome { get; init; }
    public required int Attempts { get; init; }
    public required string? AmazonReference { get; init; }
    public required string Terms { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string Priority { get; init; }

    /// <summary>The metric that <see cref="DueAt"/> belongs to, or <c>next-action</c>.</summary>
    public required string? DueMetric { get; init; }

    public required bool IsBreached { get; init; }
    public required string? PausedBy { get; init; }
}

/// <summary>A search term of a case, lower case.</summary>
public sealed class CaseTerm : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string Term { get; init; }
    public required string CaseId { get; init; }
}

/// <summary>How many cases stand at one stage with one desk.</summary>
public sealed class CaseCount : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string Stage { get; init; }
    public required string Desk { get; init; }
    public required bool IsOpen { get; init; }
    public required int N { get; init; }
}

/// <summary>One event of a stream; <see cref="Stream"/> is the grain key without its tenant's part.</summary>
public sealed class TimelineRow : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string Stream { get; init; }
    public required long Version { get; init; }
    public required int Ordinal { get; init; }
    public required string CommandId { get; init; }
    public required string Type { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string ActorKind { get; init; }
    public required string ActorId { get; init; }
    public required string? ActorOnBehalf { get; init; }

    /// <summary>JSON with ids and codes.</summary>
    public required string Data { get; init; }
}

/// <summary>A letter or reply kept with a case.</summary>
public sealed class CaseText : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string Hash { get; init; }
    public required string CaseId { get; init; }
    public required string Kind { get; init; }
    public required string Text { get; init; }
}
