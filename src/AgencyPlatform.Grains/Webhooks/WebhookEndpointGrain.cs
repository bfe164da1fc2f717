using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Contracts.Webhooks;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Grains.Effects;
using Orleans.Runtime;

namespace AgencyPlatform.Grains.Webhooks;

/// <summary>The stored record of one inbound endpoint.</summary>
public sealed record EndpointRecord : Journaled<WebhookEndpoint>;

[GrainType("webhook-endpoint")]
internal sealed class WebhookEndpointGrain(
    [PersistentState("webhook-endpoint", GrainStore.Name)] IPersistentState<EndpointRecord> store,
    IGrainContext context, ICommandReplies replies, TimeProvider time) : Grain, IWebhookEndpointGrain
{
    private static readonly Fold<WebhookEndpoint, EndpointEvent> Fold =
        new(new EventNames<EndpointEvent>("endpoint"), EndpointRules.Evolve, (_, after) => new Effect.EndpointRow(after.Row()));

    private readonly Journal<EndpointRecord, WebhookEndpoint, EndpointEvent> journal = new(store, context, replies, time, Fold);

    public Task<EndpointReply> Create(CreateEndpoint command, CancellationToken cancellationToken) =>
        Run(command, (endpoint, _) => Wire.TryRead<EndpointKind>(command.Kind, out var kind)
            ? EndpointRules.Create(endpoint, new EndpointCreated(
                TenantKey.Of(this.GetPrimaryKeyString()).LocalId, kind, command.Name, command.SellerAccountId, command.Ciphertext), command.Actor.Actor())
            : Decision<EndpointEvent>.No("endpoint.kind-invalid", ("kind", command.Kind)), cancellationToken);

    public Task<EndpointReply> Rotate(RotateSecret command, CancellationToken cancellationToken) =>
        Run(command, (endpoint, now) => EndpointRules.Rotate(endpoint, command.Ciphertext, command.Actor.Actor(), now), cancellationToken);

    public Task<EndpointReply> Pause(PauseEndpoint command, CancellationToken cancellationToken) =>
        Run(command, (endpoint, _) => EndpointRules.Pause(endpoint, command.Actor.Actor()), cancellationToken);

    public Task<EndpointReply> Unpause(UnpauseEndpoint command, CancellationToken cancellationToken) =>
        Run(command, (endpoint, _) => EndpointRules.Resume(endpoint, command.Actor.Actor()), cancellationToken);

    public Task<EndpointReply> Count(CountArrivals command, CancellationToken cancellationToken) =>
        Run(command, (endpoint, _) => EndpointRules.Count(endpoint, new EndpointTally(
            command.Accepted, command.Duplicates, command.Rejected, command.LastAcceptedAt, command.LastRejectedAt)), cancellationToken);

    public Task<EndpointView?> Describe(CancellationToken cancellationToken) => Task.FromResult(journal.State?.View());

    private Task<EndpointReply> Run(
        Command command, Func<WebhookEndpoint?, DateTimeOffset, Decision<EndpointEvent>> decide, CancellationToken cancellationToken) =>
        journal.Run(command, new Turn<WebhookEndpoint, EndpointEvent, EndpointReply>
        {
            Decide = decide,
            Reply = (endpoint, no) => new EndpointReply { Refusal = no, Endpoint = endpoint?.View() },
            Replayed = reply => reply with { Replayed = true },
        }, cancellationToken);
}
