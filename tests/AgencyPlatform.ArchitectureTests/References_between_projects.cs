using AgencyPlatform.ArchitectureTests.Code;
using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class References_between_projects
{
    private const string Orleans = "Orleans.";

    private static readonly Dictionary<string, string[]> Design = new()
    {
        ["AgencyPlatform.Grains"] = ["AgencyPlatform.Domain", "AgencyPlatform.Contracts"],
        ["AgencyPlatform.Data"] = ["AgencyPlatform.Domain", "AgencyPlatform.Grains", "AgencyPlatform.Contracts"],
        ["AgencyPlatform.Server"] = ["AgencyPlatform.Domain", "AgencyPlatform.Contracts", "AgencyPlatform.Grains", "AgencyPlatform.Data"],
    };

    [Fact]
    public void leave_the_domain_with_the_base_class_library_and_NodaTime()
    {
        string[] allowed = ["System.", "NodaTime"];

        Law.Holds(ReferenceLaws.ReferencesOnly(OurCode.Domain, allowed));
        Law.Holds(ReferenceLaws.NeverReferences(OurCode.Domain, "System.Net.", "System.Data."));
        Law.Names(ReferenceLaws.ReferencesOnly(OurCode.Tests, allowed), "AgencyPlatform.ArchitectureTests");
    }

    [Fact]
    public void leave_the_contracts_with_Orleans() =>
        Law.Holds(ReferenceLaws.ReferencesOnly(OurCode.Contracts, "System.", Orleans, "Microsoft.Extensions.DependencyInjection.Abstractions"));

    [Fact]
    public void leave_the_grains_without_any_way_to_reach_a_third_party()
    {
        string[] forbidden =
        [
            "System.Net.", "System.Data.", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.", "Microsoft.AspNetCore.",
            "Microsoft.Data.", "Npgsql", "Npgsql.", "Azure.", "Stripe.net", "Hangfire.", "MailKit", "MimeKit", "AgencyPlatform.Data", "AgencyPlatform.Server",
        ];

        Law.Holds(ReferenceLaws.ReferencesOnly(
            OurCode.Grains, "System.", Orleans, "NodaTime", "AgencyPlatform.Domain", "AgencyPlatform.Contracts", "Microsoft.Extensions."));
        Law.Holds(ReferenceLaws.NeverReferences(OurCode.Grains, forbidden));
        Law.Names(ReferenceLaws.NeverReferences(OurCode.Tests, forbidden), "AgencyPlatform.ArchitectureTests");
    }

    [Fact]
    public void leave_grains_and_data_to_the_hosting_part_of_the_server()
    {
        const string planted = "AgencyPlatform.ArchitectureTests.Planted";

        Law.Holds(ReferenceLaws.NamedOnlyIn(
            "AgencyPlatform.Server.Hosting", CompiledCode.Of(OurCode.Server), "AgencyPlatform.Grains", "AgencyPlatform.Data"));
        Law.Names(ReferenceLaws.NamedOnlyIn(planted + ".Hosting", PlantedTypes.Code, "AgencyPlatform.Domain"), planted + ".ReachesAcross");
    }

    [Fact]
    public void are_stated_as_designed()
    {
        using var planted = new PlantedFiles(
            ("src/AgencyPlatform.Grains/AgencyPlatform.Grains.csproj", Project("../AgencyPlatform.Domain/AgencyPlatform.Domain.csproj", "../AgencyPlatform.Data/AgencyPlatform.Data.csproj")),
            ("src/AgencyPlatform.Common/AgencyPlatform.Common.csproj", Project("../AgencyPlatform.Domain/AgencyPlatform.Domain.csproj")));

        Law.Holds(RepositoryLaws.ProjectsReferenceAsDesigned(Repository.Ours, Design));
        Law.Names(
            RepositoryLaws.ProjectsReferenceAsDesigned(planted.Repository, Design),
            "src/AgencyPlatform.Grains/AgencyPlatform.Grains.csproj", "src/AgencyPlatform.Common/AgencyPlatform.Common.csproj");
    }

    private static string Project(params string[] references) =>
        $"<Project><ItemGroup>{string.Concat(references.Select(r => $"<ProjectReference Include=\"{r}\" />"))}</ItemGroup></Project>";
}
