using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

#pragma warning disable CA1852 // an unsealed grain is what is planted
namespace AgencyPlatform.ArchitectureTests.Planted;

[GrainType("sound")]
internal sealed class SoundGrain([PersistentState("sound")] IPersistentState<SoundRecord> store) : Grain, ITenantGrain
{
    public SoundRecord Record => store.State;
}

[GrainType("public")]
public sealed class PublicGrain : Grain, IGrainWithStringKey;

[GrainType("unsealed")]
internal class UnsealedGrain : Grain, ITenantGrain;

internal sealed class NamelessGrain : Grain, ITenantGrain;

[GrainType("based")]
internal sealed class BasedGrain : OurBase, ITenantGrain;

internal abstract class OurBase : Grain;

[GrainType("reentrant"), Reentrant]
internal sealed class ReentrantGrain : Grain, ITenantGrain;

[GrainType("forgetful")]
internal sealed class ForgetfulGrain(
    [PersistentState("one")] IPersistentState<LossyRecord> one, [PersistentState("other")] IPersistentState<UnreadableRecord> other) : Grain, ITenantGrain
{
    public (LossyRecord, UnreadableRecord) Records => (one.State, other.State);
}

internal sealed record SoundRecord
{
    public string Name { get; init; } = "";
    public int? Count { get; init; }
    public DateTimeOffset At { get; init; }
    public IReadOnlyList<Event> Events { get; init; } = [];
    public IReadOnlyDictionary<string, decimal> Amounts { get; init; } = new Dictionary<string, decimal>();
    public ISet<Guid> Seen { get; init; } = new HashSet<Guid>();
    public ImmutableArray<string> Tags { get; init; } = [];
    public ImmutableDictionary<string, int> Counts { get; init; } = ImmutableDictionary<string, int>.Empty;
    public Line? Best { get; init; }
    [JsonIgnore] public string? Cached { get; init; }
}

internal sealed record Line(string Text, int Number);

[JsonDerivedType(typeof(Opened), "opened"), JsonDerivedType(typeof(Closed), "closed")]
internal abstract record Event
{
    internal sealed record Opened(string By) : Event;

    internal sealed record Closed(DateOnly On) : Event;
}

internal sealed record LossyRecord
{
    public string Kept { get; init; } = "";
    public string Lost { get; internal set; } = "";

    public LossyRecord() => Lost = Guid.NewGuid().ToString();
}

internal abstract record NakedUnion
{
    internal sealed record Only(string Text) : NakedUnion;
}

internal sealed record UnreadableRecord
{
    public NakedUnion? Union { get; init; }
}
