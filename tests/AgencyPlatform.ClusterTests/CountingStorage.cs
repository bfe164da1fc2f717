using Orleans.Runtime;
using Orleans.Storage;

namespace AgencyPlatform.ClusterTests;

/// <summary>The real storage, with its reads counted and its next write made to fail on demand.</summary>
public sealed class CountingStorage(IGrainStorage inner) : IGrainStorage
{
    private const string Any = "*";

    private int reads;
    private string? lost;
    private string? refused;

    public int Reads => Volatile.Read(ref reads);

    /// <summary>The next write (of this kind of grain) reaches the disk, but its answer is lost.</summary>
    public void LoseNextAnswer(string? kind = null) => Volatile.Write(ref lost, kind ?? Any);

    /// <summary>The next write of this kind of grain fails before it reaches the disk.</summary>
    public void RefuseNextWrite(string kind) => Volatile.Write(ref refused, kind);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Interlocked.Increment(ref reads);
        return inner.ReadStateAsync(stateName, grainId, grainState);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (IsUp(ref refused, stateName)) { throw new IOException("The disk refused."); }
        await inner.WriteStateAsync(stateName, grainId, grainState);
        if (IsUp(ref lost, stateName)) { throw new IOException("The answer was lost."); }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    private static bool IsUp(ref string? trap, string kind)
    {
        var set = Volatile.Read(ref trap);
        return set is not null && (set == Any || set == kind) && Interlocked.CompareExchange(ref trap, null, set) == set;
    }
}
