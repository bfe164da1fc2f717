using System.Globalization;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using NodaTime;

namespace AgencyPlatform.Specs.Sla;

/// <summary>Calendars that the specifications count with, and instants written as people say them.</summary>
internal static class Calendars
{
    public const long Hour = 3_600;
    public const long Minute = 60;

    public const string Shanghai = "Asia/Shanghai";
    public const string LosAngeles = "America/Los_Angeles";
    public const string Berlin = "Europe/Berlin";

    /// <summary>Days off and make-up days as the State Council announced them for 2026.</summary>
    public static readonly HolidaySet ChineseHolidays = new()
    {
        Id = "cn",
        Name = new LocalText("China", "中国"),
        Source = "https://www.gov.cn",
        Days =
        [
            .. Off("2026-01-01", 3, "New Year", "元旦"), .. Off("2026-02-15", 9, "Spring Festival", "春节"), .. Off("2026-04-04", 3, "Qingming", "清明节"),
            .. Off("2026-05-01", 5, "Labour Day", "劳动节"), .. Off("2026-06-19", 3, "Dragon Boat Festival", "端午节"),
            .. Off("2026-09-25", 3, "Mid-Autumn Festival", "中秋节"), .. Off("2026-10-01", 7, "National Day", "国庆节"),
            .. new[] { "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10" }
                .Select(date => new HolidayDay(Day(date), new LocalText("Make-up working day", "调休上班"), DayOfWeek.Monday)),
        ],
    };

    public static readonly BusinessCalendar China = Weekdays(Shanghai, Open(9, 12), new Window(13 * 3600 + 1800, 18 * 3600)) with { HolidaySets = ["cn"] };
    public static readonly BusinessCalendar ChinaWithoutHolidays = China with { HolidaySets = [] };
    public static readonly BusinessCalendar America = Weekdays(LosAngeles, Open(9, 17)) with { Overrides = [Closed("2026-11-26", "Thanksgiving")] };
    public static readonly BusinessCalendar Germany = Weekdays(Berlin, Open(9, 17)) with
    {
        Overrides = [Closed("2026-04-03", "Good Friday"), Closed("2026-04-06", "Easter Monday")],
    };

    public static Window Open(int fromHour, int toHour) => new(fromHour * 3600, toHour * 3600);

    public static DayOverride Closed(string date, string? name = null) => new(Day(date), [], name);

    public static BusinessCalendar Weekdays(string zone, params Window[] windows) => new()
    {
        Id = zone,
        Name = zone,
        TimeZone = zone,
        Week = new WeekPlan { Monday = windows, Tuesday = windows, Wednesday = windows, Thursday = windows, Friday = windows },
    };

    public static BusinessCalendar Daily(string zone, params Window[] windows)
    {
        var calendar = Weekdays(zone, windows);
        return calendar with { Week = calendar.Week with { Saturday = windows, Sunday = windows } };
    }

    public static BusinessCalendar Sundays(string zone, params Window[] windows) => Weekdays(zone) with { Week = new WeekPlan { Sunday = windows } };

    public static WorkingTime Time(this BusinessCalendar calendar, IDateTimeZoneProvider? zones = null) => WorkingTime.Of(calendar, [ChineseHolidays], zones);

    public static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    /// <summary>An instant such as <c>2026-02-14T04:00Z</c>.</summary>
    public static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>A local time such as <c>2026-02-13 17:00</c>; of a repeated one the first.</summary>
    public static DateTimeOffset At(string zone, string local) =>
        LocalDateTime.FromDateTime(DateTime.Parse(local, CultureInfo.InvariantCulture)).InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset().ToUniversalTime();

    private static IEnumerable<HolidayDay> Off(string from, int days, string en, string zh) =>
        Enumerable.Range(0, days).Select(i => new HolidayDay(Day(from).AddDays(i), new LocalText(en, zh)));
}
