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
