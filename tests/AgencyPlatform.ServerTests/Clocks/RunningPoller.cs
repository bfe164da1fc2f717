using AgencyPlatform.Data.Due;
using AgencyPlatform.Server.Hosting.Clocks;
using AgencyPlatform.Server.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgencyPlatform.ServerTests.Clocks;

/// <summary>The real poller over a due index, waking a stand-in of the grains, on a clock that tests move.</summary>
internal sealed class RunningPoller : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly CaseWakes wakes;
    private readonly DuePoller poller;

    private RunningPoller()
    {
        Claimed = new ClaimedRows();
        Index = DueIndex.Open(Claimed);
        Waker = new FakeWaker(Index);
        Health = new ClockHealth(Index.Time);
        var clock = new ProcessClock(Index.Time);
        wakes = new CaseWakes(Index.Rows, Claimed, Waker, clock, Index.Time, new ClockMeter(Meters, Health), NullLogger<CaseWakes>.Instance);
        poller = new DuePoller(
            Index.Rows, Claimed, wakes, new CaseSweep(new SilentCases(Index.Database), wakes), clock, Index.Time, Health, NullLogger<DuePoller>.Instance);
    }

    public DueIndex Index { get; }

    public FakeWaker Waker { get; }

    public ClaimedRows Claimed { get; }

    public ClockHealth Health { get; }

    public System.Diagnostics.Metrics.IMeterFactory Meters => services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>();

    public DateTimeOffset Now => Index.Now;

    public static RunningPoller Create() => new();

    public Task Start() => poller.StartAsync(CancellationToken.None);

    public Task Stop() => poller.StopAsync(CancellationToken.None);

    /// <summary>Starts it and waits until it has looked at the index and sleeps.</summary>
    public async Task StartAndSettle()
    {
        await Index.Arm("first of all", Now);
        await Start();
        Assert.Equal("first of all", (await Waker.Next()).CaseId);
        await Until(() => Claimed.IsWatched);
    }

    /// <summary>Moves the clock in small steps until something is true that other threads make true.</summary>
    public async Task Pass(TimeSpan step, Func<bool> until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var turns = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!until())
        {
            Index.Time.Advance(step);
            await turns.WaitForNextTickAsync(patience.Token);
        }
    }

    public Task Until(Func<bool> holds) => Pass(TimeSpan.Zero, holds);

    public async ValueTask DisposeAsync()
    {
        var stopping = Stop();
        await Pass(TimeSpan.FromMilliseconds(100), () => stopping.IsCompleted);
        poller.Dispose();
        wakes.Dispose();
        await Index.DisposeAsync();
        await services.DisposeAsync();
    }
}
