namespace AgencyPlatform.Server.Webhooks;

/// <summary>The durable inbox as the ingress sees it.</summary>
internal interface IInbox
{
    /// <summary>Stores an event; it is on disk when the task ends.</summary>
    /// <returns>Null where it could not be stored in time, or at all: the sender must come again.</returns>
    Task<StoredEvent?> Store(Door door, string externalId, string headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}

/// <param name="IsDuplicate">The same event had come before.</param>
internal readonly record struct StoredEvent(string Id, bool IsDuplicate);
