namespace AgencyPlatform.Contracts.Cases;

[GenerateSerializer, Immutable, Alias("case.open.v1")]
public sealed record OpenCase : Command
{
    [Id(0)] public required string SellerAccountId { get; init; }

    /// <summary>Raw text of the notice; its bytes already lie in the content store under <see cref="NoticeHash"/>.</summary>
    [Id(1)] public string? NoticeText { get; init; }

    [Id(2)] public string? NoticeHash { get; init; }

    /// <summary>Chosen by a person; wins over what triage finds.</summary>
    [Id(3)] public string? CategoryId { get; init; }

    [Id(4)] public string? AmazonReference { get; init; }
    [Id(5)] public string? EnforcementId { get; init; }

    /// <summary>Items known beside the notice, such as from Amazon's notifications.</summary>
    [Id(6)] public IReadOnlyList<string> Asins { get; init; } = [];
}

[GenerateSerializer, Immutable, Alias("case.change-category.v1")]
public sealed record ChangeCategory : Command
{
    [Id(0)] public required string CategoryId { get; init; }
    [Id(1)] public required string Reason { get; init; }
}

/// <summary>A letter to one desk. <see cref="AttemptId"/> is made by the caller, so that a repeat is the same attempt.</summary>
[GenerateSerializer, Immutable, Alias("case.draft-attempt.v1")]
public sealed record DraftAttempt : Command
{
    [Id(0)] public required string AttemptId { get; init; }
    [Id(1)] public required string Desk { get; init; }
    [Id(2)] public required string Channel { get; init; }
    [Id(3)] public required string Letter { get; init; }
    [Id(4)] public IReadOnlyList<string> EvidenceIds { get; init; } = [];
    [Id(5)] public string? LetterKind { get; init; }
    [Id(6)] public string? LegalGround { get; init; }
    [Id(7)] public bool LawyerConfirmed { get; init; }
    [Id(8)] public bool RightsOwnerBounced { get; init; }
    [Id(9)] public string? OverrideRule { get; init; }
    [Id(10)] public string? OverrideReason { get; init; }
}

/// <summary>New content for a draft; an approval given before is void.</summary>
[GenerateSerializer, Immutable, Alias("case.revise-attempt.v1")]
public sealed record ReviseAttempt : Command
{
    [Id(0)] public required int Number { get; init; }
    [Id(1)] public required string Letter { get; init; }
    [Id(2)] public IReadOnlyList<string> EvidenceIds { get; init; } = [];
    [Id(3)] public string? LegalGround { get; init; }
    [Id(4)] public bool LawyerConfirmed { get; init; }
    [Id(5)] public bool RightsOwnerBounced { get; init; }
    [Id(6)] public string? OverrideRule { get; init; }
    [Id(7)] public string? OverrideReason { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.approve-attempt.v1")]
public sealed record ApproveAttempt : Command
{
    [Id(0)] public required int Number { get; init; }
}

/// <summary>Prepared by the agency, to be submitted by the client.</summary>
[GenerateSerializer, Immutable, Alias("case.hand-to-client.v1")]
public sealed record HandToClient : Command
{
    [Id(0)] public required int Number { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.send-attempt.v1")]
public sealed record SendAttempt : Command
{
    [Id(0)] public required int Number { get; init; }
    [Id(1)] public string? AmazonReference { get; init; }
    [Id(2)] public string? Proof { get; init; }
}

/// <summary>The account asks what became of the grant it gave an attempt.</summary>
[GenerateSerializer, Immutable, Alias("case.check-grant.v1")]
public sealed record CheckGrant : Command
{
    [Id(0)] public required string SellerAccountId { get; init; }

    /// <summary>The attempt's id, which is the grant's.</summary>
    [Id(1)] public required string GrantId { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.record-reply.v1")]
public sealed record RecordReply : Command
{
    [Id(0)] public required string ReplyId { get; init; }
    [Id(1)] public int? AttemptNumber { get; init; }
    [Id(2)] public required string Text { get; init; }
    [Id(3)] public required string From { get; init; }
    [Id(4)] public required DateTimeOffset ReceivedAt { get; init; }
    [Id(5)] public string? Kind { get; init; }

    /// <summary><c>email</c>, <c>portal</c> or <c>phone</c>; null where unknown. A call is judged by rule R17.</summary>
    [Id(6)] public string? Channel { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.confirm-advice.v1")]
public sealed record ConfirmAdvice : Command
{
    [Id(0)] public required string Reason { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.mark-evidence.v1")]
public sealed record MarkEvidence : Command
{
    [Id(0)] public required string LineId { get; init; }

    /// <summary><c>missing</c>, <c>requested</c>, <c>received</c>, <c>accepted</c>, <c>rejected</c> or <c>not-needed</c>.</summary>
    [Id(1)] public required string State { get; init; }

    [Id(2)] public string? EvidenceId { get; init; }
    [Id(3)] public string? Reason { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.plan-next-action.v1")]
public sealed record PlanNextAction : Command
{
    [Id(0)] public required string Kind { get; init; }
    [Id(1)] public string? Question { get; init; }
    [Id(2)] public string? Addressee { get; init; }
    [Id(3)] public required DateTimeOffset DueAt { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.record-retraction.v1")]
public sealed record RecordRetraction : Command
{
    /// <summary><c>requested</c>, <c>forwarded-not-valid</c>, <c>direct-from-rights-owner</c> or <c>refused</c>.</summary>
    [Id(0)] public required string Status { get; init; }

    [Id(1)] public required string Reference { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.add-note.v1")]
public sealed record AddNote : Command
{
    [Id(0)] public required string Text { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.resolve.v1")]
public sealed record ResolveCase : Command
{
    [Id(0)] public required string Outcome { get; init; }
    [Id(1)] public string? ProofKind { get; init; }
    [Id(2)] public string? ProofReference { get; init; }
}

[GenerateSerializer, Immutable, Alias("case.reopen.v1")]
public sealed record ReopenCase : Command
{
    [Id(0)] public required string Reason { get; init; }
}
