using System.Collections.Concurrent;
using AgencyPlatform.Data;
using AgencyPlatform.Data.Identity;
using AgencyPlatform.Server.Identity;
using Microsoft.EntityFrameworkCore;

namespace AgencyPlatform.Server.Hosting.Identity;

/// <summary>Keys in the store, with what was found kept for half a minute, and their use noted for one batched write a minute.</summary>
internal sealed class KeyRing(Credentials credentials, AgencyStore store, TimeProvider time) : IKeyRing
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (KeyHolder? Holder, DateTimeOffset Until)> found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Tenant, string KeyId), DateTimeOffset> used = new();

    public Caller? Find(string hash)
    {
        var now = time.GetUtcNow();
        if (!found.TryGetValue(hash, out var entry) || entry.Until <= now)
        {
            if (found.Count > 10_000) { found.Clear(); }
            entry = (credentials.Key(hash), now + Kept);
            found[hash] = entry;
        }

        if (entry.Holder is not { IsActive: true, RevokedAt: null } key || key.ExpiresAt <= now) { return null; }
        used[(key.Tenant, key.KeyId)] = now;
        return new Caller(key.Tenant, key.MemberId, key.MemberName, key.Role, key.Scopes, key.KeyId);
    }

    public async Task Add(string tenant, NewKey key, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        if (await db.ApiKeys.AnyAsync(k => k.Id == key.Id, cancellationToken)) { return; }
        db.ApiKeys.Add(new ApiKey
        {
            Tenant = tenant,
            Id = key.Id,
            Hash = key.Hash,
            Prefix = key.Prefix,
            Name = key.Name,
            MemberId = key.MemberId,
            Role = key.Role,
            Scopes = key.Scopes,
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = key.ExpiresAt,
        });
        await db.SaveChangesAsync(cancellationToken);
        found.TryRemove(key.Hash, out _);
    }

    public async Task<bool> Withdraw(string tenant, string id, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        if (await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == id, cancellationToken) is not { } key) { return false; }
        key.RevokedAt ??= time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        found.TryRemove(key.Hash, out _);
        return true;
    }

    public async Task<IReadOnlyList<KeyInfo>> List(string tenant, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        var keys = await db.ApiKeys.AsNoTracking().OrderBy(k => k.CreatedAt).ToListAsync(cancellationToken);
        return [.. keys.Select(k => new KeyInfo(k.Id, k.Name, k.MemberId, k.Prefix, k.Scopes.Split(' '), k.CreatedAt, k.ExpiresAt, k.LastUsedAt, k.RevokedAt))];
    }

    /// <summary>Writes down which keys were used since the last time.</summary>
    public Task NoteUse(CancellationToken cancellationToken)
    {
        List<(string, string, DateTimeOffset)> batch = [];
        foreach (var key in used.Keys)
        {
            if (used.TryRemove(key, out var at)) { batch.Add((key.Tenant, key.KeyId, at)); }
        }

        return batch.Count == 0 ? Task.CompletedTask : credentials.Used(batch, cancellationToken);
    }
}

/// <summary>Notes the use of keys once a minute.</summary>
internal sealed class KeyUse(KeyRing keys, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) { await keys.NoteUse(stoppingToken); }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await keys.NoteUse(CancellationToken.None);
        }
    }
}
