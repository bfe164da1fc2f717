using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Triage.Finding;

/// <summary>Numbers that only their label tells apart: complaint ids, case ids and error codes.</summary>
internal static class LabelledIds
{
    private static readonly string[] Complaint =
    [
        "complaint id", "complaint-id", "complaint number", "complaint no", "complaint ref", "complaint #", "complaint:", "complaint identifier", "id of the complaint", "number of the complaint",
        "infringement report", "report id", "report number", "notice id", "claim id", "complaint (id", "complaint",
        "投诉编号", "投诉id", "投诉 id", "投诉号", "投诉单号", "投诉识别号", "举报编号", "投诉",
        "beschwerde-id", "beschwerdenummer", "beschwerde id", "beschwerde-nr", "beschwerde-nummer", "beschwerdenr", "beschwerde", "meldungsnummer",
        "クレームid", "クレーム id", "申し立てid", "申立id", "申立て id", "申立てid", "苦情id", "苦情 id", "申告id", "申告番号", "苦情番号", "申立番号", "申し立て番号", "通報番号", "通報id", "クレーム番号",
        "id de la plainte", "id de plainte", "numero de plainte", "numero de la plainte", "identifiant de la plainte", "id de la reclamation", "numero de reclamation", "plainte",
        "id de queja", "id de la queja", "numero de queja", "id de reclamacion", "id de la reclamacion", "id de denuncia", "id de la denuncia", "numero de reclamacion", "numero de denuncia", "queja", "reclamacion", "denuncia",
        "id del reclamo", "id reclamo", "id segnalazione", "numero di reclamo", "id della segnalazione", "numero reclamo", "numero di segnalazione", "id del reclamo", "reclamo", "segnalazione",
    ];

    private static readonly string[] Case =
    [
        "case id", "case-id", "case number", "case no", "case #", "case ref", "caseid", "case:", "case", "ticket",
        "问题日志编号", "案例编号", "案件编号", "问题编号", "工单号", "问题日志", "案例", "case编号",
        "ケースid", "ケース id", "ケース番号", "お問い合わせid", "お問い合わせ番号", "問い合わせ番号", "ケース",
        "fallnummer", "fall-id", "fall id", "fallnr", "fall-nr", "vorgangsnummer", "fall", "id du dossier", "numero de dossier", "numero de cas", "dossier",
        "id del caso", "id de caso", "numero de caso", "id caso", "numero del caso", "numero caso", "caso",
    ];

    private static readonly string[] Error =
    [
        "error code", "errorcode", "error id", "error no", "error number", "errors", "error", "issue code", "message code", "code", "codes",
        "fehlercode", "fehlernummer", "fehler", "codigo de error", "code d'erreur", "code erreur", "codice errore", "codice di errore", "errore", "erreur",
        "错误代码", "错误编号", "错误", "代码", "エラーコード", "エラー番号", "エラー",
    ];

    private static readonly string[] Enforcements = ["SEARCH_SUPPRESSED", "LISTING_SUPPRESSED", "ATTRIBUTE_SUPPRESSED", "CATALOG_ITEM_REMOVED"];

    public static List<string> ComplaintIds(FlatText flat) => Read(flat, Complaint, 8, 15);

    private const int ComplaintLength = 11;

    private static readonly string[] Foreign = ["case", "registration", "patent", "tel", "phone", "feed", "batch", "mark no", "trademark no", "trademark number", "问题", "注册", "专利", "电话", "登録", "registr", "fall"];

    /// <summary>In a notice about a complaint, a number of the usual length is its id although no label says so.</summary>
    public static IReadOnlyList<string> WithBareComplaints(FlatText flat, NoticeEntities known)
    {
        var found = new List<string>(known.ComplaintIds);
        for (var i = 0; i < flat.Text.Length;)
        {
            var length = DigitRun(flat.Text, i);
            var isAlone = length == ComplaintLength && (i == 0 || !(char.IsAsciiLetterOrDigit(flat.Text[i - 1]) || flat.Text[i - 1] is '-' or '.' or '+' or '_' or '/'))
                && (i + length >= flat.Text.Length || !(char.IsAsciiLetter(flat.Text[i + length]) || flat.Text[i + length] is '-' or '_' or '@'));
            if (isAlone && !known.CaseIds.Contains(flat.Text.Substring(i, length), StringComparer.Ordinal))
            {
                var before = flat.Folded[Math.Max(0, i - 24)..i];
                if (!Foreign.Any(f => before.Contains(f, StringComparison.Ordinal))) { Numbers.Add(found, flat.Text.Substring(i, length)); }
            }

            i += Math.Max(1, length);
        }

        return found;
    }

    private static int DigitRun(string text, int at)
    {
        var i = at;
        while (i < text.Length && char.IsAsciiDigit(text[i])) { i++; }

        return i - at;
    }

    public static List<string> CaseIds(FlatText flat) => Read(flat, Case, 8, 15);

    public static List<string> ErrorCodes(FlatText flat)
    {
        var found = Read(flat, Error, 4, 6);
        found.RemoveAll(IsYear);
        if (HasFeedTalk(flat.Folded)) { Families(flat.Text, found); }

        foreach (var name in Enforcements)
        {
            if (flat.Text.Contains(name, StringComparison.Ordinal)) { Numbers.Add(found, name); }
        }

        return found;
    }

    private static bool IsYear(string code) => code.Length == 4 && code.StartsWith("20", StringComparison.Ordinal);

    private static List<string> Read(FlatText flat, string[] labels, int least, int most)
    {
        var hits = new SortedDictionary<int, string>();
        foreach (var label in labels)
        {
            for (var at = flat.Folded.IndexOf(label, StringComparison.Ordinal); at >= 0; at = flat.Folded.IndexOf(label, at + label.Length, StringComparison.Ordinal))
            {
                if (at > 0 && Script.IsWordLetter(label[0]) && Script.IsWordLetter(flat.Folded[at - 1])) { continue; }

                After(flat.Text, at + label.Length, least, most, hits);
                if (hits.Count > 200) { return [.. hits.Values.Distinct(StringComparer.Ordinal)]; }
            }
        }

        return [.. hits.Values.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The list of numbers behind a label; a few signs or a short word may stand between.</summary>
    private static void After(string text, int at, int least, int most, SortedDictionary<int, string> hits)
    {
        var i = at;
        var lines = 0;
        for (var skipped = 0; skipped < 24 && i < text.Length && !char.IsAsciiDigit(text[i]); skipped++, i++)
        {
            if (text[i] is '。' or '.' && i + 1 < text.Length && text[i + 1] is ' ' or '\n' && skipped > 3) { return; }

            if (text[i] == '\n' && ++lines > 1) { return; }
        }

        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            if (i > 0 && char.IsAsciiLetter(text[i - 1])) { return; }

            var (value, next) = Joined(text, i, least, most);
            if (value is null) { return; }

            hits.TryAdd(i, value);
            i = next;
            var gap = 0;
            while (i < text.Length && gap < 6 && !char.IsAsciiDigit(text[i]) && (text[i] is ',' or ' ' or ';' or '/' or '、' or '，' or '\n' or '&' or 'a' or 'n' or 'd' or 'u' or 'y' or 'e' or 't' or '和' or '及'))
            {
                i++;
                gap++;
            }
        }
    }

    private static (string? Value, int Next) Joined(string text, int at, int least, int most)
    {
        var digits = new List<char>(most);
        var i = at;
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits.Add(text[i++]);
                if (digits.Count > most) { return (null, i); }
            }
            else if (digits.Count < least && least > 5 && (text[i] is ' ' or '\n' || Numbers.IsDash(text[i])) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) { i++; }
            else if (text[i] is ' ' or '\n' && least > 5 && digits.Count < 11 && RunLength(text, i + 1) is > 0 and <= 4 and var run && digits.Count + run <= 11 && digits.Count + run >= 10) { i++; }
            else { break; }
        }

        var touchesWord = i < text.Length && (char.IsAsciiLetter(text[i]) || (Numbers.IsDash(text[i]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) || text[i] == '%');
        return digits.Count >= least && !touchesWord ? (new string([.. digits]), i) : (null, i);
    }

    private static int RunLength(string text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < 16 && char.IsAsciiDigit(text[i])) { i++; }

        return i < text.Length && char.IsAsciiLetter(text[i]) ? 0 : i - at;
    }

    private static bool HasFeedTalk(string folded) =>
        folded.Contains("sku", StringComparison.Ordinal) || folded.Contains("feed", StringComparison.Ordinal) || folded.Contains("processing report", StringComparison.Ordinal)
        || folded.Contains("上传", StringComparison.Ordinal) || folded.Contains("处理报告", StringComparison.Ordinal) || folded.Contains("出品ファイル", StringComparison.Ordinal) || folded.Contains("product_id", StringComparison.Ordinal);

    private static void Families(string text, List<string> found)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiDigit(text[i])) { i++; continue; }

            var length = RunLength(text, i);
            var isAlone = (i == 0 || (!char.IsAsciiLetterOrDigit(text[i - 1]) && text[i - 1] is not ('-' or '.' or ',' or '/' or '$' or '€' or '£' or '_' or '@' or '%')))
                && (i + length >= text.Length || text[i + length] is not ('-' or '/' or '_' or '%' or '@'));
            if (length is 4 or 5 && isAlone && IsFamily(int.Parse(text.AsSpan(i, length), System.Globalization.CultureInfo.InvariantCulture))) { Numbers.Add(found, text.Substring(i, length)); }

            i += Math.Max(1, length);
        }
    }

    private static bool IsFamily(int code) =>
        code is (>= 8000 and <= 8999) or (>= 5400 and <= 5699) or 5000 or 5002 or 6024 or (>= 90000 and <= 90999) or (>= 99000 and <= 99999) or 13013 or (>= 18000 and <= 18999);
}
