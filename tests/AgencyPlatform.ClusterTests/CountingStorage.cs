using Orleans.Runtime;
using Orleans.Storage;

namespace AgencyPlatform.ClusterTests;

/// <summary>The real storage, with its reads counted and its next write made to fail on demand.</summary>
public sealed class CountingStorage(IGrainStorage inner) : IGrainStorage
{
    private int reads;
    private int failures;

    public int Reads => Volatile.Read(ref reads);

    /// <summary>The next write reaches the disk, but its answer is lost.</summary>
    public void LoseNextAnswer() => Interlocked.Exchange(ref failures, 1);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Interlocked.Increment(ref reads);
        return inner.ReadStateAsync(stateName, grainId, grainState);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await inner.WriteStateAsync(stateName, grainId, grainState);
        if (Interlocked.Exchange(ref failures, 0) == 1) { throw new IOException("The answer was lost."); }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);
}
