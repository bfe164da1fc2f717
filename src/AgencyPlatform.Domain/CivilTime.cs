using NodaTime;
using NodaTime.TimeZones;

namespace AgencyPlatform.Domain;

/// <summary>Due instants of policy clocks. A civil day ends at the same local time on a later date, which is not 24 hours.</summary>
internal static class CivilTime
{
    public const string Hours = "hours";
    public const string BusinessDays = "business-days";
    public const string Days = "days";

    // A local time that a clock change skips falls to the first instant after the gap.
    private static readonly ZoneLocalMappingResolver AfterGap =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static bool IsZone(string? timeZone) => timeZone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null;

    public static DateTimeOffset Add(DateTimeOffset start, int amount, string unit, string timeZone) =>
        unit == Hours ? start.AddHours(amount) : AddDays(start, amount, unit == BusinessDays, DateTimeZoneProviders.Tzdb[timeZone]);

    private static DateTimeOffset AddDays(DateTimeOffset start, int amount, bool business, DateTimeZone zone)
    {
        var local = Instant.FromDateTimeOffset(start).InZone(zone).LocalDateTime;
        var date = business ? AddBusinessDays(local.Date, amount) : local.Date.PlusDays(amount);
        return date.At(local.TimeOfDay).InZone(zone, AfterGap).ToInstant().ToDateTimeOffset();
    }

    private static LocalDate AddBusinessDays(LocalDate date, int amount)
    {
        for (var left = amount; left > 0;)
        {
            date = date.PlusDays(1);
            if (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)) { left--; }
        }
        return date;
    }

    /// <summary>RFC 3339 in UTC, as facts of refusals carry instants.</summary>
    public static string Rfc3339(this DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
