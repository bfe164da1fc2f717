using System.Globalization;
using System.Text.Json;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Grains.Effects;
using Orleans.Runtime;
using Orleans.Storage;

namespace AgencyPlatform.Data.Storage;

/// <summary>Orleans grain storage over the relational store: record and effects in one transaction, the version as ETag.</summary>
public sealed class RelationalGrainStorage(SqliteDatabase database, SqliteWriter writer) : IGrainStorage
{
    private const string Select = "SELECT version, data FROM grain_state WHERE tenant=$tenant AND kind=$kind AND id=$id";

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (tenant, id) = Key(grainId);
        await using var connection = database.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = Select;
        command.Parameters.AddWithValue("$tenant", tenant);
        command.Parameters.AddWithValue("$kind", stateName);
        command.Parameters.AddWithValue("$id", id);

        // SQLite answers in memory or from one page read; its async methods are synchronous anyway.
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            grainState.State = Activator.CreateInstance<T>();
            grainState.ETag = null;
            grainState.RecordExists = false;
            return;
        }

        grainState.ETag = reader.GetInt64(0).ToString(CultureInfo.InvariantCulture);
        grainState.State = JsonSerializer.Deserialize<T>(reader.GetFieldValue<byte[]>(1), RecordJson.Options)!;
        grainState.RecordExists = true;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (tenant, id) = Key(grainId);
        var expected = Expected(grainState.ETag);
        var journaled = grainState.State as IJournaled;
        var write = new GrainWrite(
            tenant, stateName, id, expected, journaled?.Version ?? expected + 1,
            JsonSerializer.SerializeToUtf8Bytes(grainState.State, RecordJson.Options), journaled?.Pending ?? []);
        await Commit(write, grainState.ETag);
        grainState.ETag = write.Version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (tenant, id) = Key(grainId);
        if (grainState.ETag is not null)
        {
            var expected = Expected(grainState.ETag);
            await Commit(new GrainWrite(tenant, stateName, id, expected, expected, null, []), grainState.ETag);
        }

        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private async Task Commit(GrainWrite write, string? etag)
    {
        switch (await writer.Write(write))
        {
            case WriteOutcome.Committed:
                return;
            case WriteOutcome.DuplicateCommand:
                throw new DuplicateCommandException(write.Effects.OfType<Effect.CommandReply>().First().CommandId);
            default:
                throw new InconsistentStateException($"{write.Grain} was written by another activation.", "moved", etag ?? "none");
        }
    }

    private static long Expected(string? etag) => etag is null ? 0 : long.Parse(etag, CultureInfo.InvariantCulture);

    private static (string Tenant, string Id) Key(GrainId grainId) =>
        TenantKey.TryParse(grainId.Key.ToString(), out var key) ? (key.Value.Tenant, key.Value.LocalId) : ("", grainId.Key.ToString()!);
}
