namespace AgencyPlatform.Domain.Sla;

/// <summary>What a calendar says about a date, without regard to clock changes.</summary>
internal static class OpenHours
{
    public static WeekPlan WeekOn(BusinessCalendar calendar, DateOnly date) =>
        calendar.LaterWeeks.Where(w => w.From <= date).MaxBy(w => w.From)?.Week ?? calendar.Week;

    /// <summary>Seconds that a calendar is open in so many days, by its nominal windows; one without a first date counts plain weeks.</summary>
    public static long OpenSeconds(BusinessCalendar calendar, IReadOnlyDictionary<string, HolidaySet> sets, DateOnly? from, int days)
    {
        if (from is not { } first) { return Enumerable.Range(0, 7).Sum(d => Seconds(calendar.Week.On((DayOfWeek)d))) * (days / 7); }

        var overrides = calendar.Overrides.GroupBy(o => o.Date).ToDictionary(g => g.Key, g => g.First().Windows);
        var holidays = new Dictionary<DateOnly, HolidayDay>();
        foreach (var day in calendar.HolidaySets.Where(sets.ContainsKey).SelectMany(id => sets[id].Days)) { holidays.TryAdd(day.Date, day); }

        long open = 0;
        for (var i = 0; i < days && first <= DateOnly.MaxValue.AddDays(-i); i++)
        {
            var date = first.AddDays(i);
            if (overrides.TryGetValue(date, out var windows)) { open += Seconds(windows); }
            else if (!holidays.TryGetValue(date, out var holiday)) { open += Seconds(WeekOn(calendar, date).On(date.DayOfWeek)); }
            else if (holiday.WorksLike is { } like) { open += Seconds(WeekOn(calendar, date).On(like)); }
        }

        return open;
    }

    private static long Seconds(IReadOnlyList<Window> windows) => windows.Sum(w => (long)w.To - w.From + (w.CrossesMidnight ? Window.Day : 0));
}
