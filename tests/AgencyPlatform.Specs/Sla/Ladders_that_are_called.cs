using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.SampleLadders;

namespace AgencyPlatform.Specs.Sla;

public sealed class Ladders_that_are_called
{
    [Fact]
    public void call_step_by_step_at_their_waits()
    {
        var plan = Plan(Three);
        var started = Begin(plan);
        Assert.Equal(("resolution/1/breach/", Tuesday, PlanVersion), (started.Id, started.NextAt!.Value, started.Plan));

        var first = Escalations.Step(started, plan, Tuesday);
        Assert.Equal(["1.1 ann+ben"], first.Calls.Select(Said));
        Assert.Equal(Tuesday.AddMinutes(30), first.Escalation.NextAt);
        Assert.Empty(Escalations.Step(first.Escalation, plan, Tuesday.AddMinutes(30).AddSeconds(-1)).Calls);

        var second = Escalations.Step(first.Escalation, plan, Tuesday.AddMinutes(30));
        Assert.Equal(["1.2 lea"], second.Calls.Select(Said));

        var third = Escalations.Step(second.Escalation, plan, Tuesday.AddMinutes(90));
        Assert.Equal(["1.3 otto"], third.Calls.Select(Said));
        Assert.Equal((EscalationWords.Exhausted, Tuesday.AddMinutes(90)), (third.Escalation.EndReason, third.Escalation.EndedAt!.Value));
        Assert.Null(third.Escalation.NextAt);
        Assert.Empty(Escalations.Step(third.Escalation, plan, Tuesday.AddDays(9)).Calls);
    }

    [Fact]
    public void count_from_when_a_step_was_due_and_not_from_a_slow_wake_up()
    {
        var plan = Plan(Three);
        var turn = Escalations.Step(Begin(plan), plan, Tuesday.AddSeconds(40.7));
        Assert.Equal((Tuesday, Tuesday.AddMinutes(30)), (turn.Calls.Single().At, turn.Escalation.NextAt!.Value));
    }

    [Fact]
    public void give_people_their_time_after_the_platform_was_away()
    {
        var plan = Plan(Three);
        var back = Tuesday.AddHours(6);
        var turn = Escalations.Step(Begin(plan), plan, back);
        Assert.Equal(("1.1 ann+ben", back, back.AddMinutes(30)), (Said(turn.Calls.Single()), turn.Calls[0].At, turn.Escalation.NextAt!.Value));
    }

    [Fact]
    public void wait_in_the_business_hours_of_the_clock()
    {
        var plan = Plan(Of(new LadderStep(600, ClockUnit.Business, Role("manager"))));
        Assert.Equal(Tuesday.AddMinutes(70), Begin(plan).NextAt);
        Assert.Equal(Tuesday.AddMinutes(10), Begin(plan with { BusinessDue = (_, _) => null }).NextAt);
    }

    [Fact]
    public void pass_over_a_step_that_reaches_nobody_and_tell_the_owners()
    {
        var plan = Plan(Three, Ann with { IsActive = false }, Lea, Otto);
        var turn = Escalations.Step(Begin(plan), plan, Tuesday);

        Assert.Equal(["1.1 ", "1.2 lea"], turn.Calls.Select(Said));
        Assert.All(turn.Calls, c => Assert.Equal(Tuesday, c.At));
        var gap = Assert.Single(turn.Gaps);
        Assert.Equal(("1.1", Role("case-worker"), "otto"), (gap.Step, gap.Target, gap.Owners.Single().Member));
        Assert.Equal(Tuesday.AddMinutes(60), turn.Escalation.NextAt);
    }

    [Fact]
    public void without_anybody_are_through_at_once_and_say_so_for_every_step()
    {
        var plan = Plan(Three, Ann with { IsActive = false });
        var turn = Escalations.Step(Begin(plan), plan, Tuesday);
        Assert.Equal(["1.1", "1.2", "1.3"], turn.Gaps.Select(g => g.Step));
        Assert.All(turn.Gaps, g => Assert.Empty(g.Owners));
        Assert.Equal(EscalationWords.Exhausted, turn.Escalation.EndReason);
    }

    [Fact]
    public void repeat_as_often_as_they_say_and_no_more()
    {
        var plan = Plan(Of(Step("case-worker", 0), Step("manager", 10)) with { Repeats = 2, RepeatAfterSeconds = 3_600 });
        var escalation = Begin(plan);
        var made = new List<string>();
        for (var minute = 0; minute < 600; minute++)
        {
            var turn = Escalations.Step(escalation, plan, Tuesday.AddMinutes(minute));
            made.AddRange(turn.Calls.Select(c => $"{c.Step}@{(c.At - Tuesday).TotalMinutes}"));
            escalation = turn.Escalation;
        }

        Assert.Equal(["1.1@0", "1.2@10", "2.1@70", "2.2@80", "3.1@140", "3.2@150"], made);
        Assert.Equal(EscalationWords.Exhausted, escalation.EndReason);
    }

    [Fact]
    public void wait_between_rounds_even_where_the_last_step_reached_nobody()
    {
        var plan = Plan(Of(Step("reviewer", 0)) with { Repeats = 3, RepeatAfterSeconds = 3_600 });
        var turn = Escalations.Step(Begin(plan), plan, Tuesday);
        Assert.Single(turn.Calls);
        Assert.Equal(Tuesday.AddHours(1), turn.Escalation.NextAt);
    }

    [Fact]
    public void call_who_is_on_duty_when_the_step_is_due()
    {
        var rota = new Rota { Id = "night", Name = "Night", TimeZone = "UTC", Members = ["ann", "ben"], From = new(2026, 6, 9), HandOver = 8 * 3_600 + 60, ShiftDays = 1 };
        var ladder = Of(new LadderStep(0, ClockUnit.Elapsed, new(EscalationWords.Rota, "night")), new LadderStep(120, ClockUnit.Elapsed, new(EscalationWords.Rota, "night")));
        var plan = Plan(ladder) with { Rotas = [rota] };

        // The first shift starts a minute after the first step: nobody yet, so the second step follows at once and meets nobody either.
        Assert.Equal(["1.1 ", "1.2 "], Escalations.Step(Begin(plan), plan, Tuesday).Calls.Select(Said));
        Assert.Equal(["1.1 ann"], Escalations.Step(Begin(plan, Tuesday.AddMinutes(1)), plan, Tuesday.AddMinutes(2)).Calls.Select(Said));
        Assert.Equal(["1.1 "], Escalations.Step(Begin(plan, Tuesday.AddDays(1)), plan with { Rotas = [] }, Tuesday.AddDays(1)).Calls.Take(1).Select(Said));
        var away = plan with { Members = [Ann with { IsActive = false }, Otto] };
        Assert.Equal("1.1 ", Said(Escalations.Step(Begin(away, Tuesday.AddHours(1)), away, Tuesday.AddHours(1)).Calls[0]));
    }

    [Fact]
    public void end_with_their_clock_held_or_not()
    {
        var plan = Plan(Three);
        var running = Begin(plan).Go(plan, Tuesday);
        var held = Escalations.Snooze(running, plan, Tuesday.AddHours(4), Tuesday.AddMinutes(1)).Accepted().Single();
        foreach (var escalation in new[] { running, held })
        {
            var ended = Escalations.End(escalation, EscalationWords.Fulfilled, Tuesday.AddMinutes(5));
            Assert.Equal((EscalationWords.Fulfilled, Tuesday.AddMinutes(5)), (ended.EndReason, ended.EndedAt!.Value));
            Assert.Empty(Escalations.Step(ended, plan, Tuesday.AddDays(2)).Calls);
            Assert.Same(ended, Escalations.End(ended, EscalationWords.Cancelled, Tuesday.AddMinutes(9)));
        }
    }

    [Fact]
    public void end_where_the_plan_lost_their_steps()
    {
        var plan = Plan(Three);
        var running = Begin(plan).Go(plan, Tuesday);
        Assert.Equal(EscalationWords.Exhausted, running.Go(Plan(Of(Step("owner", 0))), Tuesday.AddHours(1)).EndReason);
        Assert.Equal(EscalationWords.Exhausted, Begin(Plan(Of())).EndReason);
    }
}
