using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Playbooks;

namespace AgencyPlatform.Server.Cases;

/// <summary>One page of a list; <see cref="NextCursor"/> is absent on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A case as it stands, in the reader's language.</summary>
public sealed record CaseModel
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required string Stage { get; init; }
    public required string SellerAccountId { get; init; }
    public required string ClientId { get; init; }
    public required string EnforcementId { get; init; }
    public required string CategoryId { get; init; }
    public required string CategoryName { get; init; }
    public required IReadOnlyList<string> OtherCategoryIds { get; init; }
    public required string Kind { get; init; }
    public required string Language { get; init; }

    /// <summary>The desk to write to now.</summary>
    public required string Desk { get; init; }

    public required string DeskName { get; init; }
    public required string FirstAction { get; init; }
    public required IReadOnlyList<LadderStepModel> Ladder { get; init; }
    public required IReadOnlyList<ChecklistModel> Evidence { get; init; }

    /// <summary>Clocks that run or ran, then what the notice and the playbook lead to expect.</summary>
    public required IReadOnlyList<ClockModel> Clocks { get; init; }

    public required IReadOnlyList<EscalationView> Escalations { get; init; }

    /// <summary><c>low</c>, <c>normal</c>, <c>high</c> or <c>urgent</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>IANA zone of the seller account.</summary>
    public required string TimeZone { get; init; }

    public required IReadOnlyList<AttemptModel> Attempts { get; init; }
    public required IReadOnlyList<ReplyModel> Replies { get; init; }
    public NextActionView? NextAction { get; init; }
    public required string Retraction { get; init; }
    public required bool AdviceNeedsConfirmation { get; init; }
    public required EntitiesView Entities { get; init; }
    public string? NoticeHash { get; init; }
    public string? AmazonReference { get; init; }
    public string? PossibleDuplicateOf { get; init; }
    public string? Outcome { get; init; }
    public ProofModel? Proof { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public required PlaybookModel Playbook { get; init; }
    public required long Version { get; init; }
}

/// <summary>The playbook version a case runs on.</summary>
public sealed record PlaybookModel(string Id, string Hash);

/// <summary>What shows that an outcome is real.</summary>
public sealed record ProofModel(string Kind, string? Reference);

/// <summary>A line of the case's evidence checklist.</summary>
public sealed record ChecklistModel(string Id, string Label, bool IsRequired, string State, string? EvidenceId, string? Reason);

/// <summary>One submission to one desk.</summary>
public sealed record AttemptModel
{
    public required string Id { get; init; }
    public required int Number { get; init; }
    public required string Desk { get; init; }
    public required string DeskName { get; init; }
    public required string Channel { get; init; }
    public required string State { get; init; }
    public required string LetterKind { get; init; }
    public required string LetterHash { get; init; }
    public required IReadOnlyList<string> EvidenceIds { get; init; }
    public string? LegalGround { get; init; }
    public required bool LawyerConfirmed { get; init; }
    public required bool RightsOwnerBounced { get; init; }
    public OverrideModel? Override { get; init; }
    public required string Author { get; init; }
    public required DateTimeOffset DraftedAt { get; init; }
    public string? ApprovedBy { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The person who submitted it.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>Says plainly that a person, not the platform, submitted it.</summary>
    public string? Submission { get; init; }

    public string? AmazonReference { get; init; }
    public string? Proof { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public string? Answer { get; init; }

    /// <summary>Findings of the letter lint, where the attempt was just drafted or revised.</summary>
    public IReadOnlyList<FindingOfLint>? Findings { get; init; }
}

/// <summary>A rule set aside on purpose.</summary>
public sealed record OverrideModel(string Rule, string? Reason);

/// <summary>A finding of the letter lint with what to do about it; an <c>error</c> blocks sending.</summary>
public sealed record FindingOfLint(string Rule, string Severity, string Text, string Fix, int Start, int Length, string Span);

/// <summary>A message received about the case.</summary>
public sealed record ReplyModel(string Id, int? AttemptNumber, string? Desk, string From, string Kind, string Authority, string TextHash, DateTimeOffset ReceivedAt);

/// <summary>A case as lists show it, in the reader's language.</summary>
public sealed record CaseListItem
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required string Stage { get; init; }
    public required bool IsOpen { get; init; }
    public required string ClientId { get; init; }
    public string? ClientName { get; init; }
    public required string SellerAccountId { get; init; }
    public string? SellerAccountName { get; init; }
    public required string EnforcementId { get; init; }
    public required string CategoryId { get; init; }
    public required string CategoryName { get; init; }
    public required string Kind { get; init; }
    public required string Desk { get; init; }
    public required string DeskName { get; init; }
    /// <summary>The next promise to break, or the next action.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What is due then: a clock's metric or <c>next-action</c>.</summary>
    public string? DueMetric { get; init; }

    /// <summary>A broken promise is still open.</summary>
    public required bool IsBreached { get; init; }

    /// <summary>Why clocks stand still; absent while all run.</summary>
    public string? PausedBy { get; init; }

    public required string Priority { get; init; }
    public string? NextAction { get; init; }
    public string? Outcome { get; init; }
    public required int Attempts { get; init; }
    public string? AmazonReference { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>One event of a case: what it is, when it happened and was recorded, who did it, and the sentence for the reader.</summary>
public sealed record TimelineItem
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required TimelineActorModel Actor { get; init; }
    public required string Text { get; init; }
    public required System.Text.Json.JsonElement Data { get; init; }
}

/// <summary>Who did something.</summary>
public sealed record TimelineActorModel(string Kind, string Id, string? OnBehalfOf, string Name);

/// <summary>What could be done now: every move with the refusal it would meet, and the ladder with what it still needs.</summary>
public sealed record AdviceModel(IReadOnlyList<MoveModel> Moves, IReadOnlyList<LadderStepModel> Ladder);

/// <summary>One move; <see cref="Refusal"/> is absent where it is allowed.</summary>
public sealed record MoveModel(string Move, string? Desk, int? AttemptNumber, RefusalModel? Refusal);

/// <summary>A refusal in words.</summary>
public sealed record RefusalModel(string Code, string Text);
