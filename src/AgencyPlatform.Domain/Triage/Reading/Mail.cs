namespace AgencyPlatform.Domain.Triage.Reading;

/// <summary>What belongs to the notice itself: its sender, its subject and its body, without a client's comment around it.</summary>
internal sealed record Mail
{
    public required IReadOnlyList<Line> Body { get; init; }

    public (int Start, int End)? From { get; init; }

    public (int Start, int End)? ReplyTo { get; init; }

    public (int Start, int End)? Subject { get; init; }

    /// <summary>True where an unrelated person passed the notice on, so that the sender says nothing about it.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>True where a comment was found above the notice.</summary>
    public bool HasComment { get; init; }

    private const int MostNesting = 6;

    private static readonly string[] Markers =
    [
        "original message", "original-nachricht", "ursprungliche nachricht", "forwarded message", "weitergeleitete nachricht", "begin forwarded", "messaggio inoltrato", "messaggio originale",
        "message transfere", "message d'origine", "mensaje reenviado", "mensaje original", "原始邮件", "原邮件", "转发邮件", "转发的邮件", "转发邮件信息", "邮件原文", "元のメッセージ", "転送メッセージ", "amazon wrote", "see below the mail",
    ];

    public static Mail Read(string text)
    {
        var lines = Line.Split(text);
        var mail = ReadPart(text, lines, 0, lines.Count, new Mail { Body = lines });
        for (var depth = 0; depth < MostNesting && Inner(text, mail) is { } inner; depth++) { mail = inner; }

        return mail;
    }

    /// <summary>True where a person forwarded the notice under their own name.</summary>
    public bool IsPassedOn(string text) =>
        HasComment || IsForwarded || (Subject is var (start, end) && Forwards.Any(f => Script.Fold(text[start..end]).StartsWith(f, StringComparison.Ordinal)));

    private static readonly string[] Forwards = ["fw:", "fwd:", "wg:", "tr:", "rv:", "i:", "转发", "fw：", "fwd："];

    private static Mail ReadPart(string text, IReadOnlyList<Line> lines, int first, int last, Mail outer)
    {
        while (first < last && (lines[first].IsBlank || IsMarker(text, lines[first]))) { first++; }

        var mail = outer with { From = null, ReplyTo = null, Subject = null };
        var headers = 0;
        var i = first;
        for (; i < last; i++)
        {
            if (lines[i].IsBlank) { break; }

            var (field, value) = Headers.Read(text, lines[i]);
            if (field == Headers.Field.None)
            {
                if (headers > 0 && lines[i].Length < 90 && i > first && i + 1 < last && Headers.Read(text, lines[i + 1]).Field != Headers.Field.None) { continue; }

                break;
            }

            headers++;
            var span = (value, lines[i].End);
            mail = field switch
            {
                Headers.Field.From when mail.From is null => mail with { From = span },
                Headers.Field.ReplyTo when mail.ReplyTo is null => mail with { ReplyTo = span },
                Headers.Field.Subject when mail.Subject is null => mail with { Subject = span },
                _ => mail,
            };
        }

        return mail with { Body = [.. lines.Skip(i).Take(last - i)] };
    }

    /// <summary>The mail inside this one, where what stands above it is only a comment.</summary>
    private static Mail? Inner(string text, Mail mail)
    {
        var lines = mail.Body;
        var start = FirstBoundary(text, lines);
        if (start < 0) { return Unmarked(text, mail); }

        var above = LetterCount(text, lines, 0, start);
        var quotedOnly = lines[start].Depth > lines.Take(start).Select(l => l.Depth).DefaultIfEmpty(0).Min() && !IsMarker(text, lines[start]);
        var last = lines.Count;
        if (quotedOnly)
        {
            while (last > start && (lines[last - 1].IsBlank || lines[last - 1].Depth == 0)) { last--; }

            // A quote mark in the middle of a mail is a way of making lists.
            if (LetterCount(text, lines, last, lines.Count) > 220) { return null; }
        }

        var below = LetterCount(text, lines, start, last);
        if (below < 12 || (above > 0 && (IsFromAmazon(text, mail) || above > 700 || above > (1.5 * below) + 60 || SpeaksAsAmazon(text, lines, start)))) { return null; }

        var inner = ReadPart(text, lines, start, last, mail);
        if (inner.Body.Count == mail.Body.Count) { return null; }

        return inner with { IsForwarded = inner.From is null && (mail.From is not null || mail.IsForwarded), HasComment = mail.HasComment || above > 0, Subject = inner.Subject ?? (above == 0 ? mail.Subject : null) };
    }

    /// <summary>What stands above an older mail is Amazon's own answer where it is signed as such.</summary>
    private static bool SpeaksAsAmazon(string text, IReadOnlyList<Line> lines, int end)
    {
        var seen = 0;
        for (var i = end - 1; i >= 0 && seen < 3; i--)
        {
            if (lines[i].IsBlank) { continue; }

            seen++;
            var folded = Script.Fold(text[lines[i].Start..lines[i].End]);
            if (folded.Length < 50 && Signatures.Any(s => folded.Contains(s, StringComparison.Ordinal)) && !folded.Contains('?') && !folded.Contains('@')) { return true; }
        }

        return false;
    }

    private static readonly string[] Signatures = ["seller performance", "amazon services", "amazon.com", "the amazon team", "notice team", "notice dispute", "selling partner support", "account health support", "亚马逊", "卖家绩效团队", "ihr amazon", "l'equipe amazon", "商品品質チーム"];

    private static int FirstBoundary(string text, IReadOnlyList<Line> lines)
    {
        var depth = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank) { continue; }

            if (IsMarker(text, line)) { return i; }

            if (depth < 0) { depth = line.Depth; }
            else if (line.Depth > depth) { return i; }

            if (Headers.Read(text, line).Field == Headers.Field.From && LooksLikeSender(text, line) && i > 0) { return i; }
        }

        return -1;
    }

    private static bool LooksLikeSender(string text, Line line)
    {
        var value = text.AsSpan(line.Start, line.Length);
        return value.Contains('@') || value.Contains("amazon", StringComparison.OrdinalIgnoreCase) || value.Contains("亚马逊", StringComparison.Ordinal)
            || value.Contains("seller", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsFromAmazon(string text, Mail mail) =>
        mail.From is var (start, end) && text.AsSpan(start, end - start).Contains("amazon", StringComparison.OrdinalIgnoreCase);

    /// <summary>A short question in front of a notice that nothing separates from it but an empty line.</summary>
    private static Mail? Unmarked(string text, Mail mail)
    {
        var lines = mail.Body;
        var first = 0;
        while (first < lines.Count && lines[first].IsBlank) { first++; }

        var gap = first;
        while (gap < lines.Count && !lines[gap].IsBlank) { gap++; }

        if (gap >= lines.Count || mail.HasComment) { return null; }

        var above = LetterCount(text, lines, first, gap);
        var below = LetterCount(text, lines, gap, lines.Count);
        if (above is 0 or > 260 || below < 60 || below < above) { return null; }

        var isOtherScript = CjkShare(text, lines, first, gap) is var top && CjkShare(text, lines, gap, lines.Count) is var rest && Math.Abs(top - rest) > 0.55;
        var lead = Script.Fold(text[lines[first].Start..lines[gap - 1].End]);
        var isRequest = lead.Contains("forwarding", StringComparison.Ordinal) || Comments.Any(cue => lead.Contains(cue, StringComparison.Ordinal));
        return isOtherScript || isRequest ? mail with { Body = [.. lines.Skip(gap)], HasComment = true, IsForwarded = mail.From is not null } : null;
    }

    private static readonly string[] Comments =
    [
        "we got this", "got this", "this came in", "just received", "received this", "see below", "mail below", "email below", "e-mail below", "notice below", "what do we do", "what should we do", "what now",
        "can you help", "please help us", "can you take over", "can you have a look", "please have a look", "please advise", "how bad is it", "any idea", "fyi", "our va ", "asap",
        "收到这个", "早上收到", "刚收到", "收到的邮件", "怎么处理", "怎么办", "怎么回复", "帮忙看", "帮我看", "请帮忙", "麻烦看", "看一下", "客户转", "转发给", "急!", "老师您好", "亚马逊发来的", "亚马逊刚发来", "这是什么意思",
        "was sollen wir", "was heisst das", "konnen sie helfen", "bitte um hilfe", "どうすれば", "どう対応", "届きました。", "que hacemos", "que debemos", "que faire", "cosa facciamo", "pouvez-vous", "potete aiutarci",
    ];

    private static bool IsMarker(string text, Line line)
    {
        if (line.Length is < 3 or > 120) { return false; }

        var folded = Script.Fold(text[line.Start..line.End]);
        if (folded.EndsWith(" wrote:", StringComparison.Ordinal) || folded.EndsWith("schrieb:", StringComparison.Ordinal) || folded.EndsWith("写道:", StringComparison.Ordinal)
            || folded.EndsWith("a ecrit :", StringComparison.Ordinal) || folded.EndsWith("ha scritto:", StringComparison.Ordinal) || folded.EndsWith("escribio:", StringComparison.Ordinal))
        {
            return true;
        }

        return Markers.Any(m => folded.Contains(m, StringComparison.Ordinal)) && (folded[0] is '-' or '_' or '=' || folded.Length < 60);
    }

    private static int LetterCount(string text, IReadOnlyList<Line> lines, int first, int last)
    {
        var count = 0;
        for (var i = first; i < last; i++)
        {
            for (var at = lines[i].Start; at < lines[i].End; at++)
            {
                if (char.IsLetterOrDigit(text[at])) { count += Script.IsCjk(text[at]) ? 3 : 1; }
            }
        }

        return count;
    }

    private static double CjkShare(string text, IReadOnlyList<Line> lines, int first, int last)
    {
        var (cjk, all) = (0, 0);
        for (var i = first; i < last; i++)
        {
            for (var at = lines[i].Start; at < lines[i].End; at++)
            {
                if (!char.IsLetter(text[at])) { continue; }

                var weight = Script.IsCjk(text[at]) ? 3 : 1;
                all += weight;
                if (weight > 1) { cjk += weight; }
            }
        }

        return all == 0 ? 0 : (double)cjk / all;
    }
}
