using System.Text.Json;
using AgencyPlatform.Contracts.Webhooks;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Webhooks;

/// <summary>Turns the domain's endpoint into the view that travels and the row that the door reads.</summary>
public static class EndpointMapping
{
    public static EndpointView View(this WebhookEndpoint endpoint) => new()
    {
        Id = endpoint.Id,
        Kind = Wire.Name(endpoint.Kind),
        Name = endpoint.Name,
        SellerAccountId = endpoint.SellerAccountId,
        State = Wire.Name(endpoint.State),
        CreatedAt = endpoint.CreatedAt,
        SecretSince = endpoint.Secrets[^1].ValidFrom,
        OldSecretUntil = endpoint.Secrets.Max(s => s.ValidUntil),
        Accepted = endpoint.Health.Accepted,
        Duplicates = endpoint.Health.Duplicates,
        Rejected = endpoint.Health.Rejected,
        LastAcceptedAt = endpoint.Health.LastAcceptedAt,
        LastRejectedAt = endpoint.Health.LastRejectedAt,
    };

    public static EndpointRowData Row(this WebhookEndpoint endpoint) => new(
        endpoint.Id, Wire.Name(endpoint.Kind), endpoint.Name, endpoint.SellerAccountId, Wire.Name(endpoint.State),
        JsonSerializer.Serialize(endpoint.Secrets, RecordJson.Options), endpoint.CreatedAt)
    {
        Accepted = endpoint.Health.Accepted,
        Duplicates = endpoint.Health.Duplicates,
        Rejected = endpoint.Health.Rejected,
        LastAcceptedAt = endpoint.Health.LastAcceptedAt,
        LastRejectedAt = endpoint.Health.LastRejectedAt,
    };

    /// <summary>The secrets of a stored row; still encrypted.</summary>
    public static IReadOnlyList<EndpointSecret> Secrets(string row) => JsonSerializer.Deserialize<IReadOnlyList<EndpointSecret>>(row, RecordJson.Options) ?? [];
}
