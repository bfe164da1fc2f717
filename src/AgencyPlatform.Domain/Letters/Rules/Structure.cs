using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>The shape Amazon asks for (u07): three answers, for every issue and every ASIN.</summary>
internal static class Structure
{
    private static readonly (Part Part, string Name)[] Asked = [(Part.Cause, "root-cause"), (Part.Actions, "actions"), (Part.Prevention, "prevention")];

    /// <summary>POA-L01. A heading with nothing under it does not count.</summary>
    public static IEnumerable<Hit> ThreeSections(Matter matter) =>
        from asked in Asked
        where !matter.Sections.Of(asked.Part).Any(body => matter.Letter.CountTokens(body) > 2)
        select Hit.Absent(("section", asked.Name));

    /// <summary>POA-L02. One issue may be named once; of several, each section must say which one it answers.</summary>
    public static IEnumerable<Hit> EveryIssueInEverySection(Matter matter)
    {
        var letter = matter.Letter;
        foreach (var issue in matter.Context.IssueCodes.Distinct())
        {
            if (IssueWords.Of(issue) is not { } words) { continue; }

            if (matter.Context.IssueCodes.Count == 1)
            {
                if (!words.In(letter, letter.All)) { yield return Hit.Absent(("issue", issue)); }
                continue;
            }

            foreach (var (part, name) in Asked)
            {
                var bodies = matter.Sections.Of(part).ToList();
                if (bodies.Count > 0 && !matter.Sections.All.Where(s => s.Part == part).Any(s => words.In(letter, s.Heading.Upto(s.Body)))) { yield return Hit.Absent(("issue", issue), ("section", name)); }
            }
        }
    }

    /// <summary>POA-L03.</summary>
    public static IEnumerable<Hit> EveryAsin(Matter matter)
    {
        var named = matter.Letter.Tokens.Where(t => t.Text.Length == 10).Select(t => t.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from asin in matter.Context.Asins where !named.Contains(asin) select Hit.Absent(("asin", asin));
    }
}
