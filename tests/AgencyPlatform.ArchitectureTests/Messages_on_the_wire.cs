using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class Messages_on_the_wire
{
    private static readonly IReadOnlyList<Type> Ours = OurCode.All.Types();

    [Fact]
    public void have_an_alias()
    {
        Law.Holds(WireLaws.HasAnAlias(Ours));
        Law.Names(WireLaws.HasAnAlias(PlantedTypes.All), "WithoutAlias");
    }

    [Fact]
    public void have_a_versioned_alias_of_their_own()
    {
        Law.Holds(WireLaws.AliasIsVersionedAndUnique(Ours));
        Law.Names(WireLaws.AliasIsVersionedAndUnique(PlantedTypes.All), "WithoutVersion", "OneTwin", "OtherTwin");
    }

    [Fact]
    public void are_immutable()
    {
        Law.Holds(WireLaws.IsImmutable(Ours));
        Law.Names(WireLaws.IsImmutable(PlantedTypes.All), "NotImmutable");
    }

    [Fact]
    public void are_set_only_when_they_are_made()
    {
        Law.Holds(WireLaws.SetsOnlyOnce(Ours));
        Law.Names(WireLaws.SetsOnlyOnce(PlantedTypes.All), "Settable");
    }

    [Fact]
    public void are_sealed_records()
    {
        Law.Holds(WireLaws.IsASealedRecord(Ours));
        Law.Names(WireLaws.IsASealedRecord(PlantedTypes.All), "Open", "PlainClass");
    }

    [Fact]
    public void have_only_ids_that_somebody_wrote()
    {
        Law.Holds(WireLaws.HasNoPositionalParameters(Ours));
        Law.Names(WireLaws.HasNoPositionalParameters(PlantedTypes.All), "Positional");
    }

    [Fact]
    public void count_their_ids_from_zero_without_a_gap()
    {
        Law.Holds(WireLaws.CountsItsIds(Ours));
        Law.Names(WireLaws.CountsItsIds(PlantedTypes.All), "Gap", "Forgotten");
    }
}
