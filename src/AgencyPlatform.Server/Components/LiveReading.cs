using AgencyPlatform.Server.Live;

namespace AgencyPlatform.Server.Components;

/// <summary>
/// Keeps a page true: reads again when a hint says that something changed, and every half minute in case a hint was lost.
/// Hints that come while a reading is under way lead to one more reading, not to many.
/// </summary>
internal sealed class LiveReading : IDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly Func<Task> reread;
    private readonly CancellationTokenSource gone = new();
    private readonly IDisposable subscription;
    private readonly SemaphoreSlim asked = new(0, 1);

    private LiveReading(Func<Action, IDisposable> subscribe, Func<Task> reread)
    {
        this.reread = reread;
        subscription = subscribe(Ask);
        _ = Run();
    }

    /// <param name="subscribe">Registers the action to call at every hint.</param>
    public static LiveReading Start(Func<Action, IDisposable> subscribe, Func<Task> reread) => new(subscribe, reread);

    public void Dispose()
    {
        gone.Cancel();
        subscription.Dispose();
        gone.Dispose();
    }

    private void Ask()
    {
        try { asked.Release(); }
        catch (SemaphoreFullException)
        {
            // One reading is already asked for.
        }
    }

    private async Task Run()
    {
        var token = gone.Token;
        try
        {
            while (!token.IsCancellationRequested)
            {
                await asked.WaitAsync(Safety, token);
                await reread();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
