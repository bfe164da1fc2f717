using AgencyPlatform.Data.Sla;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Live;

namespace AgencyPlatform.Server.Hosting;

/// <summary>Passes commits on: to open pages, to the members they speak of, and to the outbox's worker.</summary>
internal sealed class CommitHints(CaseChanges changes, MemberNews news, OutboxBell bell, SlaLibrary plans) : ICommitListener
{
    public void Committed(GrainWrite write)
    {
        if (write.Kind == "case") { changes.Publish(write.Tenant, write.Id); }
        if (write.Kind == "agency") { plans.Forget(write.Tenant); }
        foreach (var told in write.Effects.OfType<Effect.Notification>()) { news.Publish(write.Tenant, told.Member); }
        if (write.Effects.Any(e => e is Effect.Outgoing)) { bell.Ring(); }
    }
}

/// <summary>Wakes the outbox's worker when work arrives.</summary>
internal sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            if (rung.CurrentCount == 0) { rung.Release(); }
        }
        catch (Exception late) when (late is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody rang at the same moment, or nobody listens any more: one ring is enough.
        }
    }

    public void Dispose() => rung.Dispose();

    public Task<bool> Wait(TimeSpan atMost, CancellationToken cancellationToken) => rung.WaitAsync(atMost, cancellationToken);
}
