namespace AgencyPlatform.Server.Webhooks;

/// <summary>A new endpoint or a new secret. <see cref="Secret"/> is shown this once.</summary>
public sealed record EndpointSecretModel(string Id, string Url, string Secret);

/// <summary>An event of the inbox.</summary>
public sealed record WebhookEventModel
{
    public required string Id { get; init; }
    public required string EndpointId { get; init; }

    /// <summary>The sender's own id of the event.</summary>
    public required string ExternalId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary><c>new</c>, <c>done</c>, <c>held</c> (visible, waiting for somebody or something) or <c>dead</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it is held, dead or done without an effect: a stable code.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason as a sentence.</summary>
    public string? ReasonText { get; init; }

    public string? CaseId { get; init; }
    public string? SellerAccountId { get; init; }
    public int Attempts { get; init; }

    /// <summary>When it is tried again by itself.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The body as it came, for people who work on cases; absent in lists and after 30 days.</summary>
    public string? Body { get; init; }
}

/// <summary>What the inbox's table knows, without words.</summary>
public sealed record WebhookEventLine(
    long Position, string Id, string EndpointId, string ExternalId, DateTimeOffset ReceivedAt, string State, string? Reason,
    string? CaseId, string? AccountId, int Attempts, DateTimeOffset? NextAt, DateTimeOffset? DoneAt);
