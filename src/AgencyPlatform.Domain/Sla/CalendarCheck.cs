using System.Globalization;

namespace AgencyPlatform.Domain.Sla;

/// <summary>Calendars and holiday sets of a plan.</summary>
internal sealed class CalendarCheck(SlaPlan plan, PlanFaults faults)
{
    private const int Week = 7 * Window.Day;

    private static readonly DayOfWeek[] Days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly HashSet<string> sets = [.. plan.HolidaySets.Select(s => s.Id)];

    public void Run()
    {
        HashSet<string> taken = [], takenSets = [];
        for (var i = 0; i < plan.Calendars.Count; i++)
        {
            faults.Id($"calendars[{i}].id", plan.Calendars[i].Id, taken);
            Calendar($"calendars[{i}]", plan.Calendars[i]);
        }

        for (var i = 0; i < plan.HolidaySets.Count; i++)
        {
            faults.Id($"holidaySets[{i}].id", plan.HolidaySets[i].Id, takenSets);
            Set($"holidaySets[{i}]", plan.HolidaySets[i]);
        }

        faults.Known("defaultCalendar", "calendar", plan.DefaultCalendar, taken.Contains(plan.DefaultCalendar));
        if (plan.QuietHours is { } quiet) { Quiet(quiet); }
    }

    private void Calendar(string path, BusinessCalendar calendar)
    {
        // A rule says "client" and means the client's calendar; a calendar of that name could never be meant.
        if (calendar.Id is CalendarSelectors.Agency or CalendarSelectors.Client or CalendarSelectors.Account or CalendarSelectors.Desk)
        {
            faults.Add($"{path}.id", Refusal.Of(RefusalCodes.Plans.IdInvalid, ("id", calendar.Id)));
        }

        faults.Name($"{path}.name", calendar.Name);
        faults.Zone($"{path}.timeZone", calendar.TimeZone);
        for (var i = 0; i < calendar.HolidaySets.Count; i++) { faults.Known($"{path}.holidaySets[{i}]", "holiday-set", calendar.HolidaySets[i], sets.Contains(calendar.HolidaySets[i])); }

        if (!faults.Bounded($"{path}.laterWeeks", calendar.LaterWeeks.Count, PlanLimits.LaterWeeks)
            | !faults.Bounded($"{path}.overrides", calendar.Overrides.Count, PlanLimits.DayOverrides)) { return; }

        Hours($"{path}.week", calendar.Week);
        for (var i = 0; i < calendar.LaterWeeks.Count; i++) { Hours($"{path}.laterWeeks[{i}].week", calendar.LaterWeeks[i].Week); }
        Once(calendar.LaterWeeks.Select((w, i) => ($"{path}.laterWeeks[{i}].from", w.From)));
        Once(calendar.Overrides.Select((o, i) => ($"{path}.overrides[{i}].date", o.Date)));
        Overrides(path, calendar);
    }

    private void Set(string path, HolidaySet set)
    {
        faults.Name($"{path}.name", set.Name.En);
        faults.Name($"{path}.name", set.Name.Zh);
        if (faults.Bounded($"{path}.days", set.Days.Count, PlanLimits.HolidayDays)) { Once(set.Days.Select((d, i) => ($"{path}.days[{i}].date", d.Date))); }
    }

    private void Once(IEnumerable<(string Path, DateOnly Date)> dates)
    {
        var seen = new HashSet<DateOnly>();
        foreach (var (path, date) in dates.Where(d => !seen.Add(d.Date))) { faults.Add(path, Refusal.Of(RefusalCodes.Plans.DateTwice, ("date", Text(date)))); }
    }

    /// <summary>The weekly hours; the night from Sunday to Monday is compared with Monday like every other.</summary>
    private void Hours(string path, WeekPlan week)
    {
        var isSound = true;
        foreach (var day in Days) { isSound &= Sound(PathOf(path, day), week.On(day)); }
        if (!isSound) { return; }

        var spans = Days.SelectMany((day, i) => week.On(day).Select(w => Span.Of(w, PathOf(path, day), Name(day), i * Window.Day))).ToList();
        Overlaps([.. spans, .. spans.Select(s => s with { From = s.From + Week, To = s.To + Week })], s => s.From < Week);
    }

    /// <summary>An override is compared with the nights before and after it as they will be, be they overrides too.</summary>
    private void Overrides(string path, BusinessCalendar calendar)
    {
        var byDate = calendar.Overrides.Select((o, i) => (o, i)).GroupBy(o => o.o.Date).ToDictionary(g => g.Key, g => g.First());
        for (var i = 0; i < calendar.Overrides.Count; i++)
        {
            var (date, own) = (calendar.Overrides[i].Date, $"{path}.overrides[{i}]");
            if (!Sound(own, calendar.Overrides[i].Windows)) { continue; }

            var mine = calendar.Overrides[i].Windows.Select(w => Span.Of(w, own, Text(date), Window.Day)).ToList();
            List<Span> before = date == DateOnly.MinValue ? [] : Neighbours(date.AddDays(-1), 0), after = date == DateOnly.MaxValue ? [] : Neighbours(date.AddDays(1), 2 * Window.Day);
            Overlaps(mine, _ => true);
            foreach (var night in before) { Overlaps([night, .. mine], s => s == night); }
            foreach (var night in mine) { Overlaps([night, .. after], s => s == night); }
        }

        List<Span> Neighbours(DateOnly date, int start)
        {
            // Two overrides on neighbouring dates are compared once, from the earlier one.
            if (byDate.TryGetValue(date, out var other)) { return start == 0 ? [] : [.. other.o.Windows.Select(w => Span.Of(w, $"{path}.overrides[{other.i}]", Text(date), start))]; }
            return [.. OpenHours.WeekOn(calendar, date).On(date.DayOfWeek).Select(w => Span.Of(w, path, Text(date), start))];
        }
    }

    private void Overlaps(IReadOnlyList<Span> spans, Func<Span, bool> isFirst)
    {
        var sorted = spans.OrderBy(s => s.From).ThenBy(s => s.To).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            for (var j = i + 1; isFirst(sorted[i]) && j < sorted.Count && sorted[j].From < sorted[i].To; j++)
            {
                faults.Add(sorted[i].Path, Refusal.Of(RefusalCodes.Plans.WindowsOverlap,
                    ("first", sorted[i].Shown), ("firstDay", sorted[i].Day), ("second", sorted[j].Shown), ("secondDay", sorted[j].Day)));
            }
        }
    }

    private bool Sound(string path, IReadOnlyList<Window> windows)
    {
        var isSound = faults.Bounded(path, windows.Count, PlanLimits.WindowsOfDay);
        foreach (var window in windows.Where(w => !IsSound(w)))
        {
            isSound = false;
            faults.Add(path, Refusal.Of(RefusalCodes.Plans.WindowInvalid, ("from", PlanFaults.Text(window.From)), ("to", PlanFaults.Text(window.To))));
        }

        return isSound;
    }

    private void Quiet(Window window)
    {
        var length = window.To - window.From + (window.CrossesMidnight ? Window.Day : 0);
        // Somebody has to be reachable for part of every day.
        if (!IsSound(window) || length > 16 * 3_600) { faults.Add("quietHours", Refusal.Of(RefusalCodes.Plans.WindowInvalid, ("from", PlanFaults.Text(window.From)), ("to", PlanFaults.Text(window.To)))); }
    }

    private static bool IsSound(Window window) => window is { From: >= 0 and < Window.Day, To: >= 0 and <= Window.Day };

    private static string PathOf(string week, DayOfWeek day) => $"{week}.{Name(day)}";

    private static string Name(DayOfWeek day) => day.ToString().ToLowerInvariant();

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A window laid on a line of days.</summary>
    private sealed record Span(int From, int To, string Path, string Day, string Shown)
    {
        public static Span Of(Window window, string path, string day, int start) =>
            new(start + window.From, start + window.To + (window.CrossesMidnight ? Window.Day : 0), path, day, $"{Clock(window.From)}–{Clock(window.To)}");

        private static string Clock(int seconds) =>
            (seconds % 60 == 0 ? FormattableString.Invariant($"{seconds / 3_600:00}:{seconds / 60 % 60:00}") : FormattableString.Invariant($"{seconds / 3_600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}"));
    }
}
