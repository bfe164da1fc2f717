namespace AgencyPlatform.Domain.Accounts;

/// <summary>What happened to a seller account.</summary>
public abstract record AccountEvent;

public sealed record AccountRegistered(string AccountId, int Number, string ClientId, string Name, string SellerId, IReadOnlyList<string> Marketplaces, string TimeZone) : AccountEvent;

/// <param name="Since">When Amazon changed it, where Amazon says so; null means when it was recorded.</param>
public sealed record AccountStatusChanged(AccountStatus Status, string Reason, DateTimeOffset? Since = null) : AccountEvent;

public sealed record EnforcementBegun(Enforcement Enforcement) : AccountEvent;

/// <summary>A further complaint id or reference was learnt for an enforcement.</summary>
public sealed record EnforcementExtended(string EnforcementId, IReadOnlyList<string> ComplaintIds, IReadOnlyList<string> References) : AccountEvent;

public sealed record EnforcementEnded(string EnforcementId, string Reason) : AccountEvent;

/// <summary>A case of an ended enforcement came back, so its numbers and spent chances count on.</summary>
public sealed record EnforcementResumed(string EnforcementId) : AccountEvent;

public sealed record CaseJoined(KnownCase Case, int CaseNumber) : AccountEvent;

public sealed record CaseClosed(string CaseId) : AccountEvent;

public sealed record CaseReturned(string CaseId) : AccountEvent;

public sealed record AttemptNumbered(string EnforcementId, string AttemptId, int Number) : AccountEvent;

public sealed record ContactReserved(Contact Contact) : AccountEvent;

public sealed record ContactConfirmed(string GrantId) : AccountEvent;

public sealed record ContactReleased(string GrantId) : AccountEvent;

/// <summary>The desk answered, so that its submission is no longer open.</summary>
public sealed record ContactAnswered(string GrantId) : AccountEvent;

public sealed record EvidenceAdded(EvidenceFile File) : AccountEvent;

public sealed record SubscriptionAdded(AmazonSubscription Subscription) : AccountEvent;

/// <summary>Amazon sent a notification; ids and codes only.</summary>
/// <param name="What">What it means, as a code of <see cref="Webhooks.AmazonMeaning"/>.</param>
public sealed record NotificationReceived(
    string NotificationId, string Type, string What, string? SubscriptionId, DateTimeOffset? EventTime, DateTimeOffset? PublishTime, NewsSubject Subject) : AccountEvent;

/// <summary>Amazon said how the account stands, at <paramref name="At"/> by Amazon's clock.</summary>
/// <param name="Source">Id of the notification or the report.</param>
/// <param name="IsLate">True where something newer was known already, so that the account's status stays.</param>
public sealed record AmazonStatusReported(AccountStatus Status, AccountStatus? Previous, DateTimeOffset At, string Source, bool IsLate) : AccountEvent;

/// <summary>A performance report was read.</summary>
/// <param name="Status">The worst among the account's marketplaces.</param>
/// <param name="Counters">The marketplaces whose counters became the account's; an older report changes none.</param>
public sealed record ReportReceived(string ReportId, DateTimeOffset AsOf, AccountStatus? Status, IReadOnlyList<MarketplaceCounters> Counters) : AccountEvent;

/// <summary>Amazon made a performance report that can be fetched now.</summary>
public sealed record ReportReady(string ReportId, string? DocumentId) : AccountEvent;

/// <summary>News from Amazon that no open case covers asks for a case.</summary>
public sealed record CaseWanted(WantedCase Case, AmazonNews News) : AccountEvent;

/// <summary>News from Amazon that an open case should know.</summary>
public sealed record CaseToInform(string CaseId, AmazonNews News) : AccountEvent;

/// <summary>News from Amazon that ends an open case.</summary>
public sealed record CaseToClose(string CaseId, AmazonNews News) : AccountEvent;
