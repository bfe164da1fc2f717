using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What an executive letter needs besides the one free chance (R21, R23, R26, R28, R29).</summary>
internal static class ExecutiveLetters
{
    // Words by which a letter asks for a more senior eye, in the languages the agency writes to Amazon.
    private static readonly string[] SeniorReviewWords =
        ["senior", "second review", "higher level", "高级", "资深", "上级", "复审", "上位", "leitend", "supérieur"];

    public static Refusal? Check(SellerCase current, Attempt attempt, AccountStanding standing, CaseContext context)
    {
        var round = OrdinaryRound.Of(current, standing, context.Playbook, context.Now);
        if (!round.IsFinished)
        {
            return TooEarly(attempt.Desk, "R26", Latest(round.FinishesAt, round.LastSentAt + OrdinaryRound.LeastAge));
        }
        if (round.LastSentAt + OrdinaryRound.LeastAge > context.Now)
        {
            return TooEarly(attempt.Desk, "R29", round.LastSentAt + OrdinaryRound.LeastAge);
        }
        // R28: its purpose is that somebody senior reads the plan; without one there is nothing to read.
        return attempt.Desk == DeskIds.JeffBezos && !round.HasPlan
            ? Refusal.Of(RefusalCodes.Escalations.PlanMissing, ("desk", attempt.Desk))
            : null;
    }

    /// <summary>R23: the addressee has no authority over the deciding desks; the letter asks for a senior review.</summary>
    public static Refusal? CheckText(Attempt attempt, AttemptRequest request) =>
        attempt.Desk == DeskIds.ExecutiveSellerRelations && !request.AsksForSeniorReview
            && !SeniorReviewWords.Any(word => request.LetterText.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? Refusal.Of(RefusalCodes.Escalations.SeniorReviewMissing, ("desk", attempt.Desk))
            : null;

    /// <summary>R21: the address comes from the dated contact directory; a desk whose rows all lie outside their validity is not written to.</summary>
    public static Refusal? CheckDirectory(Desk desk, string channel, DateTimeOffset now)
    {
        var rows = desk.Contacts.Where(c => c.Channel == channel).ToArray();
        if (channel != Channels.Email || rows.Any(c => c.IsValidOn(Day(now))) || (rows.Length == 0 && !desk.IsExecutive)) { return null; }
        var validTo = rows.Max(c => c.ValidTo);
        return Refusal.Of(RefusalCodes.Attempts.ContactExpired,
            [("desk", desk.Id), ("channel", channel), .. validTo is { } day ? [("validTo", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>()]);
    }

    public static string? Address(Desk desk, string channel, SellerCase current, DateTimeOffset now) =>
        channel != Channels.Email ? null
        : desk.Id == DeskIds.RightsOwner ? current.Entities.RightsOwnerEmails is [var owner, ..] ? owner : null
        : desk.Contacts.FirstOrDefault(c => c.Channel == channel && c.IsValidOn(Day(now)))?.Address;

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static DateTimeOffset? Latest(DateTimeOffset? left, DateTimeOffset? right) => left > right ? left : right;

    private static Refusal TooEarly(string desk, string rule, DateTimeOffset? earliest) => Refusal.Of(
        RefusalCodes.Escalations.TooEarly,
        [("desk", desk), ("rule", rule), .. earliest is { } at ? [("earliest", at.Rfc3339())] : Array.Empty<(string, string)>()]);
}
