using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class Grain_classes
{
    private static readonly IReadOnlyList<Type> Ours = OurCode.All.Types();

    [Fact]
    public void are_internal_and_sealed()
    {
        Law.Holds(GrainLaws.ClassesAreInternalAndSealed(Ours));
        Law.Names(GrainLaws.ClassesAreInternalAndSealed(PlantedTypes.All), "PublicGrain", "UnsealedGrain");
    }

    [Fact]
    public void have_a_name_that_outlives_the_type()
    {
        Law.Holds(GrainLaws.ClassesAreNamedForEver(Ours));
        Law.Names(GrainLaws.ClassesAreNamedForEver(PlantedTypes.All), "NamelessGrain");
    }

    [Fact]
    public void have_no_base_of_ours()
    {
        Law.Holds(GrainLaws.ClassesHaveNoBaseOfOurs(Ours));
        Law.Names(GrainLaws.ClassesHaveNoBaseOfOurs(PlantedTypes.All), "BasedGrain");
    }

    [Fact]
    public void keep_one_state()
    {
        Law.Holds(StateLaws.OneStatePerGrain(Ours));
        Law.Names(StateLaws.OneStatePerGrain(PlantedTypes.All), "ForgetfulGrain");
    }
}
