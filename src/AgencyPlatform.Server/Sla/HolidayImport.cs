using System.Globalization;
using System.Text;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Calendar = Ical.Net.Calendar;

namespace AgencyPlatform.Server.Sla;

/// <summary>
/// Reads holidays from iCalendar text as countries, Google and Apple publish them. All-day events count, over all their days
/// and in every year asked for; an event marked as make-up work becomes a day with Monday's hours.
/// </summary>
internal static class HolidayImport
{
    /// <summary>Bytes of UTF-8. The feed of a large country over ten years has some 200 kB.</summary>
    public const int LargestText = 2 * 1024 * 1024;
    public const int MostEvents = 5_000;
    public const int MostYears = 20;

    /// <summary>No public holiday lasts longer.</summary>
    public const int LongestSpan = 31;

    // A rule may match at most this often in the years asked for, and may be looked for in vain for so long.
    private const int MostOccurrences = 400;
    private const int MostVainSteps = 400;

    /// <param name="withRegional">Takes days too that the feed says are kept in parts of the country only.</param>
    public static ImportedHolidays Read(string text, int firstYear, int lastYear, bool withRegional = false)
    {
        if (firstYear is < 1970 or > 2200 || lastYear < firstYear || lastYear - firstYear >= MostYears)
        {
            return No(Refusal.Of("holidays.years-invalid", ("limit", Text(MostYears))));
        }

        if (text.Length > LargestText || Encoding.UTF8.GetByteCount(text) > LargestText) { return No(Refusal.Of("holidays.too-large", ("limit", Text(LargestText)))); }

        text = text.TrimStart('\uFEFF');
        var (lines, wrong) = CalendarLines.Read(text);
        if (wrong is { } line) { return Malformed(line); }
        if (lines.Count > MostEvents) { return No(Refusal.Of("holidays.too-large", ("limit", Text(MostEvents)))); }

        try
        {
            // The parser gives events in the order of the text.
            List<CalendarEvent> events = [.. Calendar.Load(text)?.Events.AsEnumerable() ?? []];
            return events.Count == lines.Count ? Days([.. lines.Zip(events)], firstYear, lastYear, withRegional) : Malformed(1);
        }
        catch (Exception fault) when (fault is System.Runtime.Serialization.SerializationException or ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            return Malformed(CulpritOf(text, lines));
        }
    }

    /// <summary>The first event that cannot be read by itself; the first line where all can.</summary>
    private static int CulpritOf(string text, IReadOnlyList<int> lines)
    {
        var all = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var line in lines)
        {
            var end = Array.FindIndex(all, line, l => l.StartsWith("END:VEVENT", StringComparison.OrdinalIgnoreCase));
            var alone = $"BEGIN:VCALENDAR\r\n{string.Join("\r\n", all[(line - 1)..(end + 1)])}\r\nEND:VCALENDAR\r\n";
            try { _ = Calendar.Load(alone); }
            catch (Exception fault) when (fault is System.Runtime.Serialization.SerializationException or ArgumentException or FormatException or OverflowException or InvalidOperationException) { return line; }
        }

        return 1;
    }

    private static ImportedHolidays Days(IReadOnlyList<(int Line, CalendarEvent Event)> events, int firstYear, int lastYear, bool withRegional)
    {
        var days = new SortedDictionary<DateOnly, HolidayDay>();
        var ignored = new List<IgnoredEvent>();
        // A feed that marks its days off marks all of them; the rest are seasons and memorial days.
        var isMarked = events.Any(e => HolidayMarks.IsDayOff(e.Event.Summary ?? "", Special(e.Event)));
        foreach (var (line, @event) in events)
        {
            var summary = (@event.Summary ?? "").Trim();
            var isMakeUp = HolidayMarks.IsMakeUp(summary, Special(@event));
            var reason = Unfit(@event, summary)
                ?? (isMakeUp || !isMarked || HolidayMarks.IsDayOff(summary, Special(@event)) ? null : IgnoredReasons.Unmarked)
                ?? (HolidayMarks.IsObservance(@event.Description) ? IgnoredReasons.Observance : null)
                ?? (!withRegional && HolidayMarks.IsRegional(@event.Description) ? IgnoredReasons.Regional : null);
            if (reason is null)
            {
                var dates = Dates(@event, firstYear, lastYear);
                reason = dates switch { null => IgnoredReasons.Repetition, [] => IgnoredReasons.OutsideYears, _ => null };
                foreach (var date in dates ?? []) { Put(days, date, HolidayMarks.Name(summary), isMakeUp); }
            }

            if (reason is not null) { ignored.Add(new IgnoredEvent(line, summary, reason)); }
        }

        return new ImportedHolidays { Days = [.. days.Values], Ignored = ignored };
    }

    private static string? Unfit(CalendarEvent @event, string summary)
    {
        if (@event.DtStart is not { } start) { return IgnoredReasons.NoStart; }
        if (start.HasTime) { return IgnoredReasons.Timed; }
        if (summary.Length == 0) { return IgnoredReasons.NoName; }
        if (string.Equals(@event.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase)) { return IgnoredReasons.Cancelled; }
        return Length(@event, start) is < 1 or > LongestSpan ? IgnoredReasons.TooLong : null;
    }

    /// <summary>Days of one occurrence; the end of an event is the day after its last.</summary>
    private static int Length(CalendarEvent @event, CalDateTime start) =>
        @event.DtEnd is { } end ? Math.Max(1, end.Date.DayNumber - start.Date.DayNumber)
        : @event.Duration is { } duration ? Math.Max(1, (duration.Weeks ?? 0) * 7 + (duration.Days ?? 0))
        : 1;

    /// <summary>Null for a repetition that no public holiday has.</summary>
    private static List<DateOnly>? Dates(CalendarEvent @event, int firstYear, int lastYear)
    {
        var (start, length) = (@event.DtStart!, Length(@event, @event.DtStart!));
        if (@event.RecurrenceRule is { Frequency: not FrequencyType.Yearly }) { return null; }
        try
        {
            var starts = @event.RecurrenceRule is null && @event.RecurrenceDates.GetAllDates().FirstOrDefault() is null
                ? [start.Date]
                : @event.GetOccurrences(new CalDateTime(firstYear - 1, 12, 1), new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostVainSteps })
                    .Select(o => o.Period.StartTime.Date).TakeWhile(d => d.Year <= lastYear).Take(MostOccurrences).ToList();
            return [.. starts.SelectMany(first => Enumerable.Range(0, length).Select(first.AddDays)).Where(d => d.Year >= firstYear && d.Year <= lastYear)];
        }
        catch (EvaluationException)
        {
            return null;
        }
    }

    private static void Put(SortedDictionary<DateOnly, HolidayDay> days, DateOnly date, string name, bool isMakeUp)
    {
        name = name.Length > PlanLimits.Text ? name[..PlanLimits.Text] : name;
        var day = new HolidayDay(date, new LocalText(name, name), isMakeUp ? DayOfWeek.Monday : null);
        if (!days.TryGetValue(date, out var other)) { days[date] = day; }
        // Of a long holiday and a working day within it the working day is meant.
        else if (isMakeUp != (other.WorksLike is not null)) { days[date] = isMakeUp ? day : other; }
        else if (!other.Name.En.Split(" / ").Contains(name) && other.Name.En.Length + name.Length + 3 <= PlanLimits.Text)
        {
            var both = $"{other.Name.En} / {name}";
            days[date] = other with { Name = new LocalText(both, both) };
        }
    }

    private static string? Special(CalendarEvent @event) => @event.Properties["X-APPLE-SPECIAL-DAY"]?.Value as string;

    private static ImportedHolidays Malformed(int line) => No(Refusal.Of("holidays.malformed", ("line", Text(line))));

    private static ImportedHolidays No(Refusal reason) => new() { Fault = reason };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
