using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What could be done now, and what stands in the way of the rest.</summary>
public static partial class CaseRules
{
    private static readonly string[] SideSteps = [DeskIds.RightsOwner, DeskIds.AccountHealthSupport, DeskIds.SellerSupport];

    /// <summary>Every move with its refusal, by the very rules that decide it; what a form still asks for (letter, proof) is taken as given.</summary>
    public static IReadOnlyList<CaseMove> Moves(SellerCase current, AccountStanding standing, CaseContext context) =>
    [
        .. Rungs(current, standing, context),
        .. Beside(current, standing, context),
        .. current.Attempts.Where(a => a.SentAt is null).SelectMany(a => OnAttempt(current, a, standing, context)),
        .. OnCase(current, context),
    ];

    private static IEnumerable<CaseMove> Rungs(SellerCase current, AccountStanding standing, CaseContext context) =>
        CategoryOf(current, context.Playbook) is not { } category ? [] :
        from rung in Ladders.Offered(category)
        select new CaseMove(
            CaseMoves.Draft,
            CheckDraft(current, rung.Step.Desk, standing, context),
            rung.Step.Desk,
            rung.Step,
            Needs: [.. rung.Step.Needs.Select(need => new PreconditionState(need, Preconditions.IsMet(need, rung.Step.Desk, current, standing, context)))],
            IsSuggested: rung.Position == current.LadderPosition);

    private static IEnumerable<CaseMove> Beside(SellerCase current, AccountStanding standing, CaseContext context) =>
        from desk in SideSteps
        where context.Playbook.Desks.ContainsKey(desk)
            && CategoryOf(current, context.Playbook)?.Ladder.All(step => step.Desk != desk) == true
        let refusal = CheckDraft(current, desk, standing, context)
        // A side step that does not belong to the case at all is not worth a dead button.
        where refusal is not { Code: RefusalCodes.Attempts.DeskNotCompetent } || desk == DeskIds.SellerSupport
        select new CaseMove(CaseMoves.Draft, refusal, desk);

    private static Refusal? CheckDraft(SellerCase current, string desk, AccountStanding standing, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return shut; }
        var channels = context.Playbook.Desks.GetValueOrDefault(desk)?.Channels ?? [];
        var refusals = (channels.Count == 0 ? [Channels.Portal] : channels)
            .Where(channel => desk != DeskIds.SellerPerformance || channel != Channels.Phone)
            .Select(channel => CheckAttempt(current, Imagined(current, desk, channel, context), standing, context))
            .ToArray();
        return refusals.Contains(null) ? null : refusals.FirstOrDefault();
    }

    private static Attempt Imagined(SellerCase current, string desk, string channel, CaseContext context) => Compose(
        current,
        new AttemptRequest
        {
            AttemptId = "", Number = 0, Desk = desk, Channel = channel, LetterHash = "", LetterText = "", LegalGround = "asked for", LawyerConfirmed = true,
        },
        context, "", context.Actor.Person, []);

    private static IEnumerable<CaseMove> OnAttempt(SellerCase current, Attempt attempt, AccountStanding standing, CaseContext context)
    {
        CaseMove Move(string kind, Refusal? refusal) => new(kind, refusal, attempt.Desk, AttemptNumber: attempt.Number);
        var shut = IsShut(current, context.Actor, out var why) ? why : null;

        yield return Move(CaseMoves.Revise, shut);
        if (attempt.State == AttemptState.Draft) { yield return Move(CaseMoves.Approve, shut ?? CheckApproval(attempt, context)); }
        if (attempt.State != AttemptState.HandedToClient) { yield return Move(CaseMoves.HandToClient, shut ?? CheckReady(attempt)); }
        yield return Move(CaseMoves.Send, CheckSend(current, attempt.Number, standing, context));
    }

    private static IEnumerable<CaseMove> OnCase(SellerCase current, CaseContext context)
    {
        var shut = IsShut(current, context.Actor, out var why) ? why : null;
        if (current.AdviceNeedsConfirmation) { yield return new CaseMove(CaseMoves.ConfirmAdvice, Why(ConfirmAdvice(current, "given", context))); }
        if (IsIp(CategoryOf(current, context.Playbook))) { yield return new CaseMove(CaseMoves.RecordRetraction, shut); }
        yield return new CaseMove(CaseMoves.ChangeCategory, shut);
        yield return new CaseMove(CaseMoves.PlanNextAction, shut);
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            yield return new CaseMove(CaseMoves.Resolve, CheckResolve(current, outcome, context), Outcome: outcome);
        }
        yield return new CaseMove(CaseMoves.Reopen, Why(Reopen(current, "given", context)));
    }

    /// <summary>An outcome is possible where some proof would show it.</summary>
    private static Refusal? CheckResolve(SellerCase current, Outcome outcome, CaseContext context)
    {
        var answers = Enum.GetValues<ProofKind>().Select(kind => Why(Resolve(current, outcome, new OutcomeProof(kind, "given"), context))).ToArray();
        return answers.Contains(null) ? null : answers[0];
    }

    private static Refusal? Why(Decision<CaseEvent> decision) => decision is Decision<CaseEvent>.Refused { Reason: var reason } ? reason : null;
}
