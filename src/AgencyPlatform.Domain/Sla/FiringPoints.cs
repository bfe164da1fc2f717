namespace AgencyPlatform.Domain.Sla;

/// <summary>Finds the instants at which an open clock warns and breaks.</summary>
internal static class FiringPoints
{
    public static IReadOnlyList<FiringPoint> Of(ClockRun run, long due)
    {
        var target = run.Target!;
        // A breach stays where it was; a later due instant does not take it back, and what comes after it is no warning.
        var last = run.BreachedAt ?? due;
        List<(long At, int Rank, int Index, FiringPoint Point)> points = new(target.Thresholds.Count + 1);
        for (var i = 0; i < target.Thresholds.Count; i++)
        {
            var threshold = target.Thresholds[i];
            if (At(threshold, run, due) is { } at && at <= last)
            {
                points.Add((at, threshold.Percent ?? 100, i, new FiringPoint(FiringKinds.Warning, threshold.Id, Instants.At(at), threshold.Ladder)));
            }
        }
        points.Add((last, int.MaxValue, 0, new FiringPoint(FiringKinds.Breach, "", Instants.At(last), target.BreachLadder)));
        points.Sort(static (a, b) => (a.At, a.Rank, a.Index).CompareTo((b.At, b.Rank, b.Index)));
        return [.. points.Select(p => p.Point)];
    }

    private static long? At(Threshold threshold, ClockRun run, long due) => threshold switch
    {
        { Percent: { } percent } when run.IsHard => run.StartedAt + Share(due - run.StartedAt, percent),
        { Percent: { } percent } => run.ReachedAt(Share(run.Target!.Seconds, percent)),
        // A lead longer than the budget warns at once, not before the promise was made.
        { LeadSeconds: { } lead } => Math.Max(run.StartedAt, Back(threshold, run, due, lead)),
        _ => null,
    };

    private static long Share(long seconds, int percent) => seconds * percent / 100;

    private static long Back(Threshold threshold, ClockRun run, long due, long lead) =>
        threshold.LeadUnit == ClockUnit.Business && run.Business is { } business ? business.Back(due, lead) ?? run.StartedAt : due - lead;
}
