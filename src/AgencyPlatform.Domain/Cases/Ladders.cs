using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Positions on a category's ladder.</summary>
internal static class Ladders
{
    /// <summary>Where a desk stands: here, else further up, else anywhere; null for a side step.</summary>
    public static int? PositionOf(Category category, string desk, int current)
    {
        var positions = category.Ladder.Select((step, position) => (step.Desk, position)).Where(s => s.Desk == desk).Select(s => (int?)s.position).ToArray();
        return positions.FirstOrDefault(p => p >= current) ?? positions.FirstOrDefault();
    }

    /// <summary>The rung after this one. R22: Executive Seller Relations comes before Jeff, in whichever order the data list them.</summary>
    public static int? After(Category category, int position)
    {
        var next = position + 1;
        if (next >= category.Ladder.Count) { return null; }
        return category.Ladder[next].Desk == DeskIds.JeffBezos
            ? PositionOf(category, DeskIds.ExecutiveSellerRelations, next) is { } relations && relations > next ? relations : next
            : next;
    }

    /// <summary>The rungs in the order in which they are offered (R22).</summary>
    public static IReadOnlyList<(LadderStep Step, int Position)> Offered(Category category)
    {
        var rungs = category.Ladder.Select((step, position) => (step, position)).ToList();
        var jeff = rungs.FindIndex(r => r.step.Desk == DeskIds.JeffBezos);
        var relations = rungs.FindIndex(r => r.step.Desk == DeskIds.ExecutiveSellerRelations);
        if (jeff >= 0 && relations > jeff)
        {
            var first = rungs[relations];
            rungs.RemoveAt(relations);
            rungs.Insert(jeff, first);
        }
        return rungs;
    }
}
