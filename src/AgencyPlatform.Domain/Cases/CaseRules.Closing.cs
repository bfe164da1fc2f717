using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Ends of a case. What claims to be solved is shown to be solved.</summary>
public static partial class CaseRules
{
    private static readonly Outcome[] Solved = [Outcome.Reinstated, Outcome.Retracted, Outcome.DisputeWon, Outcome.PartlyReinstated];

    public static Decision<CaseEvent> Resolve(SellerCase? current, Outcome outcome, OutcomeProof? proof, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (CheckOutcome(current, outcome, proof, context) is { } no) { return No(no); }
        var learnsRetraction = proof?.Kind == ProofKind.RightsOwnerDirect && current.Retraction != RetractionStatus.DirectFromRightsOwner;
        return Yes([
            .. learnsRetraction ? (CaseEvent[])[new RetractionRecorded(RetractionStatus.DirectFromRightsOwner, proof!.Reference)] : [],
            new CaseResolved(outcome, proof),
            new StageChanged(CaseStage.Resolved),
        ]);
    }

    public static Decision<CaseEvent> Reopen(SellerCase? current, string reason, CaseContext context)
    {
        if (IsMissing(current, context.Actor, out var missing)) { return No(missing); }
        if (current.IsOpen) { return No(RefusalCodes.Cases.NotResolved); }
        return string.IsNullOrWhiteSpace(reason)
            ? No(RefusalCodes.Cases.ReasonMissing)
            : Yes([new CaseReopened(reason, current.Desk), new StageChanged(CaseStage.Drafting), .. Resume(current, context)]);
    }

    private static Refusal? CheckOutcome(SellerCase current, Outcome outcome, OutcomeProof? proof, CaseContext context)
    {
        var category = CategoryOf(current, context.Playbook);
        if (proof is { Reference: var reference } && string.IsNullOrWhiteSpace(reference)) { proof = null; }
        if (IsIp(category)) { return CheckIpOutcome(current, outcome, proof, context.Actor); }
        if (Solved.Contains(outcome)) { return CheckSolved(current, outcome, proof, category); }
        return CheckEnding(current, outcome, proof);
    }

    /// <summary>
    /// R33–R35, I5: an IP case is solved by the owner's direct word to Amazon, a won dispute or Amazon's own mail; promises and
    /// removed stock solve nothing. Giving it up, or closing a duplicate, claims no solution and is a lead's word.
    /// </summary>
    private static Refusal? CheckIpOutcome(SellerCase current, Outcome outcome, OutcomeProof? proof, Actor actor)
    {
        if (!Solved.Contains(outcome) && outcome != Outcome.NotAProblem)
        {
            return actor.IsLead ? CheckEnding(current, outcome, proof) : Refusal.Of(RefusalCodes.Cases.LeadNeeded);
        }
        var isShown = (outcome, proof?.Kind) switch
        {
            (Outcome.NotAProblem, _) => false,
            (Outcome.Retracted or Outcome.Reinstated or Outcome.PartlyReinstated, ProofKind.RightsOwnerDirect) => current.Retraction != RetractionStatus.ForwardedNotValid,
            (Outcome.DisputeWon or Outcome.Reinstated or Outcome.PartlyReinstated, ProofKind.DisputeWon) => true,
            (_, ProofKind.AmazonMail) => !IsOfNoWeight(current, proof),
            _ => false,
        };
        return isShown ? null : Refusal.Of(RefusalCodes.Cases.IpNeedsRetraction,
            ("retraction", current.Retraction.ToString()), ("outcome", outcome.ToString()));
    }

    private static Refusal? CheckSolved(SellerCase current, Outcome outcome, OutcomeProof? proof, Category? category)
    {
        if (outcome is Outcome.Retracted or Outcome.DisputeWon)
        {
            return Refusal.Of(RefusalCodes.Cases.OutcomeNotForCategory, ("outcome", outcome.ToString()), ("category", current.CategoryId));
        }
        if (proof is null) { return Refusal.Of(RefusalCodes.Cases.ProofMissing, ("outcome", outcome.ToString())); }

        // R6, R12: a policy case ends by the word of a desk that decides, not by advice.
        var isDecided = proof.Kind is ProofKind.AmazonMail or ProofKind.AccountStatus && !IsOfNoWeight(current, proof);
        return category?.IsEnforcement == true && !isDecided
            ? Refusal.Of(RefusalCodes.Cases.ProofNotDeciding, ("proof", proof.Kind.ToString()))
            : null;
    }

    private static Refusal? CheckEnding(SellerCase current, Outcome outcome, OutcomeProof? proof) => outcome switch
    {
        Outcome.DeniedFinally when proof is null && current.Replies.All(r => r.Decision != ReplyDecisions.Denied) => Refusal.Of(RefusalCodes.Cases.DenialMissing),
        Outcome.Duplicate when proof is null && current.PossibleDuplicateOf is null => Refusal.Of(RefusalCodes.Cases.DuplicateOfMissing),
        _ => null,
    };

    private static bool IsOfNoWeight(SellerCase current, OutcomeProof? proof) =>
        current.Replies.Any(r => (r.Id == proof?.Reference || r.TextHash == proof?.Reference) && r.Authority != ReplyAuthorities.Deciding);
}
