using System.Security.Cryptography;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Data.Webhooks;
using AgencyPlatform.Server.Secrets;
using AgencyPlatform.Server.Webhooks;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Server.Hosting.Webhooks;

/// <summary>Puts events into the inbox's table, encrypted for their tenant, and then before the worker.</summary>
internal sealed partial class DurableInbox(SqliteWriter writer, SecretBox secrets, InboxFeed feed, TimeProvider time, ILogger<DurableInbox> log) : IInbox
{
    /// <summary>Longer than this no sender should hang; the row may still be stored, and the repeated event is then a duplicate.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<StoredEvent?> Store(Door door, string externalId, string headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(body.Span);
        var arrival = new InboxArrival(
            door.Tenant, InboxArrival.IdOf(door.EndpointId, externalId), door.EndpointId, externalId, time.GetUtcNow(), headers,
            secrets.Seal(door.Tenant, About(door.EndpointId, hash), body.Span), hash);
        if (writer.TryStore(arrival) is not { } storing) { return null; }
        try
        {
            var receipt = await storing.WaitAsync(Patience, cancellationToken);
            if (receipt.Outcome == InboxOutcome.StoredApart) { LogApart(door.EndpointId, arrival.Id, receipt.Id); }
            if (receipt.Outcome != InboxOutcome.Duplicate)
            {
                feed.Offer(new Arrival(door.Tenant, receipt.Id, door.EndpointId, arrival.ReceivedAt, body.ToArray()));
            }

            return new StoredEvent(receipt.Id, receipt.Outcome == InboxOutcome.Duplicate);
        }
        catch (Exception failure) when (failure is TimeoutException or SqliteException)
        {
            LogNotStored(failure.GetType().Name, door.EndpointId);
            return null;
        }
    }

    /// <summary>What a sealed body is about.</summary>
    public static string About(string endpointId, byte[] sha256) => $"inbox/{endpointId}/{Convert.ToHexStringLower(sha256)}";

    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "Endpoint {Endpoint} sent another body under the id of {First}; it is stored beside it as {Second}")]
    private partial void LogApart(string endpoint, string first, string second);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "An event for endpoint {Endpoint} was not stored ({Failure}); its sender was asked to come again")]
    private partial void LogNotStored(string failure, string endpoint);
}
