using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Something that could be done now; where it is refused, the page shows the reason on the button.</summary>
/// <param name="Kind">One of <see cref="CaseMoves"/>.</param>
/// <param name="Desk">For drafts: the desk to write to.</param>
/// <param name="Step">For drafts: the rung of the ladder, null for a side step.</param>
/// <param name="AttemptNumber">For moves on an attempt.</param>
/// <param name="Outcome">For resolving.</param>
/// <param name="Needs">The rung's preconditions, each met, missing, or for a person to judge.</param>
/// <param name="IsSuggested">True for the rung the case stands on.</param>
public sealed record CaseMove(
    string Kind,
    Refusal? Refusal,
    string? Desk = null,
    LadderStep? Step = null,
    int? AttemptNumber = null,
    Outcome? Outcome = null,
    IReadOnlyList<PreconditionState>? Needs = null,
    bool IsSuggested = false)
{
    public bool IsAllowed => Refusal is null;
}

/// <summary>A precondition on this case; <see cref="IsMet"/> null: a person judges.</summary>
public sealed record PreconditionState(Precondition Precondition, bool? IsMet);

/// <summary>The kinds of move.</summary>
public static class CaseMoves
{
    public const string Draft = "draft";
    public const string Revise = "revise";
    public const string Approve = "approve";
    public const string HandToClient = "hand-to-client";
    public const string Send = "send";
    public const string ConfirmAdvice = "confirm-advice";
    public const string RecordRetraction = "record-retraction";
    public const string ChangeCategory = "change-category";
    public const string PlanNextAction = "plan-next-action";
    public const string Resolve = "resolve";
    public const string Reopen = "reopen";
}
