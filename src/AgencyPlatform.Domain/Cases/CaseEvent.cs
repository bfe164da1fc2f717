using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What happened to a case. Each event is one timeline row; names and fields are stable data.</summary>
public abstract record CaseEvent;

public sealed record CaseOpened : CaseEvent
{
    public required string CaseId { get; init; }
    public required string Number { get; init; }
    public required string SellerAccountId { get; init; }
    public required string ClientId { get; init; }
    public required string EnforcementId { get; init; }
    public required string CategoryId { get; init; }
    public IReadOnlyList<string> OtherCategoryIds { get; init; } = [];
    public required PlaybookReference Playbook { get; init; }
    public required string Kind { get; init; }
    public required string Language { get; init; }
    public string? NoticeHash { get; init; }
    public string? AmazonReference { get; init; }
    public NoticeEntities Entities { get; init; } = new();
    public required string Desk { get; init; }
    public required int LadderPosition { get; init; }
    public IReadOnlyList<ChecklistLine> Checklist { get; init; } = [];
    public IReadOnlyList<CaseClock> Clocks { get; init; } = [];
    public string? PossibleDuplicateOf { get; init; }

    /// <summary>IANA zone of the seller account.</summary>
    public string TimeZone { get; init; } = "UTC";
}

public sealed record CategoryChanged(string CategoryId, string Desk, int LadderPosition, IReadOnlyList<ChecklistLine> Checklist, string Reason) : CaseEvent;

public sealed record AttemptDrafted(Attempt Attempt) : CaseEvent;

/// <summary>The draft's content changed; an approval given before is void.</summary>
public sealed record AttemptRevised(Attempt Attempt) : CaseEvent;

public sealed record RuleOverridden(int AttemptNumber, string Rule, string Reason) : CaseEvent;

public sealed record AttemptApproved(int Number, string ApprovedBy, string LetterHash) : CaseEvent;

public sealed record AttemptHandedToClient(int Number) : CaseEvent;

/// <summary>A named person submitted the attempt. <see cref="GrantId"/> is the account's grant that paid for it.</summary>
public sealed record AttemptSent(int Number, string Desk, string GrantId, string SubmittedBy, string? AmazonReference, string? Proof) : CaseEvent;

/// <param name="Decision"><c>granted</c>, <c>denied</c>, <c>more-info</c> or <c>none</c>.</param>
/// <param name="AnswersAttempt">True where the reply closes the attempt of <see cref="Reply.AttemptNumber"/>; its grant is then answered on the account.</param>
public sealed record ReplyReceived(Reply Reply, string Decision, bool AnswersAttempt = false) : CaseEvent;

/// <summary>Seller Support said something negative about a suspension: do not act on this alone (rule R7).</summary>
public sealed record NegativeAdviceRaised(string ReplyId) : CaseEvent;

public sealed record AdviceConfirmed(string By, string Reason) : CaseEvent;

public sealed record LadderMoved(int Position, string Desk, string Rule) : CaseEvent;

public sealed record EvidenceMarked(ChecklistLine Line) : CaseEvent;

public sealed record NextActionPlanned(NextAction Action) : CaseEvent;

public sealed record RetractionRecorded(RetractionStatus Status, string Reference) : CaseEvent;

public sealed record StageChanged(CaseStage Stage) : CaseEvent;

/// <summary>A note of the agency; it can never leave the agency.</summary>
public sealed record NoteAdded(string Text) : CaseEvent;

public sealed record CaseResolved(Outcome Outcome, OutcomeProof? Proof) : CaseEvent;

public sealed record CaseReopened(string Reason, string Desk) : CaseEvent;

public sealed record PrioritySet(CasePriority Priority, string? Reason) : CaseEvent;

/// <summary>Words between agency and client.</summary>
public sealed record MessageRecorded(CaseMessage Message) : CaseEvent;

/// <summary>The plan in force was edited, and its owner chose that running clocks follow.</summary>
public sealed record PlanApplied(PlanReference Plan, PlanChoice Choice) : CaseEvent;

/// <summary>Clocks started, stood still, went on or ended.</summary>
/// <param name="Tzdb">The version of the time zone data in use, so that a due instant can be computed again.</param>
/// <param name="Attention">What the case asks for after these moves.</param>
public sealed record ClocksMoved(IReadOnlyList<ClockMove> Moves, string Tzdb, CaseAttention Attention) : CaseEvent;

/// <summary>A warning or breach of one clock; what was missed together is told together.</summary>
public sealed record ClockFired(string ClockId, int Cycle, IReadOnlyList<Firing> Firings) : CaseEvent;

/// <summary>A due instant moved although nothing happened to the clock, as after new time zone data.</summary>
/// <param name="ArmedAt">What the due index held.</param>
public sealed record ClocksRecounted(DateTimeOffset? ArmedAt, string Tzdb, CaseAttention Attention) : CaseEvent;

/// <summary>A ladder began, called somebody, was held or ended.</summary>
/// <param name="What"><c>started</c>, <c>called</c>, <c>acknowledged</c>, <c>snoozed</c> or <c>ended</c>.</param>
/// <param name="Calls">The calls this event made.</param>
/// <param name="Gaps">Those of them that reached nobody.</param>
public sealed record EscalationChanged(Escalation Escalation, string What, IReadOnlyList<EscalationCall> Calls, IReadOnlyList<EscalationGap> Gaps) : CaseEvent;

/// <summary>R38: the planned next action has passed and nobody planned another.</summary>
public sealed record NextActionPassed(DateTimeOffset DueAt, string Kind, string? Addressee) : CaseEvent;

public sealed record BreachExplained(string ClockId, int Cycle, BreachReason Reason) : CaseEvent;
