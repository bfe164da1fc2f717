using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What a webhook says that Amazon said about a case.</summary>
public sealed record StatusReport
{
    public required string Id { get; init; }
    public required ReportedStatus Status { get; init; }

    /// <summary>When it happened at Amazon, as the sender tells it.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>May name one submission of the case.</summary>
    public string? AmazonReference { get; init; }

    /// <summary>Amazon's words, or the status itself where there are none.</summary>
    public required string Text { get; init; }

    public required string TextHash { get; init; }
}

/// <param name="IsLate">True where something newer of its kind had been heard before, so that this moves nothing.</param>
public sealed record StatusReported(ReportedStatus Status, DateTimeOffset ReportedAt, string? AmazonReference, string TextHash, bool IsLate) : CaseEvent;

/// <summary>The newest status heard of a case. Progress and decisions are told apart: a late "in review" must not hide a denial.</summary>
public sealed record HeardStatus(ReportedStatus Status, DateTimeOffset At, ReportedStatus? Decided = null, DateTimeOffset? DecidedAt = null);

/// <summary>Amazon said something about the account or an item that concerns the case.</summary>
public sealed record NewsHeard(AmazonNews News) : CaseEvent;
