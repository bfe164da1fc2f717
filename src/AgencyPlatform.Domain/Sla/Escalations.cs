namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// The course of a ladder. Each step, named <c>{round}.{step}</c>, is made once for ever, whoever wakes the case and how often;
/// what people do in between only delays or ends it.
/// </summary>
public static class Escalations
{
    /// <summary>How late a step may be made and still count as made when it was due. Later than that the platform was away, and those who are called now get their whole time to react.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an acknowledgement or snooze may hold a ladder.</summary>
    public static TimeSpan LongestHold { get; } = TimeSpan.FromDays(14);

    /// <summary>A ladder begins with its first step's wait; <see cref="Step"/> makes that step, at once where it waits for nothing.</summary>
    /// <param name="firing">The firing that starts it, <c>{clock}/{cycle}/{kind}/{step}</c>: the ladder's id, so that it starts once.</param>
    public static Escalation Start(EscalationPlan plan, PlanReference reference, string firing, string clock, int cycle, DateTimeOffset at)
    {
        at = WholeSeconds(at);
        var begun = new Escalation { Id = firing, Clock = clock, Cycle = cycle, Ladder = plan.Ladder.Id, Plan = reference, StartedAt = at };
        return plan.Ladder.Steps.Count == 0 ? Ended(begun, EscalationWords.Exhausted, at) : begun with { NextAt = DueOfNext(begun, plan) };
    }

    /// <summary>Makes every step that is due by now. A step that reaches nobody is recorded so, and the next of its round follows at once.</summary>
    public static EscalationTurn Step(Escalation escalation, EscalationPlan plan, DateTimeOffset now)
    {
        now = WholeSeconds(now);
        var before = escalation.Calls.Count;
        var gaps = new List<EscalationGap>();
        while (escalation is { EndedAt: null, NextAt: { } due } && due <= now)
        {
            // A plan that lost steps under a running ladder leaves nothing more to call.
            if (escalation.NextStep >= plan.Ladder.Steps.Count) { escalation = Ended(escalation, EscalationWords.Exhausted, due); break; }

            var step = plan.Ladder.Steps[escalation.NextStep];
            var call = CallOf(escalation, step, plan, now - due > Tolerance ? now : due);
            if (call.Members.Count == 0) { gaps.Add(new EscalationGap(call.Step, call.At, step.Target, Reached(new(EscalationWords.Role, EscalationWords.OwnerRole), plan, call.At))); }
            escalation = After(escalation, call, plan);
        }

        return new EscalationTurn(escalation, [.. escalation.Calls.Skip(before)], gaps);
    }

    /// <summary>
    /// Somebody takes care: the ladder is held until then and goes on at the next step, never earlier than it would have.
    /// It ends where the next step stops on acknowledgement. The next call asks anew.
    /// </summary>
    public static Decision<Escalation> Acknowledge(Escalation escalation, EscalationPlan plan, string by, DateTimeOffset until, DateTimeOffset at)
    {
        if (HoldRefused(escalation, until, at) is { } no) { return Decision<Escalation>.No(no); }
        var taken = escalation with { AcknowledgedBy = by };
        return Decision<Escalation>.Of(StopsOn(taken, plan, EscalationWords.Acknowledged)
            ? Ended(taken, EscalationWords.Acknowledged, WholeSeconds(at))
            : Held(taken, plan, until));
    }

    /// <summary>Holds the ladder without anybody having taken care: no stop condition is met by it.</summary>
    public static Decision<Escalation> Snooze(Escalation escalation, EscalationPlan plan, DateTimeOffset until, DateTimeOffset at) =>
        HoldRefused(escalation, until, at) is { } no ? Decision<Escalation>.No(no) : Decision<Escalation>.Of(Held(escalation, plan, until));

    /// <summary>The case's next action was planned anew: the ladder ends where its next step stops on that, and goes on unchanged otherwise.</summary>
    public static Escalation NextActionPlanned(Escalation escalation, EscalationPlan plan, DateTimeOffset at) =>
        StopsOn(escalation, plan, EscalationWords.NextAction) ? Ended(escalation, EscalationWords.NextAction, WholeSeconds(at)) : escalation;

    /// <summary>The clock came to its end, and the ladder with it, held or not. A ladder that ended before keeps its own end.</summary>
    /// <param name="reason"><see cref="EscalationWords.Fulfilled"/> or <see cref="EscalationWords.Cancelled"/>.</param>
    public static Escalation End(Escalation escalation, string reason, DateTimeOffset at) =>
        escalation.EndedAt is null ? Ended(escalation, reason, WholeSeconds(at)) : escalation;

    private static Refusal? HoldRefused(Escalation escalation, DateTimeOffset until, DateTimeOffset at)
    {
        if (escalation.EndedAt is { } end) { return Refusal.Of(RefusalCodes.CallLadders.Ended, ("reason", escalation.EndReason ?? ""), ("endedAt", end.Rfc3339())); }
        return until <= at || until - at > LongestHold
            ? Refusal.Of(RefusalCodes.CallLadders.HoldInvalid, ("until", until.Rfc3339()), ("latest", (at + LongestHold).Rfc3339()))
            : null;
    }

    /// <summary>A hold is what was chosen last; it may be shorter than the one before.</summary>
    private static Escalation Held(Escalation escalation, EscalationPlan plan, DateTimeOffset until)
    {
        until = WholeSeconds(until);
        var due = DueOfNext(escalation, plan);
        return escalation with { HeldUntil = until, NextAt = due > until ? due : until };
    }

    private static Escalation Ended(Escalation escalation, string reason, DateTimeOffset at) =>
        escalation with { EndedAt = at, EndReason = reason, NextAt = null, HeldUntil = null };

    private static bool StopsOn(Escalation escalation, EscalationPlan plan, string condition) =>
        escalation.EndedAt is null && escalation.NextStep < plan.Ladder.Steps.Count
        && plan.Ladder.Steps[escalation.NextStep].StopsOn?.Contains(condition) == true;

    private static EscalationCall CallOf(Escalation escalation, LadderStep step, EscalationPlan plan, DateTimeOffset at) =>
        new(FormattableString.Invariant($"{escalation.Round + 1}.{escalation.NextStep + 1}"), at, step.Channel, Reached(step.Target, plan, at));

    private static Escalation After(Escalation escalation, EscalationCall call, EscalationPlan plan)
    {
        var gone = escalation with { Calls = [.. escalation.Calls, call], NextStep = escalation.NextStep + 1, HeldUntil = null, AcknowledgedBy = null };
        if (gone.NextStep >= plan.Ladder.Steps.Count)
        {
            if (gone.Round >= plan.Ladder.Repeats) { return Ended(gone, EscalationWords.Exhausted, call.At); }
            gone = gone with { NextStep = 0, Round = gone.Round + 1 };
        }

        return gone with { NextAt = DueOfNext(gone, plan) };
    }

    /// <summary>When the next step would be due without any hold.</summary>
    private static DateTimeOffset DueOfNext(Escalation escalation, EscalationPlan plan)
    {
        var step = plan.Ladder.Steps[escalation.NextStep];
        if (escalation.Calls is not [.., var last]) { return Waited(step, plan, escalation.StartedAt); }
        // The pause between rounds holds after an empty step too; else a ladder without people would be through at once.
        if (escalation.NextStep == 0) { return Waited(step, plan, last.At.AddSeconds(plan.Ladder.RepeatAfterSeconds)); }
        return last.Members.Count == 0 ? last.At : Waited(step, plan, last.At);
    }

    // In a calendar that never opens again a call in plain hours is better than none.
    private static DateTimeOffset Waited(LadderStep step, EscalationPlan plan, DateTimeOffset from) =>
        (step.WaitUnit == ClockUnit.Business ? plan.BusinessDue(from, step.WaitSeconds) : null) ?? from.AddSeconds(step.WaitSeconds);

    private static IReadOnlyList<MemberCall> Reached(EscalationTarget target, EscalationPlan plan, DateTimeOffset at)
    {
        Func<CallableMember, bool> isMeant = target.Kind switch
        {
            EscalationWords.Member => member => member.Id == target.Id,
            EscalationWords.Role => member => member.Role == target.Id,
            EscalationWords.Rota => OnDuty(target.Id, plan, at) is { } duty ? member => member.Id == duty : _ => false,
            _ => _ => false,
        };
        return [.. plan.Members.Where(m => m.IsActive && isMeant(m)).Select(m => new MemberCall(m.Id, DeliverAt(m, plan, at)))];
    }

    private static string? OnDuty(string rota, EscalationPlan plan, DateTimeOffset at) =>
        plan.Rotas.FirstOrDefault(r => r.Id == rota) is { } found ? Rotas.OnDuty(found, at) : null;

    private static DateTimeOffset DeliverAt(CallableMember member, EscalationPlan plan, DateTimeOffset at) =>
        plan.Ladder.IsCritical || plan.QuietHours is not { } quiet ? at : QuietHours.EndFor(quiet, member.TimeZone, at);

    private static DateTimeOffset WholeSeconds(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
    }
}
