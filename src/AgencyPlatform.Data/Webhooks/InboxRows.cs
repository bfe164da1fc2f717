using AgencyPlatform.Data.Storage;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Webhooks;

/// <summary>The inbox as its worker sees it: what waits, and what became of it.</summary>
public sealed class InboxRows(SqliteDatabase database, SqliteWriter writer)
{
    private const string Due = """
        SELECT tenant, id, endpoint_id, received_at, body, sha256, attempts, case_id, account_id FROM inbox
        WHERE state IN ('new', 'held') AND next_at <= $now AND body IS NOT NULL ORDER BY next_at LIMIT $limit
        """;

    public IReadOnlyList<InboxWaiting> DueAt(DateTimeOffset now, int limit)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = Due;
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$limit", limit);
        using var row = command.ExecuteReader();
        List<InboxWaiting> rows = [];
        while (row.Read())
        {
            rows.Add(new InboxWaiting(
                row.GetString(0), row.GetString(1), row.GetString(2), At(row.GetInt64(3)), row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[]>(5), row.GetInt32(6),
                row.IsDBNull(7) ? null : row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8)));
        }

        return rows;
    }

    /// <summary>How many rows wait for the worker, and since when the oldest does.</summary>
    public (long Waiting, DateTimeOffset? Oldest) Backlog()
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*), min(received_at) FROM inbox WHERE state IN ('new', 'held') AND state = 'new'";
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.IsDBNull(1) ? null : At(row.GetInt64(1)));
    }

    /// <summary>
    /// Writes down what became of rows. A row that a grain's write has marked as done stays done: whoever failed to hear of it
    /// comes too late.
    /// </summary>
    public Task Move(IReadOnlyCollection<InboxMove> moves, CancellationToken cancellationToken) => writer.Run((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE inbox SET state=$s, reason=$r, attempts=$a, next_at=$n, done_at=$d WHERE tenant=$t AND id=$i AND state <> 'done'";
        foreach (var name in (string[])["$s", "$r", "$a", "$n", "$d", "$t", "$i"]) { command.Parameters.Add(name, SqliteType.Text); }
        foreach (var move in moves)
        {
            command.Parameters["$s"].Value = move.State;
            command.Parameters["$r"].Value = (object?)move.Reason ?? DBNull.Value;
            command.Parameters["$a"].Value = move.Attempts;
            command.Parameters["$n"].Value = Never(move.NextAt);
            command.Parameters["$d"].Value = (object?)move.DoneAt?.ToUnixTimeMilliseconds() ?? DBNull.Value;
            command.Parameters["$t"].Value = move.Tenant;
            command.Parameters["$i"].Value = move.Id;
            command.ExecuteNonQuery();
        }

        return moves.Count;
    }, cancellationToken);

    /// <summary>Erases bodies of settled events; their ids stay, so that a sender who repeats one is still told so.</summary>
    /// <returns>How many were erased, at most <paramref name="limit"/>.</returns>
    public Task<int> EraseBodies(DateTimeOffset before, int limit, CancellationToken cancellationToken) => writer.Run((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE inbox SET body=NULL WHERE rowid IN (SELECT rowid FROM inbox WHERE state='done' AND body IS NOT NULL AND done_at < $before LIMIT $limit)";
        command.Parameters.AddWithValue("$before", before.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$limit", limit);
        return command.ExecuteNonQuery();
    }, cancellationToken);

    public static long Never(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds() ?? long.MaxValue;

    public static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
