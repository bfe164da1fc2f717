using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Domain.Accounts;

/// <summary>
/// What Amazon's notifications do to an account and its cases. They come at least once, late and out of order: what counts is
/// when a thing happened at Amazon, and what news asks of cases is asked once.
/// </summary>
public static partial class AccountRules
{
    public static Decision<AccountEvent> ReceiveNotification(SellerAccount? current, NotificationReceipt receipt)
    {
        if (current is null) { return Unknown; }
        var notification = receipt.Notification;
        if (!IsOurs(current, receipt))
        {
            return Decision<AccountEvent>.No(RefusalCodes.Notifications.NotOurs,
                ("subscription", notification.SubscriptionId ?? "-"), ("seller", notification.Subject.SellerId ?? "-"));
        }

        var meaning = AmazonMeaning.Of(notification);
        var subject = new NewsSubject(notification.Subject.MarketplaceId, notification.Subject.Asin, notification.Subject.Sku);
        var news = new AmazonNews(receipt.Key, meaning.What, HappenedAt(notification, receipt.ReceivedAt), subject, meaning.Facts);
        return Decision<AccountEvent>.Of(
        [
            .. FirstSeen(current, notification),
            new NotificationReceived(receipt.Key, notification.Type, meaning.What, notification.SubscriptionId, notification.EventTime, notification.PublishTime, subject),
            .. notification.Payload switch
            {
                AmazonPayload.AccountStatusChange p => HearStatus(current, new StatusNews(p.Current, p.Previous, meaning, news), receipt.ReceivedAt),
                AmazonPayload.ReportFinished { Status: ProcessingStatus.Done, ReportType: PerformanceReport.Type } p => [new ReportReady(p.ReportId, p.DocumentId)],
                _ => FollowItem(current, meaning, news, receipt.ReceivedAt),
            },
        ]);
    }

    /// <summary>
    /// A known subscription decides. An unknown one is the account's where the notification names its seller, or names none and
    /// came to the account's own endpoint.
    /// </summary>
    private static bool IsOurs(SellerAccount current, NotificationReceipt receipt)
    {
        var (subscription, seller) = (receipt.Notification.SubscriptionId, receipt.Notification.Subject.SellerId);
        return current.Subscriptions.Any(s => s.SubscriptionId == subscription)
            || (seller is null ? receipt.EndpointIsBound : seller == current.SellerId);
    }

    private static IEnumerable<AccountEvent> FirstSeen(SellerAccount current, AmazonNotification notification) =>
        notification.SubscriptionId is { } id && current.Subscriptions.All(s => s.SubscriptionId != id)
            ? [new SubscriptionAdded(new AmazonSubscription(id, notification.Type))]
            : [];

    /// <summary>A clock of Amazon's that runs ahead must not make everything after it look late.</summary>
    private static DateTimeOffset HappenedAt(AmazonNotification notification, DateTimeOffset receivedAt) =>
        (notification.EventTime ?? notification.PublishTime) is { } said && said < receivedAt ? said : receivedAt;

    private static IEnumerable<AccountEvent> FollowItem(SellerAccount current, AmazonMeaning meaning, AmazonNews news, DateTimeOffset now)
    {
        if (meaning.Effect == NewsEffect.None) { return []; }
        string[] concerned = [.. OpenCases(current, c => IsAbout(c, news.Subject), w => IsAbout(w, news.Subject), now)];
        return concerned.Length > 0 ? concerned.Select(id => new CaseToInform(id, news))
            : meaning.CategoryId is { } category ? Want(current, category, isAccountLevel: false, news, now, news.Source)
            : [];
    }

    private static bool IsAbout(KnownCase known, NewsSubject subject) => subject.Asin is { } asin && known.Asins.Contains(asin, StringComparer.Ordinal);

    private static bool IsAbout(WantedCase wanted, NewsSubject subject) =>
        (wanted.MarketplaceId is null || subject.MarketplaceId is null || wanted.MarketplaceId == subject.MarketplaceId)
        && ((subject.Asin is { } asin && wanted.Asin == asin) || (subject.Sku is { } sku && wanted.Sku == sku));
}
