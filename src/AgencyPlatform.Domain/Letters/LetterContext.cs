namespace AgencyPlatform.Domain.Letters;

/// <summary>What the case knows and the letter must agree with; an empty list or null means "not known", and its rule stays silent.</summary>
public sealed record LetterContext
{
    /// <summary>Best category of the case, such as <c>PQ-USEDNEW</c>.</summary>
    public required string CategoryId { get; init; }

    /// <summary>Group of that category, such as <c>ip</c>.</summary>
    public required string CategoryGroup { get; init; }

    /// <summary>Kind of the notice that is answered (<see cref="Triage.NoticeKinds"/>).</summary>
    public required string NoticeKind { get; init; }

    public string? NoticeText { get; init; }

    /// <summary>Category ids of every issue the notice names.</summary>
    public IReadOnlyList<string> IssueCodes { get; init; } = [];

    public IReadOnlyList<string> Asins { get; init; } = [];

    /// <summary>Complaint and case numbers the letter may quote.</summary>
    public IReadOnlyList<string> ComplaintIds { get; init; } = [];

    /// <summary>Two-letter languages the addressed desk reads.</summary>
    public IReadOnlyList<string> MarketplaceLanguages { get; init; } = [];

    /// <summary>Everything sent before in this enforcement, in any order.</summary>
    public IReadOnlyList<EarlierLetter> EarlierLetters { get; init; } = [];

    /// <summary>False while the other account of a related pair has no outcome yet (n007).</summary>
    public bool RelatedAccountSettled { get; init; }

    /// <summary>Where the retraction stands, such as <c>requested</c>; null or <c>none</c> while nobody has asked (rule R33).</summary>
    public string? RetractionStatus { get; init; }

    /// <summary>Desks that may be addressed now: the router's choice and the one printed in the notice.</summary>
    public IReadOnlyList<string> CompetentDesks { get; init; } = [];

    /// <summary>Channel printed in the notice.</summary>
    public string? PrintedChannel { get; init; }

    /// <summary>True where the notice takes links as evidence; most do not (n009).</summary>
    public bool AcceptsLinks { get; init; }

    /// <summary>Public templates beyond the built-in ones, as full texts.</summary>
    public IReadOnlyList<string> Templates { get; init; } = [];
}

/// <summary>One letter already sent in this enforcement.</summary>
/// <param name="Denied">True once Amazon said no to it.</param>
public sealed record EarlierLetter(string Text, DateTimeOffset SentAt, string? Desk, IReadOnlyList<string> EvidenceIds, bool Denied);
