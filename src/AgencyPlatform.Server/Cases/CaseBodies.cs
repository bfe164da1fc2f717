namespace AgencyPlatform.Server.Cases;

internal sealed record OpenCaseBody(string? SellerAccountId, string? NoticeText, string? CategoryId, string? AmazonReference, string? EnforcementId);

/// <summary>A rule to set aside, where the rule allows it, with the reason that the timeline shows.</summary>
internal sealed record OverrideRuleBody(string? Rule, string? Reason);

internal sealed record DraftBody(
    string? Desk, string? Channel, string? Letter, IReadOnlyList<string>? EvidenceIds, string? LetterKind, string? LegalGround,
    bool LawyerConfirmed, bool RightsOwnerBounced, OverrideRuleBody? Override);

internal sealed record ReviseBody(
    string? Letter, IReadOnlyList<string>? EvidenceIds, string? LegalGround, bool LawyerConfirmed, bool RightsOwnerBounced, OverrideRuleBody? Override);

internal sealed record SendBody(string? AmazonReference, string? Proof);

internal sealed record ReplyBody(string? Text, string? From, DateTimeOffset? ReceivedAt, string? Kind);

internal sealed record CaseReplyBody(string? Text, string? From, DateTimeOffset? ReceivedAt, string? Kind, int? AttemptNumber);

internal sealed record NoteBody(string? Text);

internal sealed record ProofBody(string? Kind, string? Reference);

internal sealed record ResolveBody(string? Outcome, ProofBody? Proof);

internal sealed record ReasonBody(string? Reason);

internal sealed record CategoryBody(string? CategoryId, string? Reason);

internal sealed record NextActionBody(string? Kind, string? Question, string? Addressee, DateTimeOffset? DueAt);

internal sealed record RetractionBody(string? Status, string? Reference);

internal sealed record MarkBody(string? State, string? EvidenceId, string? Reason);

internal sealed record PriorityBody(string? Priority, string? Reason);

internal sealed record MessageBody(string? Direction, string? Kind, string? Text, DateTimeOffset? At, string? NoReplyReason);

internal sealed record BreachBody(string? Reason, string? Text, int? Cycle);

internal sealed record HoldBody(string? EscalationId, int? Minutes);
