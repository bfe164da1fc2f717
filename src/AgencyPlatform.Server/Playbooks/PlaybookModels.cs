using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Server.Playbooks;

/// <summary>A rung of a ladder in the reader's language; <see cref="IsCurrent"/> marks where a case stands.</summary>
public sealed record LadderStepModel(string Id, string Desk, string DeskName, string Action, IReadOnlyList<NeedModel> Needs, bool IsCurrent);

/// <summary>A precondition; <see cref="IsMet"/> is absent where a person judges, or where no case was asked.</summary>
public sealed record NeedModel(string Id, string Text, bool? IsMet);

/// <summary>A desk in the reader's language.</summary>
public sealed record DeskModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required bool FromArticle { get; init; }
    public required string Mandate { get; init; }
    public required IReadOnlyList<StatementModel> May { get; init; }
    public required IReadOnlyList<StatementModel> MayNot { get; init; }
    public required IReadOnlyList<StatementModel> Risks { get; init; }
    public required IReadOnlyList<StatementModel> WhenNotToUse { get; init; }
    public required IReadOnlyList<string> Channels { get; init; }
    public required IReadOnlyList<ContactModel> Contacts { get; init; }
    public required bool IsExecutive { get; init; }
    public required bool HearsEscalations { get; init; }
}

/// <summary>A statement with the rule it belongs to and where it comes from.</summary>
public sealed record StatementModel(string Text, string? Rule, SourceModel Source);

/// <summary>Where a statement comes from, how sure it is, and of which day.</summary>
public sealed record SourceModel(string Key, string Certainty, DateOnly? Date, string? Title, string? Url);

/// <summary>An address or page of a desk with its validity.</summary>
public sealed record ContactModel(string Channel, string Address, DateOnly? ValidFrom, DateOnly? ValidTo, SourceModel Source);

/// <summary>A category as lists show it.</summary>
public sealed record CategorySummary(string Id, string Name, string Group, bool IsEnforcement, string FirstDesk);

/// <summary>Everything the playbook knows about one kind of problem, in the reader's language.</summary>
public sealed record CategoryModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Group { get; init; }
    public required bool IsEnforcement { get; init; }
    public required bool IsAccountLevel { get; init; }
    public required string FirstDesk { get; init; }
    public required string FirstAction { get; init; }
    public required IReadOnlyList<LadderStepModel> Ladder { get; init; }
    public required IReadOnlyList<EvidenceNeedModel> Evidence { get; init; }
    public required IReadOnlyList<ClockPolicyModel> Clocks { get; init; }
    public required IReadOnlyList<StatementModel> Burns { get; init; }
    public required IReadOnlyList<SourceModel> Sources { get; init; }
}

/// <summary>A line of a category's evidence checklist.</summary>
public sealed record EvidenceNeedModel(string Id, string Label, bool IsRequired, int? MaxAgeDays, SourceModel Source);

/// <summary>A clock that policy knows for a category.</summary>
public sealed record ClockPolicyModel(string Id, string Purpose, string Unit, int Amount, string Text, SourceModel Source);
