using AgencyPlatform.Data.Due;
using AgencyPlatform.Server.Live;

namespace AgencyPlatform.Server.Hosting.Clocks;

/// <summary>
/// Wakes cases when they are due. One loop leases rows a little ahead of time and sleeps until more come up; another wakes the
/// leased ones at their instants; a third sweeps for cases without a row. A wake that is lost, late or doubled does no harm: the
/// case decides, and until its own write moves the row, the row comes up again.
/// </summary>
internal sealed partial class DuePoller(
    DueRows rows, ClaimedRows claimed, CaseWakes wakes, CaseSweep sweep, IStoreClock clock, TimeProvider time, ClockHealth health, ILogger<DuePoller> log) : BackgroundService
{
    /// <summary>How far it leases ahead: a lease must outlast this and a wake's time-out.</summary>
    internal static readonly TimeSpan Ahead = TimeSpan.FromSeconds(5);

    /// <summary>How long before a row is due it looks again; the rest of <see cref="Ahead"/> makes one look serve many rows.</summary>
    internal static readonly TimeSpan Lead = TimeSpan.FromSeconds(2);

    /// <summary>It looks at least this often, for rows that came past the grains and for the lag.</summary>
    internal static readonly TimeSpan Safety = TimeSpan.FromSeconds(5);

    private const int Batch = 256;
    private const int Capacity = 2_048;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenLags = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterStumbling = TimeSpan.FromSeconds(1);

    private readonly string owner = $"{Environment.MachineName}:{Guid.NewGuid():N}";
    private readonly Alarm looking = new(clock, time);
    private readonly Alarm waking = new(clock, time);
    private DateTimeOffset notBefore;
    private DateTimeOffset nextLag;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        claimed.Armed += looking.Ring;
        try
        {
            await Task.WhenAll(
                Repeat("look", Look, looking, stoppingToken), Repeat("wake", WakeDue, waking, stoppingToken), Sweep(stoppingToken));
        }
        finally
        {
            claimed.Armed -= looking.Ring;
            await wakes.Finish();
            await rows.Release(claimed.Clear(), CancellationToken.None);
        }
    }

    public override void Dispose()
    {
        looking.Dispose();
        waking.Dispose();
        base.Dispose();
    }

    /// <summary>Leases what comes up soon.</summary>
    /// <returns>When to look again.</returns>
    private async Task<DateTimeOffset> Look(CancellationToken stopping)
    {
        // Whoever arms many rows at once rings for each of them.
        if (clock.Now() < notBefore) { return notBefore; }
        var hasMore = true;
        while (hasMore && claimed.Count < Capacity)
        {
            claimed.BeginClaim();
            IReadOnlyList<DueRow> lent = [];
            try
            {
                lent = await rows.Claim(clock.Now(), Ahead, Batch, owner, stopping);
            }
            finally
            {
                var added = claimed.Add(lent);
                if (added.Count > 0) { Schedule(added, stopping); }
            }

            hasMore = lent.Count == Batch;
        }

        var now = clock.Now();
        notBefore = now + ShortestPause;
        if (now >= nextLag)
        {
            var lag = rows.Lag(now);
            health.Passed(lag.OldestDueAt is { } oldest && oldest < now ? now - oldest : TimeSpan.Zero, lag.Backlog, lag.Stuck);
            nextLag = now + BetweenLags;
        }

        return hasMore ? now + ShortestPause : NextLook(now);
    }

    private void Schedule(IReadOnlyList<DueRow> added, CancellationToken stopping)
    {
        waking.Ring();
        var now = clock.Now();
        foreach (var row in added.Where(r => r.DueAt > now)) { _ = wakes.Warm(row, stopping); }
    }

    private DateTimeOffset NextLook(DateTimeOffset now)
    {
        var latest = now + Safety;

        // What the index says and what was armed meanwhile; a row within reach that was not claimed is leased or put off until then.
        var next = rows.Next() ?? DateTimeOffset.MaxValue;
        var look = next <= now + Ahead ? next : Min(latest, next - Lead);
        var armed = claimed.Notice(Min(latest, look) + Lead);
        if (armed < DateTimeOffset.MaxValue) { look = Min(look, armed - Lead); }
        return Max(now + ShortestPause, Min(latest, look));
    }

    /// <summary>Starts the wakes whose instant has come.</summary>
    /// <returns>When the next one comes.</returns>
    private Task<DateTimeOffset> WakeDue(CancellationToken stopping)
    {
        foreach (var row in claimed.TakeDue(clock.Now())) { _ = wakes.Wake(row, stopping); }
        return Task.FromResult(Min(claimed.NextDue(), clock.Now() + Safety));
    }

    private async Task Sweep(CancellationToken stopping)
    {
        using var period = new PeriodicTimer(CaseSweep.Period, time);
        do
        {
            try
            {
                if (await sweep.Run(stopping) is > 0 and var woken) { LogSilent(woken); }
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogStumbled(failure, "sweep");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        while (await Ticks(period, stopping));
    }

    private static async Task<bool> Ticks(PeriodicTimer period, CancellationToken stopping)
    {
        try
        {
            return await period.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Repeat(string what, Func<CancellationToken, Task<DateTimeOffset>> pass, Alarm alarm, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            DateTimeOffset next;
            try
            {
                next = await pass(stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogStumbled(failure, what);
                next = clock.Now() + AfterStumbling;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                await alarm.Wait(next, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    [LoggerMessage(EventId = 3211, Level = LogLevel.Error, Message = "The clocks stumbled at {What} and go on")]
    private partial void LogStumbled(Exception failure, string what);

    [LoggerMessage(EventId = 3212, Level = LogLevel.Warning, Message = "{Count} open cases had no clock and were woken")]
    private partial void LogSilent(int count);
}
