using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What an edit of the plan would do to a case, before anybody decides for it.</summary>
public static partial class CasePromises
{
    /// <param name="edited">The context with the edited plan in force.</param>
    public static IReadOnlyList<ClockPreview> Preview(SellerCase c, PlanChoice choice, PromiseContext edited)
    {
        var moves = new ClockMoves(c, edited);
        moves.Apply(choice);
        var after = moves.Made.Aggregate(c.Promises, CaseRules.Moved);
        return
        [
            .. c.Promises.Where(k => !ClockMoves.IsEnded(k)).Select(k => new ClockPreview(
                k.Id, edited.Now, SlaFunction.State(k, edited.Calendars, edited.Now), SlaFunction.State(after.First(a => a.Id == k.Id && a.Cycle == k.Cycle), edited.Calendars, edited.Now))),
        ];
    }
}

/// <summary>One running clock before and after.</summary>
public sealed record ClockPreview(string ClockId, DateTimeOffset At, ClockState Before, ClockState After)
{
    public bool ChangesColour => PlanChange.ColourAt(Before, At) != PlanChange.ColourAt(After, At);
}
