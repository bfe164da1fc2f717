using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>The codes of a business "no": stable, specified, and put into words in both languages.</summary>
internal static partial class RefusalLaws
{
    private const string Domain = "src/AgencyPlatform.Domain";
    private const string Grains = "src/AgencyPlatform.Grains";

    private static readonly string[] Languages =
        ["src/AgencyPlatform.Server/Resources/Refusals.resx", "src/AgencyPlatform.Server/Resources/Refusals.zh-Hans.resx"];

    public static IEnumerable<Offender> CodesAreKebab(Repository repository) =>
        Source(repository).Codes.Where(c => !AreaDotReason().IsMatch(c.Code))
            .Select(c => new Offender(c.Code, $"is not area.reason in kebab case ({c.File})"));

    /// <summary>A code is a literal or one of the listed constants, so that searching finds everyone who says it.</summary>
    public static IEnumerable<Offender> CodesCanBeFound(Repository repository)
    {
        var source = Source(repository);
        return source.Calls.Where(c => !source.IsPassedOn(c))
            .Select(c => new Offender(c.File, $"refuses with {c.First.Trim()}, which is neither a literal nor listed"));
    }

    public static IEnumerable<Offender> CodesAreListedOnce(Repository repository) =>
        Source(repository).Listed.GroupBy(l => l.Code, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => new Offender(g.Key, $"is listed as {string.Join(" and ", g.Select(l => l.Name))}"));

    public static IEnumerable<Offender> ListedCodesAreSaid(Repository repository)
    {
        var code = Text(repository, repository.Files("src", ".cs").Where(f => !RefusalSource.IsList(f)));
        return Source(repository).Listed.Where(l => !RefusalSource.Mentions(code, l.Name))
            .Select(l => new Offender(l.Code, $"is listed as {l.Name} but nobody says it"));
    }

    /// <summary>One code, one meaning: the facts that go with it may be more or fewer, but not others.</summary>
    public static IEnumerable<Offender> CodesMeanOneThing(Repository repository) =>
        from same in Source(repository).Codes.Where(c => c.Facts is not null).GroupBy(c => c.Code)
        from one in same
        from other in same
        where !one.Facts!.IsSubsetOf(other.Facts!) && !one.Facts.IsSupersetOf(other.Facts!)
        select new Offender(one.Code, $"goes with ({string.Join(", ", one.Facts!)}) in {one.File} and with others in {other.File}");

    /// <summary>A rule's refusal is asserted by a specification, a grain's own by any test that runs grains.</summary>
    public static IEnumerable<Offender> CodesAreSpecified(Repository repository)
    {
        var domain = new RefusalSource(repository, Domain);
        var source = Source(repository);
        return Unasserted(domain.Codes, Text(repository, repository.Files("tests/AgencyPlatform.Specs", ".cs")))
            .Concat(Unasserted(
                source.Codes.Where(c => domain.Codes.All(d => d.Code != c.Code)),
                Text(repository, repository.Files("tests", ".cs").Where(f => !f.Contains("ArchitectureTests", StringComparison.Ordinal)))));

        IEnumerable<Offender> Unasserted(IEnumerable<SaidCode> codes, string tests) =>
            codes.DistinctBy(c => c.Code).Where(c => !tests.Contains($"\"{c.Code}\"", StringComparison.Ordinal)
                    && !source.Listed.Any(l => l.Code == c.Code && RefusalSource.Mentions(tests, l.Name)))
                .Select(c => new Offender(c.Code, $"is said in {c.File} and asserted by no test"));
    }

    public static IEnumerable<Offender> CodesHaveASentence(Repository repository)
    {
        var written = Languages.Where(repository.Has).Select(l => (Language: l, Sentences: Sentences(repository.Text(l)))).ToList();
        if (written.Count == 0) { yield break; }

        foreach (var missing in Languages.Where(l => !repository.Has(l))) { yield return new Offender(missing, "is missing"); }

        var codes = Source(repository).Codes;
        var said = RefusalSource.Literals(Text(repository, repository.Files("src", ".cs"))).ToHashSet(StringComparer.Ordinal);
        foreach (var (language, sentences) in written)
        {
            foreach (var code in codes.Select(c => c.Code).Distinct().Where(c => !sentences.ContainsKey(c)))
            {
                yield return new Offender(code, $"has no sentence in {language}");
            }

            foreach (var code in sentences.Keys.Where(k => !said.Contains(k))) { yield return new Offender(code, $"has a sentence in {language} but nobody says it"); }

            foreach (var offender in codes.Where(c => sentences.ContainsKey(c.Code)).SelectMany(c => Blanks(c, sentences[c.Code], language))) { yield return offender; }
        }
    }

    /// <summary>A sentence may only leave blanks that every refusal with its code fills.</summary>
    private static IEnumerable<Offender> Blanks(SaidCode said, string sentence, string language) =>
        Blank().Matches(sentence).Select(b => b.Groups["name"].Value).Where(name => said.Facts?.Contains(name) == false)
            .Select(name => new Offender(said.Code, $"leaves the blank {{{name}}} in {language}, which {said.File} does not fill"));

    private static RefusalSource Source(Repository repository) => new(repository, Domain, Grains);

    private static string Text(Repository repository, IEnumerable<string> files) => string.Join('\n', files.Select(repository.Text));

    private static Dictionary<string, string> Sentences(string resx) =>
        XDocument.Parse(resx).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "", StringComparer.Ordinal);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex AreaDotReason();

    [GeneratedRegex(@"\{(?<name>[\w-]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
