using System.Text.RegularExpressions;

namespace AgencyPlatform.Server.Sla;

/// <summary>What the makers of holiday feeds say about a day beside its date.</summary>
internal static partial class HolidayMarks
{
    /// <summary>A working day in exchange for a day off: 班, 补班, workday, or Apple's mark for it.</summary>
    public static bool IsMakeUp(string summary, string? special) => special == "ALTERNATE-WORKDAY" || MakeUp().IsMatch(summary);

    /// <summary>A day off that its feed marks as one: 休, or Apple's mark for it.</summary>
    public static bool IsDayOff(string summary, string? special) => special == "WORK-HOLIDAY" || DayOff().IsMatch(summary);

    /// <summary>Google's feeds tell in the description which days nobody has off.</summary>
    public static bool IsObservance(string? description) => description is not null && Observance().IsMatch(description);

    public static bool IsRegional(string? description) => description is not null && Regional().IsMatch(description);

    /// <summary>The name without the mark.</summary>
    public static string Name(string summary) => Brackets().Replace(summary, "").Trim();

    [GeneratedRegex(@"[（(]\s*班\s*[)）]|补班|補班|调休上班|調休上班|(?<!non[- ]?)\bwork(?:ing )?day\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MakeUp();

    [GeneratedRegex(@"[（(]\s*休\s*[)）]|放假", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayOff();

    [GeneratedRegex(@"^\s*(?:Observance|纪念日|紀念日|Gedenktag|Feier(?:lichkeit)?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Observance();

    [GeneratedRegex(@"^\s*(?:Public holiday in|Local holiday|Regional holiday|Gesetzlicher Feiertag in)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Regional();

    [GeneratedRegex(@"\s*[（(]\s*[休班]\s*[)）]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();
}
