using System.Security.Cryptography;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>What the ingress must know of an endpoint to let somebody in.</summary>
internal sealed class Door
{
    private readonly IReadOnlyList<DoorKey> keys;
    private readonly byte[][] all;

    public Door(string tenant, string endpointId, bool isAmazon, string? accountId, bool isPaused, IReadOnlyList<DoorKey> keys)
    {
        (Tenant, EndpointId, IsAmazon, AccountId, IsPaused, this.keys) = (tenant, endpointId, isAmazon, accountId, isPaused, keys);
        all = [.. keys.Select(k => k.Key)];
    }

    /// <summary>Stands in for an address nobody has: its key fits nothing, but trying it takes the time that a wrong key takes.</summary>
    public static Door Nowhere { get; } = new("", "", isAmazon: false, null, isPaused: false, [new DoorKey(RandomNumberGenerator.GetBytes(32), null)]);

    public string Tenant { get; }

    public string EndpointId { get; }

    /// <summary>True for Amazon's notifications, false for status events.</summary>
    public bool IsAmazon { get; }

    /// <summary>The account that the endpoint serves, if it serves one only.</summary>
    public string? AccountId { get; }

    public bool IsPaused { get; }

    public IReadOnlyList<byte[]> KeysAt(DateTimeOffset now)
    {
        foreach (var key in keys)
        {
            if (key.ValidUntil is { } until && now >= until) { return [.. keys.Where(k => k.ValidUntil is not { } end || now < end).Select(k => k.Key)]; }
        }

        return all;
    }
}

/// <summary>A signing key in the clear; it lives in memory only.</summary>
internal sealed record DoorKey(byte[] Key, DateTimeOffset? ValidUntil);

/// <summary>Finds doors by their address, in memory wherever possible.</summary>
internal interface IDoors
{
    /// <returns>Null where nobody has this address.</returns>
    Door? Find(string endpointId);
}
