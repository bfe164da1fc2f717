using NodaTime;

namespace AgencyPlatform.Domain.Sla;

/// <summary>What made a date what it is.</summary>
internal enum DayCause { Week, Holiday, MakeUp, Override }

/// <summary>The windows that count on one date, and why.</summary>
internal readonly record struct CalendarDay(IReadOnlyList<Window> Windows, DayCause Cause, string? Name = null, LocalText? Title = null);

/// <summary>Answers what counts on a date: its override, else the first holiday set that knows it, else the week in force.</summary>
internal sealed class CalendarDays
{
    private readonly Dictionary<LocalDate, DayOverride> overrides = [];
    private readonly Dictionary<LocalDate, HolidayDay> holidays = [];
    private readonly LaterWeek[] laterWeeks;
    private readonly WeekPlan firstWeek;

    public CalendarDays(BusinessCalendar calendar, IReadOnlyList<HolidaySet> sets, DateTimeZone zone)
    {
        Zone = zone;
        firstWeek = calendar.Week;
        laterWeeks = [.. calendar.LaterWeeks.OrderByDescending(w => w.From)];
        foreach (var day in calendar.Overrides) { overrides[LocalDate.FromDateOnly(day.Date)] = day; }
        foreach (var id in calendar.HolidaySets)
        {
            foreach (var day in sets.FirstOrDefault(s => s.Id == id)?.Days ?? []) { holidays.TryAdd(LocalDate.FromDateOnly(day.Date), day); }
        }
    }

    public DateTimeZone Zone { get; }

    public CalendarDay On(LocalDate date)
    {
        if (overrides.TryGetValue(date, out var day)) { return new CalendarDay(day.Windows, DayCause.Override, day.Name); }
        var week = WeekOn(date);
        if (!holidays.TryGetValue(date, out var holiday)) { return new CalendarDay(UsualWindows(week, date), DayCause.Week); }
        return holiday.WorksLike is { } like
            ? new CalendarDay(week.On(like), DayCause.MakeUp, holiday.Name.En, holiday.Name)
            : new CalendarDay([], DayCause.Holiday, holiday.Name.En, holiday.Name);
    }

    /// <summary>Whether people would work on the date if it were like any other.</summary>
    public bool IsOpenByWeek(LocalDate date) => UsualWindows(WeekOn(date), date).Count > 0;

    /// <summary>Adds the spans of the windows that start on a date, in UTC seconds. What a clock change leaves nothing of is left out.</summary>
    public void AddSpans(LocalDate date, List<(long From, long To)> spans)
    {
        foreach (var window in On(date).Windows)
        {
            var from = Resolve(date, window.From, isEnd: false);
            var to = Resolve(window.CrossesMidnight ? date.PlusDays(1) : date, window.To, isEnd: true);
            if (to > from) { spans.Add((from, to)); }
        }
    }

    private static IReadOnlyList<Window> UsualWindows(WeekPlan week, LocalDate date) => week.On((DayOfWeek)((int)date.DayOfWeek % 7));

    private WeekPlan WeekOn(LocalDate date)
    {
        foreach (var later in laterWeeks)
        {
            if (LocalDate.FromDateOnly(later.From) <= date) { return later.Week; }
        }
        return firstWeek;
    }

    /// <summary>A skipped local time is the first instant after the gap; of a repeated one a window takes all: the earlier start, the later end.</summary>
    private long Resolve(LocalDate date, int secondOfDay, bool isEnd)
    {
        var mapping = Zone.MapLocal(date.AtMidnight().PlusSeconds(secondOfDay));
        var instant = mapping.Count switch
        {
            0 => mapping.LateInterval.Start,
            1 => mapping.First().ToInstant(),
            _ when isEnd => mapping.Last().ToInstant(),
            _ => mapping.First().ToInstant(),
        };
        return instant.ToUnixTimeSeconds();
    }
}
