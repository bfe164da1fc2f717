namespace AgencyPlatform.Domain.Clients;

/// <summary>What may happen to a client.</summary>
public static class ClientRules
{
    public static Decision<ClientEvent> Register(Client? current, ClientRegistered request) => throw new NotImplementedException();
    public static Decision<ClientEvent> Rename(Client? current, string name) => throw new NotImplementedException();
    public static Decision<ClientEvent> ChangeContact(Client? current, string? contactEmail, string? language) => throw new NotImplementedException();
    public static Decision<ClientEvent> ChangeNotes(Client? current, string? notes) => throw new NotImplementedException();
    public static Client Evolve(Client? current, ClientEvent happened) => throw new NotImplementedException();
}
