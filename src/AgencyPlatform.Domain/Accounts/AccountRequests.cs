using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Domain.Accounts;

/// <summary>A case asks its account for an enforcement and a number.</summary>
public sealed record JoinRequest
{
    public required string CaseId { get; init; }

    /// <summary>Id of the enforcement that begins if none is joined.</summary>
    public required string NewEnforcementId { get; init; }

    /// <summary>The enforcement a person chose; null where the rules find it.</summary>
    public string? EnforcementId { get; init; }

    public required string CategoryId { get; init; }
    public required bool IsEnforcement { get; init; }
    public required bool IsAccountLevel { get; init; }
    public IReadOnlyList<string> Asins { get; init; } = [];
    public IReadOnlyList<string> ComplaintIds { get; init; } = [];
    public string? Reference { get; init; }
}

/// <summary>A case asks to spend a contact with a desk, just before a submission.</summary>
public sealed record ReserveRequest
{
    /// <summary>The attempt's id; asking twice under one id reserves once.</summary>
    public required string GrantId { get; init; }

    public required string CaseId { get; init; }
    public required string EnforcementId { get; init; }
    public required string Desk { get; init; }

    /// <summary>Kind of the letter, by which sibling cases know that a Plan of Action was sent (rules R26, R28).</summary>
    public string? LetterKind { get; init; }

    public RuleOverride? Override { get; init; }

    /// <summary>Who submits; a second executive letter needs a lead (rule R31).</summary>
    public required Actor Actor { get; init; }
}

/// <summary>A notification of Amazon's that an endpoint took for this account.</summary>
public sealed record NotificationReceipt
{
    public required AmazonNotification Notification { get; init; }

    /// <summary>What tells a repetition: the notification's own id, else what the endpoint deduplicated by.</summary>
    public required string Key { get; init; }

    /// <summary>The endpoint serves this account alone; a subscription first seen there is the account's.</summary>
    public required bool EndpointIsBound { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>A performance report of the account.</summary>
public sealed record ReportReceipt
{
    public required PerformanceReport Report { get; init; }
    public required string ReportId { get; init; }

    /// <summary>When Amazon made the report; a report fetched late is not news.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
