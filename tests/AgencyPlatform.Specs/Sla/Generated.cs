using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using CsCheck;
using NodaTime;

namespace AgencyPlatform.Specs.Sla;

/// <summary>Where a property looks: two instants in the same year and a budget.</summary>
internal readonly record struct Probe(DateTimeOffset From, DateTimeOffset To, long Seconds);

/// <summary>A random calendar, made ready, with the instants at which a property is tried on it.</summary>
internal sealed record Sampled(BusinessCalendar Calendar, WorkingTime Time, Probe[] Probes)
{
    public override string ToString() => $"{System.Text.Json.JsonSerializer.Serialize(Calendar)} {string.Join("; ", Probes)}";
}

/// <summary>Random calendars: up to three windows a day, some overlapping or crossing midnight, empty days, overrides, holidays and weeks that change, in zones with strange clocks.</summary>
internal static class Generated
{
    private const int Day = Window.Day;

    public static readonly string[] Zones =
    [
        "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "Asia/Tehran", "Asia/Kathmandu", "America/St_Johns",
        "America/Los_Angeles", "Europe/Berlin", "Asia/Shanghai", "Pacific/Chatham", "Pacific/Kiritimati", "UTC",
    ];

    public static readonly Gen<string> Zone = Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]);

    public static readonly Gen<Window> AnyWindow = Gen.OneOf(
        Gen.Select(Gen.Int[0, 23], Gen.Int[0, 24], (from, to) => new Window(from * 3_600, to * 3_600)),
        Gen.Select(Gen.Int[0, Day - 1], Gen.Int[0, Day], (from, to) => new Window(from, to)),
        Gen.Select(Gen.Int[0, 3 * 3_600], Gen.Int[1, 4 * 3_600], (from, length) => new Window(from, from + length)));

    private static readonly Gen<Window[]> AnyDay = Gen.Frequency((2, Gen.Const(Array.Empty<Window>())), (5, AnyWindow.Array[1, 3]));

    private static readonly Gen<WeekPlan> AnyWeek = AnyDay.Array[7].Select(days => new WeekPlan
    {
        Monday = days[0],
        Tuesday = days[1],
        Wednesday = days[2],
        Thursday = days[3],
        Friday = days[4],
        Saturday = days[5],
        Sunday = days[6],
    });

    public static readonly Gen<int> Year = Gen.Int[2020, 2037];

    public static Gen<BusinessCalendar> Calendar(int year) => Gen.Select(
        Zone, AnyWeek, Gen.Select(DateIn(year), AnyDay, (date, windows) => new DayOverride(date, windows)).Array[0, 8], Gen.Select(DateIn(year), AnyWeek).Array[0, 1], Gen.Bool,
        (zone, week, overrides, later, hasHolidays) => new BusinessCalendar
        {
            Id = "random",
            Name = "random",
            TimeZone = zone,
            Week = week,
            Overrides = overrides,
            LaterWeeks = [.. later.Select(l => new LaterWeek(l.Item1, l.Item2))],
            HolidaySets = hasHolidays ? ["random"] : [],
        });

    /// <summary>Every ninth date from some day on is a holiday, every 27th a make-up day.</summary>
    public static HolidaySet Holidays(int year) => new()
    {
        Id = "random",
        Name = new LocalText("Random", "随机"),
        Source = "made up",
        Days =
        [
            .. Enumerable.Range(0, 40).Select(i => new HolidayDay(
                new DateOnly(year, 1, 3).AddDays(i * 9), new LocalText("Holiday", "假日"), i % 3 == 0 ? DayOfWeek.Wednesday : null)),
        ],
    };

    /// <summary>Instants of a year; half of them near a clock change of the zone.</summary>
    public static Gen<DateTimeOffset> Instant(int year, string zone)
    {
        var changes = ChangesIn(year, zone);
        var any = Gen.Long[Start(year), Start(year + 1) - 1];
        var near = changes.Length == 0 ? any : Gen.Select(Gen.Int[0, changes.Length - 1].Select(i => changes[i]), Gen.OneOf(Gen.Long[-4 * 3_600, 4 * 3_600], Gen.Long[-2 * Day, 2 * Day]), (change, offset) => change + offset);
        return Gen.OneOf(any, near).Select(DateTimeOffset.FromUnixTimeSeconds);
    }

    public static Gen<Sampled> With(int probes) =>
        from year in Year
        from calendar in Calendar(year)
        from tried in AnyProbe(year, calendar.TimeZone).Array[probes]
        select new Sampled(calendar, WorkingTime.Of(calendar, [Holidays(year)]), tried);

    private static Gen<Probe> AnyProbe(int year, string zone) => Gen.Select(
        Instant(year, zone), Gen.OneOf(Gen.Long[0, 3 * Day], Gen.Long[0, 40 * Day]), Gen.OneOf(Gen.Long[0, 40 * 3_600], Gen.Long[0, 400 * 3_600]),
        (from, length, seconds) => new Probe(from, from.AddSeconds(length), seconds));

    private static Gen<DateOnly> DateIn(int year) => Gen.Int[0, 364].Select(day => new DateOnly(year, 1, 1).AddDays(day));

    private static long[] ChangesIn(int year, string zone) =>
    [
        .. DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(NodaTime.Instant.FromUnixTimeSeconds(Start(year)), NodaTime.Instant.FromUnixTimeSeconds(Start(year + 1)))
            .Where(i => i.HasStart && i.Start.ToUnixTimeSeconds() >= Start(year)).Select(i => i.Start.ToUnixTimeSeconds()),
    ];

    private static long Start(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
}
