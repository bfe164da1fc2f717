using System.Collections.Concurrent;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Grains.Playbooks;
using Microsoft.Extensions.Logging;

namespace AgencyPlatform.Data.Playbooks;

/// <summary>
/// The shipped playbook, agencies' overridden ones, and every version a running case still needs. A version is kept in the
/// database before the first case can start with it.
/// </summary>
public sealed partial class PlaybookLibrary(SqliteDatabase database, SqliteWriter writer, TimeProvider time, ILogger<PlaybookLibrary> log) : IPlaybookLibrary
{
    private readonly string note = Path.Combine(Path.GetDirectoryName(database.Path)!, "playbook.known");
    private readonly ConcurrentDictionary<string, Lazy<PlaybookVersion>> versions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> current = new(StringComparer.Ordinal);
    private Func<string, CancellationToken, Task<IReadOnlyDictionary<string, string>>> overridesOf = (_, _) => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());
    private volatile PlaybookVersion? shipped;

    public bool IsLoaded => shipped is not null;

    /// <summary>The playbook as shipped, without any agency's overrides.</summary>
    public PlaybookVersion Shipped => shipped ?? throw new InvalidOperationException("The playbook is not loaded yet.");

    /// <summary>Where the agency's overrides are read; set once at start, because the agency's grain needs this library itself.</summary>
    public void AskOverrides(Func<string, CancellationToken, Task<IReadOnlyDictionary<string, string>>> source) => overridesOf = source;

    /// <summary>Takes the folder's playbook into use. A broken one leaves the running one in place.</summary>
    /// <returns>Every problem with file, line, key and reason; empty where it was taken.</returns>
    public async Task<IReadOnlyList<PlaybookProblem>> Load(string folder, CancellationToken cancellationToken)
    {
        if (await KnownFrom(folder, cancellationToken) is { } known)
        {
            Use(known);
            return [];
        }

        var read = PlaybookFiles.Load(folder);
        if (read.Playbook is null || read.Problems.Count > 0)
        {
            foreach (var problem in read.Problems) { LogProblem(problem.File, problem.Line, problem.Key, problem.Reason); }
            return read.Problems;
        }

        await Keep(read.Playbook, cancellationToken);
        await File.WriteAllTextAsync(note, $"{PlaybookFolder.Fingerprint(folder)} {read.Playbook.ContentHash}", cancellationToken);
        Use(read.Playbook);
        return [];
    }

    public async ValueTask<PlaybookVersion> Current(string tenant, CancellationToken cancellationToken)
    {
        if (current.TryGetValue(tenant, out var hash)) { return await Version(hash, cancellationToken); }
        var overrides = await overridesOf(tenant, cancellationToken);
        var playbook = overrides.Count == 0 ? Shipped.Playbook : await Overridden(tenant, overrides, cancellationToken);
        current[tenant] = playbook.ContentHash;
        return Compiled(playbook);
    }

    public async ValueTask<PlaybookVersion> Version(string contentHash, CancellationToken cancellationToken)
    {
        if (versions.TryGetValue(contentHash, out var known)) { return known.Value; }
        return await Content(contentHash, cancellationToken) is { } content
            ? Compiled(PlaybookContent.Read(content))
            : throw new KeyNotFoundException($"No playbook version {contentHash} was ever kept.");
    }

    public ValueTask<Refusal?> CheckOverride(string entry, string value, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Shipped.Playbook.With(new Dictionary<string, string> { [entry] = value }) is PlaybookChange.Refused no ? no.Reason : null);

    /// <summary>The agency's overrides changed; its next case starts with the new version.</summary>
    public void Forget(string tenant) => current.TryRemove(tenant, out _);

    /// <summary>
    /// The playbook that these very files gave when they were last read and found without faults; reading it back is several
    /// times faster than reading the files, which is what a start waits for.
    /// </summary>
    private async Task<Playbook?> KnownFrom(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder) || !File.Exists(note)) { return null; }
        var parts = (await File.ReadAllTextAsync(note, cancellationToken)).Split(' ');
        return parts is [var fingerprint, var hash] && fingerprint == PlaybookFolder.Fingerprint(folder) && await Content(hash, cancellationToken) is { } content
            ? PlaybookContent.Read(content)
            : null;
    }

    private void Use(Playbook playbook)
    {
        shipped = Compiled(playbook);
        current.Clear();
        LogLoaded(playbook.Id, playbook.Version, playbook.ContentHash, playbook.Categories.Count);
    }

    private async Task<Playbook> Overridden(string tenant, IReadOnlyDictionary<string, string> overrides, CancellationToken cancellationToken)
    {
        if (Shipped.Playbook.With(overrides) is not PlaybookChange.Changed { Playbook: var changed })
        {
            // The overrides were fine when they were made; a newer shipped playbook no longer takes them.
            LogStale(tenant);
            return Shipped.Playbook;
        }

        await Keep(changed, cancellationToken);
        return changed;
    }

    private PlaybookVersion Compiled(Playbook playbook) =>
        versions.GetOrAdd(playbook.ContentHash, _ => new Lazy<PlaybookVersion>(() => new PlaybookVersion(playbook, new NoticeTriage(playbook)))).Value;

    private async Task<string?> Content(string contentHash, CancellationToken cancellationToken)
    {
        await using var connection = database.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM playbook_version WHERE content_hash=$h";
        command.Parameters.AddWithValue("$h", contentHash);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private async Task Keep(Playbook playbook, CancellationToken cancellationToken)
    {
        if (versions.ContainsKey(playbook.ContentHash)) { return; }
        if (await Content(playbook.ContentHash, cancellationToken) is not null) { return; }
        var content = PlaybookContent.Write(playbook);
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        await writer.Run((connection, transaction) =>
        {
            using var keep = connection.CreateCommand();
            keep.Transaction = transaction;
            keep.CommandText = "INSERT INTO playbook_version VALUES ($h,$p,$a,$c) ON CONFLICT DO NOTHING";
            keep.Parameters.AddWithValue("$h", playbook.ContentHash);
            keep.Parameters.AddWithValue("$p", playbook.Id);
            keep.Parameters.AddWithValue("$a", at);
            keep.Parameters.AddWithValue("$c", content);
            return keep.ExecuteNonQuery();
        }, cancellationToken);
    }

    [LoggerMessage(EventId = 1301, Level = LogLevel.Information, Message = "Playbook {Id} {Version} ({Hash}) with {Categories} categories")]
    private partial void LogLoaded(string id, string version, string hash, int categories);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Error, Message = "Playbook {File}({Line}) {Key}: {Reason}")]
    private partial void LogProblem(string file, int line, string key, string reason);

    [LoggerMessage(EventId = 1303, Level = LogLevel.Error, Message = "The playbook overrides of agency {Tenant} do not fit the shipped playbook; it works with the shipped one")]
    private partial void LogStale(string tenant);
}
