using AgencyPlatform.Data.Storage;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Due;

/// <summary>
/// The due index as its pollers see it. A row is worked on under a lease, committed before its case is woken; only the case's own
/// write moves the row or takes it away. All instants are those of the store's clock.
/// </summary>
public sealed class DueRows(SqliteDatabase database, SqliteWriter writer)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(8);

    /// <summary>Claimed this often, a row no longer says that the clocks are late, only that its case is in trouble.</summary>
    public const int Patience = 6;

    private const int CountedAtMost = 10_000;

    /// <summary>How much of a backlog is looked at to find the turns of its tenants, in batches.</summary>
    private const int FairWindow = 40;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private const string Ready = "max(due_at, coalesce(claimed_until, 0))";

    private const string Oldest = $"""
        SELECT tenant, case_id, clock, {Ready} FROM due
        WHERE {Ready} <= $horizon AND coalesce(claimed_until, 0) <= $now ORDER BY {Ready} LIMIT $limit
        """;

    /// <summary>The oldest of each tenant, then the second of each, and so on.</summary>
    private const string InTurns = $"""
        SELECT tenant, case_id, clock FROM (
          SELECT tenant, case_id, clock, ready, row_number() OVER (PARTITION BY tenant ORDER BY ready) AS turn FROM (
            SELECT tenant, case_id, clock, {Ready} AS ready FROM due WHERE {Ready} <= $now ORDER BY {Ready} LIMIT $window))
        ORDER BY turn, ready LIMIT $limit
        """;

    private const string Take = """
        UPDATE due SET claimed_by=$owner, claimed_until=$until, attempts=attempts+1
        WHERE tenant=$t AND case_id=$c AND clock=$k AND due_at <= $horizon AND coalesce(claimed_until, 0) <= $now
        RETURNING due_at, attempts
        """;

    private const string Mine = "WHERE tenant=$t AND case_id=$c AND clock=$k AND due_at=$due AND claimed_by=$owner";

    /// <summary>An armed instant as the index holds it: in whole milliseconds, and never before what was asked for.</summary>
    public static DateTimeOffset Held(DateTimeOffset dueAt) => DateTimeOffset.FromUnixTimeMilliseconds(dueAt.AddTicks(TimeSpan.TicksPerMillisecond - 1).ToUnixTimeMilliseconds());

    /// <summary>
    /// Leases rows that are due within <paramref name="ahead"/>: the oldest first; where more are overdue than fit, the tenants take
    /// turns. A row that somebody holds, or that was put off, is left alone.
    /// </summary>
    /// <returns>The rows, leased and committed; fewer than <paramref name="limit"/> where nothing else can be claimed now.</returns>
    public async Task<IReadOnlyList<DueRow>> Claim(DateTimeOffset now, TimeSpan ahead, int limit, string owner, CancellationToken cancellationToken = default)
    {
        var keys = Candidates(now, ahead, limit);
        return keys.Count == 0 ? [] : await writer.Run((connection, transaction) => Lend(connection, transaction, keys, now, ahead, owner), cancellationToken);
    }

    /// <summary>Gives leases back, as if the rows had not been claimed.</summary>
    public Task Release(IReadOnlyCollection<DueRow> rows, CancellationToken cancellationToken = default) => rows.Count == 0
        ? Task.CompletedTask
        : writer.Run((connection, transaction) => Each(connection, transaction, rows, $"UPDATE due SET claimed_by=NULL, claimed_until=NULL, attempts=attempts-1 {Mine}"), cancellationToken);

    /// <summary>Puts a row off, longer with every attempt; a row that was armed again meanwhile stays as it is.</summary>
    public Task Failed(DueRow row, DateTimeOffset now, CancellationToken cancellationToken = default) => writer.Run(
        (connection, transaction) => Each(
            connection, transaction, [row], $"UPDATE due SET claimed_by=NULL, claimed_until=$until {Mine}", ("$until", (now + Pause(row.Attempts)).ToUnixTimeMilliseconds())), cancellationToken);

    /// <summary>When the first row comes up: its due instant, or the end of its lease or pause; null where no row is armed.</summary>
    public DateTimeOffset? Next()
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Ready} FROM due ORDER BY {Ready} LIMIT 1";
        return command.ExecuteScalar() is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    public DueLag Lag(DateTimeOffset now)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT (SELECT count(*) FROM (SELECT 1 FROM due WHERE {Ready} <= $now LIMIT $most)),
                   (SELECT min(at) FROM (
                      SELECT * FROM (SELECT {Ready} AS at FROM due WHERE {Ready} <= $now ORDER BY {Ready} LIMIT 1)
                      UNION ALL
                      SELECT min(due_at) FROM (SELECT due_at, attempts FROM due WHERE attempts > 1 AND due_at <= $now ORDER BY due_at LIMIT $most) WHERE attempts <= $patience)),
                   (SELECT count(*) FROM (SELECT attempts FROM due WHERE attempts > 1 AND due_at <= $now LIMIT $most) WHERE attempts > $patience)
            """;
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$most", CountedAtMost);
        command.Parameters.AddWithValue("$patience", Patience);
        using var row = command.ExecuteReader();
        row.Read();
        return new DueLag(row.GetInt32(0), row.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetInt32(2));
    }

    /// <summary>A second, two, four … up to a minute.</summary>
    internal static TimeSpan Pause(int attempts) => attempts > 6 ? LongestPause : FirstPause * Math.Pow(2, attempts - 1);

    /// <summary>Chosen beside the writer, which then only looks at the rows that were chosen.</summary>
    private List<DueKey> Candidates(DateTimeOffset now, TimeSpan ahead, int limit)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = Oldest;
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$horizon", (now + ahead).ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$limit", limit);
        var (keys, last) = Keys(command);
        if (keys.Count < limit || last > now.ToUnixTimeMilliseconds()) { return keys; }
        command.CommandText = InTurns;
        command.Parameters.AddWithValue("$window", limit * FairWindow);
        return Keys(command).Keys;
    }

    private static (List<DueKey> Keys, long Last) Keys(SqliteCommand command)
    {
        List<DueKey> keys = [];
        var last = 0L;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            keys.Add(new DueKey(row.GetString(0), row.GetString(1), row.GetString(2)));
            if (row.FieldCount > 3) { last = row.GetInt64(3); }
        }

        return (keys, last);
    }

    private static List<DueRow> Lend(SqliteConnection connection, SqliteTransaction transaction, List<DueKey> keys, DateTimeOffset now, TimeSpan ahead, string owner)
    {
        var until = now + Lease;
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Take;
        command.Parameters.AddWithValue("$owner", owner);
        command.Parameters.AddWithValue("$until", until.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$horizon", (now + ahead).ToUnixTimeMilliseconds());
        var key = new KeyParameters(command);
        List<DueRow> lent = new(keys.Count);
        foreach (var next in keys)
        {
            key.Set(next);
            using var row = command.ExecuteReader();
            if (row.Read()) { lent.Add(new DueRow(next, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), until, owner, row.GetInt32(1))); }
        }

        return lent;
    }

    private static int Each(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<DueRow> rows, string sql, params ReadOnlySpan<(string Name, object Value)> more)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in more) { command.Parameters.AddWithValue(name, value); }
        var key = new KeyParameters(command);
        var (due, owner) = (command.Parameters.Add("$due", SqliteType.Integer), command.Parameters.Add("$owner", SqliteType.Text));
        var changed = 0;
        foreach (var row in rows)
        {
            key.Set(row.Key);
            (due.Value, owner.Value) = (row.DueAt.ToUnixTimeMilliseconds(), row.ClaimedBy);
            changed += command.ExecuteNonQuery();
        }

        return changed;
    }

    private readonly struct KeyParameters(SqliteCommand command)
    {
        private readonly SqliteParameter tenant = command.Parameters.Add("$t", SqliteType.Text);
        private readonly SqliteParameter caseId = command.Parameters.Add("$c", SqliteType.Text);
        private readonly SqliteParameter clock = command.Parameters.Add("$k", SqliteType.Text);

        public void Set(DueKey key) => (tenant.Value, caseId.Value, clock.Value) = (key.Tenant, key.CaseId, key.Clock);
    }
}
