using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>Factual and direct, no emotive language, no introduction of the business (u07).</summary>
internal static class Tone
{
    private const int SentencesOfIntroduction = 2;

    private static readonly Phrases Emotions = Phrases.Of("""
        desperat*, my family, our family, my families, our families, my children, our children, my kids, feed our, feed my, livelihood*, please help, help us please, beg, begging, beg you, implore, plead with, unfair*, unjust*, injustice, outrageous*, ridiculous*, absurd*, heartbroken, heartbreaking, devastat*, mercy, sole income, only income, only source of income, nightmare, in tears, crying, shocked, disgust*, insult*, cruel*, last hope, go bankrupt, going bankrupt, ruined, one more chance, another chance, last chance, give us a chance, give me a chance
        求求, 恳求, 跪求, 哀求, 乞求, 求你, 求您, 绝望, 我的家人, 养家, 生计, 全家, 不公平, 不公正, 太过分, 荒唐, 荒谬, 救救, 可怜, 崩溃, 心碎, 冤枉, 欲哭无泪, 走投无路, 再给我们一次机会, 给我们一次机会, 给我一次机会, 倒闭, 破产, 唯一收入, 血汗钱
        verzweifel*, bitte helfen sie, meine familie, unsere familie, existenzangst*, existenzbedroh*, unsere existenz, meine existenz, lebensgrundlage*, ungerecht*, unfair*, unverschamt*, frechheit, flehe*, anflehen, skandal*, schockiert, letzte chance, eine chance
        家族を養, 家族が, 生活がかか, 助けてください, 不公平, 絶望, 必死, ひどい, 酷い, 理不尽, 悲し, 最後のチャンス, 倒産
        desesperad*, mi familia, injust*, por favor ayud*, ruina, desesper*, ma famille, je vous supplie, disperat*, mia famiglia, ingiust*, vi prego, vi supplico
        """);

    /// <summary>Words that stay ordinary in lower case; in capitals they shout.</summary>
    private static readonly HashSet<string> Shouted = new(StringComparer.Ordinal)
    {
        "NEVER", "ALWAYS", "NOT", "MUST", "PLEASE", "VERY", "URGENT", "URGENTLY", "IMMEDIATELY", "NOW", "EVER", "STOP", "ANY", "ALL", "EVERY", "REALLY", "WRONG", "FALSE", "HELP", "AGAIN", "ONLY",
        "NIE", "NIEMALS", "IMMER", "BITTE", "SOFORT", "DRINGEND", "NICHT", "NUNCA", "SIEMPRE", "JAMAIS", "TOUJOURS", "SEMPRE",
    };

    private static readonly HashSet<string> SentenceWords = new(StringComparer.Ordinal)
    {
        "IS", "ARE", "WAS", "WERE", "WE", "YOU", "OUR", "YOUR", "THIS", "THAT", "HAVE", "HAS", "DO", "DID", "NOT", "IT", "MY", "I", "TO", "BE", "WITH", "WIR", "SIE", "IST", "SIND", "NICHT", "DAS", "HABEN",
    };

    private static readonly Phrases Introductions = Phrases.Of("""
        we are a, we are an, i am a, founded, established in, was established, our company, our business, our store, our shop, years of experience, years in business, years on amazon, selling on amazon since, been selling, have sold, family owned, family business, headquartered, employees, employ, annual revenue, revenue, turnover, annual sales, sales of, sales history, top seller, positive feedback, five star, star rating, loyal customers, customers worldwide, happy customers, our mission, our products are, pride ourselves, proud, leading manufacturer, leading supplier, professional manufacturer, feedback score
        我们是一家, 本公司成立, 公司成立于, 成立于, 我们公司, 我司是, 多年经验, 年的经验, 年经验, 销售额, 年销售, 员工, 好评率, 店铺评分, 一直以来, 优质卖家, 专业从事, 致力于, 集研发, 秉承, 宗旨
        gegrundet, wir sind ein, unser unternehmen, unsere firma, familienunternehmen, jahren erfahrung, jahresumsatz, umsatz, mitarbeiter beschaftigen, verkaufen seit
        設立, 創業, 弊社は, 当社は, 年間売上, 売上, 従業員, 実績
        fundada, nuestra empresa, anos de experiencia, fondee, notre societe, notre entreprise, fondata, nostra azienda
        """);

    /// <summary>POA-L08.</summary>
    public static IEnumerable<Hit> Emotive(Matter matter)
    {
        var letter = matter.Letter;
        var words = Emotions.Find(letter, letter.All).Select(s => Hit.At(s, ("kind", "word")));
        return words.Concat(Exclamations(letter.Text)).Concat(Capitals(letter));
    }

    /// <summary>POA-L10. What stands before the first cause and speaks about the company.</summary>
    public static IEnumerable<Hit> Introduction(Matter matter)
    {
        var letter = matter.Letter;
        var told = new List<Span>();
        var cause = matter.Sections.All.FirstOrDefault(s => s.Part == Part.Cause);
        var before = cause == default ? matter.Sections.All.Select(s => s.Heading.Start).DefaultIfEmpty(letter.Text.Length).First() : cause.Heading.Start;
        told.AddRange(letter.SentencesIn(new Span(0, before)).Where(s => Introductions.In(letter, s)));
        if (cause != default)
        {
            told.AddRange(letter.SentencesIn(cause.Body).TakeWhile(s => Introductions.In(letter, s)));
        }

        return told.Count > SentencesOfIntroduction
            ? [Hit.At(told[0].Upto(told[^1]), ("sentences", told.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)))]
            : [];
    }

    private static IEnumerable<Hit> Exclamations(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('!' or '！')) { continue; }

            var start = i;
            while (i + 1 < text.Length && text[i + 1] is '!' or '！' or '?' or '？' or ' ') { i++; }
            var end = start + text[start..(i + 1)].TrimEnd(' ').Length;
            yield return Hit.At(new Span(start, end), ("kind", "exclamation"));
        }
    }

    /// <summary>A shouted word, or three words in capitals that make a sentence; names, acronyms and headings are neither.</summary>
    private static IEnumerable<Hit> Capitals(Letter letter)
    {
        foreach (var block in letter.Blocks)
        {
            if (!letter.Text.AsSpan(block.Span.Start, block.Span.Length).ContainsAnyInRange('a', 'z') && letter.CountTokens(block.Span) <= 12 && letter.Text[block.Span.End - 1] is not ('!' or '！')) { continue; }

            foreach (var run in Runs(letter, block.Span))
            {
                var words = run.Select(t => letter[t.Span]).ToList();
                if (words.Any(Shouted.Contains) || (words.Count >= 3 && words.Any(SentenceWords.Contains)))
                {
                    yield return Hit.At(run[0].Span.Upto(run[^1].Span), ("kind", "capitals"));
                }
            }
        }
    }

    private static IEnumerable<List<Token>> Runs(Letter letter, Span span)
    {
        var run = new List<Token>();
        foreach (var token in letter.TokensIn(span))
        {
            if (IsCapitals(letter.Text, token)) { run.Add(token); continue; }
            if (run.Count > 0) { yield return run; }
            run = [];
        }

        if (run.Count > 0) { yield return run; }
    }

    private static bool IsCapitals(string text, Token token) =>
        !token.IsCjk && !text.AsSpan(token.Start, token.End - token.Start).ContainsAnyExceptInRange('A', 'Z');
}
