namespace AgencyPlatform.Domain.Webhooks;

/// <summary>One address to which a sender posts events: what kind it is, who may sign, and how it fares.</summary>
public sealed record WebhookEndpoint
{
    /// <summary>128 random bits as text: the address itself is the first thing a stranger would have to guess.</summary>
    public required string Id { get; init; }

    public required EndpointKind Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>The account whose events come here, where the endpoint serves one only.</summary>
    public string? SellerAccountId { get; init; }

    public EndpointState State { get; init; }

    /// <summary>Newest last. More than one is valid while senders change over to a new one.</summary>
    public IReadOnlyList<EndpointSecret> Secrets { get; init; } = [];

    public EndpointHealth Health { get; init; } = new();
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What an endpoint understands: our own status events, or Amazon's notifications.</summary>
public enum EndpointKind { Status, SpApi }

/// <summary>A paused endpoint asks its senders to come back later; it loses nothing and takes nothing.</summary>
public enum EndpointState { Active, Paused }

/// <summary>A signing secret as it is kept: encrypted, with the span in which it counts.</summary>
/// <param name="ValidUntil">Null while it is the newest one.</param>
public sealed record EndpointSecret(string Ciphertext, DateTimeOffset ValidFrom, DateTimeOffset? ValidUntil = null)
{
    public bool IsValidAt(DateTimeOffset at) => ValidUntil is not { } until || at < until;
}

/// <summary>What came in so far, counted in batches: the door does not wait for this record.</summary>
public sealed record EndpointHealth
{
    public long Accepted { get; init; }
    public long Duplicates { get; init; }
    public long Rejected { get; init; }
    public DateTimeOffset? LastAcceptedAt { get; init; }
    public DateTimeOffset? LastRejectedAt { get; init; }
}
