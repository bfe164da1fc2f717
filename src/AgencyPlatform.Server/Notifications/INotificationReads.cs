namespace AgencyPlatform.Server.Notifications;

/// <summary>A notification as it is stored; <see cref="Data"/> is JSON with ids and codes.</summary>
public sealed record NotificationLine(string Id, string Kind, string? CaseId, DateTimeOffset At, DateTimeOffset DeliverAt, DateTimeOffset? SeenAt, string Data);

/// <summary>The last row of a page; the next page begins after it.</summary>
public sealed record NotificationPosition(DateTimeOffset DeliverAt, string Id);

/// <param name="Unseen">Delivered, and not seen yet.</param>
/// <param name="NextAt">When the next one is delivered that waits now; null where none does.</param>
public sealed record NotificationCount(int Unseen, DateTimeOffset? NextAt);

/// <summary>What members are told inside the product. Every question names the tenant and the member it is asked for.</summary>
public interface INotificationReads
{
    /// <summary>What was delivered until <paramref name="now"/>, newest first.</summary>
    Task<IReadOnlyList<NotificationLine>> List(
        string tenant, string member, bool unseenOnly, DateTimeOffset now, NotificationPosition? after, int limit, CancellationToken cancellationToken);

    Task<NotificationCount> Count(string tenant, string member, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Marks what the member could see at <paramref name="now"/>; marking twice is marking once.</summary>
    /// <param name="ids">Null marks all.</param>
    Task MarkSeen(string tenant, string member, IReadOnlyCollection<string>? ids, DateTimeOffset now, CancellationToken cancellationToken);
}
