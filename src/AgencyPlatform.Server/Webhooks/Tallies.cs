using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>What each endpoint took and turned away since it was last written down, and the same for all as metrics.</summary>
internal sealed class Tallies
{
    /// <summary>Shared by the ingress and the inbox's worker.</summary>
    public static readonly Meter Meter = new("AgencyPlatform.Webhooks");

    private static readonly Counter<long> Received = Meter.CreateCounter<long>("agency.webhooks.received", "events", "Requests at the door, by what became of them");

    private readonly ConcurrentDictionary<(string Tenant, string EndpointId), Tally> tallies = new();

    public void Note(Door door, string outcome, DateTimeOffset now)
    {
        Received.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        if (door == Door.Nowhere) { return; }
        var tally = tallies.GetOrAdd((door.Tenant, door.EndpointId), static _ => new Tally());
        tally.Add(outcome, now);
    }

    /// <summary>Takes what was counted since the last time.</summary>
    public IEnumerable<(string Tenant, string EndpointId, Tally Tally)> Take()
    {
        foreach (var ((tenant, endpointId), tally) in tallies)
        {
            if (tally.Take() is { } counted) { yield return (tenant, endpointId, counted); }
        }
    }

    internal sealed class Tally
    {
        private readonly Lock counting = new();

        public long Accepted { get; private set; }
        public long Duplicates { get; private set; }
        public long Rejected { get; private set; }
        public DateTimeOffset? LastAcceptedAt { get; private set; }
        public DateTimeOffset? LastRejectedAt { get; private set; }

        public void Add(string outcome, DateTimeOffset now)
        {
            lock (counting)
            {
                switch (outcome)
                {
                    case Outcomes.Accepted:
                        Accepted++;
                        LastAcceptedAt = now;
                        break;
                    case Outcomes.Duplicate:
                        Duplicates++;
                        LastAcceptedAt = now;
                        break;
                    default:
                        Rejected++;
                        LastRejectedAt = now;
                        break;
                }
            }
        }

        /// <returns>Null where nothing came.</returns>
        public Tally? Take()
        {
            lock (counting)
            {
                if (Accepted + Duplicates + Rejected == 0) { return null; }
                var taken = (Tally)MemberwiseClone();
                (Accepted, Duplicates, Rejected) = (0, 0, 0);
                return taken;
            }
        }
    }
}

/// <summary>What becomes of a request at the door, as metrics name it.</summary>
internal static class Outcomes
{
    public const string Accepted = "accepted";
    public const string Duplicate = "duplicate";
    public const string Unknown = "unknown-address";
    public const string Crowded = "crowded";
    public const string Encoded = "encoded";
    public const string TooLong = "too-long";
    public const string Malformed = "malformed";
    public const string Unsigned = "unsigned";
    public const string Paused = "paused";
    public const string Busy = "busy";
}
