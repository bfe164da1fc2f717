using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Tenancy;
using Orleans.Concurrency;

namespace AgencyPlatform.Contracts.Cases;

/// <summary>One case. Key: <c>{tenant}/{case}</c>.</summary>
[Alias("case"), GrainInterfaceType("case")]
public interface ICaseGrain : ITenantGrain
{
    /// <summary>Triages the notice, joins the account's enforcement and opens the case.</summary>
    [Alias("open")] Task<CaseReply> Open(OpenCase command, CancellationToken cancellationToken = default);

    [Alias("change-category")] Task<CaseReply> ChangeCategory(ChangeCategory command, CancellationToken cancellationToken = default);
    [Alias("draft-attempt")] Task<CaseReply> DraftAttempt(DraftAttempt command, CancellationToken cancellationToken = default);
    [Alias("revise-attempt")] Task<CaseReply> ReviseAttempt(ReviseAttempt command, CancellationToken cancellationToken = default);
    [Alias("approve-attempt")] Task<CaseReply> ApproveAttempt(ApproveAttempt command, CancellationToken cancellationToken = default);
    [Alias("hand-to-client")] Task<CaseReply> HandToClient(HandToClient command, CancellationToken cancellationToken = default);

    /// <summary>Spends the account's budget and chances, then records that a named person submitted the attempt.</summary>
    [Alias("send-attempt")] Task<CaseReply> SendAttempt(SendAttempt command, CancellationToken cancellationToken = default);

    [Alias("record-reply")] Task<CaseReply> RecordReply(RecordReply command, CancellationToken cancellationToken = default);
    [Alias("confirm-advice")] Task<CaseReply> ConfirmAdvice(ConfirmAdvice command, CancellationToken cancellationToken = default);
    [Alias("mark-evidence")] Task<CaseReply> MarkEvidence(MarkEvidence command, CancellationToken cancellationToken = default);
    [Alias("plan-next-action")] Task<CaseReply> PlanNextAction(PlanNextAction command, CancellationToken cancellationToken = default);
    [Alias("record-retraction")] Task<CaseReply> RecordRetraction(RecordRetraction command, CancellationToken cancellationToken = default);
    [Alias("add-note")] Task<CaseReply> AddNote(AddNote command, CancellationToken cancellationToken = default);
    [Alias("resolve")] Task<CaseReply> Resolve(ResolveCase command, CancellationToken cancellationToken = default);
    [Alias("reopen")] Task<CaseReply> Reopen(ReopenCase command, CancellationToken cancellationToken = default);

    /// <summary>Running clocks get the budget of the new priority; time already used stays used.</summary>
    [Alias("set-priority")] Task<CaseReply> SetPriority(SetPriority command, CancellationToken cancellationToken = default);

    /// <summary>Records words between agency and client, which is what response clocks measure.</summary>
    [Alias("record-message")] Task<CaseReply> RecordMessage(RecordMessage command, CancellationToken cancellationToken = default);

    [Alias("explain-breach")] Task<CaseReply> ExplainBreach(ExplainBreach command, CancellationToken cancellationToken = default);

    /// <summary>Acknowledges or snoozes an escalation.</summary>
    [Alias("hold-escalation")] Task<CaseReply> HoldEscalation(HoldEscalation command, CancellationToken cancellationToken = default);

    /// <summary>Brings the agency's edited plan to the running clocks.</summary>
    [Alias("apply-plan")] Task<CaseReply> ApplyPlan(ApplyPlan command, CancellationToken cancellationToken = default);

    /// <summary>Why a clock is due when it is: what was counted and what was not.</summary>
    [Alias("explain-clock"), ReadOnly] Task<ClockExplanation?> ExplainClock(string clockId, CancellationToken cancellationToken = default);

    /// <summary>What an edited plan would do to the running clocks under a choice; changes nothing.</summary>
    [Alias("preview-plan"), ReadOnly] Task<IReadOnlyList<PlanEffectView>> PreviewPlan(PlanPreview preview, CancellationToken cancellationToken = default);

    /// <summary>Takes what a webhook says about the case. Safe to repeat; a late event is kept and moves nothing.</summary>
    [Alias("apply-status")] Task<CaseEventReply> ApplyStatus(ApplyStatus command, CancellationToken cancellationToken = default);

    /// <summary>Keeps news of Amazon's on the timeline; a person decides what follows. Once per source.</summary>
    [Alias("hear-news")] Task<CaseEventReply> HearNews(HearNews command, CancellationToken cancellationToken = default);

    /// <summary>The case as it stands, or null where there is none.</summary>
    [Alias("describe"), ReadOnly] Task<CaseView?> Describe(CancellationToken cancellationToken = default);

    /// <summary>What could be done now: every move with its refusal, every ladder step with what it still needs.</summary>
    [Alias("advise"), ReadOnly] Task<CaseAdvice?> Advise(ActorInfo actor, CancellationToken cancellationToken = default);

    /// <summary>What the letter lint says about an attempt that is not sent yet, so that its approver sees what its author saw.</summary>
    [Alias("check-letter"), ReadOnly] Task<IReadOnlyList<LetterFinding>> CheckLetter(int number, CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks at every clock and ladder of the case with the instant of <see cref="Command.OccurredAt"/>, which is the database's, and
    /// does what is due: each firing once for ever. Waking twice, early or on two silos changes nothing.
    /// </summary>
    [Alias("wake")] Task<WakeReply> Wake(WakeCase command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Settles a reservation that was made a while ago: confirmed where its attempt was sent, released where it was not. Decided in
    /// the case's own turn, so that no submission can slip in between. Safe to repeat.
    /// </summary>
    [Alias("check-grant")] Task<AccountReply> CheckGrant(CheckGrant command, CancellationToken cancellationToken = default);
}

/// <summary>Either the case after the command, or why the command was refused.</summary>
[GenerateSerializer, Immutable, Alias("case.reply.v1")]
public sealed record CaseReply
{
    [Id(0)] public RefusalView? Refusal { get; init; }
    [Id(1)] public CaseView? Case { get; init; }

    /// <summary>The attempt the command was about, if any.</summary>
    [Id(2)] public int? AttemptNumber { get; init; }

    /// <summary>True where this is the stored answer of an earlier run of the same command.</summary>
    [Id(3)] public bool Replayed { get; init; }

    /// <summary>Findings of the letter lint, for drafted and revised attempts.</summary>
    [Id(4)] public IReadOnlyList<LetterFinding> Findings { get; init; } = [];
}
