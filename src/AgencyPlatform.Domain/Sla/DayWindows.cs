namespace AgencyPlatform.Domain.Sla;

/// <summary>Which windows count on a date: its override, else the first holiday set that knows it, else the week in force.</summary>
internal sealed class DayWindows
{
    private readonly BusinessCalendar calendar;
    private readonly LaterWeek[] later;
    private readonly Dictionary<DateOnly, DayOverride> overrides = [];
    private readonly Dictionary<DateOnly, HolidayDay> holidays = [];

    public DayWindows(BusinessCalendar calendar, IReadOnlyList<HolidaySet> sets)
    {
        this.calendar = calendar;
        later = [.. calendar.LaterWeeks.OrderBy(w => w.From)];
        foreach (var day in calendar.Overrides) { overrides[day.Date] = day; }
        foreach (var day in sets.SelectMany(s => s.Days)) { holidays.TryAdd(day.Date, day); }
    }

    public string TimeZone => calendar.TimeZone;

    public IReadOnlyList<Window> On(DateOnly date)
    {
        if (overrides.TryGetValue(date, out var special)) { return special.Windows; }
        if (!holidays.TryGetValue(date, out var holiday)) { return WeekOf(date).On(date.DayOfWeek); }
        return holiday.WorksLike is { } like ? WeekOf(date).On(like) : [];
    }

    /// <summary>What makes a date differ from its week: the name, and whether it is worked.</summary>
    public (string? Name, bool IsWorked)? Exception(DateOnly date)
    {
        if (overrides.TryGetValue(date, out var special)) { return (special.Name, special.Windows.Count > 0); }
        return holidays.TryGetValue(date, out var holiday) ? (holiday.Name.En, holiday.WorksLike is not null) : null;
    }

    private WeekPlan WeekOf(DateOnly date)
    {
        for (var i = later.Length - 1; i >= 0; i--)
        {
            if (later[i].From <= date) { return later[i].Week; }
        }

        return calendar.Week;
    }
}
