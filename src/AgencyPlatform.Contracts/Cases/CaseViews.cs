namespace AgencyPlatform.Contracts.Cases;

/// <summary>A case as it stands. Ids and states only; sentences are made where the reader's language is known.</summary>
[GenerateSerializer, Immutable, Alias("case.view.v1")]
public sealed record CaseView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Number { get; init; }
    [Id(2)] public required string Stage { get; init; }
    [Id(3)] public required string SellerAccountId { get; init; }
    [Id(4)] public required string ClientId { get; init; }
    [Id(5)] public required string EnforcementId { get; init; }
    [Id(6)] public required string CategoryId { get; init; }
    [Id(7)] public IReadOnlyList<string> OtherCategoryIds { get; init; } = [];
    [Id(8)] public required string Desk { get; init; }
    [Id(9)] public required int LadderPosition { get; init; }
    [Id(10)] public required string PlaybookId { get; init; }
    [Id(11)] public required string PlaybookHash { get; init; }
    [Id(12)] public required string Kind { get; init; }
    [Id(13)] public required string Language { get; init; }
    [Id(14)] public string? NoticeHash { get; init; }
    [Id(15)] public string? AmazonReference { get; init; }
    [Id(16)] public required EntitiesView Entities { get; init; }
    [Id(17)] public IReadOnlyList<AttemptView> Attempts { get; init; } = [];
    [Id(18)] public IReadOnlyList<ReplyView> Replies { get; init; } = [];
    [Id(19)] public IReadOnlyList<ChecklistView> Checklist { get; init; } = [];
    [Id(20)] public IReadOnlyList<ClockView> Clocks { get; init; } = [];
    [Id(21)] public NextActionView? NextAction { get; init; }
    [Id(22)] public required string Retraction { get; init; }
    [Id(23)] public bool AdviceNeedsConfirmation { get; init; }
    [Id(24)] public string? Outcome { get; init; }
    [Id(25)] public string? ProofKind { get; init; }
    [Id(26)] public string? ProofReference { get; init; }
    [Id(27)] public required DateTimeOffset OpenedAt { get; init; }
    [Id(28)] public required DateTimeOffset UpdatedAt { get; init; }
    [Id(29)] public DateTimeOffset? ResolvedAt { get; init; }
    [Id(30)] public string? PossibleDuplicateOf { get; init; }
    [Id(31)] public long Version { get; init; }

    /// <summary>The clocks, as they stand at the time of asking.</summary>
    [Id(32)] public IReadOnlyList<PromiseView> Promises { get; init; } = [];

    [Id(33)] public IReadOnlyList<EscalationView> Escalations { get; init; } = [];
    [Id(34)] public string Priority { get; init; } = "normal";
    [Id(35)] public string TimeZone { get; init; } = "UTC";
}

/// <summary>Exact values found in the notice.</summary>
[GenerateSerializer, Immutable, Alias("case.entities.v1")]
public sealed record EntitiesView
{
    [Id(0)] public IReadOnlyList<string> Asins { get; init; } = [];
    [Id(1)] public IReadOnlyList<string> OrderIds { get; init; } = [];
    [Id(2)] public IReadOnlyList<string> ComplaintIds { get; init; } = [];
    [Id(3)] public IReadOnlyList<string> CaseIds { get; init; } = [];
    [Id(4)] public IReadOnlyList<string> ErrorCodes { get; init; } = [];
    [Id(5)] public IReadOnlyList<string> RightsOwnerEmails { get; init; } = [];
    [Id(6)] public IReadOnlyList<string> DeskEmails { get; init; } = [];
}

/// <summary>One submission to one desk.</summary>
[GenerateSerializer, Immutable, Alias("case.attempt.v1")]
public sealed record AttemptView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required int Number { get; init; }
    [Id(2)] public required string Desk { get; init; }
    [Id(3)] public required string Channel { get; init; }
    [Id(4)] public required string State { get; init; }
    [Id(5)] public required string LetterKind { get; init; }
    [Id(6)] public required string LetterHash { get; init; }
    [Id(7)] public IReadOnlyList<string> EvidenceIds { get; init; } = [];
    [Id(8)] public string? LegalGround { get; init; }
    [Id(9)] public bool LawyerConfirmed { get; init; }
    [Id(10)] public bool RightsOwnerBounced { get; init; }
    [Id(11)] public string? OverrideRule { get; init; }
    [Id(12)] public string? OverrideReason { get; init; }
    [Id(13)] public required string Author { get; init; }
    [Id(14)] public required DateTimeOffset DraftedAt { get; init; }
    [Id(15)] public string? ApprovedBy { get; init; }
    [Id(16)] public DateTimeOffset? ApprovedAt { get; init; }
    [Id(17)] public DateTimeOffset? SentAt { get; init; }

    /// <summary>The person who submitted it; the platform itself did not.</summary>
    [Id(18)] public string? SubmittedBy { get; init; }

    [Id(19)] public string? AmazonReference { get; init; }
    [Id(20)] public string? SubmissionProof { get; init; }
    [Id(21)] public DateTimeOffset? AnsweredAt { get; init; }
    [Id(22)] public string? Answer { get; init; }
}

/// <summary>A message received about the case.</summary>
[GenerateSerializer, Immutable, Alias("case.reply-received.v1")]
public sealed record ReplyView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public int? AttemptNumber { get; init; }
    [Id(2)] public string? Desk { get; init; }
    [Id(3)] public required string From { get; init; }
    [Id(4)] public required string Kind { get; init; }
    [Id(5)] public required string Authority { get; init; }
    [Id(6)] public required string TextHash { get; init; }
    [Id(7)] public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>One line of the evidence checklist.</summary>
[GenerateSerializer, Immutable, Alias("case.checklist-line.v1")]
public sealed record ChecklistView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string State { get; init; }
    [Id(2)] public string? EvidenceId { get; init; }
    [Id(3)] public string? Reason { get; init; }
}

/// <summary>A deadline or expectation of the case.</summary>
[GenerateSerializer, Immutable, Alias("case.clock.v1")]
public sealed record ClockView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Purpose { get; init; }
    [Id(2)] public required DateTimeOffset StartedAt { get; init; }
    [Id(3)] public required DateTimeOffset DueAt { get; init; }
    [Id(4)] public required string Source { get; init; }
}

/// <summary>The next move: what, by whom, until when.</summary>
[GenerateSerializer, Immutable, Alias("case.next-action.v1")]
public sealed record NextActionView
{
    [Id(0)] public required string Kind { get; init; }
    [Id(1)] public string? Question { get; init; }
    [Id(2)] public string? Addressee { get; init; }
    [Id(3)] public required DateTimeOffset DueAt { get; init; }
}

/// <summary>One finding of the letter lint.</summary>
[GenerateSerializer, Immutable, Alias("case.letter-finding.v1")]
public sealed record LetterFinding
{
    [Id(0)] public required string Rule { get; init; }

    /// <summary><c>error</c> blocks sending, <c>warning</c> does not.</summary>
    [Id(1)] public required string Severity { get; init; }

    [Id(2)] public required int Start { get; init; }
    [Id(3)] public required int Length { get; init; }
    [Id(4)] public required string Span { get; init; }
    [Id(5)] public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}

/// <summary>What could be done now.</summary>
[GenerateSerializer, Immutable, Alias("case.advice.v1")]
public sealed record CaseAdvice
{
    [Id(0)] public IReadOnlyList<MoveView> Moves { get; init; } = [];
    [Id(1)] public IReadOnlyList<LadderStepView> Ladder { get; init; } = [];
}

/// <summary>One move, with the refusal it would meet.</summary>
[GenerateSerializer, Immutable, Alias("case.move.v1")]
public sealed record MoveView
{
    /// <summary>The command's name, such as <c>draft-attempt</c> or <c>resolve</c>.</summary>
    [Id(0)] public required string Move { get; init; }

    [Id(1)] public string? Desk { get; init; }
    [Id(2)] public int? AttemptNumber { get; init; }
    [Id(3)] public RefusalView? Refusal { get; init; }

    /// <summary>For resolving: the outcome.</summary>
    [Id(4)] public string? Outcome { get; init; }
}

/// <summary>One rung of the ladder with what is met and what is missing.</summary>
[GenerateSerializer, Immutable, Alias("case.ladder-step.v1")]
public sealed record LadderStepView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Desk { get; init; }
    [Id(2)] public required bool IsCurrent { get; init; }
    [Id(3)] public IReadOnlyList<PreconditionView> Needs { get; init; } = [];
    [Id(4)] public RefusalView? Refusal { get; init; }
}

/// <summary>A precondition: met, missing, or for a person to judge (null).</summary>
[GenerateSerializer, Immutable, Alias("case.precondition.v1")]
public sealed record PreconditionView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public bool? IsMet { get; init; }
}
