using System.Collections.Concurrent;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>
/// How many events one endpoint may have under way at once, and how much memory all of them together: a storm at one door is
/// turned away there and does not reach the others.
/// </summary>
internal sealed class Gates
{
    /// <summary>At a commit of ten milliseconds this is more than ten thousand events a second.</summary>
    public const int PerEndpoint = 128;

    /// <summary>Addresses that nobody has share one small gate.</summary>
    public const int ForNowhere = 32;

    /// <summary>Bodies under way, in bytes, over all endpoints.</summary>
    public const long Room = 64L << 20;

    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.Ordinal);
    private readonly Gate nowhere = new(ForNowhere);
    private long taken;

    /// <returns>Null where as many as may be are under way.</returns>
    public Gate? TryEnter(Door door)
    {
        var gate = door == Door.Nowhere ? nowhere : gates.GetOrAdd(door.EndpointId, static _ => new Gate(PerEndpoint));
        return gate.TryEnter() ? gate : null;
    }

    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref taken, bytes) <= Room) { return true; }
        Interlocked.Add(ref taken, -bytes);
        return false;
    }

    public void GiveBack(int bytes) => Interlocked.Add(ref taken, -bytes);

    internal sealed class Gate(int places)
    {
        private int inside;

        public bool TryEnter()
        {
            if (Interlocked.Increment(ref inside) <= places) { return true; }
            Interlocked.Decrement(ref inside);
            return false;
        }

        public void Leave() => Interlocked.Decrement(ref inside);
    }
}
