using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>The machine checks that a ladder's preconditions name; what no machine can see stays with a person.</summary>
internal static class Preconditions
{
    private static readonly TimeSpan SixtyDays = TimeSpan.FromDays(60);

    /// <summary>True, false, or null where a person judges.</summary>
    public static bool? IsMet(Precondition need, string desk, SellerCase current, AccountStanding standing, CaseContext context)
    {
        var round = new Lazy<OrdinaryRound>(() => OrdinaryRound.Of(current, standing, context.Playbook, context.Now));
        return need.Check switch
        {
            "ordinary-round-finished" => round.Value.IsFinished,
            "last-submission-age-2d" => round.Value.LastSentAt is { } sent && context.Now - sent >= OrdinaryRound.LeastAge,
            "executive-token-free" => standing.SpentExecutiveChance is null,
            "no-open-submission" => standing.Contacts.All(c => !(c.IsOpen && c.EnforcementId == current.EnforcementId && c.Desk == desk)),
            "retraction-requested" => current.Retraction != RetractionStatus.None,
            "appeal-denied" => current.Replies.Any(r => r.Decision == ReplyDecisions.Denied),
            "account-active" => standing.Status != AccountStatus.Deactivated,
            // The case may have begun long after the deactivation; a younger case proves nothing.
            "days-since-deactivation-60" => context.Now - current.OpenedAt >= SixtyDays ? true : null,
            "legal-ground" => current.Attempts.Any(a => !string.IsNullOrWhiteSpace(a.LegalGround)) ? true : null,
            "lawyer-or-unreachable" => current.Attempts.Any(a => a.LawyerConfirmed || a.RightsOwnerBounced) ? true : null,
            _ => null,
        };
    }
}
