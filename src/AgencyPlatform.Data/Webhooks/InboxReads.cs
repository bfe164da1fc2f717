using AgencyPlatform.Data.Storage;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Webhooks;

/// <summary>The inbox as people see it, and what they may do about a row.</summary>
public sealed class InboxReads(SqliteDatabase database, SqliteWriter writer)
{
    /// <summary>Why a row is done that nobody applied.</summary>
    public const string Dismissed = "webhook-event.dismissed";

    private const string Columns = "rowid, id, endpoint_id, external_id, received_at, state, reason, case_id, account_id, attempts, next_at, done_at";

    /// <summary>Newest first.</summary>
    /// <param name="before">Arrival and position of the last row of the page before.</param>
    public IReadOnlyList<InboxLine> List(string tenant, string? state, string? endpointId, (DateTimeOffset At, long Position)? before, int limit)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();

        // The state is said twice: open rows have an index of their own, which SQLite takes only if the query says so.
        var open = state is InboxStates.Held or InboxStates.Dead ? "AND state IN ('held', 'dead')" : "";
        command.CommandText = $"""
            SELECT {Columns} FROM inbox WHERE tenant=$t {open} {(state is null ? "" : "AND state=$s")} {(endpointId is null ? "" : "AND endpoint_id=$e")}
              AND (received_at, rowid) < ($at, $p) ORDER BY received_at DESC, rowid DESC LIMIT $limit
            """;
        command.Parameters.AddWithValue("$t", tenant);
        command.Parameters.AddWithValue("$s", (object?)state ?? DBNull.Value);
        command.Parameters.AddWithValue("$e", (object?)endpointId ?? DBNull.Value);
        command.Parameters.AddWithValue("$at", InboxRows.Never(before?.At));
        command.Parameters.AddWithValue("$p", before?.Position ?? long.MaxValue);
        command.Parameters.AddWithValue("$limit", limit);
        using var row = command.ExecuteReader();
        List<InboxLine> lines = [];
        while (row.Read()) { lines.Add(Line(row)); }
        return lines;
    }

    public InboxEntry? Find(string tenant, string id)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns}, body, sha256 FROM inbox WHERE tenant=$t AND id=$i";
        command.Parameters.AddWithValue("$t", tenant);
        command.Parameters.AddWithValue("$i", id);
        using var row = command.ExecuteReader();
        return row.Read() ? new InboxEntry(Line(row), row.IsDBNull(12) ? null : row.GetFieldValue<byte[]>(12), row.GetFieldValue<byte[]>(13)) : null;
    }

    /// <summary>Has the row worked on once more, from the beginning; with a case or account, on that one.</summary>
    /// <returns>False where the row is gone, has lost its body, or (unless <paramref name="evenIfDone"/>) is done.</returns>
    public Task<bool> Again(string tenant, string id, string? caseId, string? accountId, bool evenIfDone, InboxDeed deed, CancellationToken cancellationToken) =>
        Change(tenant, id, deed, $"""
            UPDATE inbox SET state='new', reason=NULL, attempts=0, next_at=$at, done_at=NULL, case_id=coalesce($c, case_id), account_id=coalesce($a, account_id)
            WHERE tenant=$t AND id=$i AND body IS NOT NULL {(evenIfDone ? "" : "AND state <> 'done'")}
            """, cancellationToken, ("$c", caseId), ("$a", accountId));

    /// <summary>Settles a row without doing anything with it.</summary>
    /// <returns>False where the row is gone or done.</returns>
    public Task<bool> Dismiss(string tenant, string id, InboxDeed deed, CancellationToken cancellationToken) =>
        Change(tenant, id, deed, "UPDATE inbox SET state='done', reason=$r, done_at=$at WHERE tenant=$t AND id=$i AND state <> 'done'", cancellationToken, ("$r", Dismissed));

    private Task<bool> Change(
        string tenant, string id, InboxDeed deed, string sql, CancellationToken cancellationToken, params (string Name, string? Value)[] more) => writer.Run((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("$t", tenant);
        command.Parameters.AddWithValue("$i", id);
        command.Parameters.AddWithValue("$at", deed.At.ToUnixTimeMilliseconds());
        foreach (var (name, value) in more) { command.Parameters.AddWithValue(name, (object?)value ?? DBNull.Value); }
        if (command.ExecuteNonQuery() == 0) { return false; }
        Audit(connection, transaction, tenant, id, deed);
        return true;
    }, cancellationToken);

    /// <summary>Who moved which row and why: in the tenant's audit trail, in the same transaction.</summary>
    private static void Audit(SqliteConnection connection, SqliteTransaction transaction, string tenant, string id, InboxDeed deed)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO audit SELECT $t, $g, $v, count(*), $w, $i, $v, $k, $a, $b, $d FROM audit WHERE tenant=$t AND grain=$g AND version=$v
            """;
        command.Parameters.AddWithValue("$t", tenant);
        command.Parameters.AddWithValue("$g", $"inbox/{id}");
        command.Parameters.AddWithValue("$v", deed.At.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$w", deed.Action);
        command.Parameters.AddWithValue("$i", id);
        command.Parameters.AddWithValue("$k", deed.ActorKind);
        command.Parameters.AddWithValue("$a", deed.ActorId);
        command.Parameters.AddWithValue("$b", (object?)deed.OnBehalfOf ?? DBNull.Value);
        command.Parameters.AddWithValue("$d", deed.Data);
        command.ExecuteNonQuery();
    }

    private static InboxLine Line(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), InboxRows.At(row.GetInt64(4)), row.GetString(5), Text(row, 6), Text(row, 7), Text(row, 8),
        row.GetInt32(9), row.GetInt64(10) is var next && next < long.MaxValue ? InboxRows.At(next) : null, row.IsDBNull(11) ? null : InboxRows.At(row.GetInt64(11)));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>What a person did to a row, as the audit trail keeps it.</summary>
/// <param name="Data">JSON; the reason a person gave stands here and nowhere else.</param>
public sealed record InboxDeed(string Action, DateTimeOffset At, string ActorKind, string ActorId, string? OnBehalfOf, string Data);
