using AgencyPlatform.Domain.Letters.Reading;
using AgencyPlatform.Domain.Letters.Rules;

namespace AgencyPlatform.Domain.Letters;

/// <summary>
/// Reads a letter against the rules of a good answer to Amazon (u07). Same letter, same case, same instant: same findings.
/// Rules that need the documents themselves (age, quantity, file type, names inside: POA-L17 to L23) and the comparison of
/// claims with earlier submissions (POA-L30) wait for evidence metadata and are not here.
/// </summary>
public static class LetterLint
{
    /// <summary>Enough for anybody to see the point; a page of exclamation marks must not become a page of findings.</summary>
    private const int MostFindingsPerRule = 40;

    /// <summary>The ids of the rules applied here, in order.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. Rulebook.All.Select(r => r.Id)];

    /// <returns>The findings, by rule and then by position.</returns>
    public static IReadOnlyList<LintFinding> Check(LetterDraft draft, LetterContext context, DateTimeOffset now)
    {
        var matter = new Matter(new Letter(draft.Text), draft, context, now);
        return
        [
            .. from rule in Rulebook.All
               where rule.AppliesTo.Contains(draft.Kind)
               from hit in rule.Check(matter).DistinctBy(h => (h.Span, h.Key)).OrderBy(h => h.Span.Start).Take(MostFindingsPerRule)
               select new LintFinding(rule.Id, rule.Severity, hit.Span.Start, hit.Span.Length, matter.Letter[hit.Span], hit.Facts),
        ];
    }
}
