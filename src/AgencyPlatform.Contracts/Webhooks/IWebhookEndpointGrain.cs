using AgencyPlatform.Contracts.Tenancy;
using Orleans.Concurrency;

namespace AgencyPlatform.Contracts.Webhooks;

/// <summary>An inbound source of webhooks: its secrets, their rotation, and how it fares. Key: <c>{tenant}/{endpoint}</c>.</summary>
[Alias("webhook-endpoint"), GrainInterfaceType("webhook-endpoint")]
public interface IWebhookEndpointGrain : ITenantGrain
{
    [Alias("create")] Task<EndpointReply> Create(CreateEndpoint command, CancellationToken cancellationToken = default);

    /// <summary>A new secret; the old ones stay valid for another 24 hours.</summary>
    [Alias("rotate")] Task<EndpointReply> Rotate(RotateSecret command, CancellationToken cancellationToken = default);

    [Alias("pause")] Task<EndpointReply> Pause(PauseEndpoint command, CancellationToken cancellationToken = default);
    [Alias("unpause")] Task<EndpointReply> Unpause(UnpauseEndpoint command, CancellationToken cancellationToken = default);

    /// <summary>What the door took and turned away since it last said so.</summary>
    [Alias("count")] Task<EndpointReply> Count(CountArrivals command, CancellationToken cancellationToken = default);

    [Alias("describe"), ReadOnly] Task<EndpointView?> Describe(CancellationToken cancellationToken = default);
}

[GenerateSerializer, Immutable, Alias("webhook-endpoint.reply.v1")]
public sealed record EndpointReply
{
    [Id(0)] public RefusalView? Refusal { get; init; }
    [Id(1)] public EndpointView? Endpoint { get; init; }
    [Id(2)] public bool Replayed { get; init; }
}

[GenerateSerializer, Immutable, Alias("webhook-endpoint.create.v1")]
public sealed record CreateEndpoint : Command
{
    /// <summary><c>status</c> or <c>sp-api</c>.</summary>
    [Id(0)] public required string Kind { get; init; }

    [Id(1)] public required string Name { get; init; }
    [Id(2)] public string? SellerAccountId { get; init; }

    /// <summary>The first secret, encrypted: no grain ever holds a secret in the clear.</summary>
    [Id(3)] public required string Ciphertext { get; init; }
}

[GenerateSerializer, Immutable, Alias("webhook-endpoint.rotate-secret.v1")]
public sealed record RotateSecret : Command
{
    [Id(0)] public required string Ciphertext { get; init; }
}

[GenerateSerializer, Immutable, Alias("webhook-endpoint.pause.v1")]
public sealed record PauseEndpoint : Command;

[GenerateSerializer, Immutable, Alias("webhook-endpoint.unpause.v1")]
public sealed record UnpauseEndpoint : Command;

[GenerateSerializer, Immutable, Alias("webhook-endpoint.count-arrivals.v1")]
public sealed record CountArrivals : Command
{
    [Id(0)] public required long Accepted { get; init; }
    [Id(1)] public required long Duplicates { get; init; }
    [Id(2)] public required long Rejected { get; init; }
    [Id(3)] public DateTimeOffset? LastAcceptedAt { get; init; }
    [Id(4)] public DateTimeOffset? LastRejectedAt { get; init; }
}

/// <summary>An endpoint as people and programs see it: never a secret, not even an encrypted one.</summary>
[GenerateSerializer, Immutable, Alias("webhook-endpoint.view.v1")]
public sealed record EndpointView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Kind { get; init; }
    [Id(2)] public required string Name { get; init; }
    [Id(3)] public string? SellerAccountId { get; init; }

    /// <summary><c>active</c> or <c>paused</c>.</summary>
    [Id(4)] public required string State { get; init; }

    [Id(5)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when the newest secret counts.</summary>
    [Id(6)] public required DateTimeOffset SecretSince { get; init; }

    /// <summary>Until when an older secret still counts; null where only the newest does.</summary>
    [Id(7)] public DateTimeOffset? OldSecretUntil { get; init; }

    [Id(8)] public long Accepted { get; init; }
    [Id(9)] public long Duplicates { get; init; }
    [Id(10)] public long Rejected { get; init; }
    [Id(11)] public DateTimeOffset? LastAcceptedAt { get; init; }
    [Id(12)] public DateTimeOffset? LastRejectedAt { get; init; }
}
