using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Which desk may hear which letter of a case, on which channel.</summary>
internal static class Competence
{
    /// <summary>What a letter to this desk is, where the author did not say.</summary>
    public static string LetterKindFor(Desk desk, bool isEnforcement) => desk.Id switch
    {
        DeskIds.RightsOwner => LetterKinds.RetractionRequest,
        DeskIds.NoticeDispute => LetterKinds.Dispute,
        DeskIds.Catalog => LetterKinds.CatalogTicket,
        DeskIds.SellerSupport or DeskIds.AccountHealthSupport or DeskIds.CommunityManagers => LetterKinds.InformationRequest,
        _ when desk.IsExecutive => LetterKinds.Escalation,
        _ => isEnforcement ? LetterKinds.PlanOfAction : LetterKinds.InformationRequest,
    };

    public static IReadOnlyList<Category> CategoriesOf(SellerCase current, Playbook playbook) =>
        [.. current.OtherCategoryIds.Prepend(current.CategoryId).Select(id => playbook.Categories.GetValueOrDefault(id)).OfType<Category>()];

    public static bool IsEnforcement(SellerCase current, Playbook playbook) => CategoriesOf(current, playbook).Any(c => c.IsEnforcement);

    public static Refusal? Check(SellerCase current, Attempt attempt, AccountStanding standing, Playbook playbook)
    {
        if (!playbook.Desks.TryGetValue(attempt.Desk, out var desk)) { return NotCompetent(current, attempt.Desk, playbook); }
        if (!LetterKinds.All.Contains(attempt.LetterKind)) { return Refusal.Of(RefusalCodes.Attempts.LetterKindUnknown, ("kind", attempt.LetterKind)); }

        // R5 names Seller Support; the desk's own data say it of others.
        if (attempt.LetterKind == LetterKinds.Escalation && (desk.Id == DeskIds.SellerSupport || !desk.HearsEscalations))
        {
            return Refusal.Of(RefusalCodes.Escalations.DeskDoesNotHear, ("desk", desk.Id));
        }
        if (!IsCompetent(current, attempt, standing, playbook)) { return NotCompetent(current, desk.Id, playbook); }

        // R6, R8, R11, R12: who only explains or advises gets a question, not a case to decide.
        if (desk.Authority != DeskAuthority.Deciding && attempt.LetterKind is LetterKinds.PlanOfAction or LetterKinds.Dispute or LetterKinds.CounterNotice)
        {
            return Refusal.Of(RefusalCodes.Attempts.DeskCannotDecide, ("desk", desk.Id), ("kind", attempt.LetterKind));
        }
        return CheckChannel(desk, attempt.Channel);
    }

    private static bool IsCompetent(SellerCase current, Attempt attempt, AccountStanding standing, Playbook playbook)
    {
        var categories = CategoriesOf(current, playbook);
        var isOnLadder = categories.Any(c => c.Ladder.Any(step => step.Desk == attempt.Desk));
        return attempt.Desk switch
        {
            DeskIds.SellerSupport when categories.Any(c => c.IsEnforcement) => MaySellerSupportBeAsked(current, attempt, standing, isOnLadder),
            DeskIds.AccountHealthSupport => isOnLadder || categories.Any(c => c.IsEnforcement),
            DeskIds.RightsOwner => isOnLadder || categories.Any(c => c.Group == CategoryGroups.Ip),
            // The derived router ends in executive relations and then the chief executive for complaints, listing policy, metrics and
            // account reviews, whether or not the category's own ladder goes that far.
            DeskIds.ExecutiveSellerRelations or DeskIds.JeffBezos => isOnLadder || categories.Any(c => c is { IsEnforcement: true, RouterOrder: 3 or 4 }),
            _ => isOnLadder,
        };
    }

    /// <summary>
    /// R3, R4: on an enforcement Seller Support is at most asked what is missing: after a denial that did not say it, or as a later
    /// rung of the ladder once the competent desk has been written to.
    /// </summary>
    private static bool MaySellerSupportBeAsked(SellerCase current, Attempt attempt, AccountStanding standing, bool isOnLadder) =>
        attempt.LetterKind == LetterKinds.InformationRequest
        && (current.Replies.LastOrDefault(r => r.Decision != ReplyDecisions.None)?.Decision == ReplyDecisions.Denied
            || (isOnLadder && standing.Contacts.Any(c => c.EnforcementId == current.EnforcementId && c.Desk != DeskIds.SellerSupport)));

    private static Refusal? CheckChannel(Desk desk, string channel)
    {
        // R17, I6: Seller Performance calls us; we write.
        var isPhoneToPerformance = desk.Id == DeskIds.SellerPerformance && channel == Channels.Phone;
        return desk.Channels.Contains(channel) && !isPhoneToPerformance
            ? null
            : Refusal.Of(RefusalCodes.Attempts.ChannelNotAllowed, ("desk", desk.Id), ("channel", channel), ("channels", string.Join(',', desk.Channels)));
    }

    private static Refusal NotCompetent(SellerCase current, string desk, Playbook playbook) => Refusal.Of(
        RefusalCodes.Attempts.DeskNotCompetent,
        ("desk", desk),
        ("category", current.CategoryId),
        ("competent", string.Join(',', CategoriesOf(current, playbook).SelectMany(c => c.Ladder).Select(step => step.Desk).Distinct())));
}
