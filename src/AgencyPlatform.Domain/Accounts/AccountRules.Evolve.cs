namespace AgencyPlatform.Domain.Accounts;

/// <summary>The fold of a seller account's events.</summary>
public static partial class AccountRules
{
    public static SellerAccount Evolve(SellerAccount? current, AccountEvent happened, DateTimeOffset at) => (current, happened) switch
    {
        (null, AccountRegistered e) => new SellerAccount
        {
            Id = e.AccountId, Number = e.Number, ClientId = e.ClientId, Name = e.Name, SellerId = e.SellerId,
            Marketplaces = e.Marketplaces, TimeZone = e.TimeZone, StatusSince = at,
        },
        (null, _) => throw new InvalidOperationException($"{happened.GetType().Name} before the account was registered."),
        (_, AccountStatusChanged e) => current with { Status = e.Status, StatusSince = e.Since ?? at, StatusAsOf = e.Since ?? at },
        (_, EnforcementBegun e) => current with { Enforcements = [.. current.Enforcements, e.Enforcement] },
        (_, EnforcementExtended e) => With(current, e.EnforcementId, f => f with
        {
            ComplaintIds = [.. f.ComplaintIds, .. e.ComplaintIds],
            References = [.. f.References, .. e.References],
        }),
        (_, EnforcementEnded e) => With(current, e.EnforcementId, f => f with { EndedAt = at }),
        (_, EnforcementResumed e) => With(current, e.EnforcementId, f => f with { EndedAt = null }),
        (_, CaseJoined e) => current with { CasesOpened = e.CaseNumber, Cases = [.. current.Cases, e.Case] },
        (_, CaseClosed e) => current with { Cases = [.. current.Cases.Select(c => c.Id == e.CaseId ? c with { IsOpen = false } : c)] },
        (_, CaseReturned e) => current with { Cases = [.. current.Cases.Select(c => c.Id == e.CaseId ? c with { IsOpen = true } : c)] },
        (_, AttemptNumbered e) => With(current, e.EnforcementId, f => f with { AttemptIds = [.. f.AttemptIds, e.AttemptId] }),
        (_, ContactReserved e) => current with { Contacts = [.. current.Contacts, e.Contact] },
        (_, ContactConfirmed e) => With(current, e.GrantId, (Contact c) => c with { State = GrantState.Confirmed }),
        (_, ContactReleased e) => current with { Contacts = [.. current.Contacts.Where(c => c.GrantId != e.GrantId)] },
        (_, ContactAnswered e) => With(current, e.GrantId, (Contact c) => c with { IsOpen = false }),
        (_, EvidenceAdded e) => current with { Evidence = [.. current.Evidence, e.File] },
        (_, SubscriptionAdded e) => current with { Subscriptions = [.. current.Subscriptions, e.Subscription] },
        (_, AmazonStatusReported { IsLate: true }) => current,
        // A change to the status that stands already means that the change away from it was missed: it stands anew.
        (_, AmazonStatusReported e) => current with { StatusAsOf = e.At, StatusSince = e.Previous is { } p && p != e.Status ? e.At : current.StatusSince },
        (_, ReportReceived e) => current with
        {
            StatusAsOf = e.Status == current.Status && !(current.StatusAsOf >= e.AsOf) ? e.AsOf : current.StatusAsOf,
            Counters = [.. current.Counters.ExceptBy(e.Counters.Select(c => c.MarketplaceId), c => c.MarketplaceId), .. e.Counters],
        },
        (_, CaseWanted e) => current with { Wanted = [.. Alive(current, at).TakeLast(MostWanted - 1), e.Case] },
        (_, NotificationReceived or ReportReady or CaseToInform or CaseToClose) => current,
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to a seller account here."),
    };

    private static SellerAccount With(SellerAccount current, string enforcementId, Func<Enforcement, Enforcement> change) =>
        current with { Enforcements = [.. current.Enforcements.Select(e => e.Id == enforcementId ? change(e) : e)] };

    private static SellerAccount With(SellerAccount current, string grantId, Func<Contact, Contact> change) =>
        current with { Contacts = [.. current.Contacts.Select(c => c.GrantId == grantId ? change(c) : c)] };
}
