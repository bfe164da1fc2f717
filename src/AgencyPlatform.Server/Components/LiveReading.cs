using AgencyPlatform.Server.Live;

namespace AgencyPlatform.Server.Components;

/// <summary>
/// Keeps a page true: reads again when a hint says that something changed, and every half minute in case a hint was lost.
/// Hints that come while a reading is under way lead to one more reading, not to many.
/// </summary>
internal sealed class LiveReading : IDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource gone = new();
    private readonly SemaphoreSlim asked = new(0, 1);
    private readonly Func<Task> reread;

    private LiveReading(CaseChanges changes, string tenant, string? caseId, Func<Task> reread)
    {
        this.reread = reread;
        var token = gone.Token;
        _ = Listen(changes, tenant, caseId, token);
        _ = Run(token);
    }

    /// <param name="caseId">The case to follow; null follows all of the tenant's.</param>
    public static LiveReading Start(CaseChanges changes, string tenant, string? caseId, Func<Task> reread) => new(changes, tenant, caseId, reread);

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    private async Task Listen(CaseChanges changes, string tenant, string? caseId, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var changed in changes.Of(tenant, cancellationToken))
            {
                if (caseId is null || changed == caseId) { Ask(); }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private void Ask()
    {
        try { asked.Release(); }
        catch (SemaphoreFullException)
        {
            // One reading is already asked for.
        }
    }

    private async Task Run(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await asked.WaitAsync(Safety, cancellationToken);
                await reread();
            }
        }
        catch (Exception left) when (left is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }
}
