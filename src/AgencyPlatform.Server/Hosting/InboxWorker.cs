using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Threading.Channels;
using AgencyPlatform.Data.Webhooks;
using AgencyPlatform.Server.Hosting.Webhooks;
using AgencyPlatform.Server.Secrets;
using AgencyPlatform.Server.Webhooks;

namespace AgencyPlatform.Server.Hosting;

/// <summary>
/// Applies what lies in the inbox. Events go to lanes by what they are about, so that those of one case stay in order and a
/// slow case holds up its lane only. What arrives is handed over in memory; what finds no room, failed, or was there before
/// this process is found in the table.
/// </summary>
internal sealed partial class InboxWorker(
    InboxFeed feed, InboxRows rows, InboxBell bell, EventApplier applier, InboxPauses pauses, SecretBox secrets, TimeProvider time, ILogger<InboxWorker> log) : BackgroundService
{
    private const int Lanes = 64;
    private const int LaneRoom = 256;
    private const int Batch = 512;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private static readonly Counter<long> Applied = Tallies.Meter.CreateCounter<long>("agency.webhooks.applied", "events", "Events of the inbox, by what became of them");
    private static readonly Histogram<double> Lag = Tallies.Meter.CreateHistogram<double>("agency.webhooks.lag", "ms", "From an event's arrival to its effect");

    private readonly Channel<PreparedEvent>[] lanes =
        [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<PreparedEvent>(new BoundedChannelOptions(LaneRoom) { SingleReader = true }))];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. lanes.Select(lane => Task.Run(() => Work(lane.Reader, stoppingToken), stoppingToken)), Task.Run(() => Listen(stoppingToken), stoppingToken), Task.Run(() => Look(stoppingToken), stoppingToken)])
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.OnlyOnCanceled, TaskScheduler.Default);

    /// <summary>Takes what was just committed.</summary>
    private async Task Listen(CancellationToken cancellationToken)
    {
        await foreach (var arrival in feed.Arrivals.ReadAllAsync(cancellationToken))
        {
            var prepared = applier.Prepare(arrival);
            if (!LaneOf(prepared).Writer.TryWrite(prepared)) { feed.Leave(arrival); }
        }
    }

    /// <summary>Looks into the table for what nobody handed over.</summary>
    private async Task Look(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var due = rows.DueAt(time.GetUtcNow(), Batch);
                var taken = 0;
                foreach (var row in due) { taken += await Take(row, cancellationToken) ? 1 : 0; }
                if (due.Count == Batch) { await Task.Delay(taken == 0 ? Breath : TimeSpan.Zero, cancellationToken); }
                else { await bell.Wait(feed.TakeLeftover() ? Breath : Idle, cancellationToken); }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                LogStumbled(failure);
                await Task.Delay(Idle, cancellationToken);
            }
        }
    }

    private async Task<bool> Take(InboxWaiting row, CancellationToken cancellationToken)
    {
        var arrival = new Arrival(row.Tenant, row.Id, row.EndpointId, row.ReceivedAt, ReadOnlyMemory<byte>.Empty, row.Attempts, row.CaseId, row.AccountId);
        if (!feed.TryHold(arrival)) { return false; }
        try
        {
            var opened = arrival with { Body = secrets.Open(row.Tenant, DurableInbox.About(row.EndpointId, row.Sha256), row.Body) };
            var prepared = applier.Prepare(opened);
            await LaneOf(prepared).Writer.WriteAsync(prepared, cancellationToken);
        }
        catch (CryptographicException)
        {
            await Settle(arrival, new EventResult.Dead("webhook.body-unreadable"), cancellationToken);
            feed.Release(arrival);
        }

        return true;
    }

    private async Task Work(ChannelReader<PreparedEvent> lane, CancellationToken cancellationToken)
    {
        await foreach (var prepared in lane.ReadAllAsync(cancellationToken))
        {
            try
            {
                await Settle(prepared.Arrival, await applier.Apply(prepared, cancellationToken), cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                await TryPostpone(prepared.Arrival, failure, cancellationToken);
            }
            finally
            {
                feed.Release(prepared.Arrival);
            }
        }
    }

    private async Task Settle(Arrival arrival, EventResult result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Lag.Record((now - arrival.ReceivedAt).TotalMilliseconds);
        Applied.Add(1, new KeyValuePair<string, object?>("outcome", result.GetType().Name));
        var move = new InboxMove(arrival.Tenant, arrival.Id, InboxStates.Done, null, arrival.Attempts + 1, null, now);
        switch (result)
        {
            case EventResult.Written:
                return;
            case EventResult.Held held:
                move = move with { State = InboxStates.Held, Reason = held.Reason, NextAt = held.LookAgain ? InboxPauses.Search(arrival, now) : null, DoneAt = null };
                break;
            case EventResult.Dead dead:
                LogDead(arrival.Id, arrival.EndpointId, dead.Reason);
                move = move with { State = InboxStates.Dead, Reason = dead.Reason, DoneAt = null };
                break;
        }

        await rows.Move([move], cancellationToken);
    }

    private async Task TryPostpone(Arrival arrival, Exception failure, CancellationToken cancellationToken)
    {
        try
        {
            if (pauses.Retry(arrival, time.GetUtcNow()) is { } again)
            {
                LogAgain(failure, arrival.Id);
                await rows.Move([new InboxMove(arrival.Tenant, arrival.Id, InboxStates.New, null, arrival.Attempts + 1, again, null)], cancellationToken);
            }
            else
            {
                LogGivenUp(failure, arrival.Id, arrival.EndpointId);
                await Settle(arrival, new EventResult.Dead("webhook.gave-up"), cancellationToken);
            }
        }
        catch (Exception again) when (!cancellationToken.IsCancellationRequested)
        {
            // The row still says that it waits, and is found again.
            LogStumbled(again);
        }
    }

    private Channel<PreparedEvent> LaneOf(PreparedEvent prepared) => lanes[(uint)StringComparer.Ordinal.GetHashCode(prepared.About) % Lanes];

    [LoggerMessage(EventId = 3211, Level = LogLevel.Warning, Message = "Event {Event} will be tried again")]
    private partial void LogAgain(Exception failure, string @event);

    [LoggerMessage(EventId = 3212, Level = LogLevel.Error, Message = "Event {Event} of endpoint {Endpoint} cannot be used: {Reason}")]
    private partial void LogDead(string @event, string endpoint, string reason);

    [LoggerMessage(EventId = 3213, Level = LogLevel.Error, Message = "Event {Event} of endpoint {Endpoint} was given up; people see it in the inbox")]
    private partial void LogGivenUp(Exception failure, string @event, string endpoint);

    [LoggerMessage(EventId = 3214, Level = LogLevel.Error, Message = "The inbox stumbled and goes on")]
    private partial void LogStumbled(Exception failure);
}
