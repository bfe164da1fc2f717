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
    private readonly Func<TimeSpan?> next;

    private LiveReading(Func<CancellationToken, IAsyncEnumerable<string>> hints, string? only, Func<Task> reread, Func<TimeSpan?>? next)
    {
        this.reread = reread;
        this.next = next ?? (() => null);
        var token = gone.Token;
        _ = Listen(hints, only, token);
        _ = Run(token);
    }

    /// <param name="caseId">The case to follow; null follows all of the tenant's.</param>
    public static LiveReading Start(CaseChanges changes, string tenant, string? caseId, Func<Task> reread) => new(token => changes.Of(tenant, token), caseId, reread, null);

    /// <summary>Follows what a member is told.</summary>
    /// <param name="next">How long until something waits to be shown that no hint will announce; null where nothing does.</param>
    public static LiveReading Start(MemberNews news, string tenant, string member, Func<Task> reread, Func<TimeSpan?> next) =>
        new(token => news.Of(tenant, member, token), null, reread, next);

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    private async Task Listen(Func<CancellationToken, IAsyncEnumerable<string>> hints, string? only, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var changed in hints(cancellationToken))
            {
                if (only is null || changed == only) { Ask(); }
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
                await asked.WaitAsync(Pause(), cancellationToken);
                await reread();
            }
        }
        catch (Exception left) when (left is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private TimeSpan Pause() => next() is { } wait && wait < Safety ? (wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1)) : Safety;
}
