namespace AgencyPlatform.Domain.Clients;

/// <summary>A seller firm that pays the agency.</summary>
public sealed record Client
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? ContactEmail { get; init; }

    /// <summary>BCP 47 tag of the language the client reads; null follows the agency.</summary>
    public string? Language { get; init; }

    /// <summary>Notes of the agency about the client; they never leave the agency.</summary>
    public string? Notes { get; init; }
}

/// <summary>What happened to a client.</summary>
public abstract record ClientEvent;

public sealed record ClientRegistered(string ClientId, string Name, string? ContactEmail, string? Language, string? Notes) : ClientEvent;

public sealed record ClientRenamed(string Name) : ClientEvent;

public sealed record ClientContactChanged(string? ContactEmail, string? Language) : ClientEvent;

public sealed record ClientNotesChanged(string? Notes) : ClientEvent;
