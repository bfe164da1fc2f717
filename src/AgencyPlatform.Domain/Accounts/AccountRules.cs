using AgencyPlatform.Domain.Cases;

namespace AgencyPlatform.Domain.Accounts;

/// <summary>What may happen to a seller account. Pure: the clock and the playbook are arguments.</summary>
public static partial class AccountRules
{
    public static Decision<AccountEvent> Register(SellerAccount? current, AccountRegistered request)
    {
        if (current is not null)
        {
            return current.Id == request.AccountId ? Decision<AccountEvent>.Of() : Decision<AccountEvent>.No(RefusalCodes.Accounts.Exists);
        }
        if (string.IsNullOrWhiteSpace(request.Name)) { return Decision<AccountEvent>.No(RefusalCodes.Accounts.NameMissing); }
        if (string.IsNullOrWhiteSpace(request.SellerId)) { return Decision<AccountEvent>.No(RefusalCodes.Accounts.SellerIdMissing); }
        if (request.Marketplaces.Count == 0) { return Decision<AccountEvent>.No(RefusalCodes.Accounts.MarketplacesMissing); }
        if (request.Marketplaces.FirstOrDefault(m => !Marketplaces.IsKnown(m)) is { } strange)
        {
            return Decision<AccountEvent>.No(RefusalCodes.Accounts.MarketplaceUnknown, ("marketplace", strange));
        }
        return CivilTime.IsZone(request.TimeZone)
            ? Decision<AccountEvent>.Of(request)
            : Decision<AccountEvent>.No(RefusalCodes.Accounts.TimeZoneUnknown, ("timeZone", request.TimeZone));
    }

    /// <summary>Back to normal ends the account-level enforcements: reinstatement is where they stop collecting cases.</summary>
    public static Decision<AccountEvent> ChangeStatus(SellerAccount? current, AccountStatus status, string reason)
    {
        if (current is null) { return Unknown; }
        if (current.Status == status) { return Decision<AccountEvent>.Of(); }
        if (string.IsNullOrWhiteSpace(reason)) { return Decision<AccountEvent>.No(RefusalCodes.Accounts.ReasonMissing); }
        var ended = status == AccountStatus.Normal
            ? current.Enforcements.Where(e => e.IsAccountLevel && e.EndedAt is null).Select(AccountEvent (e) => new EnforcementEnded(e.Id, reason))
            : [];
        return Decision<AccountEvent>.Of([new AccountStatusChanged(status, reason), .. ended]);
    }

    public static Decision<AccountEvent> AddEvidence(SellerAccount? current, EvidenceFile file) => current switch
    {
        null => Unknown,
        _ when current.Evidence.Any(e => e.Id == file.Id) => Decision<AccountEvent>.Of(),
        _ when file.Length <= 0 => Decision<AccountEvent>.No(RefusalCodes.Evidence.Empty),
        _ => Decision<AccountEvent>.Of(new EvidenceAdded(file)),
    };

    public static Decision<AccountEvent> AddSubscription(SellerAccount? current, AmazonSubscription subscription) => current switch
    {
        null => Unknown,
        _ when string.IsNullOrWhiteSpace(subscription.SubscriptionId) || string.IsNullOrWhiteSpace(subscription.NotificationType) =>
            Decision<AccountEvent>.No(RefusalCodes.Accounts.SubscriptionInvalid),
        _ when current.Subscriptions.Any(s => s.SubscriptionId == subscription.SubscriptionId) => Decision<AccountEvent>.Of(),
        _ => Decision<AccountEvent>.Of(new SubscriptionAdded(subscription)),
    };

    public static AccountStanding Standing(SellerAccount current, string enforcementId) =>
        new(enforcementId, current.Status, current.Contacts);

    private static Decision<AccountEvent> Unknown => Decision<AccountEvent>.No(RefusalCodes.Accounts.Unknown);
}
