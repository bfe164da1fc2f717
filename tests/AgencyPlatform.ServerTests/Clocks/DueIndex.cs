using AgencyPlatform.Data.Due;
using AgencyPlatform.Data.Schema;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Effects;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AgencyPlatform.ServerTests.Clocks;

/// <summary>A due index of its own in a real store, with a clock that tests move.</summary>
internal sealed class DueIndex : IAsyncDisposable
{
    public const string Tenant = "t1";

    private readonly string folder = Directory.CreateTempSubdirectory("agency-due-").FullName;

    private DueIndex(params ICommitListener[] listeners)
    {
        Database = new SqliteDatabase(Path.Combine(folder, "agency.db"));
        SqliteSchema.Apply(Database);
        Writer = new SqliteWriter(Database, listeners, NullLogger<SqliteWriter>.Instance);
        Rows = new DueRows(Database, Writer);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Time.GetUtcNow();

    public SqliteDatabase Database { get; }

    public SqliteWriter Writer { get; }

    public DueRows Rows { get; }

    public static DueIndex Open(params ICommitListener[] listeners) => new(listeners);

    /// <summary>Arms a clock the way a case's own write does.</summary>
    public Task Arm(string caseId, DateTimeOffset dueAt, string tenant = Tenant) => Write(tenant, new Effect.ArmClock(caseId, "next", dueAt));

    public Task Disarm(string caseId, string tenant = Tenant) => Write(tenant, new Effect.DisarmClock(caseId, "next"));

    public async Task Write(string tenant, params Effect[] effects) =>
        Assert.Equal(WriteOutcome.Committed, await Writer.Write(new GrainWrite(tenant, "test", Guid.NewGuid().ToString(), 0, 1, "{}"u8.ToArray(), effects)));

    /// <summary>Armed rows in one go, past the listeners.</summary>
    public Task Fill(IEnumerable<(string Tenant, string CaseId, DateTimeOffset DueAt)> rows, int attempts = 0) => Writer.Run((connection, transaction) =>
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO due (tenant, case_id, clock, due_at, attempts) VALUES ($t, $c, 'next', $due, $attempts)";
        insert.Parameters.AddWithValue("$attempts", attempts);
        var (t, c, due) = (insert.Parameters.AddWithValue("$t", ""), insert.Parameters.AddWithValue("$c", ""), insert.Parameters.AddWithValue("$due", 0L));
        foreach (var row in rows)
        {
            (t.Value, c.Value, due.Value) = (row.Tenant, row.CaseId, row.DueAt.ToUnixTimeMilliseconds());
            insert.ExecuteNonQuery();
        }

        return 0;
    });

    public async Task<string[]> Claim(TimeSpan ahead = default, int limit = 100, string owner = "one") =>
        [.. (await Rows.Claim(Now, ahead, limit, owner)).Select(r => r.Key.CaseId)];

    public T Scalar<T>(string sql)
    {
        using var connection = Database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
