using AgencyPlatform.Data.Due;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Server.Hosting.Clocks;

/// <summary>
/// The rows this silo has leased and not begun to wake, by due instant. Every commit passes here, so that a row that was moved or
/// taken away is forgotten, and one that comes up before the next look at the index is noticed.
/// </summary>
internal sealed class ClaimedRows : ICommitListener
{
    private readonly Lock gate = new();
    private readonly Dictionary<DueKey, DueRow> held = [];
    private readonly PriorityQueue<DueRow, DateTimeOffset> order = new();
    private readonly Dictionary<DueKey, DateTimeOffset?> movedMeanwhile = [];
    private bool isClaiming;
    private DateTimeOffset armedFirst = DateTimeOffset.MaxValue;
    private DateTimeOffset noticed = DateTimeOffset.MinValue;

    /// <summary>Raised when a row was armed that is due before the instant last given to <see cref="Notice"/>.</summary>
    public event Action? Armed;

    /// <summary>Rows that were added and not begun.</summary>
    public int Count
    {
        get { lock (gate) { return held.Count; } }
    }

    /// <summary>True once somebody asked to hear of arms.</summary>
    public bool IsWatched
    {
        get { lock (gate) { return noticed > DateTimeOffset.MinValue; } }
    }

    public void Committed(GrainWrite write)
    {
        foreach (var effect in write.Effects)
        {
            switch (effect)
            {
                case Effect.ArmClock a:
                    Moved(new DueKey(write.Tenant, a.CaseId, a.Clock), DueRows.Held(a.DueAt));
                    break;
                case Effect.DisarmClock d:
                    Moved(new DueKey(write.Tenant, d.CaseId, d.Clock), null);
                    break;
            }
        }
    }

    /// <summary>From now on, until <see cref="Add"/>, moves are remembered: the claim that begins may give rows as they were before.</summary>
    public void BeginClaim()
    {
        lock (gate)
        {
            isClaiming = true;
            movedMeanwhile.Clear();

            // What was armed until now is committed, and the look that begins sees it.
            armedFirst = DateTimeOffset.MaxValue;
        }
    }

    /// <summary>Ends the claim.</summary>
    /// <returns>Those of the rows that still stand where the claim found them.</returns>
    public IReadOnlyList<DueRow> Add(IReadOnlyList<DueRow> rows)
    {
        List<DueRow> added = new(rows.Count);
        lock (gate)
        {
            isClaiming = false;
            foreach (var row in rows)
            {
                if (movedMeanwhile.TryGetValue(row.Key, out var dueAt) && dueAt != row.DueAt) { continue; }
                held[row.Key] = row;
                order.Enqueue(row, row.DueAt);
                added.Add(row);
            }
        }

        return added;
    }

    /// <summary>Takes what is due out of the order, the oldest first; a row stays held until <see cref="Begin"/>.</summary>
    public IReadOnlyList<DueRow> TakeDue(DateTimeOffset now)
    {
        List<DueRow> due = [];
        lock (gate)
        {
            while (order.TryPeek(out var row, out var at) && (at <= now || !Holds(row)))
            {
                order.Dequeue();
                if (Holds(row)) { due.Add(row); }
            }
        }

        return due;
    }

    /// <summary>When the first row is due that is not taken yet.</summary>
    public DateTimeOffset NextDue()
    {
        lock (gate) { return order.TryPeek(out _, out var at) ? at : DateTimeOffset.MaxValue; }
    }

    /// <returns>False where the row was moved or taken away since it was added.</returns>
    public bool Begin(DueRow row)
    {
        lock (gate) { return Holds(row) && held.Remove(row.Key); }
    }

    /// <summary>Forgets all rows.</summary>
    public IReadOnlyList<DueRow> Clear()
    {
        lock (gate)
        {
            DueRow[] rows = [.. held.Values];
            held.Clear();
            order.Clear();
            return rows;
        }
    }

    /// <summary>Asks to hear of rows that are armed for an instant before this one.</summary>
    /// <returns>The first instant that a row was armed for since the last claim began.</returns>
    public DateTimeOffset Notice(DateTimeOffset before)
    {
        lock (gate)
        {
            noticed = before;
            return armedFirst;
        }
    }

    private bool Holds(DueRow row) => held.TryGetValue(row.Key, out var current) && ReferenceEquals(current, row);

    private void Moved(DueKey key, DateTimeOffset? dueAt)
    {
        var isEarly = false;
        lock (gate)
        {
            held.Remove(key);
            if (isClaiming) { movedMeanwhile[key] = dueAt; }
            if (dueAt is { } at)
            {
                if (at < armedFirst) { armedFirst = at; }
                isEarly = at < noticed;
            }
        }

        if (isEarly) { Armed?.Invoke(); }
    }
}
