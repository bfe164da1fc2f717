namespace AgencyPlatform.Domain.Sla;

/// <summary>One thing that is wrong in a plan.</summary>
/// <param name="Path">Where, such as <c>calendars[1].week.monday</c>.</param>
public sealed record PlanFault(string Path, Refusal Reason)
{
    public string Code => Reason.Code;
    public IReadOnlyDictionary<string, string> Facts => Reason.Facts;
}

/// <summary>How large a plan may be. What is larger is refused before anything of it is computed.</summary>
public static class PlanLimits
{
    public const int Calendars = 200;
    public const int HolidaySets = 100;
    public const int HolidayDays = 5_000;
    public const int DayOverrides = 2_000;
    public const int LaterWeeks = 50;
    public const int WindowsOfDay = 24;
    public const int Rules = 500;
    public const int Thresholds = 10;
    public const int Named = 500;
    public const int Pauses = 200;
    public const int Clients = 20_000;
    public const int Assignments = 20_000;
    public const int Ladders = 100;
    public const int LadderSteps = 20;
    public const int Rotas = 100;
    public const int RotaMembers = 100;
    public const int RotaOverrides = 2_000;
    public const int Text = 200;

    /// <summary>Rounds after the first.</summary>
    public const int Repeats = 5;

    /// <summary>A due instant further off than this is none.</summary>
    public const int HorizonDays = 3 * 366;
}

/// <summary>Everything that is wrong in a plan, at once. A plan with faults must not come into force.</summary>
public static class SlaPlanCheck
{
    /// <param name="from">
    /// From which date on clocks will start: only then holidays and overrides of that time are counted when judging whether a
    /// calendar opens long enough. Without it the weekly hours alone are judged.
    /// </param>
    public static IReadOnlyList<PlanFault> Check(SlaPlan plan, DateOnly? from = null)
    {
        var faults = new PlanFaults();
        var isBounded = faults.Bounded("calendars", plan.Calendars.Count, PlanLimits.Calendars)
            & faults.Bounded("holidaySets", plan.HolidaySets.Count, PlanLimits.HolidaySets)
            & faults.Bounded("rules", plan.Rules.Count, PlanLimits.Rules)
            & faults.Bounded("pauses", plan.Pauses.Count, PlanLimits.Pauses)
            & faults.Bounded("clients", plan.Clients.Count, PlanLimits.Clients)
            & faults.Bounded("assignments", plan.Assignments.Count, PlanLimits.Assignments)
            & faults.Bounded("ladders", plan.Ladders.Count, PlanLimits.Ladders)
            & faults.Bounded("rotas", plan.Rotas.Count, PlanLimits.Rotas);
        if (!isBounded) { return faults.All; }

        new CalendarCheck(plan, faults).Run();
        new PolicyCheck(plan, faults, from).Run();
        new LadderCheck(plan, faults).Run();
        return faults.All;
    }
}

/// <summary>Collects faults; the checks that every part of a plan needs.</summary>
internal sealed class PlanFaults
{
    private readonly List<PlanFault> all = [];

    public IReadOnlyList<PlanFault> All => all;

    public void Add(string path, Refusal reason) => all.Add(new PlanFault(path, reason));

    public bool Bounded(string path, int count, int limit)
    {
        if (count <= limit) { return true; }
        Add(path, Refusal.Of(RefusalCodes.Plans.TooMany, ("count", Text(count)), ("limit", Text(limit))));
        return false;
    }

    /// <summary>Ids are parts of keys such as <c>{clock}/{cycle}/{kind}/{step}</c> and stand in paths and addresses.</summary>
    public void Id(string path, string id, HashSet<string> taken)
    {
        if (id.Length is 0 or > 80 || id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '?' or '#'))
        {
            Add(path, Refusal.Of(RefusalCodes.Plans.IdInvalid, ("id", id.Length > 80 ? id[..80] : id)));
        }
        else if (!taken.Add(id)) { Add(path, Refusal.Of(RefusalCodes.Plans.IdTaken, ("id", id))); }
    }

    public void Name(string path, string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > PlanLimits.Text) { Add(path, Refusal.Of(RefusalCodes.Plans.NameInvalid, ("limit", Text(PlanLimits.Text)))); }
    }

    public void Zone(string path, string timeZone)
    {
        if (!CivilTime.IsZone(timeZone)) { Add(path, Refusal.Of(RefusalCodes.Plans.ZoneUnknown, ("timeZone", timeZone))); }
    }

    /// <param name="kind">What is named: <c>calendar</c>, <c>holiday-set</c>, <c>ladder</c>, <c>rota</c>, <c>role</c>, <c>metric</c>, <c>stage</c> …</param>
    public void Known(string path, string kind, string id, bool isKnown)
    {
        if (!isKnown) { Add(path, Refusal.Of(RefusalCodes.Plans.ReferenceUnknown, ("kind", kind), ("id", id))); }
    }

    public void Number(string path, long value, long least, long most)
    {
        if (value < least || value > most) { Add(path, Refusal.Of(RefusalCodes.Plans.NumberInvalid, ("value", Text(value)), ("least", Text(least)), ("most", Text(most)))); }
    }

    public static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
