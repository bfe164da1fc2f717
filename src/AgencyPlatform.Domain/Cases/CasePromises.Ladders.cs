using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Cases;

/// <summary>The ladders that firings start, and how far each has got.</summary>
public static partial class CasePromises
{
    /// <summary>The plan of calls for a ladder, or null where its plan version has no such ladder.</summary>
    public static EscalationPlan? CallsOf(Escalation escalation, SellerCase c, PromiseContext context) =>
        CallsOf(escalation.Plan, escalation.Ladder, c.Promises.FirstOrDefault(k => k.Id == escalation.Clock && k.Cycle == escalation.Cycle), context);

    /// <summary>Of what was missed together only the gravest calls people: three ladders for one outage would be noise.</summary>
    private static IEnumerable<CaseEvent> Begin(SlaClock clock, IEnumerable<FiringPoint> owed, PromiseContext context)
    {
        if (ClockMoves.IsEnded(clock) || owed.LastOrDefault(p => p.Ladder is not null) is not { Ladder: { } ladder } point) { yield break; }
        if (clock.Events.Last(e => e.Target is not null).Target!.Plan is not { } plan || CallsOf(plan, ladder, clock, context) is not { } calls) { yield break; }
        var id = $"{clock.Id}/{clock.Cycle}/{point.Kind}/{point.Step}";
        yield return new EscalationChanged(Escalations.Start(calls, plan, id, clock.Id, clock.Cycle, context.Now), "started", [], []);
    }

    private static IEnumerable<CaseEvent> Climb(Escalation escalation, SellerCase c, bool isReplanned, PromiseContext context)
    {
        var clock = c.Promises.FirstOrDefault(k => k.Id == escalation.Clock && k.Cycle == escalation.Cycle);
        if (clock is null || ClockMoves.IsEnded(clock) || !c.IsOpen)
        {
            var reason = clock?.Events[^1].Kind == ClockEventKind.Fulfilled ? EscalationWords.Fulfilled : EscalationWords.Cancelled;
            yield return Changed(Escalations.End(escalation, reason, context.Now), "ended");
            yield break;
        }

        if (CallsOf(escalation, c, context) is not { } calls) { yield break; }
        if (isReplanned && Escalations.NextActionPlanned(escalation, calls, context.Now) is { EndedAt: not null } stopped)
        {
            yield return Changed(stopped, "ended");
            yield break;
        }

        var turn = Escalations.Step(escalation, calls, context.Now);
        if (turn.Calls.Count > 0 || turn.Escalation.EndedAt is not null)
        {
            yield return new EscalationChanged(turn.Escalation, turn.Calls.Count > 0 ? "called" : "ended", turn.Calls, turn.Gaps);
        }
    }

    private static EscalationChanged Changed(Escalation escalation, string what) => new(escalation, what, [], []);

    private static EscalationPlan? CallsOf(PlanReference reference, string ladder, SlaClock? clock, PromiseContext context)
    {
        var plan = context.PlanOf(reference);
        if (plan.Ladders.FirstOrDefault(l => l.Id == ladder) is not { } found) { return null; }
        var calendar = clock?.Events.LastOrDefault(e => e.Target is not null)?.Target?.Calendar ?? plan.DefaultCalendar;
        return new EscalationPlan
        {
            Ladder = found,
            Members = context.Members,
            Rotas = plan.Rotas,
            QuietHours = plan.QuietHours,
            BusinessDue = (from, seconds) => context.Calendars(reference, calendar).Due(from, seconds),
        };
    }
}
