namespace AgencyPlatform.Domain.Accounts;

/// <summary>What happened to a seller account.</summary>
public abstract record AccountEvent;

public sealed record AccountRegistered(string AccountId, int Number, string ClientId, string Name, string SellerId, IReadOnlyList<string> Marketplaces, string TimeZone) : AccountEvent;

public sealed record AccountStatusChanged(AccountStatus Status, string Reason) : AccountEvent;

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
