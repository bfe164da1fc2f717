using System.Globalization;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Accounts;

/// <summary>Contact budgets, the one executive chance, and the grants by which cases spend them.</summary>
public static partial class AccountRules
{
    private static readonly string[] OverridableRules = ["R30", "R31"];

    public static Decision<AccountEvent> Reserve(SellerAccount? current, ReserveRequest request, Playbook playbook, DateTimeOffset now)
    {
        if (current is null) { return Unknown; }
        if (current.Contacts.Any(c => c.GrantId == request.GrantId)) { return Decision<AccountEvent>.Of(); }
        if (current.Enforcements.All(e => e.Id != request.EnforcementId)) { return UnknownEnforcement(request.EnforcementId); }
        if (current.Cases.All(c => c.Id != request.CaseId)) { return UnknownCase; }
        if (CheckContact(Standing(current, request.EnforcementId), request.Desk, playbook, request.Override, request.Actor, now) is { } no)
        {
            return Decision<AccountEvent>.No(no);
        }
        return Decision<AccountEvent>.Of(new ContactReserved(new Contact(
            request.GrantId, request.CaseId, request.EnforcementId, request.Desk, playbook.Desks[request.Desk].IsExecutive, now,
            GrantState.Reserved, IsOpen: true, request.LetterKind)));
    }

    /// <summary>
    /// May the account contact this desk now? The one place for the executive chance (R30, R31), the open submission (I1) and the
    /// budgets. Only R30/R31 can be set aside, by a lead with a reason; the desk's own budget gives way with them.
    /// </summary>
    public static Refusal? CheckContact(AccountStanding standing, string desk, Playbook playbook, RuleOverride? allowed, Actor actor, DateTimeOffset now)
    {
        if (!playbook.Desks.TryGetValue(desk, out var target)) { return Refusal.Of(RefusalCodes.Attempts.DeskUnknown, ("desk", desk)); }
        if (allowed is not null && !OverridableRules.Contains(allowed.Rule)) { return Refusal.Of(RefusalCodes.RuleOverrides.NotAllowed, ("rule", allowed.Rule)); }

        var spent = target.IsExecutive ? standing.SpentExecutiveChance : null;
        if (spent is not null && CheckSecondChance(spent, desk, allowed, actor) is { } no) { return no; }

        return CheckOpenSubmission(standing, target, playbook, now)
            ?? (spent is null ? playbook.Budgets.Where(b => b.Desk == desk).Select(b => CheckBudget(standing, b, now)).FirstOrDefault(r => r is not null) : null);
    }

    public static Decision<AccountEvent> Confirm(SellerAccount? current, string grantId) => (current, Find(current, grantId)) switch
    {
        (null, _) => Unknown,
        (_, null) => UnknownGrant(grantId),
        (_, { State: GrantState.Confirmed }) => Decision<AccountEvent>.Of(),
        _ => Decision<AccountEvent>.Of(new ContactConfirmed(grantId)),
    };

    /// <summary>A released grant is forgotten, so releasing one that is not there changes nothing.</summary>
    public static Decision<AccountEvent> Release(SellerAccount? current, string grantId) => (current, Find(current, grantId)) switch
    {
        (null, _) => Unknown,
        (_, null) => Decision<AccountEvent>.Of(),
        (_, { State: GrantState.Confirmed }) => Decision<AccountEvent>.No(RefusalCodes.Grants.Confirmed, ("grant", grantId)),
        _ => Decision<AccountEvent>.Of(new ContactReleased(grantId)),
    };

    /// <summary>An answer proves that the submission left, even where its confirmation is still on the way.</summary>
    public static Decision<AccountEvent> Answered(SellerAccount? current, string grantId) => (current, Find(current, grantId)) switch
    {
        (null, _) => Unknown,
        (_, null) => UnknownGrant(grantId),
        (_, { IsOpen: false }) => Decision<AccountEvent>.Of(),
        (_, { State: GrantState.Reserved }) => Decision<AccountEvent>.Of(new ContactConfirmed(grantId), new ContactAnswered(grantId)),
        _ => Decision<AccountEvent>.Of(new ContactAnswered(grantId)),
    };

    private static Refusal? CheckSecondChance(Contact spent, string desk, RuleOverride? allowed, Actor actor) => allowed switch
    {
        null => Refusal.Of(RefusalCodes.Escalations.OneShotSpent, ("desk", desk), ("usedDesk", spent.Desk), ("usedOn", spent.At.Rfc3339())),
        _ when string.IsNullOrWhiteSpace(allowed.Reason) => Refusal.Of(RefusalCodes.RuleOverrides.ReasonMissing, ("rule", allowed.Rule)),
        _ when actor is not { IsLead: true, Kind: not ActorKind.System } => Refusal.Of(RefusalCodes.RuleOverrides.LeadOnly, ("rule", allowed.Rule)),
        _ => null,
    };

    private static Refusal? CheckOpenSubmission(AccountStanding standing, Desk desk, Playbook playbook, DateTimeOffset now)
    {
        var open = standing.Contacts.LastOrDefault(c =>
            c.IsOpen && c.EnforcementId == standing.EnforcementId && c.Desk == desk.Id && now < ReplyTimes.LapsesAt(desk, c.At));
        return open is null ? null : Refusal.Of(RefusalCodes.Attempts.SubmissionOpen,
            ("desk", desk.Id), ("since", open.At.Rfc3339()), ("freeAt", ReplyTimes.LapsesAt(desk, open.At).Rfc3339()));
    }

    private static Refusal? CheckBudget(AccountStanding standing, ContactBudget budget, DateTimeOffset now)
    {
        var window = TimeSpan.FromDays(budget.WindowDays);
        DateTimeOffset[] used =
        [
            .. standing.Contacts
                .Where(c => c.Desk == budget.Desk && (budget.Scope == BudgetScopes.Account || c.EnforcementId == standing.EnforcementId))
                .Select(c => c.At).Where(at => now - at < window).Order(),
        ];
        var limitFreeAt = used.Length >= budget.Limit && used.Length > 0 ? used[^Math.Max(budget.Limit, 1)] + window : now;
        var gapFreeAt = used.Length > 0 ? used[^1].AddDays(budget.MinimumGapDays) : now;
        var freeAt = limitFreeAt > gapFreeAt ? limitFreeAt : gapFreeAt;
        return freeAt <= now && budget.Limit > 0 ? null : Refusal.Of(RefusalCodes.Attempts.ContactBudget,
            ("desk", budget.Desk), ("budget", budget.Id), ("limit", Text(budget.Limit)), ("windowDays", Text(budget.WindowDays)),
            ("minimumGapDays", Text(budget.MinimumGapDays)), ("used", Text(used.Length)), ("freeAt", freeAt.Rfc3339()));
    }

    private static Contact? Find(SellerAccount? current, string grantId) => current?.Contacts.FirstOrDefault(c => c.GrantId == grantId);

    private static Decision<AccountEvent> UnknownGrant(string id) => Decision<AccountEvent>.No(RefusalCodes.Grants.Unknown, ("grant", id));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Over what a contact budget counts.</summary>
public static class BudgetScopes
{
    public const string Account = "account";
    public const string Enforcement = "enforcement";
}
