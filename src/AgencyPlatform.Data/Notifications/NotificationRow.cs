using AgencyPlatform.Data.Tenancy;

namespace AgencyPlatform.Data.Notifications;

/// <summary>What a member is told inside the product; written by the grain that has something to tell.</summary>
public sealed class NotificationRow : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string Member { get; init; }

    /// <summary>Unique per member.</summary>
    public required string Id { get; init; }

    public required string Kind { get; init; }
    public required string? CaseId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Before this instant the member is not to be disturbed with it.</summary>
    public required DateTimeOffset DeliverAt { get; init; }

    /// <summary>JSON with ids and codes.</summary>
    public required string Data { get; init; }

    public required DateTimeOffset? SeenAt { get; init; }
}
