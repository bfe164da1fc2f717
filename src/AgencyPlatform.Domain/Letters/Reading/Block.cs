namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>One list item or paragraph, wrapped lines joined. <see cref="IsItem"/> marks a bullet or a numbered line.</summary>
internal readonly record struct Block(Span Span, bool IsItem, bool StartsParagraph)
{
    private const int LongestMarker = 8;

    public static List<Block> Of(string text)
    {
        var blocks = new List<Block>();
        var afterBlank = true;
        for (var start = 0; start < text.Length;)
        {
            var newline = text.IndexOf('\n', start);
            var end = newline < 0 ? text.Length : newline;
            var line = Trim(text, start, end);
            if (line.Length == 0) { afterBlank = true; }
            else if (!afterBlank && blocks.Count > 0 && SentenceCut.Continues(text, start)) { blocks[^1] = blocks[^1] with { Span = blocks[^1].Span.Upto(line) }; }
            else
            {
                blocks.Add(new Block(line, IsMarked(text, line), afterBlank));
                afterBlank = false;
            }

            start = end + 1;
        }

        return blocks;
    }

    private static Span Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) { start++; }
        while (end > start && char.IsWhiteSpace(text[end - 1])) { end--; }
        return new Span(start, end);
    }

    private static bool IsMarked(string text, Span line)
    {
        var first = text[line.Start];
        if (first is '-' or '–' or '•' or '·' or '*' or '●' or '○' or '▪' or '◦') { return line.Length > 1 && text[line.Start + 1] != '*'; }
        if (first is '(' or '（') { return text.AsSpan(line.Start, Math.Min(LongestMarker, line.Length)).IndexOfAny(')', '）') is > 0; }

        var i = line.Start;
        while (i < line.End && i - line.Start < 3 && (char.IsAsciiDigit(text[i]) || "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨".Contains(text[i]))) { i++; }
        return i > line.Start && i < line.End && (text[i] is '.' or ')' or '）' or '、' or '．' || text[i - 1] is >= '①' and <= '⑨');
    }
}
