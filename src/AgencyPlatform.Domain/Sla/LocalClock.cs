using NodaTime;
using NodaTime.TimeZones;

namespace AgencyPlatform.Domain.Sla;

/// <summary>Where a local time of a date lies on the time line, on days with a clock change too.</summary>
internal static class LocalClock
{
    // A local time that the clock skips is the first instant after the gap; one that comes twice is the one its caller names.
    private static readonly ZoneLocalMappingResolver First = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Last = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    public static DateTimeZone? Zone(string timeZone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone);

    public static LocalDate DateAt(DateTimeZone zone, DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(zone).Date;

    /// <param name="seconds">Seconds of the local day; 86400 and more lie on the days after.</param>
    public static DateTimeOffset Start(DateTimeZone zone, LocalDate date, int seconds) => At(zone, date, seconds, First);

    /// <param name="seconds">Seconds of the local day; 86400 and more lie on the days after.</param>
    public static DateTimeOffset End(DateTimeZone zone, LocalDate date, int seconds) => At(zone, date, seconds, Last);

    private static DateTimeOffset At(DateTimeZone zone, LocalDate date, int seconds, ZoneLocalMappingResolver resolver) =>
        date.AtMidnight().PlusSeconds(seconds).InZone(zone, resolver).ToInstant().ToDateTimeOffset();
}
