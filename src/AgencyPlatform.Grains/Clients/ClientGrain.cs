using AgencyPlatform.Contracts.Clients;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Domain.Clients;
using AgencyPlatform.Grains.Effects;
using Orleans.Runtime;

namespace AgencyPlatform.Grains.Clients;

/// <summary>The stored record of one client.</summary>
public sealed record ClientRecord : Journaled<Client>;

[GrainType("client")]
internal sealed class ClientGrain(
    [PersistentState("client", GrainStore.Name)] IPersistentState<ClientRecord> store,
    IGrainContext context, ICommandReplies replies, TimeProvider time) : Grain, IClientGrain
{
    private static readonly Fold<Client, ClientEvent> Fold = new(
        new EventNames<ClientEvent>("client"),
        (client, happened, _) => ClientRules.Evolve(client, happened),
        (_, after) => new Effect.ClientRow(Row(after)));

    private readonly Journal<ClientRecord, Client, ClientEvent> journal = new(store, context, replies, time, Fold);

    public Task<ClientReply> Register(RegisterClient command, CancellationToken cancellationToken) =>
        journal.Run(command, new Turn<Client, ClientEvent, ClientReply>
        {
            Decide = (client, _) => ClientRules.Register(client, new ClientRegistered(
                TenantKey.Of(this.GetPrimaryKeyString()).LocalId, command.Name, command.ContactEmail, command.Language, null)),
            Reply = (client, no) => new ClientReply { Refusal = no, Client = View(client) },
            Replayed = reply => reply with { Replayed = true },
        }, cancellationToken);

    public Task<ClientView?> Describe(CancellationToken cancellationToken) => Task.FromResult(View(journal.State));

    /// <summary>The client as lists see it.</summary>
    public static ClientRowData Row(Client client) => new(client.Id, client.Name, client.ContactEmail, client.Language);

    private static ClientView? View(Client? client) => client is null
        ? null
        : new ClientView { Id = client.Id, Name = client.Name, ContactEmail = client.ContactEmail, Language = client.Language };
}
