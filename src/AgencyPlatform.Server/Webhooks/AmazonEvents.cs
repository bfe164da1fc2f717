using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>Brings Amazon's notifications to their accounts.</summary>
internal sealed class AmazonEvents(SubjectSearch search, IGrainFactory grains)
{
    /// <param name="bound">The account that the endpoint serves, if it serves one only.</param>
    public async Task<EventResult> Apply(Arrival arrival, Reading<AmazonNotification> reading, string? bound, CancellationToken cancellationToken)
    {
        if (reading.Value is not { } notification) { return StatusEvents.Unread(reading.Refusal!); }
        var (accountId, why) = search.Account(arrival, notification.SubscriptionId, notification.Subject.SellerId, bound);
        if (accountId is null) { return why!; }
        var reply = await TenantGrains.For(arrival.Tenant, grains).Account(accountId).ReceiveNotification(
            new ReceiveNotification
            {
                CommandId = $"inbox:{arrival.Id}",
                Actor = StatusEvents.Inbox,
                InboxId = arrival.Id,
                Body = arrival.Body,
                Key = arrival.Id,
                // A person who attaches an event to an account vouches for it as a bound endpoint does.
                EndpointIsBound = accountId == bound || accountId == arrival.AccountId,
            }, cancellationToken);
        return reply switch
        {
            { Refusal: { } no } => StatusEvents.Refused(no.Code),
            { Replayed: true } => new EventResult.Done(),
            _ => new EventResult.Written(),
        };
    }
}
