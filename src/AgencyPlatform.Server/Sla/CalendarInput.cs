using System.Globalization;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Problems;
using NodaTime;

namespace AgencyPlatform.Server.Sla;

/// <summary>Reads a calendar as a program sends it; what cannot be read is said to the input, field by field.</summary>
internal sealed class CalendarInput(Input input)
{
    private const int WindowsPerDay = 24;
    private const int OverrideLimit = 1_000;

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public BusinessCalendar Read(CalendarBody? body)
    {
        var zone = Zone(body?.TimeZone);
        var week = Week(body?.Week);
        return new BusinessCalendar
        {
            Id = "preview",
            Name = "preview",
            TimeZone = zone,
            Week = new WeekPlan { Monday = week[0], Tuesday = week[1], Wednesday = week[2], Thursday = week[3], Friday = week[4], Saturday = week[5], Sunday = week[6] },
            Overrides = Overrides(body?.Overrides ?? []),
        };
    }

    private string Zone(string? id)
    {
        var isZone = id is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;
        input.Check(isZone, "calendar.timeZone", "sla.time-zone");
        return isZone ? id! : "UTC";
    }

    private IReadOnlyList<Window>[] Week(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string?>?>?>? body)
    {
        var days = new IReadOnlyList<Window>[7];
        Array.Fill(days, []);
        foreach (var (name, windows) in body ?? new Dictionary<string, IReadOnlyList<IReadOnlyList<string?>?>?>())
        {
            var field = $"calendar.week.{(name.Length <= 20 ? name : name[..20])}";
            var day = Array.IndexOf(Weekdays, name);
            input.Check(day >= 0, field, "sla.weekday");
            if (day >= 0) { days[day] = Windows(field, windows ?? []); }
        }
        if (!input.IsFine) { return days; }

        // A night may run into the windows of the next weekday, and Sunday's into Monday's.
        for (var day = 0; day < 7; day++)
        {
            var (field, next) = ($"calendar.week.{Weekdays[day]}", (day + 1) % 7);
            Disjoint(field, [.. days[day].Select(w => (Span(w), $"{Weekdays[day]} {Said(w)}")), .. days[next].Select(w => (Later(Span(w)), $"{Weekdays[next]} {Said(w)}"))], days[day].Count);
        }
        return days;
    }

    private List<DayOverride> Overrides(IReadOnlyList<OverrideBody?> bodies)
    {
        input.Check(bodies.Count <= OverrideLimit, "calendar.overrides", "field.too-many", ("limit", OverrideLimit));
        Dictionary<DateOnly, DayOverride> days = [];
        foreach (var (index, body) in bodies.Take(OverrideLimit).Index())
        {
            var field = $"calendar.overrides[{index}]";
            if (!DateOnly.TryParseExact(body?.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                input.Check(false, field + ".date", "sla.date");
                continue;
            }
            var windows = Windows(field + ".windows", body!.Windows ?? []);
            Disjoint(field + ".windows", [.. windows.Select(w => (Span(w), Said(w)))], windows.Count);
            input.Limited(field + ".name", body.Name, 200)
                .Check(days.TryAdd(date, new DayOverride(date, windows, body.Name)), field + ".date", "sla.date-twice", ("date", date.ToString("O", CultureInfo.InvariantCulture)));
        }
        return [.. days.Values];
    }

    private List<Window> Windows(string field, IReadOnlyList<IReadOnlyList<string?>?> bodies)
    {
        input.Check(bodies.Count <= WindowsPerDay, field, "field.too-many", ("limit", WindowsPerDay));
        List<Window> windows = [];
        foreach (var (index, body) in bodies.Take(WindowsPerDay).Index())
        {
            if (body is [{ } from, { } to] && Second(from) is { } start and < Window.Day && Second(to) is { } end) { windows.Add(new Window(start, end)); }
            else { input.Check(false, $"{field}[{index}]", "sla.window"); }
        }
        return windows;
    }

    /// <summary>Names each pair that overlaps, where the first of it is among the first windows.</summary>
    private void Disjoint(string field, IReadOnlyList<((int From, int To) Span, string Said)> windows, int firsts)
    {
        for (var i = 0; i < firsts; i++)
        {
            for (var j = i + 1; j < windows.Count; j++)
            {
                var (a, b) = (windows[i], windows[j]);
                input.Check(a.Span.To <= b.Span.From || b.Span.To <= a.Span.From, field, "sla.windows-overlap", ("first", a.Said), ("second", b.Said));
            }
        }
    }

    private static (int From, int To) Span(Window window) => (window.From, window.CrossesMidnight ? window.To + Window.Day : window.To);

    private static (int From, int To) Later((int From, int To) span) => (span.From + Window.Day, span.To + Window.Day);

    private static int? Second(string text) =>
        text == "24:00" ? Window.Day
        : TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (int)time.ToTimeSpan().TotalSeconds
        : null;

    private static string Said(Window window) => $"{Said(window.From)}–{Said(window.To)}";

    private static string Said(int second) => second % 60 == 0 ? $"{second / 3_600:00}:{second / 60 % 60:00}" : $"{second / 3_600:00}:{second / 60 % 60:00}:{second % 60:00}";
}
