using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class Names_of_types
{
    [Fact]
    public void say_what_a_thing_is()
    {
        Law.Holds(NameLaws.SaysNothing(OurCode.All.Types()));
        Law.Names(NameLaws.SaysNothing(PlantedTypes.All), "AgencyPlatform.ArchitectureTests.Planted.CaseHelper");
    }
}
