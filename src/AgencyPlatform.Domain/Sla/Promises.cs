namespace AgencyPlatform.Domain.Sla;

/// <summary>What a plan asks about a case.</summary>
/// <param name="Desk">The desk that was written to last or is to be written to; empty before there is one.</param>
/// <param name="AccountTimeZone">IANA zone of the seller account, in which civil days are counted.</param>
public sealed record CaseFacts(CasePriority Priority, string CategoryId, string ClientId, string AccountId, string Desk, string AccountTimeZone);

/// <summary>Reads a plan for one case: what is promised, and what makes it stand still.</summary>
public static class Promises
{
    /// <summary>
    /// The target of the first rule that fits; null where the plan promises nothing. A rule in <see cref="ClockUnit.Fixed"/>
    /// gives warnings and ladders only: the instant comes from the notice or the playbook, and the caller fills it in.
    /// </summary>
    public static ClockTarget? Target(SlaPlan plan, PlanReference reference, CaseFacts facts, string metric)
    {
        var tier = plan.TermsOf(facts.ClientId)?.Tier;
        if (plan.Rules.FirstOrDefault(r => r.Metric == metric && Fits(r, facts, tier)) is not { } rule) { return null; }

        return new ClockTarget
        {
            Unit = rule.Unit,
            Seconds = rule.Unit is ClockUnit.Business or ClockUnit.Elapsed ? rule.Seconds : 0,
            Days = rule.Unit == ClockUnit.CivilDays ? rule.Days : 0,
            TimeZone = rule.Unit == ClockUnit.CivilDays ? facts.AccountTimeZone : null,
            // Named for every unit: warnings and ladders of a clock in plain hours may still wait in business hours.
            Calendar = CalendarOf(plan, facts, rule.Calendar),
            Plan = reference,
            Thresholds = rule.Thresholds,
            BreachLadder = rule.BreachLadder,
            GraceSeconds = rule.GraceSeconds,
            Rule = rule.Id,
        };
    }

    /// <summary>Why a metric stands still while the case is in a stage (by its wire name); null where it runs.</summary>
    public static string? Pauses(SlaPlan plan, CaseFacts facts, string metric, string stage)
    {
        if (Metrics.NeverPauses(metric)) { return null; }
        var byContract = plan.TermsOf(facts.ClientId)?.AmazonPausesResolution == true;
        return plan.Pauses.FirstOrDefault(p => p.Stage == stage && p.Metrics.Any(m => Covers(m, metric)) && (byContract || !p.ByContract))?.Reason;
    }

    /// <summary>The id of the calendar a selector means for a case; the plan's default where nothing more special was assigned.</summary>
    public static string CalendarOf(SlaPlan plan, CaseFacts facts, string selector) => (selector switch
    {
        CalendarSelectors.Agency => null,
        CalendarSelectors.Client => plan.TermsOf(facts.ClientId)?.Calendar,
        CalendarSelectors.Account => Assigned(plan, CalendarSelectors.Account, facts.AccountId),
        CalendarSelectors.Desk => Assigned(plan, CalendarSelectors.Desk, facts.Desk),
        _ => plan.Calendars.FirstOrDefault(c => c.Id == selector)?.Id,
    }) ?? plan.DefaultCalendar;

    private static string? Assigned(SlaPlan plan, string scope, string id) =>
        plan.Assignments.FirstOrDefault(a => a.Scope == scope && a.Id == id)?.Calendar;

    private static bool Fits(PolicyRule rule, CaseFacts facts, string? tier) =>
        (rule.Priorities.Count == 0 || rule.Priorities.Contains(facts.Priority))
        && (rule.Categories.Count == 0 || rule.Categories.Contains(facts.CategoryId))
        && (rule.Tiers.Count == 0 || (tier is not null && rule.Tiers.Contains(tier)));

    private static bool Covers(string named, string metric) =>
        named == metric || (named == Metrics.AllStages && metric is Metrics.StageDraft or Metrics.StageReview or Metrics.StageSend);
}
