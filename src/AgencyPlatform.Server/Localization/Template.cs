using System.Text.RegularExpressions;

namespace AgencyPlatform.Server.Localization;

/// <summary>Sentences with named gaps: <c>{desk}</c> is replaced; a part in <c>[[…]]</c> falls away when one of its gaps has no value.</summary>
internal static partial class Template
{
    /// <param name="missing">What stands for a gap without a value.</param>
    public static string Fill(string template, Func<string, string?> value, string missing = "")
    {
        var whole = Optional().Replace(template, match =>
        {
            var part = match.Groups["part"].Value;
            return Gap().Matches(part).All(g => !string.IsNullOrEmpty(value(g.Groups["name"].Value))) ? part : "";
        });
        return Gap().Replace(whole, match => value(match.Groups["name"].Value) ?? missing);
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z.\-]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\[\[(?<part>[^\]]*)\]\]", RegexOptions.NonBacktracking)]
    private static partial Regex Optional();
}
