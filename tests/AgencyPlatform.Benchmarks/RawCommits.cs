using System.Diagnostics;
using AgencyPlatform.Data.Storage;

namespace AgencyPlatform.Benchmarks;

/// <summary>The yardstick: one-row transactions of 1 kB on this disk with the same settings.</summary>
public static class RawCommits
{
    public static double PerSecond(TimeSpan length)
    {
        var folder = Directory.CreateTempSubdirectory("agency-raw-").FullName;
        try
        {
            using var connection = new SqliteDatabase(Path.Combine(folder, "raw.db")).OpenWriter();
            using var create = connection.CreateCommand();
            create.CommandText = "CREATE TABLE t (id INTEGER PRIMARY KEY, data BLOB NOT NULL)";
            create.ExecuteNonQuery();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO t (data) VALUES ($d)";
            var data = insert.Parameters.Add("$d", Microsoft.Data.Sqlite.SqliteType.Blob);
            var random = new Random(1);
            var commits = 0;
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(started) < length)
            {
                var row = new byte[1024];
                random.NextBytes(row);
                data.Value = row;
                insert.ExecuteNonQuery();
                commits++;
            }

            return commits / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
