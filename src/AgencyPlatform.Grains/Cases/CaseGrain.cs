using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Grains.Accounts;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Playbooks;
using AgencyPlatform.Grains.Sla;
using Orleans.Runtime;

namespace AgencyPlatform.Grains.Cases;

[GrainType("case")]
internal sealed partial class CaseGrain : Grain, ICaseGrain
{
    private readonly Journal<CaseRecord, SellerCase, CaseEvent> journal;
    private readonly IPlaybookLibrary playbooks;
    private readonly ILetterArchive letters;
    private readonly ISlaLibrary plans;
    private readonly TimeProvider time;

    public CaseGrain(
        [PersistentState("case", GrainStore.Name)] IPersistentState<CaseRecord> store,
        IGrainContext context, ICommandReplies replies, TimeProvider time, IPlaybookLibrary playbooks, ILetterArchive letters, ISlaLibrary plans)
    {
        journal = new(store, context, replies, time, CaseFold.Fold);
        this.playbooks = playbooks;
        this.letters = letters;
        this.plans = plans;
        this.time = time;
    }

    private TenantKey Key => TenantKey.Of(this.GetPrimaryKeyString());

    public async Task<CaseView?> Describe(CancellationToken cancellationToken) =>
        journal.State is { } current ? current.View(journal.Version, await Promising(time.GetUtcNow(), cancellationToken)) : null;

    public Task<CaseReply> ChangeCategory(ChangeCategory command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => CaseRules.ChangeCategory(c, command.CategoryId, command.Reason, context), cancellationToken);

    public Task<CaseReply> ConfirmAdvice(ConfirmAdvice command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => CaseRules.ConfirmAdvice(c, command.Reason, context), cancellationToken);

    public Task<CaseReply> MarkEvidence(MarkEvidence command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => Wire.TryRead<ChecklistState>(command.State, out var state)
            ? CaseRules.MarkEvidence(c, new ChecklistLine(command.LineId, state, command.EvidenceId, command.Reason), context)
            : Decision<CaseEvent>.No("evidence.state-invalid", ("state", command.State)), cancellationToken);

    public Task<CaseReply> PlanNextAction(PlanNextAction command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => CaseRules.PlanNextAction(c, new NextAction(command.Kind, command.Question, command.Addressee, command.DueAt), context), cancellationToken);

    public Task<CaseReply> RecordRetraction(RecordRetraction command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => Wire.TryRead<RetractionStatus>(command.Status, out var status)
            ? CaseRules.RecordRetraction(c, status, command.Reference, context)
            : Decision<CaseEvent>.No("retraction.status-invalid", ("status", command.Status)), cancellationToken);

    public Task<CaseReply> AddNote(AddNote command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => CaseRules.AddNote(c, command.Text, context), cancellationToken);

    public Task<CaseReply> Resolve(ResolveCase command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => (Wire.TryRead<Outcome>(command.Outcome, out var outcome), Proof(command)) switch
        {
            (false, _) => Decision<CaseEvent>.No("case.outcome-invalid", ("outcome", command.Outcome)),
            (_, (false, _)) => Decision<CaseEvent>.No("case.proof-kind-invalid", ("kind", command.ProofKind!)),
            (true, var (_, proof)) => CaseRules.Resolve(c, outcome, proof, context),
        }, cancellationToken);

    public Task<CaseReply> Reopen(ReopenCase command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => CaseRules.Reopen(c, command.Reason, context), cancellationToken);

    public async Task<CaseAdvice?> Advise(ActorInfo actor, CancellationToken cancellationToken)
    {
        if (journal.State is not { } current) { return null; }
        var context = new CaseContext((await playbooks.Version(current.Playbook.Hash, cancellationToken)).Playbook, actor.Actor(), time.GetUtcNow());
        var moves = CaseRules.Moves(current, await Standing(current, cancellationToken), context);
        return new CaseAdvice
        {
            Moves = [.. moves.Select(m => new MoveView
            {
                Move = m.Kind,
                Desk = m.Desk,
                AttemptNumber = m.AttemptNumber,
                Refusal = m.Refusal?.View(),
                Outcome = m.Outcome is { } outcome ? Wire.Name(outcome) : null,
            })],
            Ladder = [.. moves.Where(m => m.Step is not null).Select(m => new LadderStepView
            {
                Id = m.Step!.Id,
                Desk = m.Step.Desk,
                IsCurrent = m.IsSuggested,
                Needs = [.. (m.Needs ?? []).Select(n => new PreconditionView { Id = n.Precondition.Id, IsMet = n.IsMet })],
                Refusal = m.Refusal?.View(),
            })],
        };
    }

    private static (bool IsValid, OutcomeProof? Proof) Proof(ResolveCase command) => command.ProofKind is null
        ? (true, null)
        : Wire.TryRead<ProofKind>(command.ProofKind, out var kind) ? (true, new OutcomeProof(kind, command.ProofReference ?? "")) : (false, null);

    /// <summary>Runs a rule over the case with the playbook version that the case started with.</summary>
    private async Task<CaseReply> Run(
        Command command, Func<SellerCase?, CaseContext, Decision<CaseEvent>> decide, CancellationToken cancellationToken,
        int? attemptNumber = null, IReadOnlyList<LetterFinding>? findings = null, Effect[]? kept = null)
    {
        var turn = await Begin(command, cancellationToken);
        return await journal.Run(command, new Turn<SellerCase, CaseEvent, CaseReply>
        {
            Decide = (c, _) => Followed(c, decide(c, turn.Case), turn.Promises),
            Reply = (c, no) => new CaseReply { Refusal = no, Case = c?.View(VersionOf(c), turn.Promises), AttemptNumber = attemptNumber, Findings = findings ?? [] },
            Replayed = reply => reply with { Replayed = true },
            AlsoMake = (c, events) => [.. kept ?? [], .. turn.Effects(c, events)],
        }, cancellationToken);
    }

    /// <summary>What a command finds: the rules' context and the clocks', at the instant at which it happens.</summary>
    private async ValueTask<CaseTurn> Begin(Command command, CancellationToken cancellationToken)
    {
        var at = journal.When(command);
        var promises = await Promising(at, cancellationToken);
        return new CaseTurn(journal.State, new CaseContext(promises.Playbook, command.Actor.Actor(), at), promises);
    }

    private sealed record CaseTurn(SellerCase? Before, CaseContext Case, PromiseContext Promises)
    {
        public IEnumerable<Effect> Effects(SellerCase after, IReadOnlyList<CaseEvent> events) =>
            [.. CaseFold.Terms(after, events), .. CaseFold.News(after, events, Case.Now), .. CaseEffects.Of(Before, after, events, Promises)];
    }

    /// <summary>A state that is not the stored one yet is the one about to be written.</summary>
    private long VersionOf(SellerCase c) => ReferenceEquals(c, journal.State) ? journal.Version : journal.Version + 1;

    private async ValueTask<Playbook> PlaybookOf(SellerCase? current, CancellationToken cancellationToken) =>
        current is null
            ? (await playbooks.Current(Key.Tenant, cancellationToken)).Playbook
            : (await playbooks.Version(current.Playbook.Hash, cancellationToken)).Playbook;

    private ISellerAccountGrain Account(string accountId) => GrainFactory.GetGrain<ISellerAccountGrain>(new TenantKey(Key.Tenant, accountId).ToString());

    private async Task<AccountStanding> Standing(SellerCase current, CancellationToken cancellationToken) =>
        (await Account(current.SellerAccountId).Stand(current.EnforcementId, cancellationToken))?.Standing()
        ?? new AccountStanding(current.EnforcementId, AccountStatus.Normal, []);
}
