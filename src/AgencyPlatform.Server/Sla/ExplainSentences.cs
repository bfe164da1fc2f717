using System.Globalization;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Language;
using AgencyPlatform.Server.Problems;
using NodaTime;
using NodaTime.Text;

namespace AgencyPlatform.Server.Sla;

/// <summary>Lines of an explanation as sentences in the reader's language, with wall time of one zone.</summary>
internal static class ExplainSentences
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDateTimePattern ToTheSecond = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <param name="zone">IANA zone; one that is unknown is read as UTC.</param>
    public static ExplainItem Item(ExplainLineView line, string zone)
    {
        var there = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
        return new ExplainItem(line.Code, line.From, line.To, line.Seconds, line.Name, Sentence(line, there));
    }

    /// <summary>A span in hours and minutes, such as "7 h 30 min"; negative ones carry a minus.</summary>
    public static string Span(long seconds)
    {
        var all = Math.Abs(seconds);
        var (hours, minutes, rest) = (all / 3_600, all / 60 % 60, all % 60);
        List<string> parts = [];
        if (hours > 0) { parts.Add(Refused.Say("span.hours", ("amount", hours))); }
        if (minutes > 0) { parts.Add(Refused.Say("span.minutes", ("amount", minutes))); }
        if (rest > 0 || parts.Count == 0) { parts.Add(Refused.Say("span.seconds", ("amount", rest))); }
        return (seconds < 0 ? "−" : "") + string.Join(' ', parts);
    }

    private static string Sentence(ExplainLineView line, DateTimeZone zone)
    {
        var name = Name(line);
        (string, object)[] facts =
        [
            ("from", Wall(line.From, zone)), ("to", line.To is { } to ? Wall(to, zone) : ""), ("zone", zone.Id),
            ("day", Day(line.From, zone)), ("lastDay", line.To is { } after ? Day(after.AddSeconds(-1), zone) : ""),
            ("start", Hour(line.From, zone)), ("end", line.To is { } end ? Hour(end, zone) : ""),
            ("span", line.Seconds is { } seconds ? Span(seconds) : ""), ("name", name ?? ""),
        ];
        var lasts = line is { To: { } last, Code: ExplainCodes.Holiday or ExplainCodes.Closed } && Day(last.AddSeconds(-1), zone) != Day(line.From, zone);
        return Refused.Say(lasts ? $"explain.{line.Code}:days" : $"explain.{line.Code}", facts);
    }

    /// <summary>Names that are codes become words; names that people gave stay.</summary>
    private static string? Name(ExplainLineView line) => line switch
    {
        { Name: null or "" } => null,
        { Code: ExplainCodes.Paused or ExplainCodes.Resumed } => Word("pause", line.Name),
        { Code: ExplainCodes.Retargeted } => Word("change", line.Name),
        { Code: ExplainCodes.Cancelled } => Word("end", line.Name),
        { Code: ExplainCodes.Breached } => Word("breach", line.Name),
        { Code: ExplainCodes.Fixed } => Word("given", line.Name),
        _ => ReaderLanguages.Current == ReaderLanguages.Chinese ? line.NameZh ?? line.Name : line.Name,
    };

    private static string Word(string list, string code)
    {
        var key = $"explain-{list}.{code}";
        return Refused.Say(key) is var word && word != key ? word : code;
    }

    private static LocalDateTime Local(DateTimeOffset at, DateTimeZone zone) => Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;

    private static string Wall(DateTimeOffset at, DateTimeZone zone) => Local(at, zone) is var local && local.Second == 0 ? ToTheMinute.Format(local) : ToTheSecond.Format(local);

    private static string Hour(DateTimeOffset at, DateTimeZone zone) => Wall(at, zone)[11..];

    private static string Day(DateTimeOffset at, DateTimeZone zone)
    {
        var local = Local(at, zone);
        return $"{Wall(at, zone)[..10]} ({CultureInfo.CurrentUICulture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)((int)local.DayOfWeek % 7))})";
    }
}
