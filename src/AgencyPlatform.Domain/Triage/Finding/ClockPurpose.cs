using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Triage.Finding;

/// <summary>Decides from the words around a term what runs out when it has passed.</summary>
internal static class ClockPurpose
{
    private static readonly (string Purpose, string[] Cues)[] Cues =
    [
        ("funds", ["fund", "balance", "money", "proceeds", "disburs", "payout", "frozen", "withheld", "guthaben", "auszahl", "geld", "fondos", "saldo", "desembols", "fonds", "solde", "versement", "fondi", "pagament", "资金", "余额", "款项", "付款", "索赔", "売上", "残高", "資金", "支払", "入金"]),
        ("window", ["inventory", "stock", "units", "removal order", "destroy", "dispos", "bestand", "lager", "inventario", "inventaire", "库存", "在庫", "移除", "issued", "older", "last ", "past ", "previous", "recent", "preceding", "dated", "letzten", "alter als", "ultimos", "derniers", "ultimi", "近", "最近", "过去", "前", "発行"]),
        ("information", ["remain", "stays on", "visible", "on record", "warning", "listed for", "保留在", "记录", "显示", "bleib", "permanec", "rester", "rimarr", "表示"]),
        ("amazon-reply", ["review is", "review will", "we aim", "aim to", "we will look", "hear from", "we will answer", "we usually", "we will reply", "will be reviewed", "finished", "审核将", "完成审核", "我们会在", "我们将在", "回复您", "審査", "prufen", "prufung", "revisi", "examin", "esamin"]),
    ];

    private static readonly string[] Deadline =
    [
        "within", "you have", "no later", "until", "before", "deadline", "due", "unless", "otherwise", "if you do not", "if we do not", "at risk", "respond", "submit", "answer", "内", "以内", "之内", "期限", "binnen", "innerhalb", "frist", "plazo", "dentro de", "dans un", "sous ", "delai", "entro", "termine",
    ];

    public static string Of(NoticeText notice, int sentence, int start, int end)
    {
        var (from, to) = sentence >= 0 && sentence < notice.Sentences.Count ? notice.Sentences[sentence] : (start, end);
        from = Math.Max(from, start - 220);
        to = Math.Min(to, end + 160);
        var around = Script.Fold(notice.Clean.Text[from..Math.Max(to, end)]);
        var at = start - from;
        var best = (Purpose: "", Distance: int.MaxValue);
        foreach (var (purpose, cues) in Cues)
        {
            var distance = Nearest(around, cues, at);
            if (distance < best.Distance) { best = (purpose, distance); }
        }

        var deadline = Nearest(around, Deadline, at);
        if (best.Purpose is "funds" or "information" && best.Distance < 170) { return best.Purpose; }

        if (best.Purpose.Length > 0 && best.Distance < Math.Min(deadline, 90)) { return best.Purpose; }

        return deadline < 170 ? "seller-deadline" : best.Purpose.Length > 0 ? best.Purpose : "information";
    }

    public static LocalText Text(string purpose, int amount, string unit)
    {
        var (en, zh) = unit switch
        {
            "hours" => (amount == 1 ? "hour" : "hours", "小时"),
            "business-days" => (amount == 1 ? "business day" : "business days", "个工作日"),
            _ => (amount == 1 ? "day" : "days", "天"),
        };
        return purpose switch
        {
            "seller-deadline" => new($"The notice asks for an answer within {amount} {en}.", $"通知要求在 {amount} {zh}内答复。"),
            "funds" => new($"The notice holds the funds for {amount} {en}.", $"通知称资金将保留 {amount} {zh}。"),
            "amazon-reply" => new($"The notice announces Amazon's answer within {amount} {en}.", $"通知称亚马逊将在 {amount} {zh}内处理。"),
            "window" => new($"The notice sets a window of {amount} {en}.", $"通知规定的期间为 {amount} {zh}。"),
            _ => new($"The notice names a term of {amount} {en}.", $"通知提到 {amount} {zh}的期限。"),
        };
    }

    private static int Nearest(string around, string[] cues, int at)
    {
        var nearest = int.MaxValue;
        foreach (var cue in cues)
        {
            for (var i = around.IndexOf(cue, StringComparison.Ordinal); i >= 0; i = around.IndexOf(cue, i + 1, StringComparison.Ordinal))
            {
                nearest = Math.Min(nearest, Math.Abs(i - at));
            }
        }

        return nearest;
    }
}
