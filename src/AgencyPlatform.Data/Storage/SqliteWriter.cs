using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using AgencyPlatform.Data.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace AgencyPlatform.Data.Storage;

/// <summary>
/// The one writer of the embedded store. Writes that wait together are committed together: one transaction, one sync to disk,
/// and each caller is answered after it. A batch that fails as a whole is repeated one write at a time, so that a bad write
/// fails alone.
/// </summary>
public sealed partial class SqliteWriter : IAsyncDisposable
{
    private const int BatchLimit = 1024;
    private const int QueueLimit = 65_536;
    private const long CheckpointBytes = 16L << 20;

    /// <summary>Beyond this the log is emptied at the price of a pause; reached only while readers hold it open.</summary>
    private const long RestartBytes = 256L << 20;

    private static readonly Meter Meter = new("AgencyPlatform.Storage");
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("agency.storage.batch", "writes", "Writes per commit");
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>("agency.storage.commit", "ms", "Time to apply and commit a batch");
    private static readonly ActivitySource Tracing = new("AgencyPlatform.Storage");

    private readonly SqliteDatabase database;
    private readonly ICommitListener[] listeners;
    private readonly ILogger<SqliteWriter> log;
    private readonly SqliteConnection connection;
    private readonly SqliteGrainWrites grainWrites;
    private readonly InboxWrites inboxWrites;
    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(QueueLimit) { SingleReader = true });
    private readonly Thread thread;
    private readonly CancellationTokenSource checkpointing = new();
    private readonly Task checkpoints;
    private volatile string? fault;

    public SqliteWriter(SqliteDatabase database, IEnumerable<ICommitListener> listeners, ILogger<SqliteWriter> log)
    {
        this.database = database;
        this.listeners = [.. listeners];
        this.log = log;
        connection = database.OpenWriter();
        grainWrites = new SqliteGrainWrites(connection);
        inboxWrites = new InboxWrites(connection);
        thread = new Thread(Loop) { IsBackground = true, Name = "sqlite-writer" };
        thread.Start();
        checkpoints = Task.Run(Checkpoint);
    }

    /// <summary>Why the last batch failed on disk (full, unreadable), or null while writing works.</summary>
    public string? Fault => fault;

    /// <summary>Commits one grain write.</summary>
    /// <exception cref="SqliteException">The database refused; nothing of this write is stored.</exception>
    public Task<WriteOutcome> Write(GrainWrite write, CancellationToken cancellationToken = default) =>
        Enqueue(new GrainWork(write), cancellationToken);

    /// <summary>Runs work of another kind (identity, billing) inside a batch's transaction, undone alone if it throws.</summary>
    public Task<T> Run<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellationToken = default) =>
        Enqueue(new FreeWork<T>(work), cancellationToken);

    private async Task<T> Enqueue<T>(Work<T> work, CancellationToken cancellationToken)
    {
        using var activity = Tracing.StartActivity("storage.write");
        await queue.Writer.WriteAsync(work, cancellationToken);
        return await work.Done.Task;
    }

    private void Loop()
    {
        var batch = new List<Work>(BatchLimit);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < BatchLimit && queue.Reader.TryRead(out var work)) { batch.Add(work); }
            Commit(batch);
        }
    }

    private void Commit(List<Work> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            Apply(batch);
            fault = null;
        }
        catch (Exception) when (batch.Count > 1)
        {
            foreach (var work in batch) { Commit([work]); }
            return;
        }
        catch (Exception failure)
        {
            // Whatever a write throws is its caller's; the one writer goes on for everybody else.
            if (failure is SqliteException { SqliteErrorCode: var code } && code is SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_READONLY)
            {
                fault = code.ToString(System.Globalization.CultureInfo.InvariantCulture);
                LogDisk(failure);
            }

            batch[0].Fail(failure);
            return;
        }

        BatchSize.Record(batch.Count);
        CommitTime.Record(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        foreach (var work in batch) { work.Finish(listeners); }
    }

    private void Apply(List<Work> batch)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var work in batch) { work.Apply(grainWrites, connection, transaction); }
        transaction.Commit();
    }

    /// <summary>Copies the log into the database beside the writer, so that no commit waits for it.</summary>
    private async Task Checkpoint()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(checkpointing.Token))
            {
                try
                {
                    CheckpointOnce();
                }
                catch (SqliteException failure)
                {
                    // Busy or out of space: the next second tries again.
                    LogCheckpoint(failure);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The store is closing; it checkpoints a last time itself.
        }
    }

    private void CheckpointOnce()
    {
        var wal = new FileInfo(database.Path + "-wal");
        if (!wal.Exists || wal.Length < CheckpointBytes) { return; }
        using var side = database.OpenReader();
        Pragma(side, "wal_checkpoint(PASSIVE)");
        wal.Refresh();
        if (wal.Length > RestartBytes) { Pragma(side, "wal_checkpoint(TRUNCATE)"); }
    }

    private static void Pragma(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        command.ExecuteNonQuery();
    }

    /// <summary>Commits what waits, then closes. Registered so that it runs after the silo has stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        thread.Join();
        await checkpointing.CancelAsync();
        await checkpoints;
        Pragma(connection, "wal_checkpoint(TRUNCATE)");
        grainWrites.Dispose();
        inboxWrites.Dispose();
        await connection.DisposeAsync();
        checkpointing.Dispose();
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Critical, Message = "The database cannot be written; writes are refused until it can")]
    private partial void LogDisk(Exception failure);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Error, Message = "The write-ahead log could not be checkpointed; it will grow")]
    private partial void LogCheckpoint(Exception failure);

    private abstract class Work
    {
        public abstract void Apply(SqliteGrainWrites writes, SqliteConnection connection, SqliteTransaction transaction);

        public abstract void Fail(Exception failure);

        public abstract void Finish(ICommitListener[] listeners);
    }

    private abstract class Work<T> : Work
    {
        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Fail(Exception failure) => Done.TrySetException(failure);
    }

    private sealed class GrainWork(GrainWrite write) : Work<WriteOutcome>
    {
        private WriteOutcome outcome;

        public override void Apply(SqliteGrainWrites writes, SqliteConnection connection, SqliteTransaction transaction) => outcome = writes.Apply(write);

        public override void Finish(ICommitListener[] listeners)
        {
            Done.TrySetResult(outcome);
            if (outcome != WriteOutcome.Committed) { return; }
            foreach (var listener in listeners) { listener.Committed(write); }
        }
    }

    private sealed class FreeWork<T>(Func<SqliteConnection, SqliteTransaction, T> work) : Work<T>
    {
        private T? result;
        private Exception? failure;

        public override void Apply(SqliteGrainWrites writes, SqliteConnection connection, SqliteTransaction transaction)
        {
            transaction.Save("work");
            try
            {
                result = work(connection, transaction);
                failure = null;
                transaction.Release("work");
            }
            catch (Exception thrown)
            {
                // Whatever it was, it belongs to the caller, and its statements must not stay in the others' transaction.
                transaction.Rollback("work");
                failure = thrown;
            }
        }

        public override void Finish(ICommitListener[] listeners)
        {
            if (failure is null) { Done.TrySetResult(result!); } else { Done.TrySetException(failure); }
        }
    }
}
