namespace AgencyPlatform.Contracts.Accounts;

/// <summary>A seller account as it stands.</summary>
[GenerateSerializer, Immutable, Alias("account.view.v1")]
public sealed record AccountView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required int Number { get; init; }
    [Id(2)] public required string ClientId { get; init; }
    [Id(3)] public required string Name { get; init; }
    [Id(4)] public required string SellerId { get; init; }
    [Id(5)] public required IReadOnlyList<string> Marketplaces { get; init; }
    [Id(6)] public required string TimeZone { get; init; }
    [Id(7)] public required string Status { get; init; }
    [Id(8)] public DateTimeOffset? StatusSince { get; init; }
    [Id(9)] public IReadOnlyList<EnforcementView> Enforcements { get; init; } = [];
    [Id(10)] public IReadOnlyList<ContactView> Contacts { get; init; } = [];
    [Id(11)] public IReadOnlyList<EvidenceView> Evidence { get; init; } = [];
    [Id(12)] public IReadOnlyList<SubscriptionView> Subscriptions { get; init; } = [];
}

/// <summary>One Amazon action against the account.</summary>
[GenerateSerializer, Immutable, Alias("account.enforcement.v1")]
public sealed record EnforcementView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string CategoryId { get; init; }
    [Id(2)] public required bool IsAccountLevel { get; init; }
    [Id(3)] public required DateTimeOffset OpenedAt { get; init; }
    [Id(4)] public DateTimeOffset? EndedAt { get; init; }
    [Id(5)] public required int Attempts { get; init; }

    /// <summary>When the one executive chance was spent, or null while it is free.</summary>
    [Id(6)] public DateTimeOffset? ExecutiveSpentAt { get; init; }
}

/// <summary>One submission to a desk as the account remembers it.</summary>
[GenerateSerializer, Immutable, Alias("account.contact.v1")]
public sealed record ContactView
{
    [Id(0)] public required string GrantId { get; init; }
    [Id(1)] public required string CaseId { get; init; }
    [Id(2)] public required string EnforcementId { get; init; }
    [Id(3)] public required string Desk { get; init; }
    [Id(4)] public required bool IsExecutive { get; init; }
    [Id(5)] public required DateTimeOffset At { get; init; }
    [Id(6)] public required bool IsConfirmed { get; init; }
    [Id(7)] public required bool IsOpen { get; init; }
    [Id(8)] public string? LetterKind { get; init; }
}

/// <summary>Contacts and chances that a case must respect.</summary>
[GenerateSerializer, Immutable, Alias("account.standing.v1")]
public sealed record StandingView
{
    [Id(0)] public required string EnforcementId { get; init; }
    [Id(1)] public required string Status { get; init; }
    [Id(2)] public IReadOnlyList<ContactView> Contacts { get; init; } = [];
}

/// <summary>A document of the account's evidence library.</summary>
[GenerateSerializer, Immutable, Alias("account.evidence.v1")]
public sealed record EvidenceView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Kind { get; init; }
    [Id(2)] public required string Sha256 { get; init; }
    [Id(3)] public required string FileName { get; init; }
    [Id(4)] public required string ContentType { get; init; }
    [Id(5)] public required long Length { get; init; }
    [Id(6)] public string? Issuer { get; init; }
    [Id(7)] public DateOnly? IssuedOn { get; init; }
    [Id(8)] public required DateTimeOffset AddedAt { get; init; }
}

/// <summary>A notification subscription at Amazon.</summary>
[GenerateSerializer, Immutable, Alias("account.subscription.v1")]
public sealed record SubscriptionView
{
    [Id(0)] public required string SubscriptionId { get; init; }
    [Id(1)] public required string NotificationType { get; init; }
}
