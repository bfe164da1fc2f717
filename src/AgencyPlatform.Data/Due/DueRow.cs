namespace AgencyPlatform.Data.Due;

/// <summary>Names a row of the due index.</summary>
public readonly record struct DueKey(string Tenant, string CaseId, string Clock);

/// <summary>A row of the due index that somebody holds a lease on.</summary>
/// <param name="DueAt">When its case is to be woken, never before.</param>
/// <param name="ClaimedUntil">The end of the lease; from then on anybody may claim it.</param>
/// <param name="Attempts">How often it was claimed since it was armed, this time included.</param>
public sealed record DueRow(DueKey Key, DateTimeOffset DueAt, DateTimeOffset ClaimedUntil, string ClaimedBy, int Attempts);

/// <summary>How far the due index is behind.</summary>
/// <param name="Backlog">Rows that are due and held by nobody; counted up to a bound.</param>
/// <param name="OldestDueAt">The oldest of them, or of those that failed a few times only; null where nothing is late.</param>
/// <param name="Stuck">Rows that failed so often that they are their case's trouble; counted up to a bound.</param>
public sealed record DueLag(int Backlog, DateTimeOffset? OldestDueAt, int Stuck);
