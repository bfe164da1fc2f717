using System.Text.Json.Serialization;

namespace AgencyPlatform.Grains.Effects;

/// <summary>What storage needs to know of a record besides its JSON: its version and the effects of the write under way.</summary>
public interface IJournaled
{
    /// <summary>Counts the writes of this grain; the version check on it is the fence against a second activation.</summary>
    long Version { get; }

    /// <summary>Effects that this write must carry out; empty at rest.</summary>
    IReadOnlyList<Effect> Pending { get; }
}

/// <summary>The stored record of a grain: the decided state, a cache of the last command ids, the effects of the write under way.</summary>
public abstract record Journaled<TState> : IJournaled
    where TState : class
{
    /// <summary>How many command ids a record remembers; the command table remembers all of them for 48 hours.</summary>
    public const int Remembered = 32;

    public long Version { get; init; }
    public TState? State { get; init; }
    public IReadOnlyList<string> Recent { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<Effect> Pending { get; init; } = [];
}
