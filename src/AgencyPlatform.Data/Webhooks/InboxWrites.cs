using AgencyPlatform.Data.Storage;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Webhooks;

/// <summary>Stores arrivals on the writer's connection; the key itself refuses a duplicate.</summary>
internal sealed class InboxWrites(SqliteConnection connection) : IDisposable
{
    /// <summary>
    /// A row just stored goes to the worker in memory; who looks into the table finds it only after this, so that it is not
    /// worked on twice.
    /// </summary>
    private const long HandedOver = 3_000;

    private readonly SqliteStatement insert = new(connection, """
        INSERT INTO inbox (tenant, id, endpoint_id, external_id, received_at, headers, body, sha256, next_at)
        VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9) ON CONFLICT DO NOTHING
        """);

    private readonly SqliteStatement same = new(connection, "SELECT 1 FROM inbox WHERE tenant=?1 AND id=?2 AND sha256=?3");

    public InboxReceipt Store(InboxArrival arrival)
    {
        if (Insert(arrival)) { return new InboxReceipt(arrival.Id, InboxOutcome.Stored); }
        if (same.Finds(arrival.Tenant, arrival.Id, arrival.Sha256)) { return new InboxReceipt(arrival.Id, InboxOutcome.Duplicate); }
        var apart = arrival.Apart();
        return new InboxReceipt(apart.Id, Insert(apart) ? InboxOutcome.StoredApart : InboxOutcome.Duplicate);
    }

    public void Dispose()
    {
        insert.Dispose();
        same.Dispose();
    }

    private bool Insert(InboxArrival a)
    {
        var at = a.ReceivedAt.ToUnixTimeMilliseconds();
        return insert.Run(a.Tenant, a.Id, a.EndpointId, a.ExternalId, at, a.Headers, a.Body, a.Sha256, at + HandedOver) > 0;
    }
}
