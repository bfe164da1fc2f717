using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>The letter answers this notice: no other matters, and no confession Amazon did not ask for.</summary>
internal static class Scope
{
    private static readonly Phrases OtherCases = Phrases.Of("""
        other case*, another case, open case*, previous case*, pending case*, ongoing case*, support case*, other marketplace*, another marketplace, other account*, other store*, other amazon store*
        其他案件, 另一个案件, 其他站点, 别的站点, 另一个站点, 其他店铺, 另一个店铺, 其他账号, 其他账户
        anderer fall, andere falle, anderen fall, andere marktplatze, anderen marktplatze*, 別の案件, 他のケース, 他のマーケットプレイス, otros casos, autres cas, altri casi
        """);

    private static readonly Phrases CaseLabels = Phrases.Of("case id, case number, case no, case, ticket, ticket number, 案件编号, 案件号, 案件, 工单号, case编号, fallnummer, fall nr, ケース, 問い合わせ番号, caso, dossier");

    private static readonly (string[] Categories, Phrases Words)[] Confessions =
    [
        (["ACC-REVIEW-MANIP"], Phrases.Of("bought reviews, bought ~ reviews, paid for ~ reviews, paid reviews, fake reviews, review club*, incentivised reviews, incentivized reviews, gift card* ~ review*, free product* ~ review*, review insert*, insert card* ~ review*, 买评论, 购买评论, 买了好评, 刷评, 刷好评, 好评返现, 好评卡, 索评卡, bewertungen gekauft, gekaufte bewertungen, レビューを購入, やらせレビュー, サクラレビュー")),
        (["ACC-SALESRANK"], Phrases.Of("brushing, fake orders, fake sales, bought our own product*, artificial sales, 刷单, 虚假订单, 自买, scheinbestellung*, 自己購入, 架空注文")),
        (["ACC-RELATED", "ACC-S3-CODE"], Phrases.Of("second account, second seller account, another seller account, other seller account, multiple accounts, opened another account, opened a new account, 第二个账, 另一个卖家账, 多个账, 开了新账, 小号, zweites konto, weiteres verkauferkonto, 別のアカウントを, 複数のアカウント")),
        (["PERF-DROPSHIP"], Phrases.Of("dropshipp*, drop shipp*, drop ship, dropship, bought from walmart, ordered from walmart, 一件代发, 无货源, ドロップシッピング, 無在庫")),
        (["ACC-FORGED-DOCS"], Phrases.Of("edited the invoice*, edited ~ invoice*, changed the invoice*, altered ~ invoice*, altered ~ document*, fake invoice*, edited ~ certificate*, forged, photoshop*, 修改发票, 修改了发票, 伪造, 假发票, ps发票, rechnung ~ geandert, gefalscht*, 偽造, 改ざん")),
        (["PQ-INAUTHENTIC", "IP-COUNTERFEIT"], Phrases.Of("sold counterfeit*, sold ~ counterfeit*, sold fake*, were counterfeit, were fake, was counterfeit, were replicas, 卖假货, 售假, 卖了假货, 卖过假货, 是假货, 是仿品, falschungen verkauft, 偽物を販売")),
        (["PQ-USEDNEW"], Phrases.Of("sold used ~ as new, used ~ sold as new, resold ~ as new, resold return*, 把二手, 退货重新作为全新, 翻新后当新, gebrauchte ~ als neu, 中古品を新品")),
        (["PERF-INR", "PERF-VTR", "PERF-CONFIRM-EARLY"], Phrases.Of("fake tracking, false tracking, invalid tracking numbers on purpose, 假单号, 虚假单号, 虚假追踪, 虚假物流, falsche sendungsnummer*, 虚偽の追跡")),
    ];

    /// <summary>POA-L26 (u07).</summary>
    public static IEnumerable<Hit> OtherMatters(Matter matter)
    {
        var letter = matter.Letter;
        var notice = matter.Context.NoticeText ?? "";
        foreach (var sentence in letter.Sentences.Where(s => letter.Text[s.End - 1] is '?' or '？' && !IsHeadingLike(matter, s))) { yield return Hit.At(sentence, ("kind", "question")); }

        if (!matter.Concerns("ACC-RELATED") && !matter.Concerns("ACC-SUPPORT-ABUSE"))
        {
            foreach (var span in OtherCases.Find(letter, letter.All)) { yield return Hit.At(span, ("kind", "other-matter")); }
        }

        foreach (var span in CaseNumbers(letter).Where(s => !matter.Context.ComplaintIds.Contains(letter[s]) && !notice.Contains(letter[s], StringComparison.Ordinal))) { yield return Hit.At(span, ("kind", "other-case")); }

        if (notice.Length == 0) { yield break; }

        foreach (var span in AmazonDomains(letter).Where(s => !notice.Contains(letter[s], StringComparison.OrdinalIgnoreCase))) { yield return Hit.At(span, ("kind", "other-marketplace")); }
    }

    /// <summary>POA-L29. Words of a category that the notice does not name, not denied, in a sentence about ourselves.</summary>
    public static IEnumerable<Hit> Admissions(Matter matter) =>
        from confession in Confessions
        where !confession.Categories.Any(matter.Concerns)
        from span in confession.Words.Find(matter.Letter, matter.Letter.All)
        where !Words.IsDenied(matter.Letter, span)
        where !matter.Sections.Of(Part.Prevention).Any(b => b.Contains(span)) // there it is what is ruled out
        select Hit.At(span, ("category", confession.Categories[0]));

    private static bool IsHeadingLike(Matter matter, Span sentence) => matter.Sections.IsHeading(sentence);

    /// <summary>A long number within two words of "case".</summary>
    private static IEnumerable<Span> CaseNumbers(Letter letter)
    {
        foreach (var label in CaseLabels.Find(letter, letter.All))
        {
            var first = letter.FirstTokenFrom(label.End);
            for (var i = first; i < Math.Min(first + 2, letter.Tokens.Count); i++)
            {
                if (letter.Tokens[i] is { IsNumber: true, Text.Length: >= 8 } number) { yield return number.Span; break; }
            }
        }
    }

    private static IEnumerable<Span> AmazonDomains(Letter letter)
    {
        var tokens = letter.Tokens;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Text != "amazon" || tokens[i].End >= letter.Text.Length || letter.Text[tokens[i].End] != '.' || tokens[i + 1].Start != tokens[i].End + 1 || tokens[i + 1].Text.Length > 3) { continue; }

            var isTwoPart = tokens[i + 1].Text is "co" or "com" && i + 2 < tokens.Count && tokens[i + 2].Start == tokens[i + 1].End + 1 && letter.Text[tokens[i + 1].End] == '.' && tokens[i + 2].Text.Length == 2;
            yield return new Span(tokens[i].Start, tokens[isTwoPart ? i + 2 : i + 1].End);
        }
    }
}
