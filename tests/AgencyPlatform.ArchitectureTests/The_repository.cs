using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class The_repository
{
    private const string Project = """<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    [Fact]
    public void holds_at_the_top_what_was_agreed()
    {
        using var planted = new PlantedFiles(
            ("AgencyPlatform.sln", ""), ("Directory.Build.targets", ""), ("README.md", ""), ("deploy/a", ""), ("src/a", ""), ("tests/a", ""),
            (".editorconfig", ""), ("artifacts/a", ""), ("global.json", "{}"));

        Law.Holds(RepositoryLaws.TopLevelIsAsAgreed(Repository.Ours));
        Law.Names(RepositoryLaws.TopLevelIsAsAgreed(planted.Repository), "global.json", "helm");
    }

    [Fact]
    public void holds_files_one_can_read_in_one_go()
    {
        var long_ = string.Concat(Enumerable.Repeat("//\n", 401));
        using var planted = new PlantedFiles(
            ("src/A/Short.cs", long_[3..]), ("src/A/Long.cs", long_), ("src/A/Long.razor", long_), ("src/A/MigrationsSqlite/Made.cs", long_), ("src/A/obj/Made.cs", long_));

        Law.Holds(RepositoryLaws.FilesAreShort(Repository.Ours));
        Law.Names(RepositoryLaws.FilesAreShort(planted.Repository), "src/A/Long.cs", "src/A/Long.razor");
    }

    [Fact]
    public void holds_every_project_in_its_solution()
    {
        using var planted = new PlantedFiles(
            ("AgencyPlatform.sln", """Project("{X}") = "A", "src\A\A.csproj", "{1}" Project("{X}") = "C", "src\C\C.csproj", "{3}" """),
            ("src/A/A.csproj", Project), ("src/B/B.csproj", Project));

        Law.Holds(RepositoryLaws.SolutionHoldsEveryProject(Repository.Ours));
        Law.Names(RepositoryLaws.SolutionHoldsEveryProject(planted.Repository), "src/B/B.csproj", "src/C/C.csproj");
    }

    [Fact]
    public void states_versions_once()
    {
        using var planted = new PlantedFiles(
            ("src/A/A.csproj", Project),
            ("src/B/B.csproj", "<Project />"),
            ("src/C/C.csproj", Project.Replace("</Project>", """<ItemGroup><PackageReference Include="P" Version="1.0.0" /></ItemGroup></Project>""", StringComparison.Ordinal)),
            ("src/D/D.csproj", Project.Replace("<PropertyGroup>", "<PropertyGroup><NoWarn>CS1591</NoWarn>", StringComparison.Ordinal)));

        Law.Holds(RepositoryLaws.ProjectsFollowTheBuild(Repository.Ours));
        Law.Names(RepositoryLaws.ProjectsFollowTheBuild(planted.Repository), "src/B/B.csproj", "src/C/C.csproj", "src/D/D.csproj");
    }

    [Fact]
    public void leaves_the_address_to_whoever_starts_the_server()
    {
        using var planted = new PlantedFiles(("src/A/Properties/launchSettings.json", """{"profiles":{"AgencyPlatform.Server":{"applicationUrl":"http://localhost:5000"}}}"""));

        Law.Holds(RepositoryLaws.LaunchSettingsSetOnlyTheEnvironment(Repository.Ours));
        Law.Names(RepositoryLaws.LaunchSettingsSetOnlyTheEnvironment(planted.Repository), "src/A/Properties/launchSettings.json");
    }

    [Fact]
    public void has_no_test_that_is_switched_off_or_asleep()
    {
        using var planted = new PlantedFiles(
            ("tests/A/Off.cs", "[Fact" + "(Skip = \"later\")]"), ("tests/A/Asleep.cs", "Thread." + "Sleep(100);"), ("tests/A/Awake.cs", "[Fact] public void works()"));

        Law.Holds(RepositoryLaws.TestsAreAwake(Repository.Ours));
        Law.Names(RepositoryLaws.TestsAreAwake(planted.Repository), "tests/A/Off.cs", "tests/A/Asleep.cs");
    }

    [Fact]
    public void opens_the_storage_role_only_in_storage()
    {
        const string home = "src/AgencyPlatform.Data/Storage/";
        using var planted = new PlantedFiles(
            (home + "Store.cs", "\"ap_store\""), ("src/AgencyPlatform.Server/Pages.cs", "\"ap_store\""), ("src/AgencyPlatform.Server/Told.cs", "// ap_store"));

        Law.Holds(RepositoryLaws.SaidOnlyIn(Repository.Ours, "ap_store", home));
        Law.Names(RepositoryLaws.SaidOnlyIn(planted.Repository, "ap_store", home), "src/AgencyPlatform.Server/Pages.cs");
    }

    [Fact]
    public void locks_the_wire_in_the_build()
    {
        const string contracts = "src/AgencyPlatform.Contracts";

        Assert.Contains("<EnableOrleansContractsAnalyzer>true<", Repository.Ours.Text($"{contracts}/AgencyPlatform.Contracts.csproj"), StringComparison.Ordinal);
        Assert.True(
            Repository.Ours.Has($"{contracts}/OrleansContracts.txt") || OurCode.Contracts.GetTypes().All(t => !t.Name.EndsWith("Grain", StringComparison.Ordinal)),
            "There are grain interfaces but no OrleansContracts.txt; dotnet format analyzers src/AgencyPlatform.Contracts/AgencyPlatform.Contracts.csproj --diagnostics ORLEANS0016 ORLEANS0018 --severity info writes it.");
    }
}
