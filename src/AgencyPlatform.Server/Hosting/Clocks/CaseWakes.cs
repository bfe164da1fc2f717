using AgencyPlatform.Data.Due;

namespace AgencyPlatform.Server.Hosting.Clocks;

/// <summary>
/// Wakes single cases, many at a time and each with a time-out of its own. Rows that failed before have a lane of their own, so
/// that however many hang, the others go on.
/// </summary>
internal sealed partial class CaseWakes(DueRows rows, ClaimedRows claimed, ICaseWaker waker, IStoreClock clock, TimeProvider time, ClockMeter meter, ILogger<CaseWakes> log) : IDisposable
{
    /// <summary>Beyond it the wake counts as failed. With the reading ahead it stays within the lease.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    internal const int Width = 128;
    internal const int RetryWidth = 16;
    private const int WarmWidth = 8;

    private readonly SemaphoreSlim firsts = new(Width, Width);
    private readonly SemaphoreSlim retries = new(RetryWidth, RetryWidth);
    private readonly SemaphoreSlim warming = new(WarmWidth, WarmWidth);

    /// <summary>Wakes the case of a row that is due, when there is room; never throws.</summary>
    public async Task Wake(DueRow row, CancellationToken stopping)
    {
        var lane = row.Attempts > 1 ? retries : firsts;
        if (!await Enter(lane, stopping)) { return; }
        try
        {
            if (!claimed.Begin(row)) { return; }
            var now = clock.Now();
            if (now + Patience > row.ClaimedUntil) { await rows.Release([row], CancellationToken.None); }
            else { await Wake(row, now); }
        }
        catch (Exception failure)
        {
            // The store cannot even be told; the lease runs out and the row comes up again.
            LogStumbled(failure);
        }
        finally
        {
            lane.Release();
        }
    }

    /// <summary>Wakes a case that no row speaks for; never throws.</summary>
    public async Task WakeSilent(string tenant, string caseId)
    {
        try
        {
            await Bounded(token => waker.Wake(tenant, caseId, null, clock.Now(), token));
        }
        catch (Exception failure)
        {
            // The next sweep finds it again.
            meter.Failed(failure.GetType().Name);
            LogFailed(failure, caseId, 1);
        }
    }

    public async Task Warm(DueRow row, CancellationToken stopping)
    {
        if (!await Enter(warming, stopping)) { return; }
        try
        {
            if (row.DueAt <= clock.Now()) { return; }
            await Bounded(async token =>
            {
                await waker.Warm(row.Key.Tenant, row.Key.CaseId, token);
                return true;
            });
        }
        catch (Exception)
        {
            // It was only meant to save time; what is wrong will show when the case is woken.
        }
        finally
        {
            warming.Release();
        }
    }

    /// <summary>Waits for the wakes that have begun; each ends within its time-out.</summary>
    public async Task Finish()
    {
        for (var i = 0; i < Width; i++) { await firsts.WaitAsync(); }
        for (var i = 0; i < RetryWidth; i++) { await retries.WaitAsync(); }
    }

    public void Dispose()
    {
        firsts.Dispose();
        retries.Dispose();
        warming.Dispose();
    }

    private async Task Wake(DueRow row, DateTimeOffset now)
    {
        string? error;
        try
        {
            var reply = await Bounded(token => waker.Wake(row.Key.Tenant, row.Key.CaseId, row.DueAt, now, token));
            var after = clock.Now();
            foreach (var dueAt in reply.FiredDueAt) { meter.Fired(after - dueAt); }

            // A case that answers and leaves its row where it is would be woken for ever.
            error = row.Attempts > 1 ? "unmoved" : null;
        }
        catch (Exception failure)
        {
            error = failure.GetType().Name;
            meter.Failed(error);
            if (row.Attempts == DueRows.Patience) { LogStuck(failure, row.Key.CaseId, row.Attempts); } else { LogFailed(failure, row.Key.CaseId, row.Attempts); }
        }

        if (error is not null) { await rows.Failed(row, clock.Now()); }
    }

    /// <summary>Gives up after <see cref="Patience"/>, whatever the called one does.</summary>
    private async Task<T> Bounded<T>(Func<CancellationToken, Task<T>> call)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        return await call(patience.Token).WaitAsync(Patience, time, CancellationToken.None);
    }

    private static async Task<bool> Enter(SemaphoreSlim lane, CancellationToken stopping)
    {
        try
        {
            await lane.WaitAsync(stopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "Case {CaseId} could not be woken (attempt {Attempt}); it will be tried again")]
    private partial void LogFailed(Exception failure, string caseId, int attempt);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "Case {CaseId} could not be woken {Attempt} times; its clocks stand until somebody looks at it")]
    private partial void LogStuck(Exception failure, string caseId, int attempt);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Error, Message = "A row of the due index could not be put off; its lease will run out")]
    private partial void LogStumbled(Exception failure);
}
