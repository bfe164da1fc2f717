namespace AgencyPlatform.Contracts.Cases;

/// <summary>A webhook says how Amazon treats the case.</summary>
[GenerateSerializer, Immutable, Alias("case.apply-status.v1")]
public sealed record ApplyStatus : Command
{
    /// <summary><c>received</c>, <c>in-review</c>, <c>more-info-needed</c>, <c>denied</c>, <c>approved</c>, <c>reinstated</c> or <c>closed</c>.</summary>
    [Id(0)] public required string Status { get; init; }

    /// <summary>When it happened at Amazon; events arrive late and out of order.</summary>
    [Id(1)] public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Amazon's reference, which may name one submission of the case.</summary>
    [Id(2)] public string? AmazonReference { get; init; }

    [Id(3)] public string? Message { get; init; }
}

/// <summary>What became of an event. Small on purpose: storms of events need no picture of the case.</summary>
[GenerateSerializer, Immutable, Alias("case.event-reply.v1")]
public sealed record CaseEventReply
{
    [Id(0)] public RefusalView? Refusal { get; init; }

    /// <summary>True where this call wrote, and with it marked the inbox row as done.</summary>
    [Id(1)] public bool Written { get; init; }
}

/// <summary>News of Amazon's about the account or an item, for the case it concerns.</summary>
[GenerateSerializer, Immutable, Alias("case.hear-news.v1")]
public sealed record HearNews : Command
{
    /// <summary>Id of the notification or report that brought it.</summary>
    [Id(0)] public required string Source { get; init; }

    /// <summary>Stable code, such as <c>listing-lost</c>.</summary>
    [Id(1)] public required string What { get; init; }

    /// <summary>By Amazon's clock.</summary>
    [Id(2)] public required DateTimeOffset ReportedAt { get; init; }

    [Id(3)] public string? MarketplaceId { get; init; }
    [Id(4)] public string? Asin { get; init; }
    [Id(5)] public string? Sku { get; init; }

    /// <summary>Codes and counts; never prose.</summary>
    [Id(6)] public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
