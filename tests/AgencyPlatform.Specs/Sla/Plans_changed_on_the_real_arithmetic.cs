using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.SampleLadders;
using static AgencyPlatform.Specs.Sla.SamplePlans;

namespace AgencyPlatform.Specs.Sla;

/// <summary>A holiday is added for a day on which a promise is due.</summary>
public sealed class Plans_changed_on_the_real_arithmetic
{
    private static readonly PlanReference Old = new(1, "old"), New = new(2, "new");

    private static readonly SlaPlan Before = Sound with { Rules = [Resolution with { Seconds = 8 * 3_600, Thresholds = [] }] };

    private static readonly SlaPlan After = Before with { HolidaySets = [German with { Days = [.. German.Days, new(new(2026, 6, 10), new("Strike", "罢工"))] }] };

    private static readonly CaseFacts Facts = new(CasePriority.Normal, "ACC-AHR", "nobody", "a", "", "Europe/Berlin");

    private static WorkingTime CalendarOf(PlanReference plan, string id)
    {
        var from = plan == Old ? Before : After;
        return WorkingTime.Of(from.Calendars.Single(c => c.Id == id), from.HolidaySets);
    }

    private static SlaClock Clock => new()
    {
        Id = "resolution", Metric = Metrics.Resolution,
        Events = [new() { Sequence = 1, Kind = ClockEventKind.Started, At = Utc("2026-06-09T12:00:00Z"), Target = Promises.Target(Before, Old, Facts, Metrics.Resolution) }],
    };

    private static ClockState Change(PlanChoice choice, string at)
    {
        var retarget = PlanChange.Retarget(Clock, Promises.Target(After, New, Facts, Metrics.Resolution)!, choice, Utc(at));
        return SlaFunction.State(retarget is null ? Clock : Clock with { Events = [.. Clock.Events, retarget] }, CalendarOf, Utc(at));
    }

    [Fact]
    public void move_the_due_instant_behind_the_holiday_or_leave_it()
    {
        // From 14:00 in Berlin three hours on Tuesday; the rest of eight (a day has seven) on Wednesday by 15:00, or on Thursday.
        const string tuesdayEvening = "2026-06-09T18:00:00Z";
        Assert.Equal(Utc("2026-06-10T13:00:00Z"), Change(PlanChoice.NewCasesOnly, tuesdayEvening).DueAt);
        Assert.Equal(Utc("2026-06-11T13:00:00Z"), Change(PlanChoice.FromNow, tuesdayEvening).DueAt);
        Assert.Equal(Utc("2026-06-11T13:00:00Z"), Change(PlanChoice.RecomputeAll, tuesdayEvening).DueAt);
    }

    [Fact]
    public void count_the_time_used_again_only_where_all_is_recomputed()
    {
        // Wednesday 11:00 in Berlin: two hours of it are used unless the day is a holiday in hindsight.
        const string wednesday = "2026-06-10T09:00:00Z";
        Assert.Equal(Utc("2026-06-11T10:00:00Z"), Change(PlanChoice.FromNow, wednesday).DueAt);
        Assert.Equal(Utc("2026-06-11T13:00:00Z"), Change(PlanChoice.RecomputeAll, wednesday).DueAt);
    }

    [Fact]
    public void never_unmake_a_breach()
    {
        const string late = "2026-06-10T14:00:00Z";
        foreach (var choice in Enum.GetValues<PlanChoice>()) { Assert.Equal(Utc("2026-06-10T13:00:00Z"), Change(choice, late).BreachedAt); }
    }

    [Fact]
    public void leave_every_due_instant_where_only_new_cases_are_meant() =>
        Assert.Equal(SlaFunction.State(Clock, CalendarOf, Utc("2026-06-10T09:00:00Z")).DueAt, Change(PlanChoice.NewCasesOnly, "2026-06-10T09:00:00Z").DueAt);
}
