namespace AgencyPlatform.Domain.Triage.Finding;

/// <summary>Finds ASINs and order ids, also where line wraps, spaces or odd dashes broke them.</summary>
internal static class Numbers
{
    private const int AsinLength = 10;

    public static List<string> Asins(FlatText flat)
    {
        var text = flat.Text;
        var found = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterOrDigit(text[i - 1])) { continue; }

            if (text[i] is 'B' or 'b') { Add(found, PlainAsin(text, i) ?? BrokenAsin(text, i)); }
            else if (char.IsAsciiDigit(text[i]) && IsNearLabel(flat.Folded, i)) { Add(found, BookNumber(text, i)); }
        }

        return found;
    }

    public static List<string> OrderIds(FlatText flat)
    {
        var text = flat.Text;
        var found = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || IsDash(text[i - 1])))) { continue; }

            Add(found, OrderId(text, i));
        }

        return found;
    }

    public static void Add(List<string> found, string? value)
    {
        if (value is not null && found.Count < 500 && !found.Contains(value, StringComparer.Ordinal)) { found.Add(value); }
    }

    public static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    private static string? PlainAsin(string text, int at)
    {
        var (digits, capitals, length) = (0, 0, 0);
        while (at + length < text.Length && char.IsAsciiLetterOrDigit(text[at + length]) && length <= AsinLength)
        {
            var c = text[at + length++];
            if (char.IsAsciiDigit(c)) { digits++; }
            else if (char.IsAsciiLetterUpper(c)) { capitals++; }
        }

        if (length != AsinLength) { return null; }

        var value = text.Substring(at, AsinLength).ToUpperInvariant();
        var isPure = digits + capitals == AsinLength;
        return (value[1] == '0' && (isPure || digits >= 3)) || (isPure && digits >= 3 && IsNearLabel(text, at)) ? value : null;
    }

    private static string? BrokenAsin(string text, int at)
    {
        Span<char> letters = stackalloc char[AsinLength];
        var (count, gap, i) = (0, 0, at);
        for (; i < text.Length && count < AsinLength; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) { letters[count++] = c; gap = 0; }
            else if ((c is ' ' or '\n' or '_' or '.' || IsDash(c)) && gap < 2) { gap++; }
            else { return null; }

            if (count == 2 && letters[1] != '0') { return null; }
        }

        if (count < AsinLength || (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))) { return null; }

        var value = new string(letters);
        var digits = value.Count(char.IsAsciiDigit);
        return digits >= 2 && !value.EndsWith("ASIN", StringComparison.Ordinal) ? value : null;
    }

    private static bool IsNearLabel(string folded, int at)
    {
        var from = Math.Max(0, at - 90);
        var before = folded.AsSpan(from, at - from);
        return before.Contains("asin", StringComparison.OrdinalIgnoreCase) || before.Contains("isbn", StringComparison.OrdinalIgnoreCase);
    }

    private static string? BookNumber(string text, int at)
    {
        Span<char> digits = stackalloc char[AsinLength];
        var (count, i) = (0, at);
        for (; i < text.Length && count < AsinLength; i++)
        {
            if (char.IsAsciiDigit(text[i]) || (count == AsinLength - 1 && text[i] is 'X' or 'x')) { digits[count++] = char.ToUpperInvariant(text[i]); }
            else if (!(IsDash(text[i]) && count > 0)) { return null; }
        }

        if (count < AsinLength || (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || IsDash(text[i])))) { return null; }

        var sum = 0;
        for (var d = 0; d < AsinLength; d++) { sum += (AsinLength - d) * (digits[d] == 'X' ? 10 : digits[d] - '0'); }

        return sum % 11 == 0 ? new string(digits) : null;
    }

    private static string? OrderId(string text, int at)
    {
        Span<char> digits = stackalloc char[17];
        var (count, dashes, spaces, i) = (0, 0, 0, at);
        for (; i < text.Length && count < digits.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) { digits[count++] = c; spaces = 0; }
            else if (IsDash(c) && count is 3 or 10 && dashes < 2) { dashes++; }
            else if (c is ' ' or '\n' && count > 0 && spaces < 2) { spaces++; }
            else { return null; }
        }

        if (count < digits.Length || dashes != 2 || (i < text.Length && char.IsAsciiDigit(text[i]))) { return null; }

        return $"{digits[..3]}-{digits[3..10]}-{digits[10..]}";
    }
}
