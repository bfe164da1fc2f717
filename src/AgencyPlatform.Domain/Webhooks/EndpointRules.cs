namespace AgencyPlatform.Domain.Webhooks;

/// <summary>What may happen to an inbound endpoint. Its secrets arrive here encrypted; no rule sees one.</summary>
public static class EndpointRules
{
    /// <summary>How long an old secret still counts after a rotation: a sender deploys at least daily.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>Every valid secret is tried on every event, so there are never many.</summary>
    public const int SecretLimit = 4;

    public static Decision<EndpointEvent> Create(WebhookEndpoint? current, EndpointCreated request, Actor actor)
    {
        if (!actor.IsLead) { return No(RefusalCodes.Endpoints.LeadNeeded); }
        if (current is not null) { return No(RefusalCodes.Endpoints.Exists); }
        return string.IsNullOrWhiteSpace(request.Name) ? No(RefusalCodes.Endpoints.NameMissing) : Decision<EndpointEvent>.Of(request);
    }

    public static Decision<EndpointEvent> Rotate(WebhookEndpoint? current, string ciphertext, Actor actor, DateTimeOffset now)
    {
        if (IsMissing(current, actor) is { } missing) { return missing; }
        return current!.Secrets.Count(s => s.IsValidAt(now)) < SecretLimit
            ? Decision<EndpointEvent>.Of(new EndpointSecretRotated(ciphertext, now + Overlap))
            : No(RefusalCodes.Endpoints.RotatedTooOften, ("limit", SecretLimit.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    public static Decision<EndpointEvent> Pause(WebhookEndpoint? current, Actor actor) =>
        IsMissing(current, actor) ?? (current!.State == EndpointState.Paused ? Nothing : Decision<EndpointEvent>.Of(new EndpointPaused()));

    public static Decision<EndpointEvent> Resume(WebhookEndpoint? current, Actor actor) =>
        IsMissing(current, actor) ?? (current!.State == EndpointState.Active ? Nothing : Decision<EndpointEvent>.Of(new EndpointResumed()));

    public static Decision<EndpointEvent> Count(WebhookEndpoint? current, EndpointTally tally) => current is null
        ? No(RefusalCodes.Endpoints.Unknown)
        : tally is { Accepted: 0, Duplicates: 0, Rejected: 0 } ? Nothing : Decision<EndpointEvent>.Of(new EndpointCounted(tally));

    public static WebhookEndpoint Evolve(WebhookEndpoint? current, EndpointEvent happened, DateTimeOffset at) => (current, happened) switch
    {
        (null, EndpointCreated e) => new WebhookEndpoint
        {
            Id = e.EndpointId, Kind = e.Kind, Name = e.Name, SellerAccountId = e.SellerAccountId, Secrets = [new EndpointSecret(e.Ciphertext, at)], CreatedAt = at,
        },
        (null, _) => throw new InvalidOperationException($"{happened.GetType().Name} before the endpoint was created."),
        (_, EndpointSecretRotated e) => current with
        {
            // A secret that was rotated out before ends when it was said to end.
            Secrets = [.. current.Secrets.Where(s => s.IsValidAt(at)).Select(s => s.ValidUntil is null ? s with { ValidUntil = e.OldUntil } : s), new EndpointSecret(e.Ciphertext, at)],
        },
        (_, EndpointPaused) => current with { State = EndpointState.Paused },
        (_, EndpointResumed) => current with { State = EndpointState.Active },
        (_, EndpointCounted e) => current with { Health = Sum(current.Health, e.Tally) },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to an endpoint that exists."),
    };

    private static EndpointHealth Sum(EndpointHealth health, EndpointTally tally) => new()
    {
        Accepted = health.Accepted + tally.Accepted,
        Duplicates = health.Duplicates + tally.Duplicates,
        Rejected = health.Rejected + tally.Rejected,
        LastAcceptedAt = tally.LastAcceptedAt ?? health.LastAcceptedAt,
        LastRejectedAt = tally.LastRejectedAt ?? health.LastRejectedAt,
    };

    private static Decision<EndpointEvent>? IsMissing(WebhookEndpoint? current, Actor actor) =>
        current is null ? No(RefusalCodes.Endpoints.Unknown) : actor.IsLead ? null : No(RefusalCodes.Endpoints.LeadNeeded);

    private static Decision<EndpointEvent> Nothing => Decision<EndpointEvent>.Of();

    private static Decision<EndpointEvent> No(string code, params (string Name, string Value)[] facts) => Decision<EndpointEvent>.No(code, facts);
}
