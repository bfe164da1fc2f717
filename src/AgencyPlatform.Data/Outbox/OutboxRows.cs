using AgencyPlatform.Data.Storage;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Outbox;

/// <summary>Work that a grain's write left behind; its key names the write.</summary>
public sealed record OutboxRow(string Tenant, string Grain, long Version, int Ordinal, string Kind, string Payload, int Attempts)
{
    /// <summary>The same for every delivery of this row, so that carrying it out twice changes nothing.</summary>
    public string CommandId => $"outbox:{Grain}:{Version}:{Ordinal}";
}

/// <summary>The outbox as its worker sees it.</summary>
public sealed class OutboxRows(SqliteDatabase database, SqliteWriter writer)
{
    /// <summary>A row that failed this often stays where it is, for people to look at.</summary>
    public const int Patience = 12;

    private const string Due = """
        SELECT tenant, grain, version, ordinal, kind, payload, attempts FROM outbox
        WHERE next_at <= $now AND attempts < $patience ORDER BY next_at LIMIT $limit
        """;

    public IReadOnlyList<OutboxRow> DueAt(DateTimeOffset now, int limit)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = Due;
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$patience", Patience);
        command.Parameters.AddWithValue("$limit", limit);
        using var row = command.ExecuteReader();
        List<OutboxRow> rows = [];
        while (row.Read()) { rows.Add(new OutboxRow(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3), row.GetString(4), row.GetString(5), row.GetInt32(6))); }
        return rows;
    }

    /// <returns>Null where nothing waits.</returns>
    public DateTimeOffset? Next()
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT min(next_at) FROM outbox WHERE attempts < $patience";
        command.Parameters.AddWithValue("$patience", Patience);
        return command.ExecuteScalar() is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    public Task Done(IReadOnlyCollection<OutboxRow> rows, CancellationToken cancellationToken) => writer.Run(
        (connection, transaction) => Each(connection, transaction, rows, "DELETE FROM outbox WHERE tenant=$t AND grain=$g AND version=$v AND ordinal=$o"), cancellationToken);

    /// <param name="error">What kind of failure it was; never a text of the tenant's.</param>
    public Task Again(OutboxRow row, DateTimeOffset at, string error, CancellationToken cancellationToken) => writer.Run(
        (connection, transaction) => Each(
            connection, transaction, [row], "UPDATE outbox SET attempts=attempts+1, next_at=$at, last_error=$e WHERE tenant=$t AND grain=$g AND version=$v AND ordinal=$o",
            ("$at", at.ToUnixTimeMilliseconds()), ("$e", error)), cancellationToken);

    /// <summary>Forgets replies older than the promise that a repeated request gets the same answer.</summary>
    public Task<int> ForgetReplies(DateTimeOffset before, int limit, CancellationToken cancellationToken) => writer.Run((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM command WHERE (tenant, grain, command_id) IN (SELECT tenant, grain, command_id FROM command WHERE at < $before LIMIT $limit)";
        command.Parameters.AddWithValue("$before", before.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$limit", limit);
        return command.ExecuteNonQuery();
    }, cancellationToken);

    private static int Each(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<OutboxRow> rows, string sql, params ReadOnlySpan<(string Name, object Value)> more)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in more) { command.Parameters.AddWithValue(name, value); }
        var (t, g) = (command.Parameters.Add("$t", SqliteType.Text), command.Parameters.Add("$g", SqliteType.Text));
        var (v, o) = (command.Parameters.Add("$v", SqliteType.Integer), command.Parameters.Add("$o", SqliteType.Integer));
        var changed = 0;
        foreach (var row in rows)
        {
            (t.Value, g.Value, v.Value, o.Value) = (row.Tenant, row.Grain, row.Version, row.Ordinal);
            changed += command.ExecuteNonQuery();
        }

        return changed;
    }
}
