using AgencyPlatform.Data.Notifications;

namespace AgencyPlatform.Server.Hosting;

/// <summary>Forgets what members saw long ago.</summary>
internal sealed partial class NotificationHousekeeping(NotificationMarks marks, TimeProvider time, ILogger<NotificationHousekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const int AtOnce = 2_000;
    private static readonly TimeSpan Period = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                try
                {
                    while (await marks.Forget(time.GetUtcNow() - Kept, AtOnce, stoppingToken) == AtOnce) { }
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    // What could not be forgotten now waits for the next round.
                    LogStumbled(failure);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Error, Message = "Old notifications could not be forgotten")]
    private partial void LogStumbled(Exception failure);
}
