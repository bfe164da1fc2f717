using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Webhooks;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>The read side of endpoints and of the inbox, and what people may do about an event.</summary>
public interface IWebhookReads
{
    /// <summary>Endpoints by id, after the given one.</summary>
    Task<IReadOnlyList<EndpointView>> Endpoints(string tenant, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Events, newest first.</summary>
    Task<IReadOnlyList<WebhookEventLine>> Events(
        string tenant, string? state, string? endpointId, (DateTimeOffset At, long Position)? before, int limit, CancellationToken cancellationToken);

    /// <returns>Null where there is no such event.</returns>
    Task<WebhookEventLine?> FindEvent(string tenant, string id, CancellationToken cancellationToken);

    /// <returns>Null where the body was erased.</returns>
    Task<byte[]?> Body(string tenant, string id, CancellationToken cancellationToken);

    /// <summary>Has an event worked on again from the beginning; with a case or an account, on that one.</summary>
    /// <returns>False where it has no body any more, or is done and <paramref name="evenIfDone"/> is false.</returns>
    Task<bool> Again(string tenant, string id, string? caseId, string? accountId, bool evenIfDone, ActorInfo actor, CancellationToken cancellationToken);

    /// <returns>False where it is done.</returns>
    Task<bool> Dismiss(string tenant, string id, string reason, ActorInfo actor, CancellationToken cancellationToken);
}

/// <summary>Encrypts and makes the secrets of endpoints.</summary>
public interface IEndpointSecrets
{
    /// <summary>A new secret and its ciphertext for this endpoint.</summary>
    /// <param name="repeatable">Where the request can be repeated: what it is known by, so that the repetition shows the same secret.</param>
    (string Text, string Ciphertext) Make(string tenant, string endpointId, string? repeatable);

    /// <summary>A new address: 128 bits that nobody can guess.</summary>
    string NewId(string tenant, string? repeatable);
}
