namespace AgencyPlatform.Server.Identity;

/// <summary>The agency's keys: found by hash when a program calls, made and withdrawn by people.</summary>
public interface IKeyRing
{
    /// <returns>Null where the key is unknown, expired or withdrawn, or its member no longer works here.</returns>
    internal Caller? Find(string hash);

    /// <summary>Stores a key made elsewhere. Storing the same id twice changes nothing.</summary>
    Task Add(string tenant, NewKey key, CancellationToken cancellationToken);

    Task<bool> Withdraw(string tenant, string id, CancellationToken cancellationToken);

    Task<IReadOnlyList<KeyInfo>> List(string tenant, CancellationToken cancellationToken);
}

/// <summary>A key as it is stored: never the key itself.</summary>
public sealed record NewKey(string Id, string Name, string MemberId, string Role, string Scopes, string Hash, string Prefix, DateTimeOffset? ExpiresAt);

/// <summary>A key as lists show it.</summary>
public sealed record KeyInfo(string Id, string Name, string MemberId, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);
