namespace AgencyPlatform.Domain.Sla;

/// <summary>Rules, pauses, client terms and assignments of a plan.</summary>
internal sealed class PolicyCheck(SlaPlan plan, PlanFaults faults, DateOnly? from)
{
    private const long Longest = PlanLimits.HorizonDays * 86_400L;

    private static readonly string[] Selectors = [CalendarSelectors.Agency, CalendarSelectors.Client, CalendarSelectors.Account, CalendarSelectors.Desk];

    private static readonly string[] Stages =
        ["intake", "drafting", "review", "ready", "awaiting-client", "awaiting-amazon", "awaiting-rights-owner", "resolved"];

    private readonly HashSet<string> calendars = [.. plan.Calendars.Select(c => c.Id)];
    private readonly HashSet<string> ladders = [.. plan.Ladders.Select(l => l.Id)];

    public void Run()
    {
        var taken = new HashSet<string>();
        var open = Open();
        for (var i = 0; i < plan.Rules.Count; i++)
        {
            faults.Id($"rules[{i}].id", plan.Rules[i].Id, taken);
            Rule($"rules[{i}]", plan.Rules[i], open);
        }

        for (var i = 0; i < plan.Pauses.Count; i++) { Pause($"pauses[{i}]", plan.Pauses[i]); }
        Clients();
        Assignments();
        faults.Number("reopenWithinSeconds", plan.ReopenWithinSeconds, 0, 366 * 86_400L);
    }

    /// <summary>How long each calendar is open before the horizon.</summary>
    private Dictionary<string, long> Open()
    {
        var sets = plan.HolidaySets.GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.First());
        var open = new Dictionary<string, long>();
        for (var i = 0; i < plan.Calendars.Count; i++)
        {
            var calendar = plan.Calendars[i];
            if (calendar.Overrides.Count > PlanLimits.DayOverrides || calendar.LaterWeeks.Count > PlanLimits.LaterWeeks) { continue; }
            if (!open.TryAdd(calendar.Id, OpenHours.OpenSeconds(calendar, sets, from, PlanLimits.HorizonDays))) { continue; }
            if (open[calendar.Id] == 0) { faults.Add($"calendars[{i}]", Refusal.Of(RefusalCodes.Plans.Unschedulable, ("calendar", calendar.Id))); }
        }

        return open;
    }

    private void Rule(string path, PolicyRule rule, Dictionary<string, long> open)
    {
        faults.Known($"{path}.metric", "metric", rule.Metric, Metrics.All.Contains(rule.Metric));
        faults.Known($"{path}.calendar", "calendar", rule.Calendar, Selectors.Contains(rule.Calendar) || calendars.Contains(rule.Calendar));
        if (rule.BreachLadder is { } ladder) { faults.Known($"{path}.breachLadder", "ladder", ladder, ladders.Contains(ladder)); }
        faults.Number($"{path}.graceSeconds", rule.GraceSeconds, 0, Longest);
        faults.Bounded($"{path}.categories", rule.Categories.Count, PlanLimits.Named);
        faults.Bounded($"{path}.tiers", rule.Tiers.Count, PlanLimits.Named);
        Budget(path, rule);
        if (rule.Unit == ClockUnit.Business && rule.Seconds > 0) { Reachable(path, rule, open); }
        if (faults.Bounded($"{path}.thresholds", rule.Thresholds.Count, PlanLimits.Thresholds)) { Thresholds(path, rule); }
    }

    private void Budget(string path, PolicyRule rule)
    {
        switch (rule.Unit)
        {
            case ClockUnit.Business or ClockUnit.Elapsed: faults.Number($"{path}.seconds", rule.Seconds, 1, Longest); break;
            case ClockUnit.CivilDays: faults.Number($"{path}.days", rule.Days, 1, PlanLimits.HorizonDays); break;
            // Only a notice or a playbook gives an instant; a plan cannot know one.
            case ClockUnit.Fixed when rule.Metric is Metrics.HardDeadline or Metrics.AmazonReply: break;
            default: faults.Known($"{path}.unit", "unit", rule.Unit.ToString(), false); break;
        }
    }

    /// <summary>A budget that some case could never spend before the horizon would be a promise without a due instant.</summary>
    private void Reachable(string path, PolicyRule rule, Dictionary<string, long> open)
    {
        foreach (var calendar in Meant(rule.Calendar).Distinct().Where(c => open.TryGetValue(c, out var seconds) && seconds < rule.Seconds))
        {
            faults.Add($"{path}.seconds", Refusal.Of(RefusalCodes.Plans.Unschedulable, ("calendar", calendar)));
        }
    }

    private IEnumerable<string> Meant(string selector) => selector switch
    {
        CalendarSelectors.Agency => [plan.DefaultCalendar],
        CalendarSelectors.Client => plan.Clients.Select(c => c.Calendar).OfType<string>().Append(plan.DefaultCalendar),
        CalendarSelectors.Account or CalendarSelectors.Desk => plan.Assignments.Where(a => a.Scope == selector).Select(a => a.Calendar).Append(plan.DefaultCalendar),
        _ => [selector],
    };

    private void Thresholds(string path, PolicyRule rule)
    {
        var taken = new HashSet<string>();
        for (var i = 0; i < rule.Thresholds.Count; i++)
        {
            var (own, threshold) = ($"{path}.thresholds[{i}]", rule.Thresholds[i]);
            faults.Id($"{own}.id", threshold.Id, taken);
            if (threshold.Ladder is { } ladder) { faults.Known($"{own}.ladder", "ladder", ladder, ladders.Contains(ladder)); }
            if (threshold.Percent is null == threshold.LeadSeconds is null) { faults.Add(own, Refusal.Of(RefusalCodes.Plans.ThresholdInvalid, ("id", threshold.Id))); }
            if (threshold.Percent is { } percent) { faults.Number($"{own}.percent", percent, 1, 99); }
            if (threshold.LeadSeconds is not { } lead) { continue; }
            // A lead as long as the budget would warn before the clock starts.
            var most = threshold.LeadUnit == rule.Unit && rule.Seconds > 0 ? rule.Seconds - 1 : Longest;
            faults.Number($"{own}.leadSeconds", lead, 1, most);
            faults.Known($"{own}.leadUnit", "unit", threshold.LeadUnit.ToString(), threshold.LeadUnit is ClockUnit.Business or ClockUnit.Elapsed);
        }
    }

    private void Pause(string path, PauseRule pause)
    {
        faults.Known($"{path}.stage", "stage", pause.Stage, Stages.Contains(pause.Stage));
        faults.Name($"{path}.reason", pause.Reason);
        faults.Bounded($"{path}.metrics", pause.Metrics.Count, PlanLimits.Named);
        foreach (var metric in pause.Metrics.Take(PlanLimits.Named))
        {
            faults.Known($"{path}.metrics", "metric", metric, metric == Metrics.AllStages || Metrics.All.Contains(metric));
            if (Metrics.NeverPauses(metric)) { faults.Add($"{path}.metrics", Refusal.Of(RefusalCodes.Plans.NeverPauses, ("metric", metric))); }
        }
    }

    private void Clients()
    {
        var taken = new HashSet<string>();
        for (var i = 0; i < plan.Clients.Count; i++)
        {
            faults.Id($"clients[{i}].clientId", plan.Clients[i].ClientId, taken);
            if (plan.Clients[i].Calendar is { } calendar) { faults.Known($"clients[{i}].calendar", "calendar", calendar, calendars.Contains(calendar)); }
            if (plan.Clients[i].Tier is { } tier) { faults.Name($"clients[{i}].tier", tier); }
        }
    }

    private void Assignments()
    {
        Dictionary<string, HashSet<string>> taken = new() { [CalendarSelectors.Account] = [], [CalendarSelectors.Desk] = [] };
        for (var i = 0; i < plan.Assignments.Count; i++)
        {
            var assignment = plan.Assignments[i];
            faults.Known($"assignments[{i}].scope", "scope", assignment.Scope, taken.ContainsKey(assignment.Scope));
            faults.Known($"assignments[{i}].calendar", "calendar", assignment.Calendar, calendars.Contains(assignment.Calendar));
            if (taken.TryGetValue(assignment.Scope, out var ids)) { faults.Id($"assignments[{i}].id", assignment.Id, ids); }
        }
    }
}
