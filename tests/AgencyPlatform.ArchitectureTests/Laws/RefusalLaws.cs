using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>The codes of a business "no": stable, specified, and put into words in both languages.</summary>
internal static partial class RefusalLaws
{
    private static readonly string[] Homes = ["src/AgencyPlatform.Domain", "src/AgencyPlatform.Grains"];

    private static readonly string[] Languages =
        ["src/AgencyPlatform.Server/Resources/Refusals.resx", "src/AgencyPlatform.Server/Resources/Refusals.zh-Hans.resx"];

    private sealed record Refused(string File, string Code, string Facts);

    public static IEnumerable<Offender> CodesAreLiteralsAndKebab(Repository repository) =>
        from no in Calls(repository)
        let codes = Literals(no.First)
        from offender in codes.Where(c => !AreaDotReason().IsMatch(c)).Select(c => new Offender(c, $"is not area.reason in kebab case ({no.File})"))
            .Concat(codes.Count == 0 && !PassedOn().IsMatch(no.First) ? [new Offender(no.File, $"refuses with {no.First.Trim()}, which is no literal")] : [])
        select offender;

    /// <summary>One code, one meaning: the facts that go with it are the same wherever it is said.</summary>
    public static IEnumerable<Offender> CodesMeanOneThing(Repository repository) =>
        Codes(repository).GroupBy(r => r.Code).Where(g => g.Select(r => r.Facts).Distinct().Count() > 1)
            .Select(g => new Offender(g.Key, $"goes with different facts: {string.Join(" / ", g.Select(r => $"({r.Facts}) in {r.File}").Distinct())}"));

    public static IEnumerable<Offender> CodesAreSpecified(Repository repository)
    {
        var specs = repository.Files("tests/AgencyPlatform.Specs", ".cs").SelectMany(f => Literals(repository.Text(f))).ToHashSet(StringComparer.Ordinal);
        return Codes(repository).Where(r => !specs.Contains(r.Code)).Select(r => new Offender(r.Code, $"is said in {r.File} and asserted by no specification"));
    }

    public static IEnumerable<Offender> CodesHaveASentence(Repository repository)
    {
        var sentences = Languages.Where(repository.Has).Select(l => (Language: l, Sentences: Sentences(repository.Text(l)))).ToList();
        if (sentences.Count == 0) { yield break; }

        foreach (var missing in Languages.Where(l => !repository.Has(l))) { yield return new Offender(missing, "is missing"); }

        var source = repository.Files("src", ".cs").SelectMany(f => Literals(repository.Text(f))).ToHashSet(StringComparer.Ordinal);
        foreach (var (language, known) in sentences)
        {
            foreach (var code in Codes(repository).Where(r => !known.ContainsKey(r.Code)).Select(r => r.Code).Distinct())
            {
                yield return new Offender(code, $"has no sentence in {language}");
            }

            foreach (var code in known.Keys.Where(k => !source.Contains(k))) { yield return new Offender(code, $"has a sentence in {language} but nobody says it"); }
        }

        foreach (var offender in Blanks(repository, sentences)) { yield return offender; }
    }

    /// <summary>A sentence may only leave blanks that the facts of its code fill, and both languages leave the same ones.</summary>
    private static IEnumerable<Offender> Blanks(Repository repository, List<(string Language, Dictionary<string, string> Sentences)> sentences) =>
        from refused in Codes(repository).DistinctBy(r => r.Code)
        from language in sentences
        where language.Sentences.ContainsKey(refused.Code)
        let facts = refused.Facts.Split(", ")
        let blanks = Blank().Matches(language.Sentences[refused.Code]).Select(b => b.Groups["name"].Value).Distinct()
        from blank in blanks.Where(b => !facts.Contains(b))
        select new Offender(refused.Code, $"leaves the blank {{{blank}}} in {language.Language}, which no fact fills");

    private static Dictionary<string, string> Sentences(string resx) =>
        XDocument.Parse(resx).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "", StringComparer.Ordinal);

    private static IEnumerable<Refused> Codes(Repository repository) =>
        from call in Calls(repository)
        let facts = string.Join(", ", FactName().Matches(call.Others).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal))
        from code in Literals(call.First)
        select new Refused(call.File, code, facts);

    /// <summary>Every <c>No(…)</c> and <c>new Refusal(…)</c>: its first argument and the others.</summary>
    private static IEnumerable<(string File, string First, string Others)> Calls(Repository repository) =>
        from file in Homes.SelectMany(h => repository.Files(h, ".cs")).Where(f => !f.EndsWith("/Decision.cs", StringComparison.Ordinal))
        let text = string.Join('\n', repository.Text(file).Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        from call in Refuses().Matches(text)
        let arguments = Arguments(text, call.Index + call.Length)
        select (file, arguments.First, arguments.Others);

    /// <summary>Splits an argument list at its first comma that is in no bracket and no string.</summary>
    private static (string First, string Others) Arguments(string text, int start)
    {
        var (depth, inText, comma) = (0, false, -1);
        for (var at = start; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '"' && text[at - 1] != '\\') { inText = !inText; }
            else if (inText) { continue; }
            else if (letter is '(' or '[' or '{') { depth++; }
            else if (letter is ')' or ']' or '}' && depth-- == 0) { return comma < 0 ? (text[start..at], "") : (text[start..comma], text[(comma + 1)..at]); }
            else if (letter == ',' && depth == 0 && comma < 0) { comma = at; }
        }

        return (text[start..], "");
    }

    private static List<string> Literals(string text) => [.. Literal().Matches(text).Select(m => m.Groups["text"].Value)];

    [GeneratedRegex(@"(\.No|[^\w.]No|\bnew Refusal)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Refuses();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex AreaDotReason();

    [GeneratedRegex(@"^\s*(\w+\.)*(Code|code)\s*$|^\s*string\s+code\b", RegexOptions.NonBacktracking)]
    private static partial Regex PassedOn();

    [GeneratedRegex("\"(?<text>[^\"\\n]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex("\\(\\s*\"(?<name>[\\w-]+)\"\\s*,", RegexOptions.NonBacktracking)]
    private static partial Regex FactName();

    [GeneratedRegex(@"\{(?<name>[\w-]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
