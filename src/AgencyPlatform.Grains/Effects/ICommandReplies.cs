namespace AgencyPlatform.Grains.Effects;

/// <summary>Finds the stored reply of a command that was applied before.</summary>
public interface ICommandReplies
{
    /// <returns>Null where the grain never applied the command, or longer ago than 48 hours.</returns>
    Task<StoredReply?> Find(string grainKind, string grainKey, string commandId, CancellationToken cancellationToken);
}

/// <summary>What is kept of a command: the request's fingerprint and the reply, both only where the caller sent an Idempotency-Key.</summary>
public sealed record StoredReply(string? Fingerprint, string? Reply);

/// <summary>The write was not made because its command had been applied before.</summary>
public sealed class DuplicateCommandException(string commandId) : Exception($"Command {commandId} was applied before.");
