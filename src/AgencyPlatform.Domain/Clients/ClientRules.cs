namespace AgencyPlatform.Domain.Clients;

/// <summary>What may happen to a client.</summary>
public static class ClientRules
{
    public static Decision<ClientEvent> Register(Client? current, ClientRegistered request)
    {
        if (current is not null) { return current.Id == request.ClientId ? Nothing : No(RefusalCodes.Clients.Exists); }
        if (string.IsNullOrWhiteSpace(request.Name)) { return No(RefusalCodes.Clients.NameMissing); }
        return IsContact(request.ContactEmail) ? Decision<ClientEvent>.Of(request) : No(RefusalCodes.Clients.EmailInvalid);
    }

    public static Decision<ClientEvent> Rename(Client? current, string name) => current switch
    {
        null => No(RefusalCodes.Clients.Unknown),
        _ when string.IsNullOrWhiteSpace(name) => No(RefusalCodes.Clients.NameMissing),
        _ when current.Name == name => Nothing,
        _ => Decision<ClientEvent>.Of(new ClientRenamed(name)),
    };

    public static Decision<ClientEvent> ChangeContact(Client? current, string? contactEmail, string? language) => current switch
    {
        null => No(RefusalCodes.Clients.Unknown),
        _ when !IsContact(contactEmail) => No(RefusalCodes.Clients.EmailInvalid),
        _ when current.ContactEmail == contactEmail && current.Language == language => Nothing,
        _ => Decision<ClientEvent>.Of(new ClientContactChanged(contactEmail, language)),
    };

    public static Decision<ClientEvent> ChangeNotes(Client? current, string? notes) => current switch
    {
        null => No(RefusalCodes.Clients.Unknown),
        _ when current.Notes == notes => Nothing,
        _ => Decision<ClientEvent>.Of(new ClientNotesChanged(notes)),
    };

    public static Client Evolve(Client? current, ClientEvent happened) => (current, happened) switch
    {
        (null, ClientRegistered e) => new Client { Id = e.ClientId, Name = e.Name, ContactEmail = e.ContactEmail, Language = e.Language, Notes = e.Notes },
        (null, _) => throw new InvalidOperationException($"{happened.GetType().Name} before the client was registered."),
        (_, ClientRenamed e) => current with { Name = e.Name },
        (_, ClientContactChanged e) => current with { ContactEmail = e.ContactEmail, Language = e.Language },
        (_, ClientNotesChanged e) => current with { Notes = e.Notes },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to a client that is registered."),
    };

    private static bool IsContact(string? email) => string.IsNullOrEmpty(email) || EmailAddress.IsPlausible(email);

    private static Decision<ClientEvent> Nothing => Decision<ClientEvent>.Of();

    private static Decision<ClientEvent> No(string code) => Decision<ClientEvent>.No(code);
}
