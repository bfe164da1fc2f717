using AgencyPlatform.Grains.Effects;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Storage;

/// <summary>Throws the read model away and makes it again from the records, in one transaction: readers see the old one or the new one.</summary>
public sealed class ReadModelRebuild(SqliteDatabase database, SqliteWriter writer)
{
    /// <returns>How many records were read.</returns>
    public Task<int> Run(CancellationToken cancellationToken) => writer.Run((connection, transaction) =>
    {
        using var clear = connection.CreateCommand();
        clear.Transaction = transaction;
        clear.CommandText = "DELETE FROM case_row; DELETE FROM case_term; DELETE FROM case_count; DELETE FROM account_row; DELETE FROM client_row; DELETE FROM webhook_endpoint; DELETE FROM amazon_subscription;";
        clear.ExecuteNonQuery();

        using var rows = new SqliteGrainWrites(connection);
        using var reader = database.OpenReader();
        using var select = reader.CreateCommand();
        select.CommandText = "SELECT tenant, kind, id, version, data FROM grain_state";
        using var records = select.ExecuteReader();
        var count = 0;
        for (; records.Read(); count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var kind = records.GetString(1);
            rows.Carry(new GrainWrite(
                records.GetString(0), kind, records.GetString(2), 0, records.GetInt64(3), null, ReadModels.Of(kind, records.GetFieldValue<byte[]>(4))));
        }

        return count;
    }, cancellationToken);
}
