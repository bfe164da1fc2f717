using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Webhooks;
using AgencyPlatform.Domain.Webhooks;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Webhooks;

/// <summary>An endpoint as the door needs it: a sender knows its id and nothing of tenants.</summary>
public sealed record EndpointEntry(string Tenant, string Id, string Kind, string? AccountId, bool IsPaused, IReadOnlyList<EndpointSecret> Secrets);

/// <summary>The endpoints of all tenants, by address.</summary>
public sealed class WebhookEndpointRows(SqliteDatabase database)
{
    private const string Columns = "tenant, endpoint_id, kind, account_id, state, secrets";

    public EndpointEntry? Find(string endpointId)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM webhook_endpoint WHERE endpoint_id=$e";
        command.Parameters.AddWithValue("$e", endpointId);
        using var row = command.ExecuteReader();
        return row.Read() ? Entry(row) : null;
    }

    /// <summary>Some endpoint, to try a key on; null where there is none yet.</summary>
    public EndpointEntry? Any()
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM webhook_endpoint ORDER BY created_at LIMIT 1";
        using var row = command.ExecuteReader();
        return row.Read() ? Entry(row) : null;
    }

    /// <summary>A tenant's endpoints by id, after the given one.</summary>
    public IReadOnlyList<EndpointRowData> List(string tenant, string? after, int limit)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT endpoint_id, kind, name, account_id, state, secrets, created_at, accepted, duplicates, rejected, last_accepted_at, last_rejected_at
            FROM webhook_endpoint WHERE tenant=$t AND endpoint_id > $a ORDER BY endpoint_id LIMIT $limit
            """;
        command.Parameters.AddWithValue("$t", tenant);
        command.Parameters.AddWithValue("$a", after ?? "");
        command.Parameters.AddWithValue("$limit", limit);
        using var row = command.ExecuteReader();
        List<EndpointRowData> rows = [];
        while (row.Read())
        {
            rows.Add(new EndpointRowData(
                row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.GetString(5), InboxRows.At(row.GetInt64(6)))
            {
                Accepted = row.GetInt64(7),
                Duplicates = row.GetInt64(8),
                Rejected = row.GetInt64(9),
                LastAcceptedAt = row.IsDBNull(10) ? null : InboxRows.At(row.GetInt64(10)),
                LastRejectedAt = row.IsDBNull(11) ? null : InboxRows.At(row.GetInt64(11)),
            });
        }

        return rows;
    }

    private static EndpointEntry Entry(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4) != "active", EndpointMapping.Secrets(row.GetString(5)));
}
