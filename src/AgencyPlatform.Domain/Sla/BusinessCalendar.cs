namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// When people work: local windows per weekday in one IANA zone, with the exceptions. What counts on a date is its override,
/// else the first holiday set that knows the date, else the week in force on it.
/// </summary>
public sealed record BusinessCalendar
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>IANA zone in which windows are read.</summary>
    public required string TimeZone { get; init; }

    public required WeekPlan Week { get; init; }

    /// <summary>Weeks that replace <see cref="Week"/> from a date on; the latest one not after a date counts.</summary>
    public IReadOnlyList<LaterWeek> LaterWeeks { get; init; } = [];

    public IReadOnlyList<DayOverride> Overrides { get; init; } = [];

    /// <summary>Ids of holiday sets of the same plan, most important first.</summary>
    public IReadOnlyList<string> HolidaySets { get; init; } = [];
}

/// <summary>Part of a local day in seconds since its midnight, <c>[From, To)</c>. An end at or before its start lies on the next day; 86400 is <c>24:00</c>.</summary>
public sealed record Window(int From, int To)
{
    public const int Day = 86_400;

    public bool CrossesMidnight => To <= From;
}

/// <summary>The windows of each weekday; a weekday without windows is closed.</summary>
public sealed record WeekPlan
{
    public IReadOnlyList<Window> Monday { get; init; } = [];
    public IReadOnlyList<Window> Tuesday { get; init; } = [];
    public IReadOnlyList<Window> Wednesday { get; init; } = [];
    public IReadOnlyList<Window> Thursday { get; init; } = [];
    public IReadOnlyList<Window> Friday { get; init; } = [];
    public IReadOnlyList<Window> Saturday { get; init; } = [];
    public IReadOnlyList<Window> Sunday { get; init; } = [];

    public IReadOnlyList<Window> On(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Monday,
        DayOfWeek.Tuesday => Tuesday,
        DayOfWeek.Wednesday => Wednesday,
        DayOfWeek.Thursday => Thursday,
        DayOfWeek.Friday => Friday,
        DayOfWeek.Saturday => Saturday,
        _ => Sunday,
    };
}

/// <summary>The week that counts from a date on.</summary>
public sealed record LaterWeek(DateOnly From, WeekPlan Week);

/// <summary>One date as it is, whatever week and holidays say; no windows means closed.</summary>
public sealed record DayOverride(DateOnly Date, IReadOnlyList<Window> Windows, string? Name = null);

/// <summary>Public holidays and make-up working days of a country or firm, shared by calendars.</summary>
public sealed record HolidaySet
{
    public required string Id { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>Where the days were published, for people to check.</summary>
    public required string Source { get; init; }

    public IReadOnlyList<HolidayDay> Days { get; init; } = [];
}

/// <param name="WorksLike">The weekday whose windows apply on a make-up working day; null where the date is closed.</param>
public sealed record HolidayDay(DateOnly Date, LocalText Name, DayOfWeek? WorksLike = null);
