using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class Grain_interfaces
{
    /// <summary>Grains without a tenant, each with the reason why no tenant's data passes through it.</summary>
    private static readonly Dictionary<string, string> Platform = [];

    /// <summary>Grains and methods that may interleave, each with the reason why a re-check after every await is not needed.</summary>
    private static readonly Dictionary<string, string> MayInterleave = [];

    private static readonly IReadOnlyList<Type> Ours = OurCode.All.Types();

    [Fact]
    public void have_a_name_that_outlives_the_type()
    {
        Law.Holds(GrainLaws.InterfacesAreNamedForEver(Ours));
        Law.Names(GrainLaws.InterfacesAreNamedForEver(PlantedTypes.All), "INamelessGrain", "ITwoNamesGrain", "ISellerAccountGrain");
    }

    [Fact]
    public void have_methods_whose_names_outlive_a_refactoring()
    {
        Law.Holds(GrainLaws.MethodsAreNamedForEver(Ours));
        Law.Names(GrainLaws.MethodsAreNamedForEver(PlantedTypes.All), "ICarelessGrain.Nameless", "ICarelessGrain.CamelCase");
    }

    [Fact]
    public void belong_to_a_tenant()
    {
        Law.Holds(GrainLaws.BelongToATenant(Ours).Except(Platform));
        Law.Names(GrainLaws.BelongToATenant(PlantedTypes.All), "INobodysGrain");
    }

    [Fact]
    public void answer_with_a_task()
    {
        Law.Holds(GrainLaws.MethodsAnswerWithATask(Ours));
        Law.Names(GrainLaws.MethodsAnswerWithATask(PlantedTypes.All), "IBlockingGrain.Block");
    }

    [Fact]
    public void can_be_cancelled()
    {
        Law.Holds(GrainLaws.MethodsCanBeCancelled(Ours));
        Law.Names(GrainLaws.MethodsCanBeCancelled(PlantedTypes.All), "ICarelessGrain.Endless", "ICarelessGrain.Impatient");
    }

    [Fact]
    public void take_one_message()
    {
        Law.Holds(GrainLaws.MethodsTakeOneMessage(Ours));
        Law.Names(GrainLaws.MethodsTakeOneMessage(PlantedTypes.All), "ICarelessGrain.TwoMessages");
    }

    [Fact]
    public void are_verbs_without_async()
    {
        Law.Holds(GrainLaws.MethodsAreVerbs(Ours));
        Law.Names(GrainLaws.MethodsAreVerbs(PlantedTypes.All), "ICarelessGrain.SpokenAsync");
    }

    [Fact]
    public void do_one_thing_at_a_time()
    {
        Law.Holds(GrainLaws.Interleave(Ours).Except(MayInterleave));
        Law.Names(GrainLaws.Interleave(PlantedTypes.All), "ICarelessGrain.Forgetful", "ICarelessGrain.Interrupted", "ReentrantGrain");
    }

    [Fact]
    public void are_excused_only_for_a_reason_and_only_while_they_need_it()
    {
        Dictionary<string, string> excused = new()
        {
            ["INobodysGrain"] = "no",
            ["IGoneGrain"] = "It once counted silos, which belong to no tenant.",
        };

        Law.Names(GrainLaws.BelongToATenant(PlantedTypes.All).Except(excused), "INobodysGrain", "IGoneGrain");
    }
}
