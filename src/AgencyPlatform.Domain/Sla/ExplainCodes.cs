namespace AgencyPlatform.Domain.Sla;

/// <summary>What an <see cref="ExplainLine"/> tells. The seconds of the lines that count add up to what was used until the due instant.</summary>
public static class ExplainCodes
{
    /// <summary>The promise began; seconds are the budget, the name is the rule's.</summary>
    public const string Started = "started";

    /// <summary>The same local time some dates later; the name is the number of dates.</summary>
    public const string CivilDays = "civil-days";

    /// <summary>The due instant was given.</summary>
    public const string Fixed = "fixed";

    /// <summary>Counts: one local day by the usual week.</summary>
    public const string Worked = "worked";

    /// <summary>Counts: a day that a holiday set makes a working day.</summary>
    public const string MakeUpDay = "make-up-day";

    /// <summary>Counts: a day with hours of its own.</summary>
    public const string OtherHours = "other-hours";

    /// <summary>Counts: several days in one line; the name is how many were worked on.</summary>
    public const string Days = "days";

    /// <summary>Counts: time outside any calendar.</summary>
    public const string Elapsed = "elapsed";

    /// <summary>Days that a holiday set closed.</summary>
    public const string Holiday = "holiday";

    /// <summary>Days that the calendar itself closed.</summary>
    public const string Closed = "closed";

    public const string Paused = "paused";
    public const string Resumed = "resumed";
    public const string Retargeted = "retargeted";
    public const string Fulfilled = "fulfilled";
    public const string Reopened = "reopened";
    public const string Cancelled = "cancelled";

    /// <summary>Paused with so many seconds left.</summary>
    public const string Left = "left";

    /// <summary>The due instant is a grace, not counted.</summary>
    public const string Grace = "grace";

    public const string Due = "due";
    public const string Breached = "breached";
    public const string Unschedulable = "unschedulable";

    /// <summary>Lines left out; the name is how many, the seconds what they counted.</summary>
    public const string More = "more";

    public static IReadOnlyList<string> All { get; } =
    [
        Started, CivilDays, Fixed, Worked, MakeUpDay, OtherHours, Days, Elapsed, Holiday, Closed, Paused, Resumed, Retargeted,
        Fulfilled, Reopened, Cancelled, Left, Grace, Due, Breached, Unschedulable, More,
    ];

    /// <summary>Whether the line's seconds count towards the due instant.</summary>
    public static bool Counts(string code) => code is Worked or MakeUpDay or OtherHours or Days or Elapsed or More;
}
