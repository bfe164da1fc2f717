using NodaTime;

namespace AgencyPlatform.Domain.Sla;

/// <summary>Open time from <paramref name="From"/> up to <paramref name="To"/>.</summary>
public sealed record WorkSpan(DateTimeOffset From, DateTimeOffset To);

/// <summary>
/// A calendar made ready for arithmetic: its open time as merged spans of UTC seconds with running totals, so that every question
/// is a binary search. Grows by whole years as it is asked; what readers hold never changes. Whole seconds count.
/// </summary>
public sealed class WorkingTime
{
    /// <summary>Beyond this a due instant is not looked for: the calendar or the budget is wrong.</summary>
    public const int HorizonYears = 3;

    private readonly DayWindows? days;
    private readonly DateTimeZone zone;
    private volatile OpenTime table = OpenTime.None;

    private WorkingTime(DayWindows? days, DateTimeZone zone) => (this.days, this.zone) = (days, zone);

    /// <summary>Every second counts.</summary>
    public static WorkingTime Always { get; } = new(null, DateTimeZone.Utc);

    /// <param name="sets">The calendar's holiday sets, most important first.</param>
    /// <param name="zones">Another source of zone rules than the shipped one.</param>
    public static WorkingTime Of(BusinessCalendar calendar, IReadOnlyList<HolidaySet> sets, IDateTimeZoneProvider? zones = null) =>
        new(new DayWindows(calendar, sets), (zones ?? DateTimeZoneProviders.Tzdb)[calendar.TimeZone]);

    /// <summary>Open seconds from <paramref name="from"/> up to <paramref name="to"/>; 0 where that is not later.</summary>
    public long Elapsed(DateTimeOffset from, DateTimeOffset to) => Elapsed(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());

    /// <summary>The first instant by which that many seconds have been open; null where none comes within three years.</summary>
    public DateTimeOffset? Due(DateTimeOffset start, long seconds) => Instant(Due(start.ToUnixTimeSeconds(), seconds));

    /// <summary>The last instant from which that many seconds are open until <paramref name="due"/>.</summary>
    public DateTimeOffset? Back(DateTimeOffset due, long seconds) => Instant(Back(due.ToUnixTimeSeconds(), seconds));

    /// <summary>The open time between two instants, cut to them.</summary>
    public IReadOnlyList<WorkSpan> Spans(DateTimeOffset from, DateTimeOffset to)
    {
        var (a, b) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        if (b <= a) { return []; }
        if (days is null) { return [new WorkSpan(Instant(a)!.Value, Instant(b)!.Value)]; }
        return [.. Covering(a, b).Spans(a, b).Select(s => new WorkSpan(Instant(s.From)!.Value, Instant(s.To)!.Value))];
    }

    /// <summary>What each local day between two instants gave: worked seconds, or why it was closed.</summary>
    internal IEnumerable<ExplainLine> Days(DateTimeOffset from, DateTimeOffset to)
    {
        if (days is null) { yield break; }
        for (var date = LocalDate(from); date <= LocalDate(to); date = date.AddDays(1))
        {
            var (opens, closes) = (Later(Midnight(date), from), Earlier(Midnight(date.AddDays(1)), to));
            if (closes <= opens) { continue; }
            var seconds = Elapsed(opens, closes);
            var special = days.Exception(date);
            if (special is { IsWorked: false } closed) { yield return new ExplainLine("holiday", opens, closes, 0, closed.Name); }
            else if (seconds > 0) { yield return new ExplainLine(special is null ? "worked" : "make-up-day", opens, closes, seconds, special?.Name); }
        }
    }

    private DateOnly LocalDate(DateTimeOffset at) => NodaTime.Instant.FromDateTimeOffset(at).InZone(zone).Date.ToDateOnly();

    private DateTimeOffset Midnight(DateOnly date) => zone.AtStartOfDay(NodaTime.LocalDate.FromDateOnly(date)).ToDateTimeOffset();

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    internal long Elapsed(long from, long to)
    {
        if (to <= from) { return 0; }
        if (days is null) { return to - from; }
        var open = Covering(from, to);
        return open.Before(to) - open.Before(from);
    }

    internal long? Due(long start, long seconds)
    {
        if (seconds <= 0) { return start; }
        var horizon = Instant(start)!.Value.AddYears(HorizonYears).ToUnixTimeSeconds();
        if (days is null) { return start + seconds <= horizon ? start + seconds : null; }

        // Most budgets end within the year that is there already; only a budget that does not asks for more.
        var until = start;
        while (true)
        {
            var open = Covering(start, until);
            if (open.Reaching(open.Before(start) + seconds) is { } due && due <= open.To) { return due <= horizon ? due : null; }
            if (open.To >= horizon) { return null; }
            until = Math.Min(open.To + OpenTime.Year, horizon);
        }
    }

    internal long? Back(long due, long seconds)
    {
        if (seconds <= 0) { return due; }
        if (days is null) { return due - seconds; }
        var horizon = Instant(due)!.Value.AddYears(-HorizonYears).ToUnixTimeSeconds();
        var since = due;
        while (true)
        {
            var open = Covering(since, due);
            if (open.Leaving(open.Before(due) - seconds) is { } at && at >= open.From) { return at >= horizon ? at : null; }
            if (open.From <= horizon) { return null; }
            since = Math.Max(open.From - OpenTime.Year, horizon);
        }
    }

    private OpenTime Covering(long from, long to)
    {
        var current = table;
        if (current.Covers(from, to)) { return current; }

        // Two who grow it at once do the same work twice; the later one wins and nobody is wrong.
        return table = OpenTime.Make(days!, zone, current, from, to);
    }

    private static DateTimeOffset? Instant(long? seconds) => seconds is { } s ? DateTimeOffset.FromUnixTimeSeconds(s) : null;
}
