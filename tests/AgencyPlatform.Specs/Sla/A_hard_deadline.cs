using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

public sealed class A_hard_deadline
{
    private static readonly DateTimeOffset Notice = At(LosAngeles, "2026-10-20 18:00");

    [Fact]
    public void in_civil_days_counts_the_hours_that_the_dates_have()
    {
        var state = Started(Notice, CivilDays(17, LosAngeles)).StateAt(Notice);
        Assert.Equal((17 * 24 + 1) * Hour, state.LeftSeconds);
        Assert.Equal(state.LeftSeconds, state.LeftWallSeconds);
    }

    [Fact]
    public void in_civil_days_falls_behind_the_gap_where_its_local_time_does_not_exist() =>
        Assert.Equal(Utc("2026-03-08T10:00Z"), Started(At(LosAngeles, "2026-03-07 02:30"), CivilDays(1, LosAngeles)).Due);

    [Fact]
    public void warns_at_percents_of_the_wall_time()
    {
        var target = FixedAt(Notice.AddHours(100)) with { Thresholds = [new Threshold("90%", 90, Ladder: "alarm"), new Threshold("50%", 50)] };
        var points = Started(Notice, target).State.Points;
        Assert.Equal([Notice.AddHours(50), Notice.AddHours(90), Notice.AddHours(100)], points.Select(p => p.At));
        Assert.Equal([null, "alarm", null], points.Select(p => p.Ladder));
    }

    [Fact]
    public void warns_with_a_business_lead_when_it_names_a_calendar()
    {
        var due = At(Berlin, "2026-06-08 10:00");
        var target = FixedAt(due) with { Calendar = "office", Plan = new PlanReference(1, "plan"), Thresholds = [new Threshold("3h", LeadSeconds: 3 * Hour)] };
        var clock = Started(due.AddDays(-7), target, Germany.Time());
        Assert.Equal(At(Berlin, "2026-06-05 15:00"), clock.State.Points[0].At);
        Assert.Equal(due.AddHours(-3), Started(due.AddDays(-7), target with { Calendar = null }, Germany.Time()).State.Points[0].At);
    }

    [Fact]
    public void may_lie_further_ahead_than_any_budget() =>
        Assert.Equal((ClockPhase.Running, Notice.AddYears(5)), (Started(Notice, FixedAt(Notice.AddYears(5))).State.Phase, Started(Notice, FixedAt(Notice.AddYears(5))).Due));

    [Fact]
    public void without_an_instant_a_zone_or_an_end_can_never_be_due()
    {
        Assert.Equal(ClockPhase.Unschedulable, Started(Notice, new ClockTarget { Unit = ClockUnit.Fixed }).State.Phase);
        Assert.Equal((ClockPhase.Unschedulable, null), (Started(Notice, CivilDays(17, "Mars/Olympus")).State.Phase, Started(Notice, CivilDays(17, "Mars/Olympus")).State.LeftSeconds));
        Assert.Equal(ClockPhase.Unschedulable, Started(Notice, CivilDays(1_097, LosAngeles)).State.Phase);
        Assert.Equal(ClockPhase.Running, Started(Notice, CivilDays(1_096, LosAngeles)).State.Phase);
        Assert.Equal(ClockPhase.Unschedulable, Started(Notice, CivilDays(int.MaxValue, LosAngeles)).State.Phase);
    }

    [Fact]
    public void is_broken_at_its_instant_and_met_by_then()
    {
        var clock = Started(Notice, FixedAt(Notice.AddHours(1)));
        Assert.Equal(Notice.AddHours(1), clock.StateAt(Notice.AddHours(1)).BreachedAt);
        Assert.Equal(ClockPhase.Met, clock.Fulfilled(Notice.AddHours(1)).State.Phase);
        var late = clock.Fulfilled(Notice.AddHours(1).AddSeconds(1)).State;
        Assert.Equal((ClockPhase.Missed, Notice.AddHours(1), Hour + 1), (late.Phase, late.BreachedAt, late.UsedSeconds));
    }
}
