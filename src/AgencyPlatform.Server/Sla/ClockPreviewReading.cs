using System.Globalization;
using AgencyPlatform.Contracts;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace AgencyPlatform.Server.Sla;

/// <summary>Understands what a caller wants to try out, and says of every field that cannot be understood what to do about it.</summary>
internal sealed class ClockPreviewReading
{
    public const int PauseLimit = 500;

    /// <summary>How far from the start pauses and the instant asked about may lie; calendars are compiled for each year in between.</summary>
    public const int YearLimit = 10;

    private const string CalendarId = "preview";

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Units = ["business", "elapsed", "civilDays"];

    // What a clock can be counted for: three years before the last year that calendars know.
    private static readonly DateTimeOffset First = new(WorkingTime.FirstYear + YearLimit, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(WorkingTime.LastYear - YearLimit, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Input input = new();

    public static (ClockPreview? Preview, ProblemHttpResult? Problem) Read(ClockPreviewBody body)
    {
        var reading = new ClockPreviewReading();
        var preview = reading.Understand(body);
        return reading.input.Problem() is { } problem ? (null, problem) : (preview, null);
    }

    private ClockPreview Understand(ClockPreviewBody body)
    {
        var unit = body.Budget?.Unit;
        input.Required("budget.unit", unit).OneOf("budget.unit", unit, Units);
        var calendar = Calendar(body.Calendar, unit);
        var start = Start(body.Start);
        var target = Target(unit, body.Budget, calendar);
        if (unit == "civilDays") { input.Check(body.Pauses is null or { Count: 0 }, "pauses", "field.pauses-of-days"); }
        return new ClockPreview(
            unit == "business" ? calendar : null, calendar?.TimeZone ?? "UTC", start, target, Pauses(body.Pauses ?? [], start), body.At is null ? null : Near("at", body.At, start));
    }

    private DateTimeOffset Start(string? text)
    {
        var start = Instant("start", text);
        if (start is { } at) { input.Check(at >= First && at < Last, "start", "field.start-range", ("first", First.Year), ("last", Last.Year - 1)); }
        return start is { } fine && fine >= First && fine < Last ? fine : First;
    }

    private ClockTarget Target(string? unit, PreviewBudgetBody? budget, BusinessCalendar? calendar)
    {
        var isCivil = unit == "civilDays";
        const long mostDays = WorkingTime.HorizonSeconds / Window.Day;
        if (isCivil) { input.Check(budget?.Days is >= 0 and <= (int)mostDays, "budget.days", "field.days-budget", ("most", mostDays)); }
        else if (Units.Contains(unit)) { input.Check(budget?.Seconds is >= 0 and <= WorkingTime.HorizonSeconds, "budget.seconds", "field.seconds-budget", ("most", WorkingTime.HorizonSeconds)); }
        return new ClockTarget
        {
            Unit = isCivil ? ClockUnit.CivilDays : unit == "elapsed" ? ClockUnit.Elapsed : ClockUnit.Business,
            Seconds = isCivil ? 0 : budget?.Seconds ?? 0,
            Days = isCivil ? budget?.Days ?? 0 : 0,
            TimeZone = calendar?.TimeZone,
            Calendar = unit == "business" ? CalendarId : null,
            Plan = unit == "business" ? new PlanReference(0, CalendarId) : null,
        };
    }

    private BusinessCalendar? Calendar(PreviewCalendarBody? body, string? unit)
    {
        if (unit != "elapsed") { input.Check(body is not null, "calendar", "field.required"); }
        if (body is null) { return null; }
        input.Required("calendar.timeZone", body.TimeZone, 100);
        if (unit == "business") { input.Check(body.Week is not null, "calendar.week", "field.required"); }
        var calendar = new BusinessCalendar
        {
            Id = CalendarId,
            Name = CalendarId,
            TimeZone = body.TimeZone ?? "UTC",
            Week = Week(body.Week ?? new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>?>()),
            Overrides = [.. (body.Overrides ?? []).Take(PlanLimits.DayOverrides + 1).Select(Override)],
        };
        foreach (var fault in SlaPlanCheck.Check(new SlaPlan { DefaultCalendar = CalendarId, Calendars = [calendar] })) { Say(fault, body); }
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.TimeZone) is null ? calendar with { TimeZone = "UTC" } : calendar;
    }

    /// <summary>What is wrong with a calendar of a plan is wrong with this one; that it never opens is an answer here.</summary>
    private void Say(PlanFault fault, PreviewCalendarBody body)
    {
        var isMissing = fault.Code == RefusalCodes.Plans.ZoneUnknown && string.IsNullOrWhiteSpace(body.TimeZone);
        if (fault.Code == RefusalCodes.Plans.Unschedulable || isMissing) { return; }
        var facts = fault.Facts.ToDictionary(f => f.Key, f => f.Key is "firstDay" or "secondDay" ? DayName(f.Value) : f.Value, StringComparer.Ordinal);
        var sentence = Refused.Sentence(new RefusalView { Code = fault.Code, Facts = facts });
        var fix = Refused.Say($"fix.{fault.Code}");
        input.Add(fault.Path.Replace("calendars[0]", "calendar", StringComparison.Ordinal), fix.StartsWith("fix.", StringComparison.Ordinal) ? sentence : $"{sentence} {fix}");
    }

    private static string DayName(string day) =>
        Array.IndexOf(Weekdays, day) is >= 0 and var i ? CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)i) : day;

    private WeekPlan Week(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>?> week)
    {
        foreach (var day in week.Keys.Where(d => !Weekdays.Contains(d)).Take(7))
        {
            input.Add("calendar.week", Refused.Say("field.not-one-of", ("field", $"calendar.week.{(day.Length > 20 ? day[..20] : day)}"), ("allowed", string.Join(", ", Weekdays.Skip(1).Append("sunday")))));
        }

        IReadOnlyList<Window> On(string day) => Windows($"calendar.week.{day}", week.GetValueOrDefault(day));
        return new WeekPlan
        {
            Monday = On("monday"), Tuesday = On("tuesday"), Wednesday = On("wednesday"), Thursday = On("thursday"),
            Friday = On("friday"), Saturday = On("saturday"), Sunday = On("sunday"),
        };
    }

    private DayOverride Override(PreviewOverrideBody? body, int index)
    {
        var field = $"calendar.overrides[{index}]";
        var isDay = DateOnly.TryParseExact(body?.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!isDay) { input.Add($"{field}.date", Refused.Say("field.day-required", ("field", $"{field}.date"))); }
        // A date that cannot be read is no second one of another that cannot be.
        return new DayOverride(isDay ? date : DateOnly.MinValue.AddDays(2 * index), Windows($"{field}.windows", body?.Windows));
    }

    private List<Window> Windows(string field, IReadOnlyList<IReadOnlyList<string>>? pairs)
    {
        List<Window> windows = [];
        foreach (var pair in (pairs ?? []).Take(PlanLimits.WindowsOfDay + 1))
        {
            if (pair is [var from, var to] && Time(from) is { } opens and < Window.Day && Time(to) is { } closes) { windows.Add(new Window(opens, closes)); }
            else { input.Add(field, Refused.Say("field.window", ("field", field), ("given", pair is null ? "null" : string.Join('–', pair.Take(3).Select(p => p?.Length > 20 ? p[..20] : p))))); }
        }

        return windows;
    }

    /// <summary>Seconds of the day; "24:00" is its end.</summary>
    private static int? Time(string? text) =>
        text is "24:00" or "24:00:00" ? Window.Day
        : TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (int)time.ToTimeSpan().TotalSeconds
        : null;

    private List<(DateTimeOffset From, DateTimeOffset? To)> Pauses(IReadOnlyList<PreviewPauseBody?> pauses, DateTimeOffset start)
    {
        if (pauses.Count > PauseLimit)
        {
            input.Check(false, "pauses", "field.too-many", ("limit", PauseLimit));
            return [];
        }

        List<(DateTimeOffset, DateTimeOffset?)> read = [];
        for (var i = 0; i < pauses.Count; i++)
        {
            var (from, to) = (Near($"pauses[{i}].from", pauses[i]?.From, start), pauses[i]?.To is { } end ? Near($"pauses[{i}].to", end, start) : null);
            if (from is null) { continue; }
            input.Check(!(to < from), $"pauses[{i}].to", "field.pause-order");
            read.Add((from.Value, to));
        }

        return read;
    }

    /// <summary>An instant that is not years away from the start.</summary>
    private DateTimeOffset? Near(string field, string? text, DateTimeOffset start)
    {
        if (Instant(field, text) is not { } at) { return null; }
        var isNear = at >= start.AddYears(-YearLimit) && at <= start.AddYears(YearLimit);
        input.Check(isNear, field, "field.near-start", ("years", YearLimit));
        return isNear ? at : null;
    }

    /// <summary>RFC 3339: without its offset a time would mean another instant on every machine.</summary>
    private DateTimeOffset? Instant(string field, string? text)
    {
        var hasOffset = text is { Length: > 16 and <= 40 } && text[4] == '-' && text[10] == 'T' && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-');
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) { return DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()); }
        input.Add(field, Refused.Say("field.instant-required", ("field", field)));
        return null;
    }
}
