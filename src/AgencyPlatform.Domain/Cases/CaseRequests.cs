using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What every rule may look at besides the case: the case's playbook version, who acts, and the instant.</summary>
public sealed record CaseContext(Playbook Playbook, Actor Actor, DateTimeOffset Now);

/// <summary>Everything that opening a case needs, after triage and after the account has named enforcement and number.</summary>
public sealed record OpenRequest
{
    public required string CaseId { get; init; }
    public required string Number { get; init; }
    public required string SellerAccountId { get; init; }
    public required string ClientId { get; init; }
    public required string EnforcementId { get; init; }
    public required string CategoryId { get; init; }
    public IReadOnlyList<string> OtherCategoryIds { get; init; } = [];
    public required string Kind { get; init; }
    public required string Language { get; init; }
    public string? NoticeHash { get; init; }
    public string? AmazonReference { get; init; }
    public NoticeEntities Entities { get; init; } = new();

    /// <summary>Clocks found by triage, in the notice or from policy.</summary>
    public IReadOnlyList<ClockFinding> Clocks { get; init; } = [];

    /// <summary>IANA zone of the seller account; civil days are counted in it.</summary>
    public required string TimeZone { get; init; }

    public string? PossibleDuplicateOf { get; init; }
}

/// <summary>A letter to one desk, as drafted or revised.</summary>
public sealed record AttemptRequest
{
    public required string AttemptId { get; init; }

    /// <summary>The number the account gave to <see cref="AttemptId"/>.</summary>
    public required int Number { get; init; }

    public required string Desk { get; init; }
    public required string Channel { get; init; }

    /// <summary>Null where it follows from desk and category.</summary>
    public string? LetterKind { get; init; }

    public required string LetterHash { get; init; }
    public required string LetterText { get; init; }
    public IReadOnlyList<string> EvidenceIds { get; init; } = [];
    public string? LegalGround { get; init; }
    public bool LawyerConfirmed { get; init; }
    public bool RightsOwnerBounced { get; init; }

    /// <summary>The author states that the letter asks for a senior review (rule R23); the text may show it as well.</summary>
    public bool AsksForSeniorReview { get; init; }

    public RuleOverride? Override { get; init; }
}

/// <summary>A message received about a case. <see cref="Kind"/> null: what triage made of the text stands in <see cref="TriagedKind"/>.</summary>
public sealed record ReplyRequest
{
    public required string ReplyId { get; init; }
    public int? AttemptNumber { get; init; }
    public required string From { get; init; }
    public required string TextHash { get; init; }
    public required string Text { get; init; }
    public string? Kind { get; init; }
    public required string TriagedKind { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary><c>email</c>, <c>portal</c> or <c>phone</c>; null where unknown (rule R17 looks at calls).</summary>
    public string? Channel { get; init; }
}

/// <summary>How a person submitted an attempt.</summary>
public sealed record Submission(string GrantId, string? AmazonReference, string? Proof);

/// <summary>What the seller account knows that a case must respect: contacts and chances of the enforcement.</summary>
/// <param name="Contacts">Contacts of the account, newest last, with their enforcement.</param>
/// <param name="EnforcementId">The enforcement of the asking case.</param>
public sealed record AccountStanding(string EnforcementId, AccountStatus Status, IReadOnlyList<Contact> Contacts)
{
    /// <summary>The executive contact that spent the one chance of this enforcement, if any (rules R30, R31).</summary>
    public Contact? SpentExecutiveChance => Contacts.FirstOrDefault(c => c.IsExecutive && c.EnforcementId == EnforcementId);
}
