using System.Globalization;
using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>The same text again (u20, u80, n094), and the text of everybody (u94, u106).</summary>
internal static class Repetition
{
    private const double SameText = 0.90;
    private const double SameTemplate = 0.70;

    private static readonly string[] NeedNewEvidence = [LetterKinds.PlanOfAction, LetterKinds.Dispute];

    /// <summary>POA-L13.</summary>
    public static IEnumerable<Hit> SameAgain(Matter matter)
    {
        if (matter.Context.EarlierLetters.Count == 0) { yield break; }

        var mine = TextSimilarity.Pairs(matter.Letter.Tokens).ToHashSet();
        foreach (var earlier in matter.Context.EarlierLetters)
        {
            var alike = TextSimilarity.Jaccard(mine, TextSimilarity.Shingles(earlier.Text));
            if (alike >= SameText) { yield return Hit.At(matter.Letter.All, ("reason", "same-text"), ("similarity", Text(alike)), ("sentAt", earlier.SentAt.ToString("O", CultureInfo.InvariantCulture))); }
        }

        var denied = matter.Context.EarlierLetters.Where(e => e.Denied).ToList();
        if (denied.Count == 0 || !NeedNewEvidence.Contains(matter.Draft.Kind)) { yield break; }

        var lastDenial = denied.MaxBy(e => e.SentAt)!;
        var known = matter.Context.EarlierLetters.Where(e => e.SentAt <= lastDenial.SentAt).SelectMany(e => e.EvidenceIds).ToHashSet();
        if (matter.Draft.EvidenceIds.All(known.Contains)) { yield return Hit.Absent(("reason", "no-new-evidence"), ("deniedSentAt", lastDenial.SentAt.ToString("O", CultureInfo.InvariantCulture))); }
    }

    /// <summary>POA-L14.</summary>
    public static IEnumerable<Hit> Template(Matter matter)
    {
        var letter = matter.Letter;
        foreach (var span in Placeholders.In(letter.Text)) { yield return Hit.At(span, ("reason", "placeholder")); }

        var pairs = TextSimilarity.Pairs(letter.Tokens);
        foreach (var fingerprint in Templates.Fingerprints)
        {
            if (BestWindow(letter, pairs, fingerprint.Pairs) is var (span, share) && share >= SameTemplate)
            {
                yield return Hit.At(span, ("reason", "template"), ("template", fingerprint.Id), ("similarity", Text(share)));
            }
        }

        var set = pairs.ToHashSet();
        foreach (var template in matter.Context.Templates)
        {
            var alike = TextSimilarity.Jaccard(set, TextSimilarity.Shingles(template));
            if (alike >= SameTemplate) { yield return Hit.At(letter.All, ("reason", "template"), ("template", "known"), ("similarity", Text(alike))); }
        }
    }

    /// <summary>The stretch, a third longer than the fingerprint, that holds most of its pairs: one sweep with two ends.</summary>
    private static (Span Span, double Share) BestWindow(Letter letter, ulong[] pairs, HashSet<ulong> wanted)
    {
        var width = wanted.Count * 4 / 3;
        var held = new Dictionary<ulong, int>();
        var (best, at) = (0, 0);
        for (var i = 0; i < pairs.Length; i++)
        {
            if (wanted.Contains(pairs[i])) { held[pairs[i]] = held.GetValueOrDefault(pairs[i]) + 1; }
            if (i >= width && held.TryGetValue(pairs[i - width], out var count))
            {
                if (count == 1) { held.Remove(pairs[i - width]); } else { held[pairs[i - width]] = count - 1; }
            }

            if (held.Count > best) { (best, at) = (held.Count, i); }
        }

        if (best == 0) { return (default, 0); }

        var first = Math.Max(0, at - width + 1);
        while (!wanted.Contains(pairs[first])) { first++; }
        return (new Span(letter.Tokens[first].Start, letter.Tokens[Math.Min(at + 1, letter.Tokens.Count - 1)].End), (double)best / wanted.Count);
    }

    private static string Text(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);
}
