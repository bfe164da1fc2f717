namespace AgencyPlatform.Domain.Webhooks;

/// <summary>What happened to an inbound endpoint.</summary>
public abstract record EndpointEvent;

public sealed record EndpointCreated(string EndpointId, EndpointKind Kind, string Name, string? SellerAccountId, string Ciphertext) : EndpointEvent;

/// <summary>A new secret counts from now on, the ones before it until <paramref name="OldUntil"/>.</summary>
public sealed record EndpointSecretRotated(string Ciphertext, DateTimeOffset OldUntil) : EndpointEvent;

public sealed record EndpointPaused : EndpointEvent;

public sealed record EndpointResumed : EndpointEvent;

/// <summary>What came in since the last count.</summary>
public sealed record EndpointCounted(EndpointTally Tally) : EndpointEvent;

/// <summary>A batch of arrivals at one endpoint.</summary>
public sealed record EndpointTally(long Accepted, long Duplicates, long Rejected, DateTimeOffset? LastAcceptedAt, DateTimeOffset? LastRejectedAt);
