using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Data.Storage;

/// <summary>Reads the replies that writes stored.</summary>
public sealed class SqliteCommandReplies(SqliteDatabase database) : ICommandReplies
{
    public async Task<StoredReply?> Find(string grainKind, string grainKey, string commandId, CancellationToken cancellationToken)
    {
        if (!TenantKey.TryParse(grainKey, out var key)) { return null; }
        await using var connection = database.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT fingerprint, reply FROM command WHERE tenant=$t AND grain=$g AND command_id=$c";
        command.Parameters.AddWithValue("$t", key.Value.Tenant);
        command.Parameters.AddWithValue("$g", $"{grainKind}/{key.Value.LocalId}");
        command.Parameters.AddWithValue("$c", commandId);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new StoredReply(reader.IsDBNull(0) ? null : reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1))
            : null;
    }
}
