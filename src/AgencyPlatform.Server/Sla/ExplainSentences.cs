using System.Globalization;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Language;
using AgencyPlatform.Server.Problems;
using NodaTime;

namespace AgencyPlatform.Server.Sla;

/// <summary>Says the lines of an explanation in the reader's language, with the wall clock of the zone that was counted in.</summary>
internal static class ExplainSentences
{
    public static ExplainModel Render(ExplainLine line, DateTimeZone zone)
    {
        var name = line.Title?.In(ReaderLanguages.Current) ?? line.Name;
        return new ExplainModel(line.Code, line.From, line.To, line.Seconds, name, Text(line, name, zone));
    }

    /// <summary>Hours, minutes and seconds, such as <c>7 h 30 min</c>.</summary>
    public static string Duration(long seconds)
    {
        var size = Math.Abs(seconds);
        (string Key, long Number)[] parts = [("sla.hours", size / 3_600), ("sla.minutes", size / 60 % 60), ("sla.seconds", size % 60)];
        var said = parts.Where(p => p.Number > 0).DefaultIfEmpty(parts[1]).Select(p => Refused.Say(p.Key, ("number", p.Number)));
        return (seconds < 0 ? "−" : "") + string.Join(' ', said);
    }

    // A part of a sentence whose gap is empty falls away.
    private static string Text(ExplainLine line, string? name, DateTimeZone zone) => Refused.Say(
        $"explain.{line.Code}",
        ("from", AreDates(line) ? Date(line.From, zone) : Moment(line.From, zone)),
        ("to", line.To is { } to ? End(line, to, zone) : ""),
        ("time", line.Seconds is { } seconds ? Duration(seconds) : ""),
        ("name", name ?? ""));

    private static bool AreDates(ExplainLine line) => line.Code is ExplainCodes.Holiday or ExplainCodes.Closed or ExplainCodes.Days;

    private static string End(ExplainLine line, DateTimeOffset to, DateTimeZone zone) => line switch
    {
        // Days end with the midnight after them.
        _ when AreDates(line) => Date(to.AddSeconds(-1), zone),
        _ when Date(line.From, zone) == Date(to, zone) => Say(to, zone, TimeOf(to)),
        _ => Moment(to, zone),
    };

    private static string Date(DateTimeOffset at, DateTimeZone zone) => Say(at, zone, "ddd yyyy-MM-dd");

    private static string Moment(DateTimeOffset at, DateTimeZone zone) => Say(at, zone, $"ddd yyyy-MM-dd {TimeOf(at)}");

    private static string TimeOf(DateTimeOffset at) => at.Second == 0 ? "HH:mm" : "HH:mm:ss";

    private static string Say(DateTimeOffset at, DateTimeZone zone, string format) =>
        Instant.FromDateTimeOffset(at).InZone(zone).ToDateTimeUnspecified().ToString(format, CultureInfo.CurrentCulture);
}
