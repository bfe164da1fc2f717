using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Storage;

/// <summary>Where the embedded database lies and how connections to it are opened.</summary>
public sealed class SqliteDatabase(string path)
{
    public string Path { get; } = path;

    /// <summary>For readers; pooled by the provider.</summary>
    public string ReadConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = true,
        DefaultTimeout = 5,
    }.ToString();

    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(ReadConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>The one writing connection of the process: write-ahead log, every commit on disk before it is acknowledged.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA busy_timeout = 5000;
            PRAGMA cache_size = -65536;
            PRAGMA temp_store = MEMORY;
            PRAGMA wal_autocheckpoint = 0;
            """;
        pragma.ExecuteNonQuery();
        return connection;
    }
}
