using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.SamplePlans;

namespace AgencyPlatform.Specs.Sla;

public sealed class Plans_with_a_fault
{
    private const int H = 3_600;

    private static PlanFault Only(SlaPlan plan, string code, string path, DateOnly? from = null)
    {
        var fault = Assert.Single(SlaPlanCheck.Check(plan, from));
        Assert.Equal((code, path), (fault.Code, fault.Path));
        return fault;
    }

    private static SlaPlan With(BusinessCalendar berlin) => Sound with { Calendars = [berlin, Shanghai] };

    private static SlaPlan With(PolicyRule rule) => Sound with { Rules = [rule] };

    private static SlaPlan With(Ladder ladder) => Sound with { Ladders = [ladder] };

    [Fact]
    public void are_not_those_that_are_sound() => Assert.Empty(SlaPlanCheck.Check(Sound, new(2026, 1, 1)));

    [Fact]
    public void name_both_windows_that_overlap()
    {
        var fault = Only(With(Berlin with { Week = Weekdays with { Monday = [new(9 * H, 12 * H), new(11 * H + 1_800, 17 * H)] } }), RefusalCodes.Plans.WindowsOverlap, "calendars[0].week.monday");
        Assert.Equal(("09:00–12:00", "monday", "11:30–17:00", "monday"), (fault.Facts["first"], fault.Facts["firstDay"], fault.Facts["second"], fault.Facts["secondDay"]));
        Assert.Empty(SlaPlanCheck.Check(With(Berlin with { Week = Weekdays with { Monday = [new(9 * H, 12 * H), new(12 * H, 17 * H)] } })));
    }

    [Fact]
    public void see_a_night_that_overlaps_the_next_morning()
    {
        Window night = new(22 * H, 10 * H);
        var fault = Only(With(Berlin with { Week = Weekdays with { Monday = [night] } }), RefusalCodes.Plans.WindowsOverlap, "calendars[0].week.monday");
        Assert.Equal(("22:00–10:00", "09:00–12:00", "tuesday"), (fault.Facts["first"], fault.Facts["second"], fault.Facts["secondDay"]));
        Only(With(Berlin with { Week = Weekdays with { Sunday = [night] } }), RefusalCodes.Plans.WindowsOverlap, "calendars[0].week.sunday");
        Assert.Empty(SlaPlanCheck.Check(With(Berlin with { Week = Weekdays with { Friday = [night] } })));
        Only(With(Berlin with { LaterWeeks = [new(new(2027, 1, 1), Weekdays with { Monday = [night] })] }), RefusalCodes.Plans.WindowsOverlap, "calendars[0].laterWeeks[0].week.monday");
    }

    [Fact]
    public void compare_an_override_with_the_nights_around_it()
    {
        Window night = new(22 * H, 10 * H);
        Only(With(Berlin with { Overrides = [new(new(2026, 6, 9), [night])] }), RefusalCodes.Plans.WindowsOverlap, "calendars[0].overrides[0]");
        Assert.Empty(SlaPlanCheck.Check(With(Berlin with { Overrides = [new(new(2026, 6, 9), [night]), new(new(2026, 6, 10), [])] })));
        var fault = Only(With(Berlin with { Overrides = [new(new(2026, 6, 10), [new(8 * H, 9 * H)]), new(new(2026, 6, 9), [new(22 * H, 9 * H)])] }), RefusalCodes.Plans.WindowsOverlap, "calendars[0].overrides[1]");
        Assert.Equal(("2026-06-09", "2026-06-10"), (fault.Facts["firstDay"], fault.Facts["secondDay"]));
        var nights = Weekdays with { Friday = [new(22 * H, 6 * H)] };
        Only(With(Berlin with { Week = nights, Overrides = [new(new(2026, 6, 13), [new(5 * H, 12 * H)])] }), RefusalCodes.Plans.WindowsOverlap, "calendars[0]");
        Only(With(Berlin with { Overrides = [new(new(2026, 6, 9), [new(1 * H, 3 * H), new(2 * H, 4 * H)])] }), RefusalCodes.Plans.WindowsOverlap, "calendars[0].overrides[0]");
    }

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(86_400, 100)]
    [InlineData(0, 86_401)]
    public void refuse_hours_that_no_day_has(int from, int to)
    {
        Only(With(Berlin with { Week = Weekdays with { Saturday = [new(from, to)] } }), RefusalCodes.Plans.WindowInvalid, "calendars[0].week.saturday");
        Only(Sound with { QuietHours = new(from, to) }, RefusalCodes.Plans.WindowInvalid, "quietHours");
    }

    [Fact]
    public void refuse_days_without_an_hour_to_reach_anybody()
    {
        Only(Sound with { QuietHours = new(8 * H, 8 * H) }, RefusalCodes.Plans.WindowInvalid, "quietHours");
        Only(Sound with { QuietHours = new(16 * H, 9 * H) }, RefusalCodes.Plans.WindowInvalid, "quietHours");
    }

    [Fact]
    public void name_what_they_do_not_have()
    {
        Only(With(Berlin with { TimeZone = "Europe/Atlantis" }), RefusalCodes.Plans.ZoneUnknown, "calendars[0].timeZone");
        Only(With(Berlin with { HolidaySets = ["de", "fr"] }), RefusalCodes.Plans.ReferenceUnknown, "calendars[0].holidaySets[1]");
        Only(Sound with { DefaultCalendar = "xx" }, RefusalCodes.Plans.ReferenceUnknown, "defaultCalendar");
        Only(With(Resolution with { Metric = "speed" }), RefusalCodes.Plans.ReferenceUnknown, "rules[0].metric");
        Only(With(Resolution with { Calendar = "xx" }), RefusalCodes.Plans.ReferenceUnknown, "rules[0].calendar");
        Only(With(Resolution with { BreachLadder = "xx" }), RefusalCodes.Plans.ReferenceUnknown, "rules[0].breachLadder");
        Only(With(Resolution with { Thresholds = [new("75%", 75, Ladder: "xx")] }), RefusalCodes.Plans.ReferenceUnknown, "rules[0].thresholds[0].ladder");
        Only(With(Resolution with { Unit = ClockUnit.Fixed }), RefusalCodes.Plans.ReferenceUnknown, "rules[0].unit");
        Only(With(Resolution with { Thresholds = [new("1h", LeadSeconds: 60, LeadUnit: ClockUnit.CivilDays)] }), RefusalCodes.Plans.ReferenceUnknown, "rules[0].thresholds[0].leadUnit");
        Only(Sound with { Pauses = [new([Metrics.Resolution], "asleep", "x")] }, RefusalCodes.Plans.ReferenceUnknown, "pauses[0].stage");
        Only(Sound with { Pauses = [new(["speed"], "awaiting-client", "x")] }, RefusalCodes.Plans.ReferenceUnknown, "pauses[0].metrics");
        Only(Sound with { Clients = [new("acme", Calendar: "xx")] }, RefusalCodes.Plans.ReferenceUnknown, "clients[0].calendar");
        Only(Sound with { Assignments = [new("planet", "x", "de")] }, RefusalCodes.Plans.ReferenceUnknown, "assignments[0].scope");
        Only(Sound with { Assignments = [new("desk", "x", "xx")] }, RefusalCodes.Plans.ReferenceUnknown, "assignments[0].calendar");
    }

    [Fact]
    public void name_an_id_that_occurs_twice()
    {
        Only(Sound with { Calendars = [Berlin, Berlin, Shanghai] }, RefusalCodes.Plans.IdTaken, "calendars[1].id");
        Only(Sound with { HolidaySets = [German, German] }, RefusalCodes.Plans.IdTaken, "holidaySets[1].id");
        Only(Sound with { Rules = [Resolution, Resolution] }, RefusalCodes.Plans.IdTaken, "rules[1].id");
        Only(With(Resolution with { Thresholds = [new("a", 50), new("a", 75)] }), RefusalCodes.Plans.IdTaken, "rules[0].thresholds[1].id");
        Only(Sound with { Clients = [new("acme"), new("acme")] }, RefusalCodes.Plans.IdTaken, "clients[1].clientId");
        Only(Sound with { Assignments = [new("desk", "x", "de"), new("account", "x", "de"), new("desk", "x", "cn")] }, RefusalCodes.Plans.IdTaken, "assignments[2].id");
        Only(Sound with { Ladders = [SampleLadders.Three, SampleLadders.Three] }, RefusalCodes.Plans.IdTaken, "ladders[1].id");
        Only(Sound with { Rotas = [Duty, Duty] }, RefusalCodes.Plans.IdTaken, "rotas[1].id");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("client")]
    public void refuse_ids_that_would_be_read_as_something_else(string id) =>
        Only(Sound with { Calendars = [Berlin, Shanghai, Shanghai with { Id = id }] }, RefusalCodes.Plans.IdInvalid, "calendars[2].id");

    [Fact]
    public void need_names() => Only(With(Berlin with { Name = " " }), RefusalCodes.Plans.NameInvalid, "calendars[0].name");

    [Fact]
    public void refuse_numbers_that_promise_nothing()
    {
        Only(With(Resolution with { Seconds = 0, Thresholds = [] }), RefusalCodes.Plans.NumberInvalid, "rules[0].seconds");
        Only(With(Resolution with { Unit = ClockUnit.CivilDays, Days = 0, Thresholds = [] }), RefusalCodes.Plans.NumberInvalid, "rules[0].days");
        Only(With(Resolution with { GraceSeconds = -1 }), RefusalCodes.Plans.NumberInvalid, "rules[0].graceSeconds");
        foreach (var percent in new[] { 0, 100, -5 }) { Only(With(Resolution with { Thresholds = [new("a", percent)] }), RefusalCodes.Plans.NumberInvalid, "rules[0].thresholds[0].percent"); }
        foreach (var lead in new[] { 0, 40 * H }) { Only(With(Resolution with { Thresholds = [new("a", LeadSeconds: lead)] }), RefusalCodes.Plans.NumberInvalid, "rules[0].thresholds[0].leadSeconds"); }
        Only(Sound with { ReopenWithinSeconds = -1 }, RefusalCodes.Plans.NumberInvalid, "reopenWithinSeconds");
        Only(With(SampleLadders.Three with { Repeats = 6, RepeatAfterSeconds = 60 }), RefusalCodes.Plans.NumberInvalid, "ladders[0].repeats");
        Only(With(SampleLadders.Three with { Repeats = 1 }), RefusalCodes.Plans.NumberInvalid, "ladders[0].repeatAfterSeconds");
        Only(With(SampleLadders.Three with { Steps = [SampleLadders.Step("owner", -1)] }), RefusalCodes.Plans.NumberInvalid, "ladders[0].steps[0].waitSeconds");
        Only(Sound with { Rotas = [Duty with { ShiftDays = 0 }] }, RefusalCodes.Plans.NumberInvalid, "rotas[0].shiftDays");
        Only(Sound with { Rotas = [Duty with { HandOver = 86_400 }] }, RefusalCodes.Plans.NumberInvalid, "rotas[0].handOver");
    }

    [Fact]
    public void refuse_a_warning_with_both_a_percent_and_a_lead_or_neither()
    {
        Only(With(Resolution with { Thresholds = [new("a")] }), RefusalCodes.Plans.ThresholdInvalid, "rules[0].thresholds[0]");
        Only(With(Resolution with { Thresholds = [new("a", 50, 60)] }), RefusalCodes.Plans.ThresholdInvalid, "rules[0].thresholds[0]");
    }

    [Fact]
    public void refuse_to_pause_what_never_pauses()
    {
        foreach (var metric in Metrics.All.Where(Metrics.NeverPauses)) { Only(Sound with { Pauses = [new([metric], "awaiting-client", "x")] }, RefusalCodes.Plans.NeverPauses, "pauses[0].metrics"); }
    }

    [Fact]
    public void refuse_calendars_that_never_open_and_budgets_they_cannot_hold()
    {
        Only(Sound with { Calendars = [Berlin, Shanghai, Shanghai with { Id = "never", Week = new() }] }, RefusalCodes.Plans.Unschedulable, "calendars[2]");
        var hour = Berlin with { Week = new() { Monday = [new(0, H)] } };
        Only(With(hour) with { Rules = [Resolution with { Seconds = 158 * H }] }, RefusalCodes.Plans.Unschedulable, "rules[0].seconds");
        Assert.Empty(SlaPlanCheck.Check(With(hour) with { Rules = [Resolution with { Seconds = 150 * H }] }));
        // The account of a rule may be assigned the narrow calendar.
        Only(Sound with { Calendars = [Berlin, Shanghai with { Week = hour.Week }], Rules = [Resolution with { Calendar = "account", Seconds = 158 * H }] }, RefusalCodes.Plans.Unschedulable, "rules[0].seconds");
    }

    [Fact]
    public void count_holidays_and_weeks_to_come_when_a_first_date_is_given()
    {
        var only = Berlin with { Week = new(), LaterWeeks = [new(new(2030, 1, 1), Weekdays)] };
        Only(With(only), RefusalCodes.Plans.Unschedulable, "calendars[0]", new(2026, 1, 1), 2);
        Assert.Empty(SlaPlanCheck.Check(With(only), new(2029, 1, 1)));
        var closed = German with { Days = [.. Enumerable.Range(0, PlanLimits.HorizonDays).Select(i => new HolidayDay(new DateOnly(2026, 1, 1).AddDays(i), new("Closed", "休")))] };
        Only(Sound with { HolidaySets = [closed] }, RefusalCodes.Plans.Unschedulable, "calendars[0]", new(2026, 1, 1), 2);
        var made = closed with { Days = [.. closed.Days.Select(d => d with { WorksLike = DayOfWeek.Monday })] };
        Assert.Empty(SlaPlanCheck.Check(Sound with { HolidaySets = [made] }, new(2026, 1, 1)));
    }

    private static void Only(SlaPlan plan, string code, string path, DateOnly from, int faults)
    {
        var found = SlaPlanCheck.Check(plan, from);
        Assert.Equal(faults, found.Count);
        Assert.Equal((code, path), (found[0].Code, found[0].Path));
    }

    [Fact]
    public void refuse_ladders_without_steps_and_rotas_without_members()
    {
        Only(With(SampleLadders.Three with { Steps = [] }), RefusalCodes.Plans.Empty, "ladders[0].steps");
        Only(Sound with { Rotas = [Duty with { Members = [] }] }, RefusalCodes.Plans.Empty, "rotas[0].members");
        Only(Sound with { Rotas = [Duty with { Overrides = [new(SampleLadders.Tuesday, SampleLadders.Tuesday, null)] }] }, RefusalCodes.Plans.RangeInvalid, "rotas[0].overrides[0]");
    }

    [Fact]
    public void refuse_steps_to_unknown_people_channels_and_conditions()
    {
        var step = SampleLadders.Step("owner", 0);
        Only(With(SampleLadders.Of(step with { Target = new("role", "king") })), RefusalCodes.Plans.ReferenceUnknown, "ladders[0].steps[0].target");
        Only(With(SampleLadders.Of(step with { Target = new("rota", "king") })), RefusalCodes.Plans.ReferenceUnknown, "ladders[0].steps[0].target");
        Only(With(SampleLadders.Of(step with { Target = new("team", "king") })), RefusalCodes.Plans.ReferenceUnknown, "ladders[0].steps[0].target");
        Only(With(SampleLadders.Of(step with { Channel = "pigeon" })), RefusalCodes.Plans.ReferenceUnknown, "ladders[0].steps[0].channel");
        Only(With(SampleLadders.Of(step with { StopsOn = ["lunch"] })), RefusalCodes.Plans.ReferenceUnknown, "ladders[0].steps[0].stopsOn");
        Only(With(SampleLadders.Of(step with { WaitUnit = ClockUnit.Fixed })), RefusalCodes.Plans.ReferenceUnknown, "ladders[0].steps[0].waitUnit");
        Assert.Empty(SlaPlanCheck.Check(With(SampleLadders.Of(step with { Target = new("rota", "duty") }))));
    }

    [Fact]
    public void name_a_date_that_occurs_twice()
    {
        DateOnly day = new(2026, 6, 9);
        Only(With(Berlin with { Overrides = [new(day, []), new(day, Office)] }), RefusalCodes.Plans.DateTwice, "calendars[0].overrides[1].date");
        Only(With(Berlin with { LaterWeeks = [new(day, Weekdays), new(day, Weekdays)] }), RefusalCodes.Plans.DateTwice, "calendars[0].laterWeeks[1].from");
        Only(Sound with { HolidaySets = [German with { Days = [.. German.Days, German.Days[0]] }] }, RefusalCodes.Plans.DateTwice, "holidaySets[0].days[2].date");
    }

    [Fact]
    public void are_refused_for_their_size_before_anything_else()
    {
        Only(Sound with { Calendars = [.. Enumerable.Range(0, 201).Select(i => Berlin with { Id = $"c{i}" })] }, RefusalCodes.Plans.TooMany, "calendars");
        Only(Sound with { Rules = [.. Enumerable.Range(0, 501).Select(i => Resolution with { Id = $"r{i}" })] }, RefusalCodes.Plans.TooMany, "rules");
        Only(With(Berlin with { Overrides = [.. Enumerable.Range(0, 2_001).Select(i => new DayOverride(new DateOnly(2026, 1, 1).AddDays(i), []))] }), RefusalCodes.Plans.TooMany, "calendars[0].overrides");
    }
}
