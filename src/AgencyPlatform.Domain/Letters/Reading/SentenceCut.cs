namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>Cuts a text into sentences: a full stop must be followed by space and not belong to an abbreviation or a number.</summary>
internal static class SentenceCut
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "no", "nr", "nos", "vs", "mr", "mrs", "ms", "dr", "approx", "etc", "bzw", "z.b", "ca", "st", "str", "d.h", "sr", "art", "p.ej", "ref", "dept", "inc.", "b.v",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "dez", "okt",
    };

    public static List<Span> Of(string text)
    {
        var sentences = new List<Span>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsAt(text, i)) { continue; }

            Add(sentences, text, start, text[i] is '\n' or '\r' ? i : i + 1);
            start = i + 1;
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static void Add(List<Span> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) { start++; }
        while (end > start && char.IsWhiteSpace(text[end - 1])) { end--; }
        if (end > start) { sentences.Add(new Span(start, end)); }
    }

    private static bool EndsAt(string text, int i) => text[i] switch
    {
        '。' or '！' or '？' or '；' => true,
        '!' or '?' => IsSpaceOrEnd(text, i + 1),
        '.' => IsSpaceOrEnd(text, i + 1) && !IsAbbreviation(text, i) && !StartsLower(text, i + 1),
        '\n' => !Continues(text, i + 1),
        _ => false,
    };

    /// <summary>A letter pasted from a mail is wrapped: a line that goes on in lower case belongs to the one before.</summary>
    public static bool Continues(string text, int lineStart) => lineStart < text.Length && char.IsLower(text[lineStart]);

    private static bool IsSpaceOrEnd(string text, int i) => i >= text.Length || char.IsWhiteSpace(text[i]) || text[i] is '"' or '”' or ')' || Fold.IsCjk(text[i]);

    private static bool StartsLower(string text, int i)
    {
        while (i < text.Length && text[i] == ' ') { i++; }
        return i < text.Length && char.IsLower(text[i]);
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start <= 8 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not '(') { start--; }
        var word = text[start..dot];
        return Abbreviations.Contains(word) || IsNumberOfItem(text, start, dot);
    }

    /// <summary>"1." at the start of a line numbers an item, and "3. November" is a German date; neither ends a sentence.</summary>
    private static bool IsNumberOfItem(string text, int start, int dot)
    {
        if (dot - start is 0 or > 2 || !text.AsSpan(start, dot - start).ContainsOnlyDigits()) { return false; }
        if (start == 0 || text[start - 1] == '\n') { return true; }

        var next = dot + 1;
        while (next < text.Length && text[next] == ' ') { next++; }
        return next < text.Length && Dates.StartsWithMonth(text.AsSpan(next, Math.Min(12, text.Length - next)));
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');
}
