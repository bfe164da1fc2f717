using AgencyPlatform.Grains.Cases;

namespace AgencyPlatform.Data.Storage;

/// <summary>Reads letters and replies kept with cases.</summary>
public sealed class SqliteLetterArchive(SqliteDatabase database) : ILetterArchive
{
    public async Task<IReadOnlyDictionary<string, string>> Read(string tenant, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (hashes.Count == 0) { return texts; }
        await using var connection = database.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT text FROM case_text WHERE tenant=$t AND hash=$h LIMIT 1";
        var hash = command.Parameters.Add("$h", Microsoft.Data.Sqlite.SqliteType.Text);
        command.Parameters.AddWithValue("$t", tenant);
        foreach (var wanted in hashes)
        {
            hash.Value = wanted;
            if (command.ExecuteScalar() is string text) { texts[wanted] = text; }
        }

        return texts;
    }
}
