using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Data.Webhooks;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Secrets;
using AgencyPlatform.Server.Webhooks;

namespace AgencyPlatform.Server.Hosting.Webhooks;

/// <summary>The doors in memory, with their keys in the clear; a commit that changes one drops it here.</summary>
internal sealed class DoorBook(WebhookEndpointRows rows, SecretBox secrets, TimeProvider time) : IDoors, ICommitListener
{
    /// <summary>Addresses that nobody has are remembered too, but not for ever: strangers choose them.</summary>
    private const int Strangers = 10_000;

    /// <summary>Other processes change endpoints as well, and tell nobody.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Entry> unknown = new(StringComparer.Ordinal);
    private long generation;

    public Door? Find(string endpointId)
    {
        var now = time.GetTimestamp();
        if (known.TryGetValue(endpointId, out var entry) && IsFresh(entry, now)) { return entry.Door; }
        if (unknown.TryGetValue(endpointId, out entry) && IsFresh(entry, now)) { return null; }
        return Read(endpointId, now);
    }

    public void Committed(GrainWrite write)
    {
        if (write.Kind != "webhook-endpoint") { return; }
        Interlocked.Increment(ref generation);
        known.TryRemove(write.Id, out _);
        unknown.TryRemove(write.Id, out _);
    }

    /// <summary>What a sealed secret of an endpoint is about.</summary>
    public static string About(string endpointId) => $"webhook-secret/{endpointId}";

    private bool IsFresh(Entry entry, long now) => time.GetElapsedTime(entry.Since, now) < Kept;

    private Door? Read(string endpointId, long now)
    {
        var before = Interlocked.Read(ref generation);
        var door = rows.Find(endpointId) is { } row ? Open(row) : null;
        var entry = new Entry(door, now);
        if (door is null)
        {
            known.TryRemove(endpointId, out _);
            if (unknown.Count >= Strangers) { unknown.Clear(); }
            unknown[endpointId] = entry;
        }
        else
        {
            known[endpointId] = entry;
        }

        // A change that was committed meanwhile has dropped what was there before this: drop this too.
        if (Interlocked.Read(ref generation) != before)
        {
            known.TryRemove(endpointId, out _);
            unknown.TryRemove(endpointId, out _);
        }

        return door;
    }

    private Door Open(EndpointEntry row) => new(
        row.Tenant, row.Id, row.Kind == Wire.Name(EndpointKind.SpApi), row.AccountId, row.IsPaused, [.. row.Secrets.Select(s => new DoorKey(Key(row, s), s.ValidUntil))]);

    private byte[] Key(EndpointEntry row, EndpointSecret secret) =>
        WebhookSecret.Parse(Encoding.UTF8.GetString(secrets.Open(row.Tenant, About(row.Id), Convert.FromBase64String(secret.Ciphertext))))?.Key()
        ?? throw new CryptographicException("A stored secret is none.");

    private sealed record Entry(Door? Door, long Since);
}
