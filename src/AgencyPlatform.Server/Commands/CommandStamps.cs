using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Commands;

/// <summary>Stamps the commands of this request or circuit.</summary>
public sealed class CommandStamps(CurrentTenant caller)
{
    private (string CommandId, string Fingerprint)? keyed;
    private CommandStamp? given;

    /// <summary>One stamp per thing a person or program asked for.</summary>
    public CommandStamp Next() =>
        given ?? (keyed is { } key ? new CommandStamp(key.CommandId, caller.Actor, key.Fingerprint) : new CommandStamp(Guid.CreateVersion7().ToString("n"), caller.Actor));

    /// <summary>The request came with an Idempotency-Key.</summary>
    internal void Key(string commandId, string fingerprint) => keyed = (commandId, fingerprint);

    /// <summary>For uploads, whose raw bytes differ between equal requests: what was asked is told by the endpoint.</summary>
    internal CommandStamp Next(string fingerprint) => keyed is { } key ? new CommandStamp(key.CommandId, caller.Actor, fingerprint) : Next();

    /// <summary>For work that brings its own identity, such as demo history.</summary>
    internal void Give(CommandStamp stamp) => given = stamp;
}
