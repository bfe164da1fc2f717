using System.Security.Cryptography;
using System.Text;

namespace AgencyPlatform.Data.Webhooks;

/// <summary>An event as it came in, to be stored before it is acknowledged.</summary>
/// <param name="Body">Encrypted for the tenant.</param>
/// <param name="Sha256">Of the body as it came; tells a repeated event from another one under the same id.</param>
public sealed record InboxArrival(
    string Tenant, string Id, string EndpointId, string ExternalId, DateTimeOffset ReceivedAt, string Headers, byte[] Body, byte[] Sha256)
{
    /// <summary>The row's id: whoever sends the same thing twice names the same row.</summary>
    public static string IdOf(string endpointId, string externalId)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{endpointId}\n{externalId}"), hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }

    /// <summary>The same arrival under an id of its own, because another body came under the sender's id before.</summary>
    public InboxArrival Apart()
    {
        var external = $"{ExternalId}#{Convert.ToHexStringLower(Sha256.AsSpan(0, 4))}";
        return this with { ExternalId = external, Id = IdOf(EndpointId, external) };
    }
}

/// <summary>What became of an arrival, and under which id it lies.</summary>
public readonly record struct InboxReceipt(string Id, InboxOutcome Outcome);

public enum InboxOutcome
{
    Stored,

    /// <summary>The same body had come under the same id.</summary>
    Duplicate,

    /// <summary>Another body had come under the same id; this one lies beside it.</summary>
    StoredApart,
}

/// <summary>Where a row of the inbox stands.</summary>
public static class InboxStates
{
    public const string New = "new";
    public const string Done = "done";

    /// <summary>Understood, but nothing could be done with it yet; people see it, and some are tried again.</summary>
    public const string Held = "held";

    /// <summary>Cannot be read, or failed too often.</summary>
    public const string Dead = "dead";
}

/// <summary>A row as the worker gets it.</summary>
/// <param name="CaseId">Set by a person who attached the event to a case; so is <paramref name="AccountId"/>.</param>
public sealed record InboxWaiting(
    string Tenant, string Id, string EndpointId, DateTimeOffset ReceivedAt, byte[] Body, byte[] Sha256, int Attempts, string? CaseId, string? AccountId);

/// <summary>A row as lists show it.</summary>
public sealed record InboxLine(
    long Position, string Id, string EndpointId, string ExternalId, DateTimeOffset ReceivedAt, string State, string? Reason,
    string? CaseId, string? AccountId, int Attempts, DateTimeOffset? NextAt, DateTimeOffset? DoneAt);

/// <summary>A row with its body, which is null once it was erased.</summary>
public sealed record InboxEntry(InboxLine Line, byte[]? Body, byte[] Sha256);

/// <summary>What a worker or a person decided about a row.</summary>
/// <param name="NextAt">When to look at it again; null for never.</param>
public sealed record InboxMove(string Tenant, string Id, string State, string? Reason, int Attempts, DateTimeOffset? NextAt, DateTimeOffset? DoneAt);
