using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>Whether a sentence reports, promises, or neither.</summary>
internal enum Time { Neither, Past, Future }

/// <summary>Reads the tense of a sentence from its small words and endings. A sentence that reports anything counts as past.</summary>
internal static class Tense
{
    private static readonly Phrases Past = Phrases.Of("""
        have, has, had, was, were, sent, made, took, gave, began, found, bought, paid, wrote, held, put, set, cut, withdrew, taught, left, got, ran, met, brought, drew, told, rewrote, built, chose
        已, 已经, 完成, 过, 了
        haben, hat, habe, hatten, wurde, wurden, worden
        ました, した。, 済, 完了, しており
        hemos, ha sido, han sido, fue, fueron, hicimos, avons, a ete, ont ete, abbiamo, e stato, sono stati
        """);

    private static readonly Phrases Future = Phrases.Of("""
        will, we'll, i'll, shall, going to, plan to, planning to, intend to, intending to, aim to, promise to, commit to, would like to, are about to, hope to, want to
        将, 会, 计划, 打算, 准备, 拟, 承诺, 保证
        werden, wird, planen, beabsichtigen, wollen, mochten, versprechen
        予定, つもり, します, いたします, 致します, 行います, 約束
        vamos a, planeamos, prometemos, allons, prevoyons, promettons, stiamo per, intendiamo, promettiamo
        """);

    /// <summary>Characters that only look like a sign of tense inside another word.</summary>
    private static readonly Phrases FalsePast = Phrases.Of("通过, 了解, 为了, 超过, 不过, 过程, 过期");
    private static readonly Phrases FalseFuture = Phrases.Of("已将, 日将, 已会, 会议, 会计, 社会, 准备好, 准备了, 保证金, 保证书, 会员");

    private static readonly HashSet<string> NoPast = new(StringComparer.Ordinal) { "need", "indeed", "proceed", "exceed", "feed", "speed", "seed", "shed", "embed", "hundred", "united", "limited" };
    private static readonly HashSet<string> Subjects = new(StringComparer.Ordinal) { "we", "i", "they", "he", "she", "and", "team", "manager" };

    public static Time Of(Letter letter, Span sentence)
    {
        var past = First(letter, sentence, Past, FalsePast);
        var future = First(letter, sentence, Future, FalseFuture);
        if (letter.Language == "en") { past = Math.Min(past, FirstParticiple(letter, sentence, needsSubject: future != None)); }

        return (past, future) switch
        {
            (None, None) => Time.Neither,
            (None, _) => Time.Future,
            (_, None) => Time.Past,
            _ when letter.Language is "zh" or "ja" => Time.Past,
            _ => future < past ? Time.Future : Time.Past, // "will have it checked" promises; "checked it and will go on" reports
        };
    }

    private const int None = int.MaxValue;

    private static int First(Letter letter, Span sentence, Phrases words, Phrases exceptions)
    {
        var notThese = exceptions.Find(letter, sentence).ToList();
        return words.Find(letter, sentence).Where(f => !notThese.Any(n => n.Contains(f))).Select(f => f.Start).DefaultIfEmpty(None).First();
    }

    /// <summary>"Affected units will be removed" reports nothing: next to a promise only "we removed" counts.</summary>
    private static int FirstParticiple(Letter letter, Span sentence, bool needsSubject)
    {
        var before = "";
        foreach (var token in letter.TokensIn(sentence))
        {
            var isParticiple = token.Text.Length > 3 && token.Text.EndsWith("ed", StringComparison.Ordinal) && !NoPast.Contains(token.Text);
            if (isParticiple && (!needsSubject || Subjects.Contains(before))) { return token.Start; }
            before = token.Text;
        }

        return None;
    }
}
