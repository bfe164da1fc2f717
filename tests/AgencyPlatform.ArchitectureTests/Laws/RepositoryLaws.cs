using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>What lies where in the repository.</summary>
internal static partial class RepositoryLaws
{
    private const int Longest = 400;

    private static readonly string[] Agreed =
        ["AgencyPlatform.sln", "Directory.Build.targets", "README.md", "deploy", "helm", "src", "tests"];

    private static readonly string[] CodeFiles = [".cs", ".razor", ".css", ".js", ".sh", ".sql", ".py"];

    public static IEnumerable<Offender> TopLevelIsAsAgreed(Repository repository)
    {
        var found = repository.TopLevel().Where(e => !e.StartsWith('.')).ToList();
        return found.Except(Agreed).Select(e => new Offender(e, "does not belong at the top level"))
            .Concat(Agreed.Except(found).Select(e => new Offender(e, "is missing at the top level")));
    }

    public static IEnumerable<Offender> FilesAreShort(Repository repository) =>
        from file in repository.Files("src", CodeFiles).Concat(repository.Files("tests", CodeFiles)).Concat(repository.Files("deploy", CodeFiles))
        where !file.Split('/').Any(part => part.StartsWith("Migrations", StringComparison.Ordinal)) && !file.EndsWith(".min.js", StringComparison.Ordinal)
        let lines = File.ReadLines(repository.Path(file)).Count()
        where lines > Longest
        select new Offender(file, $"has {lines} lines, more than {Longest}");

    public static IEnumerable<Offender> SolutionHoldsEveryProject(Repository repository)
    {
        var listed = ProjectInSolution().Matches(repository.Text("AgencyPlatform.sln")).Select(m => m.Groups["path"].Value.Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        var there = Projects(repository).ToHashSet(StringComparer.Ordinal);
        return there.Except(listed).Select(p => new Offender(p, "is not in the solution"))
            .Concat(listed.Except(there).Select(p => new Offender(p, "is in the solution but not on disk")));
    }

    /// <summary>Versions live once, in Directory.Build.targets; the target framework lives in each project.</summary>
    public static IEnumerable<Offender> ProjectsFollowTheBuild(Repository repository)
    {
        foreach (var file in Projects(repository))
        {
            var project = XDocument.Parse(repository.Text(file));
            if (project.Descendants("TargetFramework").SingleOrDefault()?.Value != "net10.0") { yield return new Offender(file, "does not state net10.0"); }

            foreach (var package in project.Descendants("PackageReference").Where(p => p.Attribute("Version") is not null || p.Element("Version") is not null))
            {
                yield return new Offender(file, $"states a version of {package.Attribute("Include")?.Value}");
            }

            foreach (var loosened in project.Descendants().Where(e => e.Name.LocalName is "NoWarn" or "WarningsNotAsErrors"))
            {
                yield return new Offender(file, $"loosens the build with {loosened.Name.LocalName}");
            }
        }
    }

    /// <summary>References between the projects of src, as designed.</summary>
    public static IEnumerable<Offender> ProjectsReferenceAsDesigned(Repository repository, IReadOnlyDictionary<string, string[]> design) =>
        from file in Projects(repository).Where(p => p.StartsWith("src/", StringComparison.Ordinal))
        let name = Path.GetFileNameWithoutExtension(file)
        from reference in XDocument.Parse(repository.Text(file)).Descendants("ProjectReference")
        let to = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
        where !design.TryGetValue(name, out var allowed) || !allowed.Contains(to)
        select new Offender(file, $"references {to}");

    /// <summary>Only the launch profile's environment is ours to set; its other values would override the caller's.</summary>
    public static IEnumerable<Offender> LaunchSettingsSetOnlyTheEnvironment(Repository repository) =>
        from file in repository.Files("src", ".json").Where(f => f.EndsWith("launchSettings.json", StringComparison.Ordinal))
        from name in SettingName().Matches(repository.Text(file)).Select(m => m.Groups["name"].Value)
        where name is not ("profiles" or "AgencyPlatform.Server" or "commandName" or "environmentVariables" or "ASPNETCORE_ENVIRONMENT")
        select new Offender(file, $"sets {name}");

    /// <summary>A specification that is switched off, or that waits by sleeping, proves nothing.</summary>
    public static IEnumerable<Offender> TestsAreAwake(Repository repository) =>
        from file in repository.Files("tests", ".cs")
        from line in File.ReadLines(repository.Path(file))
        let match = AsleepTest().Match(line)
        where match.Success
        select new Offender(file, $"has {match.Value}");

    /// <summary>Text that may stand in code of one folder only, comments aside.</summary>
    public static IEnumerable<Offender> SaidOnlyIn(Repository repository, string text, string home) =>
        from file in repository.Files("src", ".cs").Where(f => !f.StartsWith(home, StringComparison.Ordinal) && !f.Contains("/Migrations", StringComparison.Ordinal))
        where File.ReadLines(repository.Path(file)).Any(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && l.Contains(text, StringComparison.Ordinal))
        select new Offender(file, $"says {text}, which belongs to {home}");

    private static IEnumerable<string> Projects(Repository repository) => repository.Files("src", ".csproj").Concat(repository.Files("tests", ".csproj"));

    [GeneratedRegex("\"(?<path>[^\"]+\\.csproj)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ProjectInSolution();

    [GeneratedRegex("\"(?<name>[^\"]+)\"\\s*:", RegexOptions.NonBacktracking)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"\[(Fact|Theory)\(.*Skip *=|Thread\.Sleep\(", RegexOptions.NonBacktracking)]
    private static partial Regex AsleepTest();
}
