using System.Text.RegularExpressions;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>A code as the source says it. The facts are null where the source does not show them.</summary>
internal sealed record SaidCode(string File, string Code, HashSet<string>? Facts);

/// <summary>One <c>No(…)</c>, <c>Refusal.Of(…)</c> or <c>new Refusal(…)</c>: its first argument and the others.</summary>
internal sealed record RefusingCall(string File, string First, string Others);

/// <summary>Finds refusal codes in source text: as literals, or as constants of the list <c>RefusalCodes</c>.</summary>
internal sealed partial class RefusalSource
{
    private const string List = "RefusalCodes.cs";

    public RefusalSource(Repository repository, params string[] homes)
    {
        var files = homes.SelectMany(h => repository.Files(h, ".cs")).ToList();
        foreach (var file in files.Where(IsList)) { ReadList(file, WithoutComments(repository.Text(file))); }

        foreach (var file in files.Where(f => !f.EndsWith("/Decision.cs", StringComparison.Ordinal))) { ReadCalls(file, WithoutComments(repository.Text(file))); }

        Codes = [.. Calls.SelectMany(Said), .. Listed.Select(l => new SaidCode(l.File, l.Code, null))];
    }

    /// <summary>The constants by the name they are said with: <c>Cases.Unknown</c> is <c>case.unknown</c>.</summary>
    public List<(string File, string Name, string Code)> Listed { get; } = [];

    public List<RefusingCall> Calls { get; } = [];

    public IReadOnlyList<SaidCode> Codes { get; }

    public static bool IsList(string file) => file.EndsWith("/" + List, StringComparison.Ordinal);

    public bool IsPassedOn(RefusingCall call) => Names(call).Count > 0 || PassedOn().IsMatch(call.First);

    public static List<string> Literals(string text) => [.. Literal().Matches(text).Select(m => m.Groups["text"].Value)];

    /// <summary>A name as a word of its own, so that <c>Cases.Unknown</c> is not found in <c>Cases.UnknownDesk</c>.</summary>
    public static bool Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((end == text.Length || !char.IsLetterOrDigit(text[end])) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))) { return true; }
        }

        return false;
    }

    private IEnumerable<SaidCode> Said(RefusingCall call)
    {
        var named = FactName().Matches(call.Others).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var facts = named.Count == 0 && call.Others.Trim().Length > 0 ? null : named;
        return Names(call).Select(code => new SaidCode(call.File, code, facts));
    }

    private List<string> Names(RefusingCall call) =>
        [.. Literals(call.First), .. Listed.Where(l => Mentions(call.First, l.Name)).Select(l => l.Code)];

    private void ReadList(string file, string text)
    {
        var area = "";
        foreach (Match found in Declared().Matches(text))
        {
            if (found.Groups["area"].Success) { area = found.Groups["area"].Value; }
            else { Listed.Add((file, $"{area}.{found.Groups["name"].Value}", found.Groups["code"].Value)); }
        }
    }

    private void ReadCalls(string file, string text)
    {
        foreach (Match call in Refuses().Matches(text))
        {
            var (first, others) = Arguments(text, call.Index + call.Length);
            Calls.Add(new RefusingCall(file, first, others));
        }
    }

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

    private static string WithoutComments(string text) =>
        string.Join('\n', text.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"(\.No|[^\w.]No|\bnew Refusal|\bRefusal\.Of)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Refuses();

    [GeneratedRegex("\\bclass (?<area>\\w+)|\\bconst string (?<name>\\w+) = \"(?<code>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Declared();

    /// <summary>A refusal or code that was made elsewhere, or the declaration of a method that passes one on.</summary>
    [GeneratedRegex(@"^\s*(\w+|(\w+[?!]?\.)+(Code|Reason)|(string|Refusal\??)\s+\w+)\s*!?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex PassedOn();

    [GeneratedRegex("\"(?<text>[^\"\\n]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex("\\(\\s*\"(?<name>[\\w-]+)\"\\s*,", RegexOptions.NonBacktracking)]
    private static partial Regex FactName();
}
