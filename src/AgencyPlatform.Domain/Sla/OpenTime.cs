using NodaTime;

namespace AgencyPlatform.Domain.Sla;

/// <summary>The open spans of some years in UTC seconds, merged and in order, with the open seconds before each. Immutable.</summary>
internal sealed class OpenTime
{
    public const long Year = 366L * Window.Day;

    public static readonly OpenTime None = new(0, -1, [], []);

    private readonly int firstYear, lastYear;
    private readonly long[] starts, ends, before;

    private OpenTime(int firstYear, int lastYear, long[] starts, long[] ends)
    {
        (this.firstYear, this.lastYear, this.starts, this.ends) = (firstYear, lastYear, starts, ends);
        before = new long[starts.Length];
        for (var i = 1; i < starts.Length; i++) { before[i] = before[i - 1] + ends[i - 1] - starts[i - 1]; }

        // A window of the day before the first year may reach into it, and zones differ from UTC by a day at most.
        (From, To) = lastYear < firstYear ? (0, -1) : (Midnight(firstYear, 1, 3), Midnight(lastYear, 12, 30));
    }

    /// <summary>The instants for which the spans are complete.</summary>
    public long From { get; }

    public long To { get; }

    public bool Covers(long from, long to) => from >= From && to <= To;

    /// <summary>The spans of all years from the known ones to those asked for.</summary>
    public static OpenTime Make(DayWindows days, DateTimeZone zone, OpenTime known, long from, long to)
    {
        var (first, last) = (YearOf(from - (3 * Window.Day)), YearOf(to + (3 * Window.Day)));
        if (known.lastYear >= known.firstYear) { (first, last) = (Math.Min(first, known.firstYear), Math.Max(last, known.lastYear)); }
        List<(long From, long To)> spans = [];
        for (var date = new DateOnly(first, 1, 1); date.Year <= last; date = date.AddDays(1))
        {
            foreach (var window in days.On(date))
            {
                var (opens, closes) = (Opens(date, window.From, zone), Closes(date, window.CrossesMidnight ? window.To + Window.Day : window.To, zone));
                if (closes > opens) { spans.Add((opens, closes)); }
            }
        }

        return Merged(first, last, spans);
    }

    /// <summary>Open seconds of these years before an instant.</summary>
    public long Before(long at)
    {
        var i = Array.BinarySearch(starts, at);
        if (i < 0) { i = ~i - 1; }
        return i < 0 ? 0 : before[i] + Math.Min(at, ends[i]) - starts[i];
    }

    /// <summary>The first instant before which <paramref name="total"/> seconds are open; null where these years hold fewer.</summary>
    public long? Reaching(long total)
    {
        var i = Array.BinarySearch(before, total);
        i = i < 0 ? ~i - 1 : i - 1;
        return i >= 0 && before[i] + ends[i] - starts[i] >= total ? starts[i] + total - before[i] : null;
    }

    /// <summary>The last instant before which <paramref name="total"/> seconds are open; null where these years do not go back so far.</summary>
    public long? Leaving(long total)
    {
        if (total < 0) { return null; }
        var i = Array.BinarySearch(before, total);
        if (i < 0) { i = ~i - 1; }
        return i < 0 ? null : starts[i] + total - before[i];
    }

    public IEnumerable<(long From, long To)> Spans(long from, long to)
    {
        var i = Array.BinarySearch(starts, from);
        for (i = Math.Max(i < 0 ? ~i - 1 : i, 0); i < starts.Length && starts[i] < to; i++)
        {
            if (ends[i] > from) { yield return (Math.Max(starts[i], from), Math.Min(ends[i], to)); }
        }
    }

    /// <summary>Windows that touch or overlap, across midnight too, count once.</summary>
    private static OpenTime Merged(int first, int last, List<(long From, long To)> spans)
    {
        spans.Sort();
        List<long> starts = new(spans.Count), ends = new(spans.Count);
        foreach (var (from, to) in spans)
        {
            if (ends.Count > 0 && from <= ends[^1]) { ends[^1] = Math.Max(ends[^1], to); continue; }
            starts.Add(from);
            ends.Add(to);
        }

        return new OpenTime(first, last, [.. starts], [.. ends]);
    }

    /// <summary>A start that clocks skip falls to the first instant after the gap; one that comes twice is the earlier one.</summary>
    private static long Opens(DateOnly date, int second, DateTimeZone zone)
    {
        var map = zone.MapLocal(Local(date, second));
        return map.Count == 0 ? map.LateInterval.Start.ToUnixTimeSeconds() : map.First().ToInstant().ToUnixTimeSeconds();
    }

    /// <summary>An end that clocks skip falls to the first instant after the gap; one that comes twice is the later one.</summary>
    private static long Closes(DateOnly date, int second, DateTimeZone zone)
    {
        var map = zone.MapLocal(Local(date, second));
        return map.Count == 0 ? map.LateInterval.Start.ToUnixTimeSeconds() : map.Last().ToInstant().ToUnixTimeSeconds();
    }

    private static LocalDateTime Local(DateOnly date, int second) => new LocalDate(date.Year, date.Month, date.Day).AtMidnight().PlusSeconds(second);

    private static int YearOf(long at) => DateTimeOffset.FromUnixTimeSeconds(at).Year;

    private static long Midnight(int year, int month, int day) => new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
}
