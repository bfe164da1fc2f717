namespace AgencyPlatform.Domain.Triage.Reading;

/// <summary>The header lines of a mail in the languages of the usual mail programs.</summary>
internal static class Headers
{
    public enum Field { None, From, ReplyTo, To, Subject, Date, Other }

    private static readonly Dictionary<string, Field> Names = new(StringComparer.Ordinal)
    {
        ["from"] = Field.From, ["von"] = Field.From, ["de"] = Field.From, ["da"] = Field.From, ["发件人"] = Field.From, ["寄件者"] = Field.From, ["差出人"] = Field.From, ["送信者"] = Field.From,
        ["expediteur"] = Field.From, ["mittente"] = Field.From, ["remitente"] = Field.From, ["sender"] = Field.From, ["absender"] = Field.From,
        ["reply-to"] = Field.ReplyTo, ["antwort an"] = Field.ReplyTo, ["回复"] = Field.ReplyTo, ["return-path"] = Field.ReplyTo,
        ["to"] = Field.To, ["an"] = Field.To, ["a"] = Field.To, ["para"] = Field.To, ["cc"] = Field.To, ["收件人"] = Field.To, ["抄送"] = Field.To, ["宛先"] = Field.To, ["kopie"] = Field.To, ["bcc"] = Field.To,
        ["subject"] = Field.Subject, ["betreff"] = Field.Subject, ["objet"] = Field.Subject, ["asunto"] = Field.Subject, ["oggetto"] = Field.Subject, ["主题"] = Field.Subject, ["主旨"] = Field.Subject, ["标题"] = Field.Subject, ["件名"] = Field.Subject,
        ["re"] = Field.Subject, ["subject line"] = Field.Subject, ["fwd"] = Field.Subject, ["fw"] = Field.Subject,
        ["date"] = Field.Date, ["sent"] = Field.Date, ["datum"] = Field.Date, ["gesendet"] = Field.Date, ["fecha"] = Field.Date, ["enviado"] = Field.Date, ["envoye"] = Field.Date, ["data"] = Field.Date, ["inviato"] = Field.Date, ["日期"] = Field.Date, ["发送时间"] = Field.Date, ["时间"] = Field.Date, ["日時"] = Field.Date, ["送信日時"] = Field.Date,
        ["mime-version"] = Field.Other, ["content-type"] = Field.Other, ["content-transfer-encoding"] = Field.Other, ["message-id"] = Field.Other, ["received"] = Field.Other, ["importance"] = Field.Other, ["priority"] = Field.Other,
    };

    /// <summary>The field a line holds and where its value starts.</summary>
    public static (Field Field, int Value) Read(string text, Line line)
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && text[start] == '*') { start++; }

        var limit = Math.Min(end, start + 28);
        for (var i = start; i < limit; i++)
        {
            if (text[i] is not ':' and not '：') { continue; }

            var name = Script.Fold(text[start..i]).Trim(' ', '*');
            if (!Names.TryGetValue(name, out var field)) { return (Field.None, 0); }

            var value = i + 1;
            while (value < end && text[value] is ' ' or '*' && value < end) { value++; }

            return (field, value);
        }

        return (Field.None, 0);
    }
}
