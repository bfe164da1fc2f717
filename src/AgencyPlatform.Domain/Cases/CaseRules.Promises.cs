using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What people do about promises: set the priority, speak with the client, explain a breach, take care of an escalation.</summary>
public static partial class CaseRules
{
    private const int LongestReason = 2_000;

    /// <summary>Mail clocks differ a little; a message from further ahead than this has a wrong date.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static Decision<CaseEvent> SetPriority(SellerCase? current, CasePriority priority, string? reason, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        return current.Priority == priority ? Nothing : Decision<CaseEvent>.Of(new PrioritySet(priority, reason));
    }

    /// <summary>A message may be recorded late: its own time counts, so that a delayed mail still proves a reply in time.</summary>
    public static Decision<CaseEvent> RecordMessage(SellerCase? current, CaseMessage message, CaseContext context)
    {
        if (IsMissing(current, context.Actor, out var missing)) { return No(missing); }
        if (message.At > context.Now + ClockSkew) { return No(RefusalCodes.Messages.FromTheFuture, ("at", message.At.Rfc3339()), ("now", context.Now.Rfc3339())); }
        if (message.At < current.OpenedAt) { return No(RefusalCodes.Messages.BeforeTheCase, ("at", message.At.Rfc3339()), ("openedAt", current.OpenedAt.Rfc3339())); }
        if (!message.NeedsReply && string.IsNullOrWhiteSpace(message.NoReplyReason)) { return No(RefusalCodes.Messages.ReasonMissing); }
        return Decision<CaseEvent>.Of(new MessageRecorded(message));
    }

    public static Decision<CaseEvent> ExplainBreach(SellerCase? current, string clockId, int? cycle, string code, string? text, CaseContext context)
    {
        if (IsMissing(current, context.Actor, out var missing)) { return No(missing); }
        var clock = current.Promises.LastOrDefault(c => c.Id == clockId && (cycle is null || c.Cycle == cycle));
        if (clock is null) { return No(RefusalCodes.Promises.ClockUnknown, ("clock", clockId)); }
        if (!BreachReasons.All.Contains(code)) { return No(RefusalCodes.Promises.ReasonUnknown, ("reason", code)); }
        if (clock.Fired.All(f => f.Kind != FiringKinds.Breach)) { return No(RefusalCodes.Promises.NotBroken, ("clock", clockId)); }
        if (code == BreachReasons.Other && string.IsNullOrWhiteSpace(text)) { return No(RefusalCodes.Promises.TextMissing); }
        return Decision<CaseEvent>.Of(new BreachExplained(clock.Id, clock.Cycle, new BreachReason(code, Cut(text), context.Actor.Person, context.Now)));
    }

    /// <summary>Takes care of an escalation for a while; the ladder goes on at its next step when the time is over.</summary>
    /// <param name="what"><c>acknowledged</c> or <c>snoozed</c>.</param>
    public static Decision<CaseEvent> HoldEscalation(SellerCase? current, string escalationId, string what, TimeSpan hold, CaseContext context, PromiseContext promises)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (current.Escalations.FirstOrDefault(e => e.Id == escalationId) is not { } escalation || CasePromises.CallsOf(escalation, current, promises) is not { } calls)
        {
            return No(RefusalCodes.Promises.EscalationUnknown, ("escalation", escalationId));
        }

        var until = context.Now + hold;
        var held = what == "snoozed"
            ? Escalations.Snooze(escalation, calls, until, context.Now)
            : Escalations.Acknowledge(escalation, calls, context.Actor.Person, until, context.Now);
        return held switch
        {
            Decision<Escalation>.Refused { Reason: var no } => No(no),
            Decision<Escalation>.Accepted { Events: [var changed] } => Decision<CaseEvent>.Of(new EscalationChanged(changed, changed.EndedAt is null ? what : "ended", [], [])),
            _ => Nothing,
        };
    }

    public static Decision<CaseEvent> ApplyPlan(SellerCase? current, PlanReference plan, PlanChoice choice, CaseContext context)
    {
        if (IsMissing(current, context.Actor, out var missing)) { return No(missing); }
        return !current.IsOpen || choice == PlanChoice.NewCasesOnly ? Nothing : Decision<CaseEvent>.Of(new PlanApplied(plan, choice));
    }

    private static string? Cut(string? text) => text is { Length: > LongestReason } ? text[..LongestReason] : text;
}
