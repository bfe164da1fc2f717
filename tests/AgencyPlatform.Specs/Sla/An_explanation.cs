using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

public sealed class An_explanation
{
    private static readonly WorkingTime Office = Germany.Time();

    [Fact]
    public void names_holidays_and_make_up_days()
    {
        var lines = Started(At(Shanghai, "2026-02-14 16:30"), 8 * Hour, China.Time()).Explain(At(Shanghai, "2026-02-14 17:00"));

        Assert.Equal(["started", "make-up-day", "holiday", "worked", "due"], lines.Select(l => l.Code));
        Assert.Equal((At(Shanghai, "2026-02-14 16:30"), At(Shanghai, "2026-02-14 18:00"), 90 * Minute, "调休上班"), (lines[1].From, lines[1].To, lines[1].Seconds, lines[1].Title!.Zh));
        Assert.Equal((At(Shanghai, "2026-02-16"), At(Shanghai, "2026-02-24"), "Spring Festival"), (lines[2].From, lines[2].To, lines[2].Name));
        Assert.Equal((At(Shanghai, "2026-02-24 09:00"), At(Shanghai, "2026-02-24 17:00"), 390 * Minute), (lines[3].From, lines[3].To, lines[3].Seconds));
        Assert.Equal(At(Shanghai, "2026-02-24 17:00"), lines[4].From);
    }

    [Fact]
    public void tells_pauses_with_their_reasons_and_stops_at_the_due_instant()
    {
        var clock = Started(At(Berlin, "2026-03-26 15:00"), 16 * Hour, Office).PausedBetween(At(Berlin, "2026-03-27 16:00"), At(Berlin, "2026-03-30 10:00"));
        var lines = clock.Explain(At(Berlin, "2026-04-01"));

        Assert.Equal(["started", "worked", "worked", "paused", "resumed", "worked", "due", "breached"], lines.Select(l => l.Code));
        Assert.Equal([16 * Hour, 2 * Hour, 7 * Hour, null, null, 7 * Hour, null, null], lines.Select(l => l.Seconds));
        Assert.Equal(("rule", "client", "client", BreachCauses.Time), (lines[0].Name, lines[3].Name, lines[4].Name, lines[^1].Name));
    }

    [Fact]
    public void tells_closed_days_and_days_with_their_own_hours()
    {
        var calendar = Germany with { Overrides = [Closed("2026-06-09", "Move"), new DayOverride(Day("2026-06-10"), [Open(9, 10)], "Half staff"), Closed("2026-06-13", "A Saturday")] };
        var lines = Started(At(Berlin, "2026-06-08 16:00"), 20 * Hour, calendar.Time()).Explain(At(Berlin, "2026-06-08 16:00"));

        Assert.Equal(["started", "worked", "closed", "other-hours", "worked", "worked", "worked", "due"], lines.Select(l => l.Code));
        Assert.Equal(("Move", "Half staff", Hour), (lines[2].Name, lines[3].Name, lines[3].Seconds));
    }

    [Fact]
    public void says_what_is_left_while_paused_and_that_nothing_will_come_of_closed_offices()
    {
        var paused = Started(At(Berlin, "2026-06-08 09:00"), 4 * Hour, Office).Paused(At(Berlin, "2026-06-08 10:00")).Explain(At(Berlin, "2026-06-09"));
        Assert.Equal(("left", 3 * Hour), (paused[^1].Code, paused[^1].Seconds));
        Assert.Equal("unschedulable", Started(At(Berlin, "2026-06-08"), 1, Weekdays(Berlin).Time()).Explain(At(Berlin, "2036-06-09"))[^1].Code);
    }

    [Fact]
    public void tells_what_became_of_the_promise()
    {
        var clock = Started(At(Berlin, "2026-06-08 09:00"), 16 * Hour, Office).Retargeted(At(Berlin, "2026-06-08 14:00"), Budget(4 * Hour) with { GraceSeconds = Hour })
            .Fulfilled(At(Berlin, "2026-06-08 14:10")).Reopened(At(Berlin, "2026-06-08 14:20")).Cancelled(At(Berlin, "2026-06-08 14:30"));
        var open = clock with { Events = [.. clock.Events.SkipLast(1)] };
        Assert.Equal(["started", "worked", "retargeted", "worked", "fulfilled", "reopened", "worked", "grace", "due"], open.Explain(At(Berlin, "2026-06-08 14:25")).Select(l => l.Code));
        Assert.Equal(("cancelled", "merged"), (clock.Explain(At(Berlin, "2026-06-09"))[^1].Code, clock.Explain(At(Berlin, "2026-06-09"))[^1].Name));
    }

    [Fact]
    public void of_hard_deadlines_and_plain_hours_is_short()
    {
        var start = At(LosAngeles, "2026-10-20 18:00");
        Assert.Equal(["started", "civil-days", "due"], Started(start, CivilDays(17, LosAngeles)).Explain(start).Select(l => l.Code));
        Assert.Equal("17", Started(start, CivilDays(17, LosAngeles)).Explain(start)[1].Name);
        Assert.Equal(["started", "fixed", "due"], Started(start, FixedAt(start.AddDays(3))).Explain(start).Select(l => l.Code));
        Assert.Equal(["started", "elapsed", "due"], Started(start, Budget(90 * Hour, ClockUnit.Elapsed)).Explain(start).Select(l => l.Code));
    }

    [Fact]
    public void sums_many_days_up_and_loses_no_second()
    {
        var clock = Started(At(Berlin, "2026-01-05 09:00"), 1_500 * Hour, Office);
        var lines = clock.Explain(At(Berlin, "2026-01-05 09:00"));
        Assert.Equal(["started", "days", "closed", "closed", "days", "due"], lines.Select(l => l.Code));
        Assert.Equal(1_500 * Hour, lines.Where(l => ExplainCodes.Counts(l.Code)).Sum(l => l.Seconds));
        Assert.Equal(1_500 / 8 + 1, lines.Where(l => l.Code == "days").Sum(l => int.Parse(l.Name!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void leaves_lines_out_when_there_are_too_many_but_counts_them()
    {
        var clock = Started(At(Berlin, "2026-01-05 09:00"), 1_000 * Hour, Office);
        for (var day = 0; day < 100; day++) { clock = clock.PausedBetween(At(Berlin, "2026-01-05 10:00").AddDays(day), At(Berlin, "2026-01-05 11:00").AddDays(day)); }
        var lines = clock.Explain(At(Berlin, "2026-01-05").AddDays(100));

        Assert.Equal(60, lines.Count);
        Assert.Single(lines, l => l.Code == "more");
        Assert.Equal(("started", "due"), (lines[0].Code, lines[^1].Code));
        Assert.Equal(1_000 * Hour, lines.Where(l => ExplainCodes.Counts(l.Code)).Sum(l => l.Seconds));
    }
}
