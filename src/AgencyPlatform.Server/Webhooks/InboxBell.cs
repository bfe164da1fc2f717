namespace AgencyPlatform.Server.Webhooks;

/// <summary>Tells the inbox's worker to look into the table now.</summary>
internal sealed class InboxBell : IDisposable
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

    public Task<bool> Wait(TimeSpan atMost, CancellationToken cancellationToken) => rung.WaitAsync(atMost, cancellationToken);

    public void Dispose() => rung.Dispose();
}
