using static AgencyPlatform.Domain.Sla.ExplainCodes;

namespace AgencyPlatform.Domain.Sla;

/// <summary>Keeps an explanation short enough to be read; what is summed up keeps its seconds.</summary>
internal static class LineCount
{
    public static IReadOnlyList<ExplainLine> Bound(List<ExplainLine> lines, int limit)
    {
        if (lines.Count > limit) { lines = Join(lines, line => line.Code == Worked); }
        if (lines.Count > limit) { lines = Join(lines, line => Counts(line.Code) || line.Code is Holiday or Closed); }
        return lines.Count > limit ? LeaveOut(lines, limit) : lines;
    }

    /// <summary>Three and more such lines in a row become one.</summary>
    private static List<ExplainLine> Join(List<ExplainLine> lines, Func<ExplainLine, bool> isPart)
    {
        List<ExplainLine> joined = [];
        for (var i = 0; i < lines.Count;)
        {
            var run = lines.Skip(i).TakeWhile(isPart).ToArray();
            if (run.Length < 3)
            {
                joined.Add(lines[i++]);
                continue;
            }
            joined.Add(new ExplainLine(Days, run[0].From, run[^1].To, run.Sum(SecondsOf), Explanation.Text(run.Sum(DaysOf))));
            i += run.Length;
        }
        return joined;
    }

    private static List<ExplainLine> LeaveOut(List<ExplainLine> lines, int limit)
    {
        var head = limit / 2;
        var tail = limit - head - 1;
        var rest = lines[head..^tail];
        var more = new ExplainLine(More, rest[0].From, rest[^1].To ?? rest[^1].From, rest.Sum(SecondsOf), Explanation.Text(rest.Count));
        return [.. lines[..head], more, .. lines[^tail..]];
    }

    private static long SecondsOf(ExplainLine line) => Counts(line.Code) ? line.Seconds ?? 0 : 0;

    private static int DaysOf(ExplainLine line) => line switch
    {
        { Code: Days, Name: { } count } => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture),
        _ => Counts(line.Code) ? 1 : 0,
    };
}
