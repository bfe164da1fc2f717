namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>Tells whether a stretch names a date: a year, a month with its day, or 11月3日.</summary>
internal static class Dates
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "januar", "februar", "marz", "mai", "juni", "juli", "oktober", "dezember",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        "janvier", "fevrier", "avril", "juin", "juillet", "aout", "septembre", "octobre", "decembre",
        "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez",
    ];

    private static readonly HashSet<string> MonthSet = [.. Months];

    public static bool In(Letter letter, Span span) => Count(letter, span) > 0;

    /// <summary>Number of dates; a date told in several tokens counts once.</summary>
    public static int Count(Letter letter, Span span)
    {
        var (count, lastEnd) = (0, -1);
        var tokens = letter.Tokens;
        for (var i = letter.FirstTokenFrom(span.Start); i < tokens.Count && tokens[i].End <= span.End; i++)
        {
            if (!IsDatePart(tokens, i)) { continue; }
            if (i - lastEnd > 3) { count++; }
            lastEnd = i;
        }

        return count;
    }

    public static bool StartsWithMonth(ReadOnlySpan<char> text)
    {
        var end = 0;
        Span<char> word = stackalloc char[12];
        for (; end < text.Length && char.IsLetter(text[end]); end++) { word[end] = Fold.Char(text[end]); }
        return MonthSet.Contains(new string(word[..end]));
    }

    private static bool IsDatePart(List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.Text.Length == 4 && token.IsNumber) { return token.Text.StartsWith("20", StringComparison.Ordinal); }
        if (MonthSet.Contains(token.Text)) { return IsDay(tokens, i - 1) || IsDay(tokens, i + 1); }
        return token.Text is "月" or "日" && IsDay(tokens, i - 1);
    }

    private static bool IsDay(List<Token> tokens, int i)
    {
        if (i < 0 || i >= tokens.Count) { return false; }

        var digits = tokens[i].Text.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        return digits.Length is 1 or 2 && int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31;
    }
}
