namespace AgencyPlatform.Domain.Playbooks;

/// <summary>
/// One immutable version of the knowledge the product works by: desks, categories with their ladders, signals,
/// contact budgets and lint rules. Data, not code; <see cref="ContentHash"/> names this very version for ever.
/// </summary>
public sealed record Playbook
{
    /// <summary>Stable id of the line of versions, such as <c>amazon</c>.</summary>
    public required string Id { get; init; }

    public required int SchemaVersion { get; init; }

    /// <summary>Human-readable version, such as <c>2026.11</c>.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 (lower-case hex) of the canonical content, overrides included.</summary>
    public required string ContentHash { get; init; }

    public required IReadOnlyDictionary<string, Desk> Desks { get; init; }

    public required IReadOnlyDictionary<string, Category> Categories { get; init; }

    public required IReadOnlyList<KindSignal> KindSignals { get; init; }

    public required SenderRules Senders { get; init; }

    public required IReadOnlyList<ContactBudget> Budgets { get; init; }

    public required IReadOnlyList<LintRule> LintRules { get; init; }

    public required IReadOnlyDictionary<string, Source> Sources { get; init; }
}

/// <summary>Where a number or a statement comes from.</summary>
/// <param name="Key">Source key, such as <c>u06</c> or <c>n020</c>.</param>
/// <param name="Date">The day on which the statement was made or read, where known.</param>
public sealed record Provenance(string Key, Certainty Certainty, DateOnly? Date = null);

/// <summary>How sure a statement is: Amazon's own text, a practitioner's claim, background knowledge, the seed article.</summary>
public enum Certainty { Amazon, Practitioner, Knowledge, Article }

/// <summary>A page or notice that statements refer to.</summary>
public sealed record Source(string Key, string Title, string? Url);
