using AgencyPlatform.Contracts.Tenancy;
using Orleans.Concurrency;

namespace AgencyPlatform.Contracts.Accounts;

/// <summary>One Amazon selling account: its status, enforcements, contact budgets and one-shot chances. Key: <c>{tenant}/{account}</c>.</summary>
[Alias("seller-account"), GrainInterfaceType("seller-account")]
public interface ISellerAccountGrain : ITenantGrain
{
    [Alias("register")] Task<AccountReply> Register(RegisterAccount command, CancellationToken cancellationToken = default);
    [Alias("change-status")] Task<AccountReply> ChangeStatus(ChangeAccountStatus command, CancellationToken cancellationToken = default);
    [Alias("add-evidence")] Task<AccountReply> AddEvidence(AddEvidence command, CancellationToken cancellationToken = default);
    [Alias("add-subscription")] Task<AccountReply> AddSubscription(AddSubscription command, CancellationToken cancellationToken = default);

    /// <summary>One notification of Amazon's. Idempotent by its key for 48 hours, through whichever endpoint it came.</summary>
    [Alias("receive-notification")] Task<AccountReply> ReceiveNotification(ReceiveNotification command, CancellationToken cancellationToken = default);

    /// <summary>One performance report. Idempotent by the report's id for 48 hours.</summary>
    [Alias("receive-report")] Task<AccountReply> ReceiveReport(ReceiveReport command, CancellationToken cancellationToken = default);

    [Alias("describe"), ReadOnly] Task<AccountView?> Describe(CancellationToken cancellationToken = default);

    /// <summary>For cases: names the enforcement and the number of a new case. Idempotent by case.</summary>
    [Alias("join")] Task<JoinReply> Join(JoinCase command, CancellationToken cancellationToken = default);

    /// <summary>For cases: numbers an attempt within its enforcement. Idempotent by attempt.</summary>
    [Alias("number-attempt")] Task<NumberReply> NumberAttempt(NumberAttempt command, CancellationToken cancellationToken = default);

    /// <summary>For cases: contacts and chances of the enforcement.</summary>
    [Alias("stand"), ReadOnly] Task<StandingView?> Stand(string enforcementId, CancellationToken cancellationToken = default);

    /// <summary>For cases: reserves the contact an attempt will make. Idempotent by grant.</summary>
    [Alias("reserve")] Task<AccountReply> Reserve(ReserveContact command, CancellationToken cancellationToken = default);

    /// <summary>What became of a grant or of a case; brought by the outbox, safe to repeat.</summary>
    [Alias("settle")] Task<AccountReply> Settle(SettleContact command, CancellationToken cancellationToken = default);
}

[GenerateSerializer, Immutable, Alias("account.reply.v1")]
public sealed record AccountReply
{
    [Id(0)] public RefusalView? Refusal { get; init; }
    [Id(1)] public AccountView? Account { get; init; }
    [Id(2)] public bool Replayed { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.register.v1")]
public sealed record RegisterAccount : Command
{
    [Id(0)] public required int Number { get; init; }
    [Id(1)] public required string ClientId { get; init; }
    [Id(2)] public required string Name { get; init; }
    [Id(3)] public required string SellerId { get; init; }
    [Id(4)] public required IReadOnlyList<string> Marketplaces { get; init; }
    [Id(5)] public required string TimeZone { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.change-status.v1")]
public sealed record ChangeAccountStatus : Command
{
    /// <summary><c>normal</c>, <c>at-risk</c> or <c>deactivated</c>.</summary>
    [Id(0)] public required string Status { get; init; }

    [Id(1)] public required string Reason { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.add-evidence.v1")]
public sealed record AddEvidence : Command
{
    [Id(0)] public required string EvidenceId { get; init; }
    [Id(1)] public required string Kind { get; init; }
    [Id(2)] public required string Sha256 { get; init; }
    [Id(3)] public required string FileName { get; init; }
    [Id(4)] public required string ContentType { get; init; }
    [Id(5)] public required long Length { get; init; }
    [Id(6)] public string? Issuer { get; init; }
    [Id(7)] public DateOnly? IssuedOn { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.add-subscription.v1")]
public sealed record AddSubscription : Command
{
    [Id(0)] public required string SubscriptionId { get; init; }
    [Id(1)] public required string NotificationType { get; init; }
}

/// <summary>
/// Carries the body as it came: reading it is pure and cheap, one field on the wire stays one field however many types Amazon
/// adds, and a body that a later version reads better is read better when it is sent again.
/// </summary>
[GenerateSerializer, Immutable, Alias("account.receive-notification.v1")]
public sealed record ReceiveNotification : Command
{
    /// <summary>UTF-8 JSON of at most 256 KB; Amazon's queues allow no more.</summary>
    [Id(0)] public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the endpoint told a repetition by; used where the notification has no id of its own.</summary>
    [Id(1)] public required string Key { get; init; }

    /// <summary>True where the endpoint serves this account alone.</summary>
    [Id(2)] public required bool EndpointIsBound { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.receive-report.v1")]
public sealed record ReceiveReport : Command
{
    /// <summary>UTF-8 JSON of at most 256 KB.</summary>
    [Id(0)] public required ReadOnlyMemory<byte> Body { get; init; }

    [Id(1)] public required string ReportId { get; init; }

    /// <summary>When Amazon made the report.</summary>
    [Id(2)] public required DateTimeOffset AsOf { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.join-case.v1")]
public sealed record JoinCase : Command
{
    [Id(0)] public required string CaseId { get; init; }
    [Id(1)] public required string NewEnforcementId { get; init; }
    [Id(2)] public string? EnforcementId { get; init; }
    [Id(3)] public required string CategoryId { get; init; }
    [Id(4)] public required bool IsEnforcement { get; init; }
    [Id(5)] public required bool IsAccountLevel { get; init; }
    [Id(6)] public IReadOnlyList<string> Asins { get; init; } = [];
    [Id(7)] public IReadOnlyList<string> ComplaintIds { get; init; } = [];
    [Id(8)] public string? Reference { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.join-reply.v1")]
public sealed record JoinReply
{
    [Id(0)] public RefusalView? Refusal { get; init; }
    [Id(1)] public string? EnforcementId { get; init; }
    [Id(2)] public string? CaseNumber { get; init; }
    [Id(3)] public string? ClientId { get; init; }
    [Id(4)] public string? TimeZone { get; init; }
    [Id(5)] public string? PossibleDuplicateOf { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.number-attempt.v1")]
public sealed record NumberAttempt : Command
{
    [Id(0)] public required string EnforcementId { get; init; }
    [Id(1)] public required string AttemptId { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.number-reply.v1")]
public sealed record NumberReply
{
    [Id(0)] public RefusalView? Refusal { get; init; }
    [Id(1)] public int Number { get; init; }
    [Id(2)] public StandingView? Standing { get; init; }
}

[GenerateSerializer, Immutable, Alias("account.reserve-contact.v1")]
public sealed record ReserveContact : Command
{
    [Id(0)] public required string GrantId { get; init; }
    [Id(1)] public required string CaseId { get; init; }
    [Id(2)] public required string EnforcementId { get; init; }
    [Id(3)] public required string Desk { get; init; }

    /// <summary>Content hash of the playbook version the case runs on.</summary>
    [Id(4)] public required string PlaybookHash { get; init; }

    [Id(5)] public string? OverrideRule { get; init; }
    [Id(6)] public string? OverrideReason { get; init; }
    [Id(7)] public string? LetterKind { get; init; }
}

/// <summary>News for the account about one of its cases: <see cref="What"/> is <c>confirm</c>, <c>release</c>, <c>answered</c>, <c>case-closed</c> or <c>case-reopened</c>.</summary>
[GenerateSerializer, Immutable, Alias("account.settle-contact.v1")]
public sealed record SettleContact : Command
{
    [Id(0)] public required string What { get; init; }

    /// <summary>The grant (attempt) or the case it is about.</summary>
    [Id(1)] public required string Subject { get; init; }

    /// <summary>For <c>case-closed</c>: true where the outcome ends the enforcement.</summary>
    [Id(2)] public bool EndsEnforcement { get; init; }
}
