using System.Buffers;
using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>Blanks that a template left behind. Each opener looks a bounded way ahead, so a page of brackets stays cheap.</summary>
internal static class Placeholders
{
    private const int Longest = 60;

    private static readonly SearchValues<char> Openers = SearchValues.Create("[［<{(（【_xX×Ｘ＿");
    private static readonly string[] Instructions =
    [
        "your ", "insert", "fill in", "name here", "company name", "store name", "seller name", "your name", "date here", "placeholder", "ihr name", "name einfügen", "firmenname", "su nombre", "votre nom", "vostro nome",
        "你的", "您的", "填写", "此处", "公司名称", "店铺名称", "姓名", "称呼", "请输入", "替换", "会社名", "氏名", "記入", "あなたの",
    ];

    public static IEnumerable<Span> In(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOfAny(Openers);
            if (next < 0) { yield break; }

            i += next;
            if (At(text, i) is { } found) { yield return found; i = found.End; } else { i = PastRun(text, i); }
        }
    }

    private static Span? At(string text, int i) => text[i] switch
    {
        '[' or '［' => Enclosed(text, i, ']', '］') is { } s && !IsReference(text, s) ? s : null,
        '<' => Enclosed(text, i, '>', '>') is { } s && s.Length > 2 && !char.IsWhiteSpace(text[s.Start + 1]) && !text.AsSpan(s.Start, s.Length).ContainsAny('@', '=', '/') ? s : null,
        '{' => Enclosed(text, i, '}', '}') is { } s ? (text.AsSpan(s.End).StartsWith("}") ? s with { End = s.End + 1 } : s) : null,
        '(' or '（' => Enclosed(text, i, ')', '）') is { } s && IsInstruction(text, s) ? s : null,
        '【' => Enclosed(text, i, '】', '】') is { } s && IsInstruction(text, s) ? s : null,
        '_' or '＿' => Run(text, i) is { Length: >= 3 } run ? run : null,
        _ => Crosses(text, i),
    };

    private static Span? Enclosed(string text, int open, char close, char wideClose)
    {
        var end = Math.Min(text.Length, open + Longest);
        for (var i = open + 1; i < end && text[i] is not '\n'; i++)
        {
            if (text[i] == close || text[i] == wideClose) { return new Span(open, i + 1); }
        }

        return null;
    }

    /// <summary>[1], [Annex 3] and [A2] refer to something; [NAME] and [ ] wait for it.</summary>
    private static bool IsReference(string text, Span span)
    {
        var inner = text.AsSpan(span.Start + 1, span.Length - 2).Trim();
        return inner.Length > 0 && (char.IsAsciiDigit(inner[^1]) || inner is "sic" or "..." or "…" || (span.End < text.Length && text[span.End] == '('));
    }

    private static bool IsInstruction(string text, Span span) =>
        Instructions.Any(w => text.AsSpan(span.Start, span.Length).Contains(w, StringComparison.OrdinalIgnoreCase)) && span.Length <= 30;

    /// <summary>XXXX, XX公司, ×××: a run of crosses that is a word of its own. "x" and the size "XXL" are not.</summary>
    private static Span? Crosses(string text, int i)
    {
        var run = Run(text, i);
        var (before, after) = (run.Start == 0 ? ' ' : text[run.Start - 1], run.End == text.Length ? ' ' : text[run.End]);
        var standsAlone = !IsLatin(before) && !IsLatin(after);
        var isBesideCjk = Fold.IsCjk(before) || Fold.IsCjk(after);
        return standsAlone && (run.Length >= 3 || (run.Length == 2 && isBesideCjk)) ? run : null;
    }

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !Fold.IsCjk(c);

    private static Span Run(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.ToLowerInvariant(text[end]) == char.ToLowerInvariant(text[start])) { end++; }
        return new Span(start, end);
    }

    private static int PastRun(string text, int i) => text[i] is 'x' or 'X' or '×' or 'Ｘ' or '_' or '＿' ? Run(text, i).End : i + 1;
}
