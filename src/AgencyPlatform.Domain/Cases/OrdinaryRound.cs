using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Domain.Cases;

/// <summary>The ordinary appeal round of an enforcement, which executive levels require (R26, R28, R29).</summary>
/// <param name="IsFinished">A submission to an ordinary desk was answered or is overdue.</param>
/// <param name="HasPlan">A Plan of Action or a dispute was submitted.</param>
/// <param name="LastSentAt">The latest ordinary submission.</param>
/// <param name="FinishesAt">When the latest submission will be overdue.</param>
internal sealed record OrdinaryRound(bool IsFinished, bool HasPlan, DateTimeOffset? LastSentAt, DateTimeOffset? FinishesAt)
{
    /// <summary>R29: the day or two that the answer to a Plan of Action takes.</summary>
    public static readonly TimeSpan LeastAge = TimeSpan.FromDays(2);

    private static readonly string[] OrdinaryKinds =
        [LetterKinds.PlanOfAction, LetterKinds.Dispute, LetterKinds.CounterNotice, LetterKinds.CatalogTicket];

    public static OrdinaryRound Of(SellerCase current, AccountStanding standing, Playbook playbook, DateTimeOffset now)
    {
        var own = current.Attempts
            .Where(a => a.SentAt is not null)
            .Select(a => new Submitted(a.Desk, a.LetterKind, a.SentAt!.Value, a.State == AttemptState.Answered));
        var ofSiblings = standing.Contacts
            .Where(c => c.EnforcementId == current.EnforcementId && c.CaseId != current.Id && c.State == GrantState.Confirmed)
            .Select(c => new Submitted(c.Desk, c.LetterKind, c.At, !c.IsOpen));

        var round = (
            from submitted in own.Concat(ofSiblings)
            let desk = playbook.Desks.GetValueOrDefault(submitted.Desk)
            where desk is { IsExecutive: false } && IsOrdinary(desk, submitted.LetterKind)
            let due = ReplyTimes.ReplyDue(desk, submitted.At)
            orderby submitted.At
            select (submitted, due, isFinished: submitted.IsAnswered || due <= now, isPlan: submitted.LetterKind is not LetterKinds.CatalogTicket)).ToArray();

        return new OrdinaryRound(
            round.Any(r => r.isFinished),
            round.Any(r => r.isPlan),
            round.Length == 0 ? null : round[^1].submitted.At,
            round.Length == 0 ? null : round[^1].due);
    }

    // A contact of a sibling case may not know its letter; a letter to a desk that decides was then an appeal.
    private static bool IsOrdinary(Desk desk, string? letterKind) =>
        letterKind is null ? desk.Authority == DeskAuthority.Deciding : OrdinaryKinds.Contains(letterKind);

    private sealed record Submitted(string Desk, string? LetterKind, DateTimeOffset At, bool IsAnswered);
}
