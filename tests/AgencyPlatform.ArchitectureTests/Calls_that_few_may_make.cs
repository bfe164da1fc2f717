using AgencyPlatform.ArchitectureTests.Code;
using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class Calls_that_few_may_make
{
    private const string Planted = "AgencyPlatform.ArchitectureTests.Planted.";

    /// <summary>Places that open a door on purpose, each with the reason why nobody unwanted comes in.</summary>
    private static readonly Dictionary<string, string> OpenDoors = new()
    {
        ["AgencyPlatform.Server.Identity.SessionEndpoints"] = "Logging in is what nobody can do logged in; the answer tells nothing, and only a right password opens a session.",
        ["AgencyPlatform.Server.Hosting.Dashboard"] = "Style sheets, scripts and the choice of a language serve the log-in page too and hold nobody's data.",
        ["AgencyPlatform.Server.Identity.Pages.Login"] = "The page on which a person logs in; it only shows the form.",
        ["AgencyPlatform.Server.Webhooks.IngressEndpoint"] = "Senders of webhooks have no log-in; a signature over the raw body with the endpoint's own secret lets an event in, and nothing comes out.",
        ["AgencyPlatform.Server.Hosting.Operations"] = "Health, metrics and the description of the API hold no tenant's data.",
    };

    [Fact]
    public void ask_for_a_grain_only_in_TenantGrains()
    {
        Law.Holds(CallLaws.AsksForGrains(CompiledCode.Of(OurCode.Server), "TenantGrains"));
        Law.Holds(CallLaws.AsksForGrains([.. CompiledCode.Of(OurCode.Data), .. CompiledCode.Of(OurCode.Contracts)], "nobody outside Server"));
        Law.Names(CallLaws.AsksForGrains(PlantedTypes.Code, "TenantGrains"), Planted + "CaseGrain", Planted + "Stranger");
    }

    [Fact]
    public void call_an_account_only_from_its_case()
    {
        Law.Holds(CallLaws.CallsAnotherGrain(CompiledCode.Of(OurCode.Grains)));
        Law.Names(CallLaws.CallsAnotherGrain(PlantedTypes.Code), Planted + "TenantGrains", Planted + "Stranger");
    }

    [Fact]
    public void read_claims_only_in_CurrentTenant()
    {
        Law.Holds(CallLaws.ReadsClaims(CompiledCode.Of(OurCode.Server), "CurrentTenant"));
        Law.Names(CallLaws.ReadsClaims(PlantedTypes.Code, "CurrentTenant"), Planted + "Curious");
    }

    [Fact]
    public void open_a_door_only_for_a_reason()
    {
        Law.Holds(CallLaws.OpensADoor(OurCode.All.SelectMany(CompiledCode.Of)).Except(OpenDoors));
        Law.Names(
            CallLaws.OpensADoor(PlantedTypes.Code),
            Planted + "OpenPage", Planted + "OpenRoute", Planted + "TrustsEverybody", Planted + "PutsMarkup");
    }

    [Fact]
    public void take_time_and_chance_only_as_arguments_where_decisions_are_made()
    {
        var banned = Repository.Ours.Text("src/BannedSymbols.txt").Split('\n');

        Law.Holds(CallLaws.CallsBanned([.. CompiledCode.Of(OurCode.Domain), .. CompiledCode.Of(OurCode.Grains)], banned));
        Law.Names(CallLaws.CallsBanned(PlantedTypes.Code, banned), Planted + "LooksAtTheClock", Planted + "LossyRecord");
    }
}
