namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// Disjoint open spans of some whole years, in UTC seconds and in order, with the open seconds before each: what was worked
/// between two instants is two binary searches, whatever lies between them. Never changes.
/// </summary>
internal sealed class OpenSpans
{
    private readonly long start;
    private readonly long end;
    private readonly long[] from;
    private readonly long[] to;

    // before[i]: open seconds in front of span i; the last entry is the sum of all.
    private readonly long[] before;

    private OpenSpans(int firstYear, int lastYear, long[] from, long[] to)
    {
        (FirstYear, LastYear) = (firstYear, lastYear);
        (start, end) = (StartOf(firstYear), StartOf(lastYear + 1));
        (this.from, this.to) = (from, to);
        before = new long[from.Length + 1];
        for (var i = 0; i < from.Length; i++) { before[i + 1] = before[i] + to[i] - from[i]; }
    }

    /// <summary>The first UTC year that is covered.</summary>
    public int FirstYear { get; }

    public int LastYear { get; }

    /// <summary>Whether what lies between is known.</summary>
    public bool Cover(long first, long last) => first >= start && last < end;

    public long Total => before[^1];

    /// <param name="spans">In any order; what overlaps or touches is one span, and what lies outside the years is cut off.</param>
    public static OpenSpans Of(int firstYear, int lastYear, List<(long From, long To)> spans)
    {
        var (start, end) = (StartOf(firstYear), StartOf(lastYear + 1));
        spans.Sort();
        List<(long From, long To)> merged = new(spans.Count);
        foreach (var span in spans) { Append(merged, (Math.Max(span.From, start), Math.Min(span.To, end))); }
        return new OpenSpans(firstYear, lastYear, [.. merged.Select(s => s.From)], [.. merged.Select(s => s.To)]);
    }

    /// <summary>These years and the next ones as one.</summary>
    public OpenSpans Then(OpenSpans next)
    {
        List<(long From, long To)> merged = new(from.Length + next.from.Length);
        for (var i = 0; i < from.Length; i++) { merged.Add((from[i], to[i])); }
        for (var i = 0; i < next.from.Length; i++) { Append(merged, (next.from[i], next.to[i])); }
        return new OpenSpans(FirstYear, next.LastYear, [.. merged.Select(s => s.From)], [.. merged.Select(s => s.To)]);
    }

    /// <summary>Open seconds between the first covered instant and this one.</summary>
    public long Before(long instant)
    {
        var i = FirstEndingAfter(instant);
        return i == from.Length ? Total : before[i] + Math.Max(0, instant - from[i]);
    }

    /// <summary>The least instant with so many open seconds before it; at least one, at most <see cref="Total"/>.</summary>
    public long Reaching(long seconds)
    {
        var (low, high) = (0, from.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (before[middle + 1] >= seconds) { high = middle; } else { low = middle + 1; }
        }
        return to[low] - (before[low + 1] - seconds);
    }

    /// <summary>The greatest instant with so many open seconds before it; at least none, fewer than <see cref="Total"/>.</summary>
    public long LeavingAt(long seconds)
    {
        var (low, high) = (0, from.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (before[middle + 1] > seconds) { high = middle; } else { low = middle + 1; }
        }
        return from[low] + (seconds - before[low]);
    }

    public IEnumerable<(long From, long To)> Between(long start, long end)
    {
        for (var i = FirstEndingAfter(start); i < from.Length && from[i] < end; i++)
        {
            yield return (Math.Max(from[i], start), Math.Min(to[i], end));
        }
    }

    public static long StartOf(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private static void Append(List<(long From, long To)> merged, (long From, long To) span)
    {
        if (span.To <= span.From) { return; }
        if (merged is [.., var last] && span.From <= last.To) { merged[^1] = (last.From, Math.Max(last.To, span.To)); }
        else { merged.Add(span); }
    }

    private int FirstEndingAfter(long instant)
    {
        var (low, high) = (0, to.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (to[middle] > instant) { high = middle; } else { low = middle + 1; }
        }
        return low;
    }
}
