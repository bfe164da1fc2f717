using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Contracts;

namespace AgencyPlatform.Server.Commands;

/// <summary>What a command is known by: its id, who gives it and, where the caller sent an Idempotency-Key, what was asked.</summary>
public sealed record CommandStamp(string CommandId, ActorInfo Actor, string? Fingerprint = null, DateTimeOffset? OccurredAt = null)
{
    /// <summary>The id of something this command makes: from the command where it can be repeated, else new.</summary>
    /// <param name="what">Tells apart the things that one command makes.</param>
    public string NewId(string what) => (Fingerprint is null && OccurredAt is null ? Guid.CreateVersion7() : Hashed($"{CommandId}:{what}")).ToString();

    /// <summary>Puts on a command what it does not need to be made: the request's fingerprint and, for history, its instant.</summary>
    public T Fill<T>(T command)
        where T : Command => command with { Fingerprint = Fingerprint, OccurredAt = OccurredAt };

    /// <summary>A version 8 UUID whose bits come from a hash.</summary>
    internal static Guid Hashed(string text)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }
}
