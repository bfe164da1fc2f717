namespace AgencyPlatform.Domain.Playbooks;

/// <summary>One Amazon team (or the party outside Amazon) that can be written to, with what it may and may not do.</summary>
public sealed record Desk
{
    /// <summary>Stable id such as <c>SELLER_PERFORMANCE</c>.</summary>
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>True for the eight desks of the seed article, false for the later ones.</summary>
    public required bool FromArticle { get; init; }

    public required LocalText Mandate { get; init; }

    public required IReadOnlyList<DeskStatement> May { get; init; }

    public required IReadOnlyList<DeskStatement> MayNot { get; init; }

    public required IReadOnlyList<DeskStatement> Risks { get; init; }

    public required IReadOnlyList<DeskStatement> WhenNotToUse { get; init; }

    /// <summary>Channels on which we may contact this desk: <c>email</c>, <c>portal</c>, <c>phone</c>.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    public required ExpectedReply? ExpectedReply { get; init; }

    public required IReadOnlyList<DeskContact> Contacts { get; init; }

    /// <summary>How much weight a reply of this desk carries (rules R6, R8, R11, R12).</summary>
    public required DeskAuthority Authority { get; init; }

    /// <summary>True for the levels that share the one executive chance of an enforcement (rules R30, R31).</summary>
    public required bool IsExecutive { get; init; }

    /// <summary>True where this desk may hear an escalation (rule R5: Seller Support may not).</summary>
    public required bool HearsEscalations { get; init; }

    /// <summary>Probability of learning something internal, where it is documented (rule R2), otherwise null.</summary>
    public double? ExpectedYield { get; init; }
}

/// <summary>What a reply of a desk can do to a case.</summary>
public enum DeskAuthority
{
    /// <summary>Nothing by itself (R6, R8).</summary>
    None,

    /// <summary>Advice that leaves the case open (R11, R12).</summary>
    Advisory,

    /// <summary>It decides.</summary>
    Deciding,
}

/// <summary>One thing a desk may, may not or risks, with the rule it comes from.</summary>
public sealed record DeskStatement(LocalText Text, string? Rule, Provenance From);

/// <summary>How long the desk usually takes; <see cref="Unit"/> is <c>hours</c>, <c>days</c> or <c>business-days</c>.</summary>
public sealed record ExpectedReply(int Amount, string Unit, Provenance From);

/// <summary>An address or page of a desk with its validity; outside the validity it blocks sending (rule R21).</summary>
public sealed record DeskContact(string Channel, string Address, DateOnly? ValidFrom, DateOnly? ValidTo, Provenance From)
{
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
