using AgencyPlatform.Contracts.Tenancy;
using Orleans.Concurrency;

namespace AgencyPlatform.Contracts.Clients;

/// <summary>A seller firm that pays the agency. Key: <c>{tenant}/{client}</c>.</summary>
[Alias("client"), GrainInterfaceType("client")]
public interface IClientGrain : ITenantGrain
{
    [Alias("register")] Task<ClientReply> Register(RegisterClient command, CancellationToken cancellationToken = default);
    [Alias("describe"), ReadOnly] Task<ClientView?> Describe(CancellationToken cancellationToken = default);
}

[GenerateSerializer, Immutable, Alias("client.reply.v1")]
public sealed record ClientReply
{
    [Id(0)] public RefusalView? Refusal { get; init; }
    [Id(1)] public ClientView? Client { get; init; }
    [Id(2)] public bool Replayed { get; init; }
}

[GenerateSerializer, Immutable, Alias("client.register.v1")]
public sealed record RegisterClient : Command
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public string? ContactEmail { get; init; }

    /// <summary>BCP 47 tag of the language the client reads.</summary>
    [Id(2)] public string? Language { get; init; }
}

/// <summary>A client as it stands.</summary>
[GenerateSerializer, Immutable, Alias("client.view.v1")]
public sealed record ClientView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public string? ContactEmail { get; init; }
    [Id(3)] public string? Language { get; init; }
}
