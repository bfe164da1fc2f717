using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AgencyPlatform.Server.Live;

/// <summary>
/// Tells open pages that a case changed, so that they read it again. A hint, not a delivery: whoever is slow misses some, and
/// pages look again every now and then anyway.
/// </summary>
public sealed class CaseChanges
{
    private const int Waiting = 256;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, Channel<string>>> tenants = new(StringComparer.Ordinal);

    /// <summary>Ids of the tenant's cases as they change, until the token is cancelled.</summary>
    public async IAsyncEnumerable<string> Of(string tenant, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var subscribers = tenants.GetOrAdd(tenant, _ => new());
        subscribers[id] = channel;
        try
        {
            await foreach (var caseId in channel.Reader.ReadAllAsync(cancellationToken)) { yield return caseId; }
        }
        finally
        {
            subscribers.TryRemove(id, out _);
        }
    }

    /// <summary>Quick and never throwing: it runs on the writer's thread.</summary>
    internal void Publish(string tenant, string caseId)
    {
        if (!tenants.TryGetValue(tenant, out var subscribers)) { return; }
        foreach (var channel in subscribers.Values) { channel.Writer.TryWrite(caseId); }
    }
}
