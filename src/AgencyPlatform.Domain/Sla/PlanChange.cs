namespace AgencyPlatform.Domain.Sla;

/// <summary>What an owner who edits the plan or a calendar wants for clocks that run already. Past breaches and fulfilments stay under any choice.</summary>
public enum PlanChoice
{
    /// <summary>Running clocks keep their version.</summary>
    NewCasesOnly,

    /// <summary>Time used so far counts as it was counted; the rest runs under the new version.</summary>
    FromNow,

    /// <summary>Time used so far is counted again under the new version.</summary>
    RecomputeAll,
}

/// <summary>How one clock follows an edited plan.</summary>
public static class PlanChange
{
    /// <returns>Null where the clock keeps its version.</returns>
    public static ClockEvent? Retarget(SlaClock clock, ClockTarget target, PlanChoice choice, DateTimeOffset at) => choice == PlanChoice.NewCasesOnly
        ? null
        : new ClockEvent
        {
            Sequence = clock.Events.Count + 1,
            Kind = ClockEventKind.Retargeted,
            At = at,
            Reason = "plan",
            Target = target,
            Recount = choice == PlanChoice.RecomputeAll,
        };
}
