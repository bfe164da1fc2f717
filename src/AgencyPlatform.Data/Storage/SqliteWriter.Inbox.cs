using AgencyPlatform.Data.Webhooks;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Storage;

/// <summary>Arrivals of webhooks share the batches of grain writes; a full queue turns them away at once.</summary>
public sealed partial class SqliteWriter
{
    /// <summary>What may wait before arrivals are asked to come later: a second's work, so that commands stay quick in a storm.</summary>
    private const int ArrivalsLimit = 8_192;

    /// <returns>Null where too much waits already; nothing of the arrival is stored then.</returns>
    public Task<InboxReceipt>? TryStore(InboxArrival arrival)
    {
        if (queue.Reader.Count >= ArrivalsLimit) { return null; }
        var work = new InboxWork(arrival, inboxWrites);
        return queue.Writer.TryWrite(work) ? work.Done.Task : null;
    }

    private sealed class InboxWork(InboxArrival arrival, InboxWrites inbox) : Work<InboxReceipt>
    {
        private InboxReceipt receipt;

        public override void Apply(SqliteGrainWrites writes, SqliteConnection connection, SqliteTransaction transaction) => receipt = inbox.Store(arrival);

        public override void Finish(ICommitListener[] listeners) => Done.TrySetResult(receipt);
    }
}
