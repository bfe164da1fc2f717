using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

public sealed class Warnings
{
    private static readonly WorkingTime Office = Germany.Time();

    private static readonly ClockTarget Target = Budget(8 * Hour) with
    {
        Thresholds =
        [
            new Threshold("1h", LeadSeconds: Hour, LeadUnit: ClockUnit.Elapsed), new Threshold("75%", 75, Ladder: "team"), new Threshold("50%", 50),
            new Threshold("2h-work", LeadSeconds: 2 * Hour),
        ],
        BreachLadder = "alarm",
    };

    private static DateTimeOffset Monday(int hour, int minute = 0) => At(Berlin, "2026-06-08").AddHours(hour).AddMinutes(minute);

    private static Clock Morning => Started(Monday(9), Target, Office);

    [Fact]
    public void stand_in_order_of_time_and_end_with_the_breach() => Assert.Equal(
        [
            new FiringPoint(FiringKinds.Warning, "50%", Monday(13)), new FiringPoint(FiringKinds.Warning, "75%", Monday(15), "team"),
            new FiringPoint(FiringKinds.Warning, "2h-work", Monday(15)), new FiringPoint(FiringKinds.Warning, "1h", Monday(16)),
            new FiringPoint(FiringKinds.Breach, "", Monday(17), "alarm"),
        ],
        Morning.State.Points);

    [Fact]
    public void walk_back_in_their_own_unit()
    {
        var points = Started(Monday(10), Target, Office).State.Points;
        Assert.Equal([Monday(14), Monday(16), Monday(16), Monday(33), Monday(34)], points.Select(p => p.At));
        Assert.Equal(["50%", "75%", "2h-work", "1h", ""], points.Select(p => p.Step));
        Assert.Equal(Monday(33), points[3].At);
    }

    [Fact]
    public void keep_the_instant_at_which_they_passed()
    {
        var clock = Morning.PausedBetween(Monday(14), Monday(15));
        Assert.Equal([Monday(13), Monday(16), Monday(16), Monday(33), Monday(34)], clock.State.Points.Select(p => p.At));
        Assert.Equal(Monday(10, 30), Morning.Retargeted(Monday(14), Target with { Seconds = 6 * Hour, Thresholds = [new Threshold("25%", 25)] }).State.Points[0].At);
    }

    [Fact]
    public void stay_when_the_promise_is_broken()
    {
        var points = Morning.StateAt(Monday(90)).Points;
        Assert.Equal([Monday(13), Monday(15), Monday(15), Monday(16), Monday(17)], points.Select(p => p.At));
    }

    [Fact]
    public void end_with_the_breach_even_when_a_new_target_is_due_later()
    {
        var points = Morning.Retargeted(Monday(18), Target with { Seconds = 80 * Hour, BreachLadder = "other" }).State.Points;
        Assert.Equal([new FiringPoint(FiringKinds.Breach, "", Monday(17), "other")], points);
    }

    [Fact]
    public void tell_the_breach_of_a_retarget_at_the_change()
    {
        var points = Morning.Retargeted(Monday(16), Target with { Seconds = 4 * Hour, Thresholds = [new Threshold("50%", 50)] }).State.Points;
        Assert.Equal([Monday(11), Monday(16)], points.Select(p => p.At));
    }

    [Fact]
    public void do_not_come_before_the_start()
    {
        var target = Budget(Hour) with { Thresholds = [new Threshold("4h", LeadSeconds: 4 * Hour), new Threshold("9h", LeadSeconds: 9 * Hour, LeadUnit: ClockUnit.Elapsed)] };
        Assert.Equal([Monday(12), Monday(12), Monday(13)], Started(Monday(12), target, Office).State.Points.Select(p => p.At));
    }

    [Fact]
    public void do_not_come_after_the_breach_or_without_a_measure() =>
        Assert.Single(Started(Monday(9), Target with { Thresholds = [new Threshold("110%", 110), new Threshold("nothing")] }, Office).State.Points);

    [Fact]
    public void at_the_whole_budget_come_with_the_breach_and_before_it() =>
        Assert.Equal(["100%", ""], Started(Monday(9), Target with { Thresholds = [new Threshold("100%", 100)] }, Office).State.Points.Select(p => p.Step));

    [Fact]
    public void remain_for_a_pause_that_came_with_nothing_left() =>
        Assert.Equal(Monday(17), Morning.Paused(Monday(17)).StateAt(Monday(17)).Points[^1].At);
}
