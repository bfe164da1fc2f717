namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// What one agency promises and how it keeps the promise: calendars, policy, client terms, ladders and rotas. One immutable
/// version; clocks name the version they were set by.
/// </summary>
public sealed record SlaPlan
{
    /// <summary>The calendar that selectors fall back to.</summary>
    public required string DefaultCalendar { get; init; }

    public IReadOnlyList<BusinessCalendar> Calendars { get; init; } = [];
    public IReadOnlyList<HolidaySet> HolidaySets { get; init; } = [];

    /// <summary>In the order they are shown: for each metric the first rule that matches sets the clock; none, no clock.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    public IReadOnlyList<PauseRule> Pauses { get; init; } = [];
    public IReadOnlyList<ClientTerms> Clients { get; init; } = [];

    /// <summary>Calendars of accounts and desks that differ from the agency's.</summary>
    public IReadOnlyList<CalendarAssignment> Assignments { get; init; } = [];

    public IReadOnlyList<Ladder> Ladders { get; init; } = [];
    public IReadOnlyList<Rota> Rotas { get; init; } = [];

    /// <summary>When members are left alone unless a ladder is critical; read in the member's zone.</summary>
    public Window? QuietHours { get; init; }

    /// <summary>How long after a resolution a reopened case goes on with its old clock.</summary>
    public long ReopenWithinSeconds { get; init; } = 7 * 86_400;

    public ClientTerms? TermsOf(string clientId) => Clients.FirstOrDefault(c => c.ClientId == clientId);
}

/// <summary>Names one version of a plan: the number people see and the hash of its content. Version 0 is the plan as shipped.</summary>
public sealed record PlanReference(int Version, string Hash);

/// <summary>One line of the policy: what is promised for which cases.</summary>
public sealed record PolicyRule
{
    public required string Id { get; init; }
    public required string Metric { get; init; }

    /// <summary>Empty lists match everything.</summary>
    public IReadOnlyList<CasePriority> Priorities { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Tiers { get; init; } = [];
    public required ClockUnit Unit { get; init; }

    /// <summary>The budget of business and elapsed clocks.</summary>
    public long Seconds { get; init; }

    /// <summary>The budget of civil-day clocks.</summary>
    public int Days { get; init; }

    /// <summary><c>agency</c>, <c>client</c>, <c>account</c>, <c>desk</c> or a calendar's id.</summary>
    public string Calendar { get; init; } = CalendarSelectors.Agency;

    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>The ladder that a breach starts; null for none.</summary>
    public string? BreachLadder { get; init; }

    /// <summary>What a retarget leaves at least, in wall time; 0 for nothing.</summary>
    public long GraceSeconds { get; init; }
}

/// <summary>A warning before the breach: at a percent of the budget, or a lead before the due instant.</summary>
/// <param name="Id">Stable name within the rule, such as <c>75%</c> or <c>1h</c>.</param>
/// <param name="LeadUnit">The unit of <paramref name="LeadSeconds"/>: business or elapsed.</param>
/// <param name="Ladder">The ladder it starts; null only shows and records it.</param>
public sealed record Threshold(string Id, int? Percent = null, long? LeadSeconds = null, ClockUnit LeadUnit = ClockUnit.Business, string? Ladder = null);

/// <summary>Which metrics stand still while a case is in a stage.</summary>
/// <param name="Metrics">Metrics, where <c>stage</c> stands for all internal stages.</param>
/// <param name="Stage">The case's stage in its wire name, such as <c>awaiting-client</c>.</param>
/// <param name="ByContract">True where it holds only for clients whose terms say so.</param>
public sealed record PauseRule(IReadOnlyList<string> Metrics, string Stage, string Reason, bool ByContract = false);

/// <summary>What was agreed with one client.</summary>
public sealed record ClientTerms(string ClientId, string? Tier = null, string? Calendar = null, bool AmazonPausesResolution = false);

/// <param name="Scope"><c>account</c> or <c>desk</c>.</param>
public sealed record CalendarAssignment(string Scope, string Id, string Calendar);

/// <summary>Who says which calendar counts.</summary>
public static class CalendarSelectors
{
    public const string Agency = "agency";
    public const string Client = "client";
    public const string Account = "account";
    public const string Desk = "desk";
}

/// <summary>How urgent a case is to the agency.</summary>
public enum CasePriority { Low, Normal, High, Urgent }

/// <summary>What is measured, as it appears on the wire.</summary>
public static class Metrics
{
    public const string FirstResponse = "first-response";
    public const string NextReply = "next-reply";
    public const string PeriodicUpdate = "periodic-update";
    public const string Resolution = "resolution";
    public const string StageDraft = "stage-draft";
    public const string StageReview = "stage-review";
    public const string StageSend = "stage-send";
    public const string AmazonReply = "amazon-reply";
    public const string HardDeadline = "hard-deadline";

    /// <summary>Stands for all internal stages in a <see cref="PauseRule"/>.</summary>
    public const string AllStages = "stage";

    public static IReadOnlyList<string> All { get; } =
        [FirstResponse, NextReply, PeriodicUpdate, Resolution, StageDraft, StageReview, StageSend, AmazonReply, HardDeadline];

    /// <summary>Nothing pauses these.</summary>
    public static bool NeverPauses(string metric) => metric is FirstResponse or AmazonReply or HardDeadline;
}
