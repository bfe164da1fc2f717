using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>POA-L38. What a machine or a broken copy leaves behind: look-alike letters, damaged characters, a second language.</summary>
internal static class Scripts
{
    private const int LongestQuote = 12;
    private const int LongestLatinRun = 8;

    private static readonly Phrases Artefacts = Phrases.Of("""
        dear friend, dear friends, hello dear, bring inconvenience to you, brought inconvenience to you, brings you inconvenience, our this, of this time, amazon platform rules and regulations, hope you can understand us, please you, as an ai, as a language model, the the, is is, and and, to to, of of, we we
        作为一个人工智能, 作为ai, 亲爱的朋友, 的的, 了了, 我们我们
        sehr geehrter freund, die die die, 私は私の, を を
        """);

    private static readonly string[] Mojibake = ["\uFFFD", "Ã¼", "Ã¶", "Ã¤", "ÃŸ", "Ã©", "Ã¨", "â€™", "â€œ", "â€“", "Â ", "ï¼Œ", "æˆ‘", "锟斤拷", "&nbsp;", "&amp;", "&#39;", "&quot;"];

    public static IEnumerable<Hit> Check(Matter matter)
    {
        var letter = matter.Letter;
        var isCjk = letter.Language is "zh" or "ja";
        var found = Artefacts.Find(letter, letter.All).Select(s => Hit.At(s, ("kind", "machine-translation")))
            .Concat(Damaged(letter.Text))
            .Concat(LookAlikes(letter));
        if (letter.Language == LetterLanguage.Unknown) { return found; }

        return found.Concat(isCjk ? LatinRuns(letter) : CjkRuns(letter)).Concat(isCjk ? [] : WidePunctuation(letter));
    }

    private static IEnumerable<Hit> Damaged(string text)
    {
        foreach (var broken in Mojibake)
        {
            for (var at = text.IndexOf(broken, StringComparison.Ordinal); at >= 0; at = text.IndexOf(broken, at + broken.Length, StringComparison.Ordinal)) { yield return Hit.At(new Span(at, at + broken.Length), ("kind", "damaged")); }
        }
    }

    /// <summary>A Cyrillic or Greek letter inside a Latin word.</summary>
    private static IEnumerable<Hit> LookAlikes(Letter letter) =>
        from token in letter.Tokens
        where token.Text.Any(c => c is >= 'a' and <= 'z') && token.Text.Any(c => c is >= '\u0370' and <= '\u052F')
        select Hit.At(token.Span, ("kind", "look-alike"));

    /// <summary>Chinese in a Latin letter, unless it is a short name in brackets or quotes beside its translation.</summary>
    private static IEnumerable<Hit> CjkRuns(Letter letter)
    {
        foreach (var run in Runs(letter, t => t.IsCjk))
        {
            var before = run.Start == 0 ? ' ' : letter.Text[run.Start - 1];
            var isQuoted = before is '(' or '（' or '"' or '“' or '「' or '《' or '\'' or '‘';
            if (!isQuoted || run.Length > LongestQuote * 2) { yield return Hit.At(run, ("kind", "mixed-language")); }
        }
    }

    /// <summary>A Latin sentence in a Chinese or Japanese letter; names, SKUs and single terms stay below the limit.</summary>
    private static IEnumerable<Hit> LatinRuns(Letter letter) =>
        from run in Runs(letter, t => !t.IsCjk && char.IsLetter(t.Text[0]))
        let words = letter.TokensIn(run).ToList()
        where words.Count >= LongestLatinRun && words.Count(t => char.IsLower(letter.Text[t.Start])) * 2 > words.Count
        select Hit.At(run, ("kind", "mixed-language"));

    private static IEnumerable<Hit> WidePunctuation(Letter letter)
    {
        for (var i = 1; i < letter.Text.Length; i++)
        {
            if (letter.Text[i] is '，' or '。' or '；' or '、' or '：' && char.IsLetterOrDigit(letter.Text[i - 1]) && !Fold.IsCjk(letter.Text[i - 1])) { yield return Hit.At(new Span(i - 1, i + 1), ("kind", "punctuation")); }
        }
    }

    private static IEnumerable<Span> Runs(Letter letter, Func<Token, bool> belongs)
    {
        Span? run = null;
        foreach (var token in letter.Tokens)
        {
            if (belongs(token)) { run = run is { } open ? open.Upto(token.Span) : token.Span; continue; }
            if (run is { } done) { yield return done; }
            run = null;
        }

        if (run is { } last) { yield return last; }
    }
}
