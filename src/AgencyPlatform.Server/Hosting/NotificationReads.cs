#pragma warning disable CA1309 // these comparisons become SQL, where text is compared byte by byte
using AgencyPlatform.Data;
using AgencyPlatform.Data.Notifications;
using AgencyPlatform.Server.Live;
using AgencyPlatform.Server.Notifications;
using Microsoft.EntityFrameworkCore;

namespace AgencyPlatform.Server.Hosting;

/// <summary>Notifications over the relational store.</summary>
internal sealed class NotificationReads(AgencyStore store, NotificationMarks marks, MemberNews news) : INotificationReads
{
    public async Task<IReadOnlyList<NotificationLine>> List(
        string tenant, string member, bool unseenOnly, DateTimeOffset now, NotificationPosition? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        var told = db.Notifications.AsNoTracking().Where(n => n.Member == member && n.DeliverAt <= now);
        if (unseenOnly) { told = told.Where(n => n.SeenAt == null); }
        if (after is { DeliverAt: var at, Id: var id }) { told = told.Where(n => n.DeliverAt <= at && (n.DeliverAt < at || string.Compare(n.Id, id) < 0)); }
        return await told
            .OrderByDescending(n => n.DeliverAt).ThenByDescending(n => n.Id).Take(limit)
            .Select(n => new NotificationLine(n.Id, n.Kind, n.CaseId, n.At, n.DeliverAt, n.SeenAt, n.Data))
            .ToListAsync(cancellationToken);
    }

    public async Task<NotificationCount> Count(string tenant, string member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        var unseen = db.Notifications.AsNoTracking().Where(n => n.Member == member && n.SeenAt == null);
        var count = await unseen.CountAsync(n => n.DeliverAt <= now, cancellationToken);
        var next = await unseen.Where(n => n.DeliverAt > now).OrderBy(n => n.DeliverAt).Select(n => (DateTimeOffset?)n.DeliverAt).FirstOrDefaultAsync(cancellationToken);
        return new NotificationCount(count, next);
    }

    public async Task MarkSeen(string tenant, string member, IReadOnlyCollection<string>? ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The member's other windows count anew.
        if (await marks.Seen(tenant, member, ids, now, cancellationToken) > 0) { news.Publish(tenant, member); }
    }
}
