using System.Buffers;
using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>
/// POA-L37. Names, addresses, telephone numbers and mail addresses of buyers. Conservative: a supplier's block is asked
/// for (n046), so a datum counts only in a sentence that speaks of a buyer or an order.
/// </summary>
internal static class BuyerData
{
    private const int MailReach = 64;

    private static readonly SearchValues<char> BetweenDigits = SearchValues.Create(" -().+/");
    private static readonly Phrases Buyers = Phrases.Of("buyer*, customer*, client, clients, purchaser, recipient*, consignee*, 买家, 客户, 顾客, 收货人, 收件人, kunde, kunden, kundin, kaufer, kauferin, empfanger*, 購入者, お客様, 受取人, comprador*, cliente*, acheteur*, acquirent*");
    private static readonly Phrases OtherParties = Phrases.Of("supplier*, manufacturer*, distributor*, rights owner*, complainant*, our contact, customer service, 供应商, 厂家, 制造商, 权利人, 投诉人, 客服, lieferant*, hersteller*, rechteinhaber*, 仕入先, メーカー, 権利者, proveedor*, fournisseur*, fornitor*");
    private static readonly Phrases PhoneLabels = Phrases.Of("phone*, telephone*, tel, mobile*, call, called, 电话, 手机, telefon*, handy*, 電話, 携帯, telefono, telephone");

    private static readonly HashSet<string> BuyerNouns = new(StringComparer.Ordinal) { "buyer", "customer", "client", "purchaser", "recipient", "consignee", "kunde", "kundin", "kaufer", "kauferin", "comprador", "cliente", "acheteur" };
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "mr", "mrs", "ms", "herr", "herrn", "frau", "senor", "senora", "monsieur", "madame", "signor", "signora" };
    private static readonly HashSet<string> Connectors = new(StringComparer.Ordinal) { "named", "name", "is", "called", "mr", "mrs", "ms", "herr", "frau" };
    private static readonly HashSet<string> OrderConnectors = new(StringComparer.Ordinal) { "by", "from", "to", "for", "buyer", "customer", "von", "an", "fur" };
    private static readonly HashSet<string> Streets = new(StringComparer.Ordinal) { "street", "st", "avenue", "ave", "road", "rd", "lane", "ln", "drive", "dr", "boulevard", "blvd", "court", "ct", "way", "place", "calle", "rue", "via" };
    private static readonly HashSet<string> ChineseAddress = new(StringComparer.Ordinal) { "省", "市", "区", "县", "镇", "路", "街", "号", "室", "栋", "町", "丁", "番" };

    /// <summary>Capitalised pairs that are no person: functions, carriers, headings, months.</summary>
    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "service", "services", "support", "care", "satisfaction", "complaint", "complaints", "return", "returns", "order", "orders", "experience", "review", "reviews", "messaging", "messages", "feedback", "team", "relations", "success", "manager", "protection", "seller", "amazon", "root", "cause", "corrective", "preventive", "plan", "policy", "claims",
        "royal", "mail", "post", "express", "deutsche", "china", "yun", "federal", "parcel", "logistics", "carrier", "fulfillment", "fulfilment", "united", "states", "kingdom", "annex", "invoice", "the", "we", "our", "in", "on", "after", "all", "this", "trade",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    };

    public static IEnumerable<Hit> Check(Matter matter)
    {
        var letter = matter.Letter;
        foreach (var sentence in letter.Sentences)
        {
            var hasOrder = Words.OrderIds(letter, sentence).Any();
            var isAboutBuyer = hasOrder || Buyers.In(letter, sentence);
            foreach (var mail in Mails(letter.Text, sentence))
            {
                if (letter[mail].Contains("@marketplace.amazon", StringComparison.OrdinalIgnoreCase) || (isAboutBuyer && !IsDesk(letter[mail]) && !OtherParties.In(letter, sentence))) { yield return Hit.At(mail, ("kind", "e-mail")); }
            }

            if (!isAboutBuyer || OtherParties.In(letter, sentence)) { continue; }

            foreach (var span in Names(letter, sentence)) { yield return Hit.At(span, ("kind", hasOrder ? "order-and-name" : "name")); }
            if (PhoneLabels.In(letter, sentence) && Phone(letter, sentence) is { } phone) { yield return Hit.At(phone, ("kind", "phone")); }
            if (Address(letter, sentence) is { } address) { yield return Hit.At(address, ("kind", "address")); }
        }
    }

    private static bool IsDesk(string mail) => mail.Contains("@amazon.", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Span> Mails(string text, Span sentence)
    {
        for (var at = text.IndexOf('@', sentence.Start, sentence.Length); at >= 0; at = text.IndexOf('@', at + 1, sentence.End - at - 1))
        {
            var (start, end) = (at, at + 1);
            while (start > sentence.Start && at - start < MailReach && IsMailCharacter(text[start - 1])) { start--; }
            while (end < sentence.End && end - at < MailReach && IsMailCharacter(text[end])) { end++; }
            if (text[end - 1] == '.') { end--; }
            if (start < at && text.AsSpan(at, end - at).Contains('.')) { yield return new Span(start, end); }
        }
    }

    private static bool IsMailCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '%';

    private static IEnumerable<Span> Names(Letter letter, Span sentence)
    {
        var tokens = letter.TokensIn(sentence).ToList();
        var isTitleCase = tokens.Where(t => char.IsLetter(t.Text[0]) && t.Text.Length > 3).All(t => char.IsUpper(letter.Text[t.Start]));
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ChineseName(letter, tokens, i) is { } chinese) { yield return chinese; continue; }
            if (isTitleCase && tokens.Count > 4) { continue; }

            var isBuyer = BuyerNouns.Contains(tokens[i].Text);
            var isOrder = i >= 2 && tokens[i].IsNumber && tokens[i].Text.Length == 7 && tokens[i - 1].Text.Length == 7 && tokens[i - 1].IsNumber;
            if (Titles.Contains(tokens[i].Text) && IsCapitalised(letter, tokens, i + 1)) { yield return tokens[i].Span.Upto(tokens[i + 1].Span); }
            if (!isBuyer && !isOrder) { continue; }

            var first = i + 1;
            while (first < tokens.Count && first <= i + 2 && (isBuyer ? Connectors : OrderConnectors).Contains(tokens[first].Text)) { first++; }
            var isTied = isBuyer || first > i + 1 || (first < tokens.Count && letter.Text.AsSpan(tokens[i].End, tokens[first].Start - tokens[i].End).ContainsAny('(', ':', ','));
            if (isTied && IsCapitalised(letter, tokens, first) && IsCapitalised(letter, tokens, first + 1) && tokens[first + 1].Start - tokens[first].End <= 2) { yield return tokens[first].Span.Upto(tokens[first + 1].Span); }
        }
    }

    /// <summary>收件人：张伟, 买家张女士, 購入者：田中太郎.</summary>
    private static Span? ChineseName(Letter letter, List<Token> tokens, int i)
    {
        var word = tokens[i].IsCjk && i + 1 < tokens.Count ? tokens[i].Text + tokens[i + 1].Text : "";
        var isNoun = word is "买家" or "客户" or "顾客" || (i + 2 < tokens.Count && word + tokens[i + 2].Text is "收件人" or "收货人" or "购入者" or "受取人" or "購入者");
        if (!isNoun) { return null; }

        var first = i + (word is "买家" or "客户" or "顾客" ? 2 : 3);
        if (first + 1 < tokens.Count && tokens[first].Text + tokens[first + 1].Text is "姓名" or "名字" or "名称") { first += 2; }
        if (first >= tokens.Count) { return null; }

        var last = first;
        while (last < tokens.Count && last - first < 4 && tokens[last].IsCjk && (last == first || tokens[last].Start == tokens[last - 1].End)) { last++; }
        var hasColon = letter.Text.AsSpan(tokens[first - 1].End, tokens[first].Start - tokens[first - 1].End).ContainsAny(':', '：');
        var endsLabel = last == tokens.Count || !tokens[last].IsCjk || tokens[last].Start > tokens[last - 1].End;
        if (hasColon && endsLabel && last - first is >= 2 and <= 4) { return tokens[first].Span.Upto(tokens[last - 1].Span); }

        for (var j = first + 1; j + 1 < tokens.Count && j <= first + 2; j++)
        {
            if (tokens[j].Text + tokens[j + 1].Text is "先生" or "女士" or "小姐") { return tokens[first].Span.Upto(tokens[j + 1].Span); }
        }

        return null;
    }

    private static bool IsCapitalised(Letter letter, List<Token> tokens, int i) =>
        i < tokens.Count && tokens[i].Text.Length >= 2 && char.IsUpper(letter.Text[tokens[i].Start])
        && char.IsLower(letter.Text[tokens[i].Start + 1]) && !NoNames.Contains(tokens[i].Text);

    private static Span? Phone(Letter letter, Span sentence)
    {
        var orders = Words.OrderIds(letter, sentence).ToList();
        var (start, end, digits) = (-1, -1, 0);
        foreach (var token in letter.TokensIn(sentence).Where(t => t.IsNumber && !orders.Any(o => o.Contains(t.Span))))
        {
            var goesOn = end >= 0 && token.Start - end <= 2 && letter.Text.AsSpan(end, token.Start - end).IndexOfAnyExcept(BetweenDigits) < 0;
            (start, digits) = goesOn ? (start, digits + token.Text.Length) : (token.Start, token.Text.Length);
            end = token.End;
            if (digits is >= 9 and <= 15) { return new Span(start, end); }
        }

        return null;
    }

    private static Span? Address(Letter letter, Span sentence)
    {
        var tokens = letter.TokensIn(sentence).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var isNumber = tokens[i].IsNumber && tokens[i].Text.Length <= 5;
            if (!isNumber) { continue; }

            for (var j = i + 2; j <= i + 4 && j < tokens.Count; j++)
            {
                if (Streets.Contains(tokens[j].Text) && IsCapitalised(letter, tokens, i + 1) && char.IsUpper(letter.Text[tokens[j].Start])) { return tokens[i].Span.Upto(tokens[j].Span); }
            }

            if (i > 0 && (tokens[i - 1].Text.EndsWith("straße", StringComparison.Ordinal) || tokens[i - 1].Text.EndsWith("strasse", StringComparison.Ordinal) || tokens[i - 1].Text.EndsWith("weg", StringComparison.Ordinal))) { return tokens[i - 1].Span.Upto(tokens[i].Span); }
        }

        var marks = tokens.Where(t => ChineseAddress.Contains(t.Text)).ToList();
        var isChinese = marks.Select(m => m.Text).Distinct().Count() >= 3 && tokens.Any(t => t.IsNumber) && marks.Any(m => m.Text is "号" or "室" or "番");
        return isChinese ? marks[0].Span.Upto(marks[^1].Span) : null;
    }
}
