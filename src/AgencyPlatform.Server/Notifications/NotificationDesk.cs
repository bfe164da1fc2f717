using System.Globalization;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;

namespace AgencyPlatform.Server.Notifications;

/// <summary>What the caller is told, and nobody else: a key reads for its member.</summary>
public sealed class NotificationDesk(INotificationReads reads, CurrentTenant caller, Cursors cursors, TimeProvider time)
{
    /// <summary>No more ids at once.</summary>
    public const int MarkLimit = 200;

    private const string Cursor = "notifications";

    /// <exception cref="CursorInvalidException">The cursor is not of this list.</exception>
    public async Task<NotificationPage> List(bool unseenOnly, string? cursor, int limit, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 1, CaseQueries.PageLimit);
        var now = time.GetUtcNow();
        var lines = await reads.List(caller.Tenant, caller.MemberId, unseenOnly, now, Position(cursor), limit + 1, cancellationToken);
        var count = await reads.Count(caller.Tenant, caller.MemberId, now, cancellationToken);
        return new([.. lines.Take(limit).Select(NotificationSentences.Item)], lines.Count > limit ? After(lines[limit - 1]) : null, count.Unseen);
    }

    /// <summary>How many are unseen, and when the next one comes that waits for the member's morning.</summary>
    public Task<NotificationCount> Count(CancellationToken cancellationToken) => reads.Count(caller.Tenant, caller.MemberId, time.GetUtcNow(), cancellationToken);

    /// <param name="ids">Null marks all; ids of others and of what is not delivered yet change nothing.</param>
    public async Task<UnseenModel> MarkSeen(IReadOnlyCollection<string>? ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await reads.MarkSeen(caller.Tenant, caller.MemberId, ids, now, cancellationToken);
        return new((await reads.Count(caller.Tenant, caller.MemberId, now, cancellationToken)).Unseen);
    }

    private NotificationPosition? Position(string? cursor)
    {
        if (cursor is null) { return null; }
        if (!cursors.TryRead(caller.Tenant, List(caller), cursor, out var parts)) { throw new CursorInvalidException(); }
        return new(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture)), parts[1]);
    }

    private string After(NotificationLine last) =>
        cursors.Write(caller.Tenant, List(caller), last.DeliverAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), last.Id);

    private static string List(CurrentTenant caller) => $"{Cursor}:{caller.MemberId}";
}
