using NodaTime;

namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// A calendar made ready to count with: seconds worked between instants, and the instant at which so many are worked. Years are
/// compiled when first asked for; after that an answer costs a few binary searches. Safe for any number of threads, and the same
/// for ever: the calendar and the zone it was made from do not change.
/// </summary>
/// <remarks>
/// Instants count in whole seconds; fractions are cut off. Nobody works before <see cref="FirstYear"/> or after
/// <see cref="LastYear"/>, so that no input makes it compile without end.
/// </remarks>
public sealed class WorkingTime
{
    public const int FirstYear = 1970;
    public const int LastYear = 2200;

    /// <summary>How far ahead of its start a due instant is looked for: three years with their leap day.</summary>
    public const long HorizonSeconds = 1_096L * Window.Day;

    private static readonly BusinessCalendar Round = new() { Id = "", Name = "", TimeZone = "UTC", Week = new WeekPlan() };

    private readonly Lock extending = new();
    private volatile OpenSpans? compiled;

    private WorkingTime(CalendarDays days, OpenSpans? compiled = null) => (Days, this.compiled) = (days, compiled);

    /// <summary>Around the clock: the seconds worked are the seconds that pass.</summary>
    public static WorkingTime Always { get; } = new(
        new CalendarDays(Round, [], DateTimeZone.Utc),
        OpenSpans.Of(FirstYear, LastYear, [(OpenSpans.StartOf(FirstYear), OpenSpans.StartOf(LastYear + 1))]));

    internal CalendarDays Days { get; }

    /// <param name="sets">Where the calendar's holiday sets are looked up; a set that is missing closes no day.</param>
    /// <param name="zones">The IANA zones; those shipped with the product unless told otherwise.</param>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">The calendar's zone is not among them.</exception>
    public static WorkingTime Of(BusinessCalendar calendar, IReadOnlyList<HolidaySet> sets, IDateTimeZoneProvider? zones = null) =>
        new(new CalendarDays(calendar, sets, (zones ?? DateTimeZoneProviders.Tzdb)[calendar.TimeZone]));

    /// <summary>Seconds worked in <c>[from, to)</c>; none where the end is not after the start.</summary>
    public long Elapsed(DateTimeOffset from, DateTimeOffset to) => Elapsed(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());

    /// <summary>The least instant by which so many seconds are worked from <paramref name="start"/> on: closing time where they end with it, the start itself for none. Null where that is more than three years ahead.</summary>
    public DateTimeOffset? Due(DateTimeOffset start, long seconds) => Instants.At(Due(start.ToUnixTimeSeconds(), seconds));

    /// <summary>The greatest instant from which so many seconds are worked until <paramref name="due"/>; null where that is more than three years back.</summary>
    public DateTimeOffset? Back(DateTimeOffset due, long seconds) => Instants.At(Back(due.ToUnixTimeSeconds(), seconds));

    /// <summary>When people work in <c>[from, to)</c>, in order; what touches is one span.</summary>
    public IReadOnlyList<WorkSpan> Spans(DateTimeOffset from, DateTimeOffset to) =>
        [.. Spans(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds()).Select(s => new WorkSpan(Instants.At(s.From), Instants.At(s.To)))];

    internal IEnumerable<(long From, long To)> Spans(long from, long to) => from < to ? Covering(from, to).Between(from, to) : [];

    internal long Elapsed(long from, long to)
    {
        if (to <= from) { return 0; }
        var spans = Covering(from, to);
        return spans.Before(to) - spans.Before(from);
    }

    internal long? Due(long start, long seconds)
    {
        if (seconds <= 0) { return start; }
        if (seconds > HorizonSeconds) { return null; }
        var spans = Covering(start, start);
        var wanted = spans.Before(start) + seconds;
        while (spans.Total < wanted)
        {
            if (spans.LastYear >= YearOf(start + HorizonSeconds)) { return null; }
            spans = Years(spans.FirstYear, spans.LastYear + 1);
            wanted = spans.Before(start) + seconds;
        }
        var due = spans.Reaching(wanted);
        return due - start <= HorizonSeconds ? due : null;
    }

    internal long? Back(long due, long seconds)
    {
        if (seconds <= 0) { return due; }
        if (seconds > HorizonSeconds) { return null; }
        var spans = Covering(due, due);
        while (spans.Before(due) < seconds)
        {
            if (spans.FirstYear <= YearOf(due - HorizonSeconds)) { return null; }
            spans = Years(spans.FirstYear - 1, spans.LastYear);
        }
        var from = spans.LeavingAt(spans.Before(due) - seconds);
        return due - from <= HorizonSeconds ? from : null;
    }

    private static int YearOf(long instant) =>
        instant < OpenSpans.StartOf(FirstYear) ? FirstYear
        : instant >= OpenSpans.StartOf(LastYear) ? LastYear
        : Instants.At(instant).Year;

    private OpenSpans Covering(long from, long to) => compiled is { } known && known.Cover(from, to) ? known : Years(YearOf(from), YearOf(to));

    private OpenSpans Years(int first, int last)
    {
        lock (extending)
        {
            var now = compiled ?? Compile(first);
            while (now.FirstYear > first) { now = Compile(now.FirstYear - 1).Then(now); }
            while (now.LastYear < last) { now = now.Then(Compile(now.LastYear + 1)); }
            return compiled = now;
        }
    }

    private OpenSpans Compile(int year)
    {
        List<(long From, long To)> spans = [];
        // A window may last into the next date, and a zone's year begins up to a day before or after that of UTC.
        var end = new LocalDate(year + 1, 1, 2);
        for (var date = new LocalDate(year - 1, 12, 30); date <= end; date = date.PlusDays(1)) { Days.AddSpans(date, spans); }
        return OpenSpans.Of(year, year, spans);
    }
}
