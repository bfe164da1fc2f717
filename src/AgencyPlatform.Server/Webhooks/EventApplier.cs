using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>An event that was read, and what it is about: events about the same thing are applied one after the other.</summary>
internal sealed record PreparedEvent(Arrival Arrival, string About, Reading<StatusEvent>? Status, Reading<AmazonNotification>? Amazon);

/// <summary>Reads events by the kind of their endpoint and brings them where they belong.</summary>
internal sealed class EventApplier(IDoors doors, StatusEvents statuses, AmazonEvents notifications)
{
    public PreparedEvent Prepare(Arrival arrival)
    {
        if (doors.Find(arrival.EndpointId) is { IsAmazon: true })
        {
            var notification = AmazonNotification.Read(arrival.Body);
            return new PreparedEvent(arrival, notification.Value?.SubscriptionId ?? notification.Value?.Subject.SellerId ?? arrival.EndpointId, null, notification);
        }

        var status = StatusEvent.Read(arrival.Body, arrival.CaseId is not null);
        return new PreparedEvent(arrival, arrival.CaseId ?? status.Value?.CaseId ?? status.Value?.AmazonReference ?? status.Value?.Asin ?? arrival.Id, status, null);
    }

    public Task<EventResult> Apply(PreparedEvent prepared, CancellationToken cancellationToken) => prepared switch
    {
        { Status: { } status } => statuses.Apply(prepared.Arrival, status, cancellationToken),
        { Amazon: { } amazon } => notifications.Apply(prepared.Arrival, amazon, doors.Find(prepared.Arrival.EndpointId)?.AccountId, cancellationToken),
        _ => throw new InvalidOperationException("An event is of one kind or the other."),
    };
}
