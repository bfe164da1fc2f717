using System.Globalization;
using System.Text.Json.Nodes;

namespace AgencyPlatform.Data.Sla;

/// <summary>Single values as people write them in a plan's files.</summary>
internal static class PlanScalars
{
    /// <summary>Hours of a day, such as <c>09:00-17:30</c>; <c>24:00</c> is midnight at its end.</summary>
    public static JsonObject? Hours(string text) =>
        text.Split('-') is [var from, var to] && SecondOfDay(from) is { } start && SecondOfDay(to) is { } end
            ? new JsonObject { ["from"] = start, ["to"] = end }
            : null;

    /// <summary>A length: seconds, or a whole number of <c>s</c>, <c>m</c> or <c>h</c>. No days: a day of work has not 24 hours.</summary>
    public static JsonValue? Seconds(string text)
    {
        var unit = text is [.., 's' or 'm' or 'h'] ? text[^1] : ' ';
        var factor = unit switch { 'h' => 3_600, 'm' => 60, _ => 1 };
        return long.TryParse(unit == ' ' ? text : text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= int.MaxValue
            ? JsonValue.Create(number * factor)
            : null;
    }

    /// <summary>An RFC 3339 instant with its offset.</summary>
    public static JsonValue? Instant(string text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            ? JsonValue.Create(instant.ToUniversalTime())
            : null;

    private static int? SecondOfDay(string text) =>
        text.Trim().Split(':') is [{ Length: 2 } hour, { Length: 2 } minute]
        && int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var h) && int.TryParse(minute, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && m < 60 && (h < 24 || (h == 24 && m == 0))
            ? h * 3_600 + m * 60
            : null;
}
