using System.Collections.Concurrent;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Grains.Sla;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Sla;

/// <summary>The plan an agency has in force, and whom it employs.</summary>
/// <param name="Plan">Null while it works with the shipped plan.</param>
public sealed record AgencyFacts(PlanReference? Plan, IReadOnlyList<CallableMember> Members);

/// <summary>
/// The shipped plan and every version agencies saved. An agency's write keeps a version before any clock can name it; the shipped
/// plan is kept here, under no tenant, when it is first used.
/// </summary>
public sealed class SlaLibrary(SqliteDatabase database, TimeProvider time) : ISlaLibrary
{
    private const string Nobody = "";

    private readonly ConcurrentDictionary<string, Lazy<Task<AgencyPromise>>> current = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Tenant, string Hash), PlanVersion> versions = new();
    private Func<string, CancellationToken, Task<AgencyFacts>> factsOf = (_, _) => Task.FromResult(new AgencyFacts(null, []));
    private volatile PlanVersion? shipped;

    /// <summary>The plan of an agency that has saved none.</summary>
    public PlanVersion Shipped => shipped ?? throw new InvalidOperationException("The shipped plan is not loaded yet.");

    /// <summary>Where an agency's settings are read; set once at start, because the agency's cases need this library themselves.</summary>
    public void Ask(Func<string, CancellationToken, Task<AgencyFacts>> source) => factsOf = source;

    /// <param name="writer">Passed here, because the writer itself tells this library of agencies' writes.</param>
    public async Task Load(SlaPlan plan, SqliteWriter writer, CancellationToken cancellationToken)
    {
        var version = new PlanVersion(new PlanReference(0, PlanContent.Hash(plan)), plan);
        await Keep(version, writer, cancellationToken);
        versions[(Nobody, version.Reference.Hash)] = version;
        shipped = version;
        current.Clear();
    }

    public async ValueTask<AgencyPromise> Current(string tenant, CancellationToken cancellationToken)
    {
        // A reading that began before the agency's write must not be remembered after it: Forget takes the reading itself away.
        var reading = current.GetOrAdd(tenant, t => new Lazy<Task<AgencyPromise>>(() => Read(t)));
        try
        {
            return await reading.Value.WaitAsync(cancellationToken);
        }
        catch (Exception) when (reading.Value.IsFaulted)
        {
            current.TryRemove(KeyValuePair.Create(tenant, reading));
            throw;
        }
    }

    public async ValueTask<PlanVersion> Version(string tenant, string hash, CancellationToken cancellationToken)
    {
        if (versions.TryGetValue((tenant, hash), out var known) || versions.TryGetValue((Nobody, hash), out known)) { return known; }
        var (owner, version, content) = await Find(tenant, hash, cancellationToken) ?? throw new KeyNotFoundException($"No plan version {hash} was ever kept.");
        return versions.GetOrAdd((owner, hash), _ => new PlanVersion(new PlanReference(version, hash), PlanContent.Read(content)));
    }

    /// <summary>The agency's settings changed; the next command sees them.</summary>
    public void Forget(string tenant) => current.TryRemove(tenant, out _);

    private async Task<AgencyPromise> Read(string tenant)
    {
        var facts = await factsOf(tenant, CancellationToken.None);
        var version = facts.Plan is { } saved ? await Version(tenant, saved.Hash, CancellationToken.None) : Shipped;
        return new AgencyPromise(version, facts.Members);
    }

    private async Task<(string Owner, int Version, string Content)?> Find(string tenant, string hash, CancellationToken cancellationToken)
    {
        await using var connection = database.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT tenant, version, content FROM sla_plan WHERE tenant IN ($t, '') AND hash=$h ORDER BY tenant DESC LIMIT 1";
        command.Parameters.AddWithValue("$t", tenant);
        command.Parameters.AddWithValue("$h", hash);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (row.GetString(0), row.GetInt32(1), row.GetString(2)) : null;
    }

    private async Task Keep(PlanVersion version, SqliteWriter writer, CancellationToken cancellationToken)
    {
        if (await Find(Nobody, version.Reference.Hash, cancellationToken) is not null) { return; }
        var (content, at) = (PlanContent.Write(version.Plan), time.GetUtcNow().ToUnixTimeMilliseconds());
        await writer.Run((connection, transaction) => Insert(connection, transaction, version.Reference.Hash, at, content), cancellationToken);
    }

    private static int Insert(SqliteConnection connection, SqliteTransaction transaction, string hash, long at, string content)
    {
        using var keep = connection.CreateCommand();
        keep.Transaction = transaction;
        keep.CommandText = "INSERT INTO sla_plan VALUES ('', $h, 0, $a, $c) ON CONFLICT DO NOTHING";
        keep.Parameters.AddWithValue("$h", hash);
        keep.Parameters.AddWithValue("$a", at);
        keep.Parameters.AddWithValue("$c", content);
        return keep.ExecuteNonQuery();
    }
}
