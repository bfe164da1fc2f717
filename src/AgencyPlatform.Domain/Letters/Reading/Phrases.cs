namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>
/// A set of wordings, found in one pass. In a wording <c>*</c> ends a prefix and <c>~</c> stands for up to six words
/// between its neighbours; a wording never reaches across the end of a sentence. Work per word is bounded, so no text
/// can make it slow.
/// </summary>
internal sealed class Phrases
{
    private const int LongestGap = 6;

    private readonly Dictionary<string, List<Part[]>> byKey = new(StringComparer.Ordinal);

    public Phrases(params IEnumerable<string> wordings)
    {
        foreach (var wording in wordings)
        {
            var parts = Parse(wording);
            if (!byKey.TryGetValue(parts[0].Key, out var list)) { byKey[parts[0].Key] = list = []; }
            list.Add(parts);
        }
    }

    /// <summary>One wording per line; empty lines only separate.</summary>
    public static Phrases Of(string lines) =>
        new(lines.Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public bool In(Letter letter, Span span) => Find(letter, span).Any();

    public Span? First(Letter letter, Span span) => Find(letter, span).Select(s => (Span?)s).FirstOrDefault();

    /// <summary>Every occurrence inside <paramref name="within"/>, leftmost and longest, without overlaps.</summary>
    public IEnumerable<Span> Find(Letter letter, Span within)
    {
        var tokens = letter.Tokens;
        for (var i = letter.FirstTokenFrom(within.Start); i < tokens.Count && tokens[i].End <= within.End; i++)
        {
            var end = LongestAt(letter, i, within.End);
            if (end < 0) { continue; }

            yield return new Span(tokens[i].Start, tokens[end].End);
            i = end;
        }
    }

    private int LongestAt(Letter letter, int at, int limit)
    {
        if (!byKey.TryGetValue(letter.Tokens[at].Key, out var candidates)) { return -1; }

        var best = -1;
        foreach (var parts in candidates)
        {
            best = Math.Max(best, EndOf(letter.Tokens, parts, 0, at, Math.Min(limit, letter.SentenceEndAt(at))));
        }

        return best;
    }

    private static int EndOf(List<Token> tokens, Part[] parts, int part, int at, int limit)
    {
        for (; part < parts.Length; part++, at++)
        {
            if (parts[part].MayFollowGap && part > 0)
            {
                for (var skip = 0; skip <= LongestGap; skip++)
                {
                    if (Fits(tokens, parts[part], at + skip, limit) is true
                        && EndOfTail(tokens, parts, part, at + skip, limit) is >= 0 and var end) { return end; }
                }

                return -1;
            }

            if (!Fits(tokens, parts[part], at, limit)) { return -1; }
        }

        return at - 1;
    }

    private static int EndOfTail(List<Token> tokens, Part[] parts, int part, int at, int limit) =>
        part + 1 == parts.Length ? at : EndOf(tokens, parts, part + 1, at + 1, limit);

    private static bool Fits(List<Token> tokens, Part part, int at, int limit) =>
        at < tokens.Count && tokens[at].End <= limit
        && (part.IsPrefix ? tokens[at].Text.StartsWith(part.Text, StringComparison.Ordinal) : tokens[at].Text == part.Text);

    private static Part[] Parse(string wording)
    {
        var tokens = Token.Cut(wording);
        var parts = new Part[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var isPrefix = token.End < wording.Length && wording[token.End] == '*';
            var gapBefore = i > 0 && wording.AsSpan(tokens[i - 1].End, token.Start - tokens[i - 1].End).Contains('~');
            if (isPrefix && !token.IsCjk && token.Text.Length < Token.KeyLength) { throw new ArgumentException($"Too short a prefix: {wording}", nameof(wording)); }
            parts[i] = new Part(token.Text, token.Key, isPrefix, gapBefore);
        }

        return parts.Length > 0 ? parts : throw new ArgumentException("An empty wording.", nameof(wording));
    }

    private readonly record struct Part(string Text, string Key, bool IsPrefix, bool MayFollowGap);
}
