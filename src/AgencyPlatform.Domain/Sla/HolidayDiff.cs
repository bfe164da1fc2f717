namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// What an import of holidays would change, to be shown before it is kept. A list of holidays speaks for the years it has days
/// in: what it does not name in those years goes, and other years stay as they are.
/// </summary>
public sealed record HolidayDiff
{
    public required IReadOnlyList<HolidayDay> Added { get; init; }
    public required IReadOnlyList<HolidayDay> Removed { get; init; }

    /// <summary>Days that stay holidays under another name, or become or cease to be working days.</summary>
    public required IReadOnlyList<HolidayChange> Changed { get; init; }

    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    public static HolidayDiff Between(HolidaySet? before, IReadOnlyList<HolidayDay> after)
    {
        var old = ByDate(before?.Days ?? []);
        var @new = ByDate(after);
        var years = Years(after);
        return new HolidayDiff
        {
            Added = [.. @new.Values.Where(d => !old.ContainsKey(d.Date))],
            Removed = [.. old.Values.Where(d => years.Contains(d.Date.Year) && !@new.ContainsKey(d.Date))],
            Changed = [.. @new.Values.Where(d => old.TryGetValue(d.Date, out var was) && was != d).Select(d => new HolidayChange(old[d.Date], d))],
        };
    }

    /// <summary>The set with the imported years replaced, days in order of date.</summary>
    public static HolidaySet Merge(HolidaySet before, IReadOnlyList<HolidayDay> after)
    {
        var years = Years(after);
        return before with { Days = [.. before.Days.Where(d => !years.Contains(d.Date.Year)).Concat(ByDate(after).Values).OrderBy(d => d.Date)] };
    }

    private static HashSet<int> Years(IReadOnlyList<HolidayDay> days) => [.. days.Select(d => d.Date.Year)];

    // A date told twice counts as it is told last.
    private static SortedDictionary<DateOnly, HolidayDay> ByDate(IReadOnlyList<HolidayDay> days)
    {
        var byDate = new SortedDictionary<DateOnly, HolidayDay>();
        foreach (var day in days) { byDate[day.Date] = day; }
        return byDate;
    }
}

public sealed record HolidayChange(HolidayDay Before, HolidayDay After);
