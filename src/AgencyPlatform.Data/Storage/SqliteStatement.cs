using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgencyPlatform.Data.Storage;

/// <summary>
/// One prepared statement of the writer, straight on SQLite: a write carries out four or more of them, and a command object's
/// reader and parameter bookkeeping cost more than the statement. Parameters are <c>?1</c>, <c>?2</c> … in the order of the arguments.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteException">SQLite refused.</exception>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Step(values);
        return raw.sqlite3_changes(database);
    }

    /// <returns>True where the query has a row.</returns>
    /// <exception cref="SqliteException">SQLite refused.</exception>
    public bool Finds(params ReadOnlySpan<object?> values) => Step(values) == raw.SQLITE_ROW;

    public void Dispose() => statement.Dispose();

    private int Step(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) { Bind(i + 1, values[i]); }
        var answer = raw.sqlite3_step(statement);
        try
        {
            if (answer is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) { SqliteException.ThrowExceptionForRC(answer, database); }
        }
        finally
        {
            // Its answer repeats that of the step, which is already told.
            _ = raw.sqlite3_reset(statement);
        }

        return answer;
    }

    private void Bind(int index, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        string text => raw.sqlite3_bind_text(statement, index, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int(statement, index, number),
        bool flag => raw.sqlite3_bind_int(statement, index, flag ? 1 : 0),
        _ => throw new ArgumentException($"No SQLite type for {value.GetType().Name}.", nameof(value)),
    });

    private void Check(int answer)
    {
        if (answer != raw.SQLITE_OK) { SqliteException.ThrowExceptionForRC(answer, database); }
    }
}
