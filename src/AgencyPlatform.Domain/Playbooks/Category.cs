namespace AgencyPlatform.Domain.Playbooks;

/// <summary>One kind of problem a seller account can have, and everything known about solving it.</summary>
public sealed record Category
{
    /// <summary>Stable id such as <c>ACC-RELATED</c>.</summary>
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    /// <summary><c>account</c>, <c>performance</c>, <c>quality</c>, <c>listing</c>, <c>ip</c>, <c>catalog</c>, <c>money</c>, <c>brand</c> or <c>legal</c>.</summary>
    public required string Group { get; init; }

    /// <summary>True where Amazon acted against the account or a listing; Seller Support is then never first (rule R4).</summary>
    public required bool IsEnforcement { get; init; }

    /// <summary>True where the action concerns the whole account, so that later notices join the same enforcement.</summary>
    public required bool IsAccountLevel { get; init; }

    /// <summary>The row of the derived router (1–5) this category belongs to.</summary>
    public required int RouterOrder { get; init; }

    /// <summary>The desk to write to first: always the first step of <see cref="Ladder"/> that is one of the eight desks.</summary>
    public required string FirstDesk { get; init; }

    /// <summary>The very first thing to do, such as contacting the rights owner (rule R32).</summary>
    public required LocalText FirstAction { get; init; }

    public required IReadOnlyList<Signal> Signals { get; init; }

    public required IReadOnlyList<LadderStep> Ladder { get; init; }

    public required IReadOnlyList<EvidenceItem> Evidence { get; init; }

    public required IReadOnlyList<ClockPolicy> Clocks { get; init; }

    public required IReadOnlyList<Burn> Burns { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>
/// One pattern that speaks for a category. <see cref="Match"/> is written in the signal language (see <c>playbook.schema.json</c>):
/// groups joined by <c>&amp;</c>, alternatives by <c>|</c>, <c>*</c> ends a prefix, <c>!</c> negates a group.
/// </summary>
/// <param name="Id">Stable id such as <c>ACC-RELATED.s1</c>.</param>
/// <param name="Language">Two-letter language of the pattern, or <c>any</c>.</param>
/// <param name="Scope"><c>sentence</c> (default), <c>near</c> (with its neighbours) or <c>notice</c>.</param>
/// <param name="Weight">How strongly it speaks: 1 hint … 5 decisive; negative speaks against.</param>
public sealed record Signal(string Id, string Language, string Match, string Scope, int Weight);

/// <summary>A pattern that speaks for a kind of notice (deactivation, phishing, …).</summary>
public sealed record KindSignal(string Id, string Kind, string Language, string Match, string Scope, int Weight);

/// <summary>One rung of a category's ladder.</summary>
/// <param name="Id">Stable id such as <c>ACC-RELATED.l1</c>.</param>
/// <param name="Desk">Desk id.</param>
public sealed record LadderStep(string Id, string Desk, LocalText Action, IReadOnlyList<Precondition> Needs);

/// <summary>
/// What must hold before a step is taken. <see cref="Check"/> names a machine check
/// (<c>ordinary-round-finished</c>, <c>last-submission-age-2d</c>, <c>executive-token-free</c>, <c>retraction-requested</c>,
/// <c>legal-ground</c>, <c>related-account-settled</c>, <c>days-since-deactivation-60</c>, …) or is null where a person judges.
/// </summary>
public sealed record Precondition(string Id, LocalText Text, string? Check, string? Rule);

/// <summary>One line of the evidence checklist. <see cref="MaxAgeDays"/> is the oldest acceptable document in days.</summary>
public sealed record EvidenceItem(string Id, LocalText Label, bool IsRequired, int? MaxAgeDays, Provenance From);

/// <summary>
/// A clock that policy knows for this category. <see cref="Unit"/> is <c>hours</c>, <c>days</c> (civil) or <c>business-days</c>;
/// <see cref="Purpose"/> is <c>seller-deadline</c>, <c>amazon-reply</c>, <c>window</c>, <c>funds</c> or <c>information</c>.
/// </summary>
public sealed record ClockPolicy(string Id, string Purpose, int Amount, string Unit, LocalText Text, Provenance From);

/// <summary>Something that ruins a case of this category.</summary>
public sealed record Burn(string Id, LocalText Text, Provenance From);
