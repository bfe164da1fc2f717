using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>An event that lies in the inbox and waits to be applied, with its body in the clear.</summary>
/// <param name="CaseId">The case a person attached it to; so is <paramref name="AccountId"/>.</param>
internal sealed record Arrival(
    string Tenant, string Id, string EndpointId, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte> Body, int Attempts = 0, string? CaseId = null, string? AccountId = null);

/// <summary>
/// Hands events from their commit straight to the worker. What finds no room here is not lost: it lies in the table, where the
/// worker looks as soon as it is told.
/// </summary>
internal sealed class InboxFeed
{
    private const int Room = 8_192;

    /// <summary>Larger bodies are read from the table again, so that the feed stays small.</summary>
    private const int LargestBody = 16 << 10;

    private readonly Channel<Arrival> arrivals = Channel.CreateBounded<Arrival>(new BoundedChannelOptions(Room) { SingleReader = true });
    private readonly ConcurrentDictionary<(string Tenant, string Id), bool> held = new();
    private volatile bool hasLeftover;

    public ChannelReader<Arrival> Arrivals => arrivals.Reader;

    public void Offer(Arrival arrival)
    {
        if (arrival.Body.Length > LargestBody || !TryHold(arrival)) { hasLeftover = true; }
        else if (!arrivals.Writer.TryWrite(arrival)) { Leave(arrival); }
    }

    /// <summary>Marks an event as being worked on, so that whoever looks into the table passes it over.</summary>
    /// <returns>False where somebody works on it already.</returns>
    public bool TryHold(Arrival arrival) => held.TryAdd((arrival.Tenant, arrival.Id), true);

    /// <summary>The event is settled, or waits in the table for its time.</summary>
    public void Release(Arrival arrival) => held.TryRemove((arrival.Tenant, arrival.Id), out _);

    /// <summary>Gives an event back to the table, to be taken from there as soon as there is room.</summary>
    public void Leave(Arrival arrival)
    {
        Release(arrival);
        hasLeftover = true;
    }

    /// <returns>True where something was left to the table since the last time somebody asked.</returns>
    public bool TakeLeftover()
    {
        if (!hasLeftover) { return false; }
        hasLeftover = false;
        return true;
    }
}
