using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Specs.Sla;

/// <summary>People, a ladder of three steps and the calls it makes, for specifications.</summary>
internal static class SampleLadders
{
    public static readonly PlanReference PlanVersion = new(3, "cafe");

    /// <summary>A Tuesday in summer; nothing changes its clock for weeks.</summary>
    public static readonly DateTimeOffset Tuesday = Utc("2026-06-09T08:00:00Z");

    public static readonly CallableMember Ann = new("ann", "case-worker", "Europe/Berlin", true);
    public static readonly CallableMember Ben = new("ben", "case-worker", "Asia/Shanghai", true);
    public static readonly CallableMember Lea = new("lea", "manager", "Europe/Berlin", true);
    public static readonly CallableMember Otto = new("otto", "owner", "America/Los_Angeles", true);

    public static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static EscalationTarget Role(string id) => new(EscalationWords.Role, id);

    public static LadderStep Step(string role, long minutes, params string[] stopsOn) =>
        new(minutes * 60, ClockUnit.Elapsed, Role(role), EscalationWords.InApp, stopsOn);

    public static Ladder Of(params LadderStep[] steps) => new() { Id = "late", Name = "Late", Steps = steps };

    /// <summary>Case workers at once, managers after half an hour, owners after another hour.</summary>
    public static Ladder Three => Of(Step("case-worker", 0), Step("manager", 30), Step("owner", 60));

    /// <summary>Business seconds here are seconds, from the full hour on.</summary>
    public static EscalationPlan Plan(Ladder ladder, params CallableMember[] members) => new()
    {
        Ladder = ladder,
        Members = members.Length > 0 ? members : [Ann, Ben, Lea, Otto],
        BusinessDue = (start, seconds) => start.AddMinutes(60 - start.Minute).AddSeconds(seconds),
    };

    public static Escalation Begin(EscalationPlan plan, DateTimeOffset? at = null) =>
        Escalations.Start(plan, PlanVersion, "resolution/1/breach/", "resolution", 1, at ?? Tuesday);

    public static string Said(EscalationCall call) => $"{call.Step} {string.Join('+', call.Members.Select(m => m.Member))}";

    public static Escalation Go(this Escalation escalation, EscalationPlan plan, DateTimeOffset now) => Escalations.Step(escalation, plan, now).Escalation;
}
