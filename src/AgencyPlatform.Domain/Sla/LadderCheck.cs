namespace AgencyPlatform.Domain.Sla;

/// <summary>Ladders and rotas of a plan. Whether a member exists is not the plan's to know: a step for nobody is passed over and reported.</summary>
internal sealed class LadderCheck(SlaPlan plan, PlanFaults faults)
{
    private const long LongestWait = 92 * 86_400L;

    private static readonly string[] Roles = ["owner", "manager", "case-worker", "reviewer", "billing", "read-only"];
    private static readonly string[] Channels = [EscalationWords.InApp, EscalationWords.Mail];
    private static readonly string[] Conditions = [EscalationWords.Acknowledged, EscalationWords.NextAction];

    private readonly HashSet<string> rotas = [.. plan.Rotas.Select(r => r.Id)];

    public void Run()
    {
        HashSet<string> taken = [], takenRotas = [];
        for (var i = 0; i < plan.Ladders.Count; i++)
        {
            faults.Id($"ladders[{i}].id", plan.Ladders[i].Id, taken);
            Ladder($"ladders[{i}]", plan.Ladders[i]);
        }

        for (var i = 0; i < plan.Rotas.Count; i++)
        {
            faults.Id($"rotas[{i}].id", plan.Rotas[i].Id, takenRotas);
            Rota($"rotas[{i}]", plan.Rotas[i]);
        }
    }

    private void Ladder(string path, Ladder ladder)
    {
        faults.Name($"{path}.name", ladder.Name);
        if (ladder.Steps.Count == 0) { faults.Add($"{path}.steps", Refusal.Of(RefusalCodes.Plans.Empty)); }
        faults.Number($"{path}.repeats", ladder.Repeats, 0, PlanLimits.Repeats);
        // Rounds without a pause in between would call the same people over and over within a second.
        faults.Number($"{path}.repeatAfterSeconds", ladder.RepeatAfterSeconds, ladder.Repeats > 0 ? 60 : 0, LongestWait);
        if (!faults.Bounded($"{path}.steps", ladder.Steps.Count, PlanLimits.LadderSteps)) { return; }

        for (var i = 0; i < ladder.Steps.Count; i++) { Step($"{path}.steps[{i}]", ladder.Steps[i]); }
    }

    private void Step(string path, LadderStep step)
    {
        faults.Number($"{path}.waitSeconds", step.WaitSeconds, 0, LongestWait);
        faults.Known($"{path}.waitUnit", "unit", step.WaitUnit.ToString(), step.WaitUnit is ClockUnit.Business or ClockUnit.Elapsed);
        faults.Known($"{path}.channel", "channel", step.Channel, Channels.Contains(step.Channel));
        foreach (var condition in step.StopsOn ?? []) { faults.Known($"{path}.stopsOn", "condition", condition, Conditions.Contains(condition)); }
        faults.Known($"{path}.target", step.Target.Kind, step.Target.Id, step.Target.Kind switch
        {
            EscalationWords.Member => step.Target.Id.Length > 0,
            EscalationWords.Role => Roles.Contains(step.Target.Id),
            EscalationWords.Rota => rotas.Contains(step.Target.Id),
            _ => false,
        });
    }

    private void Rota(string path, Rota rota)
    {
        faults.Name($"{path}.name", rota.Name);
        faults.Zone($"{path}.timeZone", rota.TimeZone);
        if (rota.Members.Count == 0) { faults.Add($"{path}.members", Refusal.Of(RefusalCodes.Plans.Empty)); }
        faults.Bounded($"{path}.members", rota.Members.Count, PlanLimits.RotaMembers);
        faults.Number($"{path}.shiftDays", rota.ShiftDays, 1, 366);
        faults.Number($"{path}.handOver", rota.HandOver, 0, Window.Day - 1);
        if (!faults.Bounded($"{path}.overrides", rota.Overrides.Count, PlanLimits.RotaOverrides)) { return; }

        for (var i = 0; i < rota.Overrides.Count; i++)
        {
            if (rota.Overrides[i].From >= rota.Overrides[i].To) { faults.Add($"{path}.overrides[{i}]", Refusal.Of(RefusalCodes.Plans.RangeInvalid)); }
        }
    }
}
