namespace AgencyPlatform.Domain.Accounts;

/// <summary>One Amazon selling account of a client: status, enforcements, contacts with Amazon's desks and the chances already spent.</summary>
public sealed record SellerAccount
{
    public required string Id { get; init; }

    /// <summary>Number in the agency; the first part of its cases' numbers.</summary>
    public required int Number { get; init; }

    public required string ClientId { get; init; }
    public required string Name { get; init; }

    /// <summary>Amazon's merchant id.</summary>
    public required string SellerId { get; init; }

    public required IReadOnlyList<string> Marketplaces { get; init; }

    /// <summary>IANA zone; civil-day clocks run in it.</summary>
    public required string TimeZone { get; init; }

    public AccountStatus Status { get; init; }
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>The instant by which the status is known to hold; what Amazon said about earlier instants does not change it.</summary>
    public DateTimeOffset? StatusAsOf { get; init; }

    public int CasesOpened { get; init; }
    public IReadOnlyList<Enforcement> Enforcements { get; init; } = [];
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    public IReadOnlyList<KnownCase> Cases { get; init; } = [];
    public IReadOnlyList<EvidenceFile> Evidence { get; init; } = [];
    public IReadOnlyList<AmazonSubscription> Subscriptions { get; init; } = [];

    /// <summary>Cases that Amazon's news asked for, while they are on their way or open.</summary>
    public IReadOnlyList<WantedCase> Wanted { get; init; } = [];

    /// <summary>Amazon's counts of violations by the last report, one entry a marketplace.</summary>
    public IReadOnlyList<MarketplaceCounters> Counters { get; init; } = [];
}

/// <summary>Amazon's own status of a selling account.</summary>
public enum AccountStatus { Normal, AtRisk, Deactivated }

/// <summary>One Amazon action against the account. One-shot tokens and attempt numbers belong to it.</summary>
public sealed record Enforcement
{
    public required string Id { get; init; }
    public required string CategoryId { get; init; }
    public required bool IsAccountLevel { get; init; }
    public IReadOnlyList<string> ComplaintIds { get; init; } = [];
    public IReadOnlyList<string> References { get; init; } = [];
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Ids of the attempts in the order of their numbers; attempt n stands at index n - 1.</summary>
    public IReadOnlyList<string> AttemptIds { get; init; } = [];
}

/// <summary>A submission to a desk that was reserved, then confirmed by the case's write (or released).</summary>
/// <param name="GrantId">The attempt's id; reserving twice under one id is one reservation.</param>
public sealed record Contact(string GrantId, string CaseId, string EnforcementId, string Desk, bool IsExecutive, DateTimeOffset At, GrantState State, bool IsOpen, string? LetterKind = null);

/// <summary>Life of a grant.</summary>
public enum GrantState { Reserved, Confirmed }

/// <summary>A case as its account remembers it, for joining and for proposing duplicates.</summary>
/// <param name="Number">Number of the case in the account; <c>{account}-{case}</c> is what people read.</param>
public sealed record KnownCase(string Id, string EnforcementId, string CategoryId, IReadOnlyList<string> Asins, IReadOnlyList<string> ComplaintIds, DateTimeOffset OpenedAt, bool IsOpen, int Number = 0);

/// <summary>A document of the account's evidence library; the bytes lie in the content store under <see cref="Sha256"/>.</summary>
public sealed record EvidenceFile(string Id, string Kind, string Sha256, string FileName, string ContentType, long Length, string? Issuer, DateOnly? IssuedOn, DateTimeOffset AddedAt);

/// <summary>A notification subscription at Amazon by which messages find this account.</summary>
public sealed record AmazonSubscription(string SubscriptionId, string NotificationType);
