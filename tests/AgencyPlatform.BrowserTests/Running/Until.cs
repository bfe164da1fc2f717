namespace AgencyPlatform.BrowserTests.Running;

/// <summary>Waits for a condition, not for time to pass.</summary>
internal static class Until
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public static async Task Holds(TimeSpan patience, Func<Task<bool>> condition)
    {
        using var end = new CancellationTokenSource(patience);
        using var ticks = new PeriodicTimer(Between);
        while (!await condition())
        {
            try { await ticks.WaitForNextTickAsync(end.Token); }
            catch (OperationCanceledException) { throw new TimeoutException($"Still not so after {patience}."); }
        }
    }
}
