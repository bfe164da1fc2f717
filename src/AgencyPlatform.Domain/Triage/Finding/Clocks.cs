using System.Buffers;
using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Triage.Finding;

/// <summary>Finds terms such as "within 72 hours" and says what they are for.</summary>
internal static class Clocks
{
    private static readonly Dictionary<string, int> Spelled = new(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["fourteen"] = 14, ["fifteen"] = 15,
        ["seventeen"] = 17, ["twenty"] = 20, ["thirty"] = 30, ["sixty"] = 60, ["ninety"] = 90,
        ["zwei"] = 2, ["drei"] = 3, ["vier"] = 4, ["funf"] = 5, ["sieben"] = 7, ["zehn"] = 10, ["vierzehn"] = 14, ["siebzehn"] = 17, ["dreißig"] = 30,
        ["dos"] = 2, ["tres"] = 3, ["cinco"] = 5, ["siete"] = 7, ["diez"] = 10, ["deux"] = 2, ["trois"] = 3, ["cinq"] = 5, ["sept"] = 7, ["dix"] = 10,
        ["due"] = 2, ["tre"] = 3, ["cinque"] = 5, ["sette"] = 7, ["dieci"] = 10,
    };

    private static readonly Dictionary<string, (string Unit, int Factor)> Units = new(StringComparer.Ordinal)
    {
        ["hour"] = ("hours", 1), ["hours"] = ("hours", 1), ["hrs"] = ("hours", 1), ["h"] = ("hours", 1), ["stunden"] = ("hours", 1), ["horas"] = ("hours", 1), ["heures"] = ("hours", 1), ["ore"] = ("hours", 1),
        ["day"] = ("days", 1), ["days"] = ("days", 1), ["tage"] = ("days", 1), ["tagen"] = ("days", 1), ["kalendertage"] = ("days", 1), ["kalendertagen"] = ("days", 1), ["dias"] = ("days", 1), ["jours"] = ("days", 1), ["giorni"] = ("days", 1),
        ["werktage"] = ("business-days", 1), ["werktagen"] = ("business-days", 1), ["arbeitstage"] = ("business-days", 1), ["arbeitstagen"] = ("business-days", 1),
        ["week"] = ("days", 7), ["weeks"] = ("days", 7), ["wochen"] = ("days", 7), ["semanas"] = ("days", 7), ["semaines"] = ("days", 7), ["settimane"] = ("days", 7),
        ["months"] = ("days", 30), ["monate"] = ("days", 30), ["monaten"] = ("days", 30),
    };

    private static readonly HashSet<string> Business = new(StringComparer.Ordinal) { "business", "working", "work", "weekdays" };
    private static readonly HashSet<string> BusinessAfter = new(StringComparer.Ordinal) { "laborables", "habiles", "ouvres", "ouvrables", "lavorativi" };
    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "calendar", "consecutive", "full", "more", "civil", "natural", "further" };

    private static readonly (string Unit, string Kind, int Factor)[] CjkUnits =
    [
        ("个工作日", "business-days", 1), ("個工作日", "business-days", 1), ("工作日", "business-days", 1), ("営業日", "business-days", 1), ("个自然日", "days", 1), ("个日历日", "days", 1), ("个小时", "hours", 1), ("小时", "hours", 1), ("時間", "hours", 1),
        ("天", "days", 1), ("日以内", "days", 1), ("日间", "days", 1), ("日間", "days", 1), ("日内", "days", 1), ("日之内", "days", 1), ("日後", "days", 1), ("日后", "days", 1), ("日を", "days", 1), ("日が", "days", 1), ("日経", "days", 1), ("日未満", "days", 1),
        ("日分", "days", 1), ("日前", "days", 1), ("日の", "days", 1), ("日程度", "days", 1), ("日ほど", "days", 1), ("日まで", "days", 1), ("周", "days", 7), ("週間", "days", 7), ("个月", "days", 30), ("か月", "days", 30), ("ヶ月", "days", 30),
    ];

    /// <summary>No notice names this many terms; an endless repetition of one must not cost time.</summary>
    private const int MostTerms = 60;

    private static readonly SearchValues<char> UnitStarts = SearchValues.Create([.. CjkUnits.Select(u => u.Unit[0]).Distinct()]);

    public static List<ClockFinding> Find(NoticeText notice)
    {
        var looked = 0;
        var found = new List<ClockFinding>();
        var words = notice.Words;
        for (var i = 1; i < words.Count && looked < MostTerms; i++)
        {
            if (!Units.TryGetValue(words[i].Text, out var unit)) { continue; }

            var back = i - 1;
            var isBusiness = i + 1 < words.Count && BusinessAfter.Contains(words[i + 1].Text);
            while (back > 0 && i - back < 4 && (Business.Contains(words[back].Text) || Between.Contains(words[back].Text)))
            {
                isBusiness |= Business.Contains(words[back].Text);
                back--;
            }

            if (Amount(words[back].Text) is not { } amount || words[back].Sentence != words[i].Sentence) { continue; }

            looked++;
            Add(notice, found, amount * unit.Factor, isBusiness && unit.Unit == "days" ? "business-days" : unit.Unit, words[back].Start, words[i].End, words[i].Sentence);
        }

        if (notice.CjkLetters > 0) { FindCjk(notice, found); }

        return found;
    }

    private static void FindCjk(NoticeText notice, List<ClockFinding> found)
    {
        var glyphs = notice.Glyphs;
        var looked = 0;
        for (var i = 1; i < glyphs.Count && looked < MostTerms; i++)
        {
            if (!UnitStarts.Contains(glyphs[i].Letter)) { continue; }

            foreach (var (unit, kind, factor) in CjkUnits)
            {
                if (!IsAt(glyphs, i, unit)) { continue; }

                var (amount, start) = AmountBefore(glyphs, i);
                if (amount > 0)
                {
                    looked++;
                    Add(notice, found, amount * factor, kind, glyphs[start].At, glyphs[i + unit.Length - 1].At + 1, glyphs[i].Sentence);
                }

                break;
            }
        }
    }

    private static bool IsAt(IReadOnlyList<Glyph> glyphs, int at, string unit)
    {
        if (at + unit.Length > glyphs.Count) { return false; }

        for (var k = 0; k < unit.Length; k++)
        {
            if (glyphs[at + k].Letter != unit[k]) { return false; }
        }

        return true;
    }

    private static (int Amount, int Start) AmountBefore(IReadOnlyList<Glyph> glyphs, int unit)
    {
        var start = unit;
        while (start > 0 && unit - start < 4 && char.IsAsciiDigit(glyphs[start - 1].Letter)) { start--; }

        if (start < unit)
        {
            var value = 0;
            for (var k = start; k < unit; k++) { value = (value * 10) + (glyphs[k].Letter - '0'); }

            return start > 0 && glyphs[start - 1].Letter is '月' or '.' or '/' or '第' ? (0, start) : (value, start);
        }

        while (start > 0 && unit - start < 5 && "一二三四五六七八九十百两".Contains(glyphs[start - 1].Letter)) { start--; }

        return start < unit && !(start > 0 && glyphs[start - 1].Letter is '月' or '第' or '每') ? (HanNumber(glyphs, start, unit), start) : (0, start);
    }

    private static int HanNumber(IReadOnlyList<Glyph> glyphs, int start, int end)
    {
        var (total, digit) = (0, 0);
        for (var k = start; k < end; k++)
        {
            var letter = glyphs[k].Letter;
            if (letter is '十' or '百')
            {
                total += Math.Max(1, digit) * (letter == '十' ? 10 : 100);
                digit = 0;
            }
            else { digit = letter == '两' ? 2 : "一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal) + 1; }
        }

        return total + digit;
    }

    private static int? Amount(string word)
    {
        if (word.Length <= 3 && int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0) { return number; }

        return Spelled.TryGetValue(word, out var spelled) ? spelled : null;
    }

    private static void Add(NoticeText notice, List<ClockFinding> found, int amount, string unit, int start, int end, int sentence)
    {
        var purpose = ClockPurpose.Of(notice, sentence, start, end);
        if (found.Exists(f => f.Amount == amount && f.Unit == unit && f.Purpose == purpose)) { return; }

        var (at, length) = notice.Clean.Original(start, end);
        found.Add(new ClockFinding($"notice.{found.Count + 1}", purpose, unit, amount, "notice", ClockPurpose.Text(purpose, amount, unit), at, length));
    }
}
