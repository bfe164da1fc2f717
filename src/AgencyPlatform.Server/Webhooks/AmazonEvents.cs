using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>Brings Amazon's notifications to their accounts.</summary>
internal sealed class AmazonEvents(SubjectSearch search)
{
    public Task<EventResult> Apply(Arrival arrival, Reading<AmazonNotification> reading, string? bound, CancellationToken cancellationToken)
    {
        if (reading.Value is not { } notification) { return Task.FromResult(StatusEvents.Unread(reading.Refusal!)); }
        var (accountId, why) = search.Account(arrival, notification.SubscriptionId, notification.Subject.SellerId, bound);
        return Task.FromResult(accountId is null ? why! : new EventResult.Held("webhook.account-not-found"));
    }
}
