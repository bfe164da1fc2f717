namespace AgencyPlatform.Server.Cases;

/// <summary>Which cases a list shows.</summary>
public sealed record CaseFilter(string? Stage = null, string? Desk = null, string? AccountId = null, string? ClientId = null);

/// <summary>The last row of a page; the next page begins after it.</summary>
public sealed record CasePosition(bool IsOpen, DateTimeOffset? DueAt, string CaseId);

/// <summary>A case as lists show it, before names are put in.</summary>
public sealed record CaseLine
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required string ClientId { get; init; }
    public required string? ClientName { get; init; }
    public required string SellerAccountId { get; init; }
    public required string? SellerAccountName { get; init; }
    public required string EnforcementId { get; init; }
    public required string CategoryId { get; init; }
    public required string Kind { get; init; }
    public required string Desk { get; init; }
    public required string Stage { get; init; }
    public required bool IsOpen { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required string? DueMetric { get; init; }
    public required bool IsBreached { get; init; }
    public required string? PausedBy { get; init; }
    public required string Priority { get; init; }
    public required string? NextAction { get; init; }
    public required string? Outcome { get; init; }
    public required int Attempts { get; init; }
    public required string? AmazonReference { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>How many cases stand at one stage with one desk.</summary>
public sealed record CaseCountLine(string Stage, string Desk, bool IsOpen, int Count);

/// <summary>One event of a case as it is stored.</summary>
public sealed record TimelineLine(
    long Version, int Ordinal, string Type, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string ActorKind, string ActorId, string? OnBehalfOf, string Data);

/// <summary>A letter or reply.</summary>
public sealed record KeptTextModel(string Hash, string Kind, string Text);

/// <summary>The read side of cases. Every question names the tenant it is asked for.</summary>
public interface ICaseReads
{
    /// <summary>Open cases first, each group by time to breach.</summary>
    Task<IReadOnlyList<CaseLine>> List(string tenant, CaseFilter filter, CasePosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>Cases with exactly this reference, ASIN, complaint or order id, or whose number begins with it; newest first.</summary>
    Task<IReadOnlyList<CaseLine>> Search(string tenant, string query, CaseFilter filter, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<CaseCountLine>> Counts(string tenant, CancellationToken cancellationToken);

    Task<IReadOnlyList<TimelineLine>> Timeline(string tenant, string caseId, (long Version, int Ordinal)? after, int limit, CancellationToken cancellationToken);

    Task<KeptTextModel?> Text(string tenant, string caseId, string hash, CancellationToken cancellationToken);
}
