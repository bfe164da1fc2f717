using System.Text.Json;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Data.Outbox;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Hosting.Sla;
using AgencyPlatform.Server.Hosting.Webhooks;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Hosting;

/// <summary>
/// Carries out what grains left to the outbox: tells accounts what became of grants and cases. Every delivery repeats the same
/// command, so that twice is once.
/// </summary>
internal sealed partial class OutboxWorker(OutboxRows rows, OutboxBell bell, NewsDelivery news, IGrainFactory grains, PlanRollout plans, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int Batch = 100;
    private const int Forgotten = 2_000;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RepliesKept = TimeSpan.FromHours(48);
    private static readonly TimeSpan Housekeeping = TimeSpan.FromMinutes(10);
    private static readonly ActorInfo Worker = new() { Kind = "system", Id = "outbox", Role = "none" };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var nextHousekeeping = time.GetUtcNow() + Housekeeping;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Drain(stoppingToken) == Batch) { }
                if (time.GetUtcNow() >= nextHousekeeping)
                {
                    while (await rows.ForgetReplies(time.GetUtcNow() - RepliesKept, Forgotten, stoppingToken) == Forgotten) { }
                    nextHousekeeping = time.GetUtcNow() + Housekeeping;
                }

                await bell.Wait(Pause(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogStumbled(failure);
                await Task.Delay(Idle, time, CancellationToken.None);
            }
        }
    }

    private TimeSpan Pause() => rows.Next() is { } next && next - time.GetUtcNow() is var wait && wait < Idle ? (wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(20)) : Idle;

    private async Task<int> Drain(CancellationToken cancellationToken)
    {
        var due = rows.DueAt(time.GetUtcNow(), Batch);
        List<OutboxRow> done = [];
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (row, token) =>
        {
            try
            {
                await Carry(row, token);
                lock (done) { done.Add(row); }
            }
            catch (Exception failure) when (!token.IsCancellationRequested)
            {
                await Postpone(row, failure, token);
            }
        });
        if (done.Count > 0) { await rows.Done(done, cancellationToken); }
        return due.Count;
    }

    private Task Carry(OutboxRow row, CancellationToken cancellationToken) => row.Kind switch
    {
        OutgoingWork.OpenCase => news.Open(row.Tenant, row.CommandId, JsonSerializer.Deserialize<CaseToOpen>(row.Payload, RecordJson.Options)!, cancellationToken),
        OutgoingWork.InformCase => news.Inform(row.Tenant, row.CommandId, JsonSerializer.Deserialize<NewsForCase>(row.Payload, RecordJson.Options)!, cancellationToken),
        OutgoingWork.CloseCase => news.Close(row.Tenant, row.CommandId, JsonSerializer.Deserialize<NewsForCase>(row.Payload, RecordJson.Options)!, cancellationToken),
        OutgoingWork.Settle => Settle(row, JsonSerializer.Deserialize<SettleAccount>(row.Payload, RecordJson.Options)!, cancellationToken),
        OutgoingWork.Check => Check(row, JsonSerializer.Deserialize<GrantToCheck>(row.Payload, RecordJson.Options)!, cancellationToken),
        OutgoingWork.ApplyPlan => plans.Apply(row, JsonSerializer.Deserialize<PlanToApply>(row.Payload, RecordJson.Options)!, Worker, cancellationToken),
        _ => throw new NotSupportedException($"No work of the kind {row.Kind} is known."),
    };

    private Task<AccountReply> Settle(OutboxRow row, SettleAccount settled, CancellationToken cancellationToken) =>
        TenantGrains.For(row.Tenant, grains).Account(settled.AccountId).Settle(
            new SettleContact { CommandId = row.CommandId, Actor = Worker, What = settled.What, Subject = settled.Subject, EndsEnforcement = settled.EndsEnforcement }, cancellationToken);

    /// <summary>A minute after a reservation: was it used? Then it stands, else the desk's budget gets it back.</summary>
    private Task<AccountReply> Check(OutboxRow row, GrantToCheck grant, CancellationToken cancellationToken) =>
        TenantGrains.For(row.Tenant, grains).Case(grant.CaseId).CheckGrant(
            new CheckGrant { CommandId = row.CommandId, Actor = Worker, SellerAccountId = grant.AccountId, GrantId = grant.GrantId }, cancellationToken);

    private async Task Postpone(OutboxRow row, Exception failure, CancellationToken cancellationToken)
    {
        if (row.Attempts + 1 >= OutboxRows.Patience) { LogDead(failure, row.Kind, row.Grain, row.Version, row.Ordinal); } else { LogAgain(failure, row.Kind, row.Grain); }
        var pause = FirstPause * Math.Pow(2, row.Attempts) * (0.8 + (0.4 * Random.Shared.NextDouble()));
        await rows.Again(row, time.GetUtcNow() + pause, failure.GetType().Name, cancellationToken);
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "{Kind} of {Grain} will be tried again")]
    private partial void LogAgain(Exception failure, string kind, string grain);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Error, Message = "{Kind} of {Grain} (write {Version}, {Ordinal}) was given up; it stays in the outbox")]
    private partial void LogDead(Exception failure, string kind, string grain, long version, int ordinal);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Error, Message = "The outbox stumbled and goes on")]
    private partial void LogStumbled(Exception failure);
}
