using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AgencyPlatform.Server.Live;

/// <summary>
/// Passes short hints to whoever listens under a key. A hint, not a delivery: whoever is slow misses some, and looks again every
/// now and then anyway.
/// </summary>
internal sealed class HintBoard<TKey>
    where TKey : notnull
{
    private const int Waiting = 256;

    private readonly ConcurrentDictionary<TKey, ConcurrentDictionary<Guid, Channel<string>>> keys = new();

    /// <summary>The hints under the key, until the token is cancelled.</summary>
    public async IAsyncEnumerable<string> Of(TKey key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var listeners = keys.GetOrAdd(key, _ => new());
        listeners[id] = channel;
        try
        {
            await foreach (var hint in channel.Reader.ReadAllAsync(cancellationToken)) { yield return hint; }
        }
        finally
        {
            listeners.TryRemove(id, out _);
        }
    }

    /// <summary>Quick and never throwing: it runs on the writer's thread.</summary>
    public void Publish(TKey key, string hint)
    {
        if (!keys.TryGetValue(key, out var listeners)) { return; }
        foreach (var channel in listeners.Values) { channel.Writer.TryWrite(hint); }
    }
}
