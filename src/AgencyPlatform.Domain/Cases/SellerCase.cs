using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Domain.Cases;

/// <summary>One problem of one seller account, from notice to outcome: the current facts that decisions need.</summary>
public sealed record SellerCase
{
    public required string Id { get; init; }

    /// <summary>Readable number, unique in the agency, such as <c>1007-3</c> (third case of account 1007).</summary>
    public required string Number { get; init; }

    public required string SellerAccountId { get; init; }
    public required string ClientId { get; init; }
    public required string EnforcementId { get; init; }
    public required string CategoryId { get; init; }

    /// <summary>Further categories found in the notice.</summary>
    public IReadOnlyList<string> OtherCategoryIds { get; init; } = [];

    /// <summary>The playbook version the case started with and stays on.</summary>
    public required PlaybookReference Playbook { get; init; }

    public required string Kind { get; init; }
    public required string Language { get; init; }

    /// <summary>SHA-256 of the raw notice in the content store; null where the case began without one.</summary>
    public string? NoticeHash { get; init; }

    public string? AmazonReference { get; init; }
    public NoticeEntities Entities { get; init; } = new();
    public CaseStage Stage { get; init; }

    /// <summary>The desk to write to now.</summary>
    public required string Desk { get; init; }

    /// <summary>Index into the category's ladder.</summary>
    public int LadderPosition { get; init; }

    public IReadOnlyList<Attempt> Attempts { get; init; } = [];
    public IReadOnlyList<Reply> Replies { get; init; } = [];
    public IReadOnlyList<ChecklistLine> Checklist { get; init; } = [];

    /// <summary>Deadlines and expectations as the notice and the playbook name them.</summary>
    public IReadOnlyList<CaseClock> Clocks { get; init; } = [];

    /// <summary>The clocks that run, and the broken ones that ran.</summary>
    public IReadOnlyList<SlaClock> Promises { get; init; } = [];

    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    /// <summary>Derived from the clocks whenever they move, for lists and for the due index; null before the first clock.</summary>
    public CaseAttention? Attention { get; init; }

    public CasePriority Priority { get; init; } = CasePriority.Normal;

    /// <summary>IANA zone of the seller account.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The due instant of the last next action that was found to have passed.</summary>
    public DateTimeOffset? PassedActionAt { get; init; }

    public int MessageCount { get; init; }

    /// <summary>What happens next, who does it and when. Never null on an open case (rule R38).</summary>
    public NextAction? NextAction { get; init; }

    public RetractionStatus Retraction { get; init; }

    /// <summary>Set by negative Seller Support information on a suspension; blocks the next Plan of Action until a lead confirms (rule R7).</summary>
    public bool AdviceNeedsConfirmation { get; init; }

    public Outcome? Outcome { get; init; }
    public OutcomeProof? Proof { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public int NoteCount { get; init; }

    /// <summary>Id of an open case that looks like the same problem (same account, same ASIN or complaint id, 30 days).</summary>
    public string? PossibleDuplicateOf { get; init; }

    /// <summary>What webhooks said last; null where none spoke.</summary>
    public HeardStatus? Heard { get; init; }

    public bool IsOpen => Stage != CaseStage.Resolved;
}

/// <summary>Names one version of a playbook; <see cref="Hash"/> is the content hash with the agency's overrides.</summary>
public sealed record PlaybookReference(string Id, string Hash);

/// <summary>Where a case stands.</summary>
public enum CaseStage { Intake, Drafting, Review, Ready, AwaitingClient, AwaitingAmazon, AwaitingRightsOwner, Resolved }

/// <summary>How a case ended.</summary>
public enum Outcome { Reinstated, Retracted, DisputeWon, PartlyReinstated, DeniedFinally, Withdrawn, Duplicate, NotAProblem }

/// <summary>What shows that the outcome is real.</summary>
public enum ProofKind { RightsOwnerDirect, DisputeWon, AmazonMail, AccountStatus, Other }

/// <summary>Evidence of an outcome: its kind and where it can be found (mail id, screenshot hash, Amazon reference).</summary>
public sealed record OutcomeProof(ProofKind Kind, string Reference);

/// <summary>State of an IP complaint's retraction. Only <see cref="DirectFromRightsOwner"/> counts (rule R34).</summary>
public enum RetractionStatus { None, Requested, ForwardedNotValid, DirectFromRightsOwner, Refused }

/// <summary>One submission to one desk. Immutable once sent.</summary>
public sealed record Attempt
{
    public required string Id { get; init; }

    /// <summary>Counts the submissions of the enforcement, over all its cases.</summary>
    public required int Number { get; init; }

    public required string Desk { get; init; }
    public required string Channel { get; init; }
    public required AttemptState State { get; init; }

    /// <summary>Where it goes on an e-mail channel: a row of the dated contact directory (rule R21) or the rights owner's address.</summary>
    public string? Address { get; init; }

    /// <summary><c>poa</c>, <c>dispute</c>, <c>escalation</c>, <c>counter-notice</c>, <c>retraction-request</c>, <c>information-request</c> or <c>catalog-ticket</c>.</summary>
    public required string LetterKind { get; init; }

    /// <summary>SHA-256 of the letter's text.</summary>
    public required string LetterHash { get; init; }

    public IReadOnlyList<string> EvidenceIds { get; init; } = [];
    public string? LegalGround { get; init; }
    public bool LawyerConfirmed { get; init; }
    public bool RightsOwnerBounced { get; init; }
    public RuleOverride? Override { get; init; }

    /// <summary>The person who drafted it.</summary>
    public required string Author { get; init; }

    /// <summary>Persons who revised it; none of them may approve it either.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    /// <summary>Executive letters: hash of the Plan of Action they attach (rule R28).</summary>
    public string? AttachedPlanHash { get; init; }

    /// <summary>Executive letters: numbers of the case's earlier submissions they list (rule R28).</summary>
    public IReadOnlyList<int> EarlierSubmissions { get; init; } = [];

    public required DateTimeOffset DraftedAt { get; init; }
    public string? ApprovedBy { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The person who submitted it; the platform itself sends nothing until the mail channel exists.</summary>
    public string? SubmittedBy { get; init; }

    public string? AmazonReference { get; init; }
    public string? SubmissionProof { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What the answer decided: <c>granted</c>, <c>denied</c>, <c>more-info</c>, <c>none</c>.</summary>
    public string? Answer { get; init; }
}

/// <summary>Life of an attempt.</summary>
public enum AttemptState { Draft, Approved, HandedToClient, Sent, Answered }

/// <summary>A rule set aside on purpose, where the rule allows it, with the reason that the timeline shows.</summary>
public sealed record RuleOverride(string Rule, string Reason);

/// <summary>A message received about the case, with the authority it carries (rules R6–R8, R11, R12).</summary>
public sealed record Reply
{
    public required string Id { get; init; }
    public int? AttemptNumber { get; init; }

    /// <summary>Desk id, or null for the rights owner or others.</summary>
    public string? Desk { get; init; }

    public required string From { get; init; }

    /// <summary>A notice kind (triage) such as <c>more-info-needed</c>, <c>final-denial</c>, <c>reinstated</c>, <c>support-reply</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>none</c>, <c>advisory</c> or <c>deciding</c>.</summary>
    public required string Authority { get; init; }

    /// <summary><c>granted</c>, <c>denied</c>, <c>more-info</c> or <c>none</c>.</summary>
    public string Decision { get; init; } = ReplyDecisions.None;

    public required string TextHash { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>One line of the evidence checklist on a case.</summary>
public sealed record ChecklistLine(string Id, ChecklistState State, string? EvidenceId = null, string? Reason = null);

/// <summary>Life of a checklist line.</summary>
public enum ChecklistState { Missing, Requested, Received, Accepted, Rejected, NotNeeded }

/// <summary>A deadline or expectation that the notice or the playbook names; those of the seller become hard deadlines, which nothing pauses.</summary>
public sealed record CaseClock(string Id, string Purpose, DateTimeOffset StartedAt, DateTimeOffset DueAt, string Source);

/// <summary>The next move: what, by whom, until when.</summary>
/// <param name="Kind"><c>triage</c>, <c>draft</c>, <c>review</c>, <c>send</c>, <c>wait-for-reply</c>, <c>contact-rights-owner</c>, <c>ask-client</c>, <c>ask-colleague</c>, <c>ask-lead</c>, <c>confirm-advice</c>, <c>decide</c>, <c>other</c>.</param>
/// <param name="Question">For questions: what is asked; required for ask-colleague and ask-lead.</param>
/// <param name="Addressee">Member id, or null for whoever works the case.</param>
public sealed record NextAction(string Kind, string? Question, string? Addressee, DateTimeOffset DueAt);

/// <summary>What a case asks for and when: a cache over its clocks.</summary>
/// <param name="DueAt">The next promise to break, or the next action; null on a resolved case.</param>
/// <param name="Metric">What is due then: a metric, or <c>next-action</c>.</param>
/// <param name="IsBreached">A broken promise is still open.</param>
/// <param name="PausedBy">Why clocks stand still, joined by commas.</param>
/// <param name="WakeAt">When the case wants to be woken.</param>
public sealed record CaseAttention(DateTimeOffset? DueAt, string? Metric, bool IsBreached, string? PausedBy, DateTimeOffset? WakeAt);

/// <summary>One step of one clock, as a case's event carries it.</summary>
public sealed record ClockMove
{
    public required string ClockId { get; init; }
    public required string Metric { get; init; }
    public required int Cycle { get; init; }
    public required ClockEvent Event { get; init; }

    /// <summary>For a start: where the clock comes from.</summary>
    public string? Source { get; init; }

    /// <summary>For a start within history that is brought in: nothing due before this fires.</summary>
    public DateTimeOffset? SilentBefore { get; init; }
}

/// <summary>A message or call between agency and client; its text lies in the content store.</summary>
public sealed record CaseMessage
{
    public required string Id { get; init; }
    public required MessageDirection Direction { get; init; }
    public required MessageKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? TextHash { get; init; }

    /// <summary>False for a "thank you" that a person marked so, with <see cref="NoReplyReason"/>.</summary>
    public bool NeedsReply { get; init; } = true;

    public string? NoReplyReason { get; init; }

    public bool IsFromPerson => Kind is MessageKind.Human or MessageKind.Call;
}

public enum MessageDirection { FromClient, ToClient }

/// <summary>What a message is; only <see cref="Human"/> and <see cref="Call"/> are words of a person.</summary>
public enum MessageKind { Human, Call, AutoReply, Bounce, Macro, System, Imported }
