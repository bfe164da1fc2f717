using System.Diagnostics.Metrics;
using AgencyPlatform.Contracts.Webhooks;
using AgencyPlatform.Data.Webhooks;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Webhooks;

namespace AgencyPlatform.Server.Hosting.Webhooks;

/// <summary>Writes down once a minute what endpoints took, and erases bodies that have served their time.</summary>
internal sealed partial class InboxHousekeeping(Tallies tallies, InboxRows rows, IGrainFactory grains, TimeProvider time, ILogger<InboxHousekeeping> log) : BackgroundService
{
    private const int Erased = 1_000;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BodiesKept = TimeSpan.FromDays(30);

    /// <summary>Bodies are looked for this many minutes apart.</summary>
    private const int Hourly = 60;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Tallies.Meter.CreateObservableGauge("agency.webhooks.waiting", () => rows.Backlog().Waiting, "events", "Events that wait to be applied");
        Tallies.Meter.CreateObservableGauge("agency.webhooks.oldest", Oldest, "s", "Age of the oldest event that waits to be applied");
        using var timer = new PeriodicTimer(Every, time);
        var minutes = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Guarded(() => Count(stoppingToken));
                if (minutes++ % Hourly == 0) { await Guarded(() => Erase(stoppingToken)); }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Counts of the last minute are lost with the process; the events are not.
        }
    }

    private double Oldest() => rows.Backlog().Oldest is { } at ? (time.GetUtcNow() - at).TotalSeconds : 0;

    private async Task Count(CancellationToken cancellationToken)
    {
        foreach (var (tenant, endpointId, tally) in tallies.Take())
        {
            await TenantGrains.For(tenant, grains).Endpoint(endpointId).Count(
                new CountArrivals
                {
                    CommandId = Guid.CreateVersion7().ToString("n"),
                    Actor = StatusEvents.Inbox,
                    Accepted = tally.Accepted,
                    Duplicates = tally.Duplicates,
                    Rejected = tally.Rejected,
                    LastAcceptedAt = tally.LastAcceptedAt,
                    LastRejectedAt = tally.LastRejectedAt,
                }, cancellationToken);
        }
    }

    private async Task Erase(CancellationToken cancellationToken)
    {
        while (await rows.EraseBodies(time.GetUtcNow() - BodiesKept, Erased, cancellationToken) == Erased) { }
    }

    private async Task Guarded(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next minute tries again.
            LogStumbled(failure);
        }
    }

    [LoggerMessage(EventId = 3221, Level = LogLevel.Error, Message = "Housekeeping of the inbox stumbled and goes on")]
    private partial void LogStumbled(Exception failure);
}
