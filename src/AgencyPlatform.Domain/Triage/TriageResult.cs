using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Triage;

/// <summary>What a notice says, which desk it leads to and why. Positions are UTF-16 offsets into the text as given.</summary>
public sealed record TriageResult
{
    /// <summary>Two-letter language of the notice itself (not of a comment above it): en, zh, de, ja, es, fr, it, or <c>und</c>.</summary>
    public required string Language { get; init; }

    public required bool IsAmazonNotice { get; init; }

    /// <summary>One of <see cref="NoticeKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The first of the eight desks to write to, or null where no case follows.</summary>
    public required string? Desk { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<CategoryFinding> Categories { get; init; }

    /// <summary>Ladder of the best category; empty where no case follows.</summary>
    public required IReadOnlyList<LadderStep> Ladder { get; init; }

    public required IReadOnlyList<EvidenceItem> Evidence { get; init; }

    public required IReadOnlyList<ClockFinding> Clocks { get; init; }

    public required NoticeEntities Entities { get; init; }

    /// <summary>What the notice does not say but the case will need; keys such as <c>complaint-id</c>, <c>asin</c>, <c>rights-owner-contact</c>.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The sentences that decided <see cref="Kind"/> and <see cref="Desk"/> (rule ids such as R32, router.1, kind.*).</summary>
    public required IReadOnlyList<Reason> Why { get; init; }
}

/// <summary>A category the notice holds. <see cref="Confidence"/> is in 0..1.</summary>
public sealed record CategoryFinding(string Id, double Confidence, string? Desk, IReadOnlyList<Reason> Why);

/// <summary>A rule and the piece of text that set it off.</summary>
public sealed record Reason(string Rule, int Start, int Length, string Text);

/// <summary>
/// A clock found in the text (<see cref="Source"/> = "notice") or known from policy (source key of the playbook).
/// <see cref="Unit"/> is hours, days or business-days.
/// </summary>
public sealed record ClockFinding(string Id, string Purpose, string Unit, int Amount, string Source, LocalText Text, int? Start = null, int? Length = null);

/// <summary>Exact values found in the notice, each list without repetitions and in order of appearance.</summary>
public sealed record NoticeEntities
{
    public IReadOnlyList<string> Asins { get; init; } = [];
    public IReadOnlyList<string> OrderIds { get; init; } = [];
    public IReadOnlyList<string> ComplaintIds { get; init; } = [];
    public IReadOnlyList<string> CaseIds { get; init; } = [];
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];
    public IReadOnlyList<string> RightsOwnerEmails { get; init; } = [];
    public IReadOnlyList<string> DeskEmails { get; init; } = [];
}

/// <summary>The kinds of notice, as they appear on the wire.</summary>
public static class NoticeKinds
{
    public const string Deactivation = "deactivation";
    public const string AtRiskWarning = "at-risk-warning";
    public const string ListingRemoval = "listing-removal";
    public const string IpComplaint = "ip-complaint";
    public const string MoreInfoNeeded = "more-info-needed";
    public const string FinalDenial = "final-denial";
    public const string Reinstated = "reinstated";
    public const string Verification = "verification";
    public const string CatalogError = "catalog-error";
    public const string SupportReply = "support-reply";
    public const string Funds = "funds";
    public const string Other = "other";
    public const string Phishing = "phishing";
    public const string NotAmazon = "not-amazon";

    public static IReadOnlyList<string> All { get; } =
        [Deactivation, AtRiskWarning, ListingRemoval, IpComplaint, MoreInfoNeeded, FinalDenial, Reinstated, Verification, CatalogError, SupportReply, Funds, Other, Phishing, NotAmazon];
}
