using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Live;

namespace AgencyPlatform.Server.Hosting;

/// <summary>Passes commits on: to open pages, and to the outbox's worker.</summary>
internal sealed class CommitHints(CaseChanges changes, OutboxBell bell) : ICommitListener
{
    public void Committed(GrainWrite write)
    {
        if (write.Kind == "case") { changes.Publish(write.Tenant, write.Id); }
        if (write.Effects.Any(e => e is Effect.Outgoing)) { bell.Ring(); }
    }
}

/// <summary>Wakes the outbox's worker when work arrives.</summary>
internal sealed class OutboxBell
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            if (rung.CurrentCount == 0) { rung.Release(); }
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang at the same moment: one ring is enough.
        }
    }

    public Task<bool> Wait(TimeSpan atMost, CancellationToken cancellationToken) => rung.WaitAsync(atMost, cancellationToken);
}
