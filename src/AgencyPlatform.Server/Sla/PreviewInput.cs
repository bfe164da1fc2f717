using System.Globalization;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Problems;

namespace AgencyPlatform.Server.Sla;

/// <summary>What a preview was asked for, once every field can be used.</summary>
/// <param name="Clock">The promise with its pauses.</param>
/// <param name="LastEvent">When the last thing happened to it.</param>
internal sealed record PreviewQuestion(BusinessCalendar Calendar, SlaClock Clock, DateTimeOffset LastEvent, DateTimeOffset? At);

/// <summary>Reads the question of a preview.</summary>
internal sealed class PreviewInput(Input input)
{
    private const int PauseLimit = 200;
    private const int DayLimit = (int)(WorkingTime.HorizonSeconds / Window.Day);
    private const int FirstYear = 2000;
    private const int LastYear = 2150;

    private static readonly string[] Units = ["business", "elapsed", "civilDays"];

    // An instant without an offset would mean another one in every zone.
    private static readonly string[] Rfc3339 =
        [.. from time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" } from offset in new[] { "'Z'", "zzz" } select $"yyyy-MM-dd'T'{time}{offset}"];

    private static readonly PlanReference Plan = new(0, "preview");

    public PreviewQuestion Read(PreviewBody body)
    {
        // Plain seconds need no calendar; its zone is only for reading the answer.
        var isCalendarNeeded = body.Budget?.Unit != "elapsed" || body.Calendar is not null;
        var calendar = new CalendarInput(input).Read(isCalendarNeeded ? body.Calendar : new CalendarBody { TimeZone = "UTC" });
        var start = Instant("start", body.Start) ?? DateTimeOffset.UnixEpoch;
        var target = Target(body.Budget, calendar.TimeZone);
        var events = new List<ClockEvent> { new() { Sequence = 0, Kind = ClockEventKind.Started, At = start, Target = target } };
        AddPauses(events, body.Pauses ?? [], start, target.Unit == ClockUnit.CivilDays);
        var at = body.At is null ? null : Instant("at", body.At);
        var clock = new SlaClock { Id = "preview", Metric = Metrics.Resolution, Events = events };
        return new PreviewQuestion(calendar, clock, events.Max(e => e.At), at);
    }

    private ClockTarget Target(BudgetBody? budget, string timeZone)
    {
        input.Check(Units.Contains(budget?.Unit), "budget.unit", "field.not-one-of", ("allowed", string.Join(", ", Units)));
        if (budget?.Unit == "civilDays")
        {
            input.Check(budget.Days is >= 0 and <= DayLimit, "budget.days", "field.number-between", ("least", 0), ("most", DayLimit));
            return new ClockTarget { Unit = ClockUnit.CivilDays, Days = budget.Days ?? 0, TimeZone = timeZone };
        }
        input.Check(budget?.Seconds is >= 0 and <= WorkingTime.HorizonSeconds, "budget.seconds", "field.number-between", ("least", 0), ("most", WorkingTime.HorizonSeconds));
        return budget?.Unit == "elapsed"
            ? new ClockTarget { Unit = ClockUnit.Elapsed, Seconds = budget.Seconds ?? 0 }
            : new ClockTarget { Unit = ClockUnit.Business, Seconds = budget?.Seconds ?? 0, Plan = Plan, Calendar = "preview" };
    }

    private void AddPauses(List<ClockEvent> events, IReadOnlyList<PauseBody?> pauses, DateTimeOffset start, bool isHard)
    {
        input.Check(!isHard || pauses.Count == 0, "pauses", "sla.pause-civil-days")
            .Check(pauses.Count <= PauseLimit, "pauses", "field.too-many", ("limit", PauseLimit));
        foreach (var (index, pause) in pauses.Take(PauseLimit).Index())
        {
            var field = $"pauses[{index}]";
            if (Instant(field + ".from", pause?.From) is not { } from) { continue; }
            var to = pause!.To is null ? null : Instant(field + ".to", pause.To);
            input.Check(to is null || to >= from, field + ".to", "sla.pause-order");
            // What lies before the start pauses nothing.
            if (to <= start) { continue; }
            events.Add(new ClockEvent { Sequence = events.Count, Kind = ClockEventKind.Paused, At = from > start ? from : start, Reason = field });
            if (to is { } end) { events.Add(new ClockEvent { Sequence = events.Count, Kind = ClockEventKind.Resumed, At = end, Reason = field }); }
        }
    }

    private DateTimeOffset? Instant(string field, string? text)
    {
        var isInstant = DateTimeOffset.TryParseExact(text, Rfc3339, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at);
        input.Check(isInstant, field, "sla.instant");
        if (!isInstant) { return null; }
        var isKnown = at.Year is >= FirstYear and <= LastYear;
        input.Check(isKnown, field, "sla.instant-range", ("least", FirstYear), ("most", LastYear));
        return isKnown ? at : null;
    }
}
