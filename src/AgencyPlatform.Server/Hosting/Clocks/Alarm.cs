using AgencyPlatform.Data.Due;

namespace AgencyPlatform.Server.Hosting.Clocks;

/// <summary>Sleeps one worker until an instant of the store's clock, or until somebody rings.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly IStoreClock clock;
    private readonly SemaphoreSlim rung = new(0, 1);
    private readonly ITimer timer;

    public Alarm(IStoreClock clock, TimeProvider time)
    {
        this.clock = clock;
        timer = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Quick and never throwing: it is rung on the writer's thread.</summary>
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

    public Task Wait(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var wait = until - clock.Now();
        if (wait <= TimeSpan.Zero) { return Task.CompletedTask; }

        // A timer may run out a little before the clock says so; then the sleeper looks and sleeps once more.
        timer.Change(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, Timeout.InfiniteTimeSpan);
        if (clock.Now() >= until) { Ring(); }
        return rung.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        timer.Dispose();
        rung.Dispose();
    }
}
