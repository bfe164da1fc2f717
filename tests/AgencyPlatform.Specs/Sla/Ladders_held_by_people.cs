using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using CsCheck;
using static AgencyPlatform.Specs.Sla.SampleLadders;

namespace AgencyPlatform.Specs.Sla;

public sealed class Ladders_held_by_people
{
    private static Escalation Acknowledged(Escalation escalation, EscalationPlan plan, double minutes, double at) =>
        Escalations.Acknowledge(escalation, plan, "ann", Tuesday.AddMinutes(minutes), Tuesday.AddMinutes(at)).Accepted().Single();

    [Fact]
    public void go_on_at_the_next_step_when_the_chosen_time_is_over()
    {
        var plan = Plan(Three);
        var held = Acknowledged(Begin(plan).Go(plan, Tuesday), plan, 120, 5);
        Assert.Equal(("ann", Tuesday.AddMinutes(120), Tuesday.AddMinutes(120)), (held.AcknowledgedBy, held.HeldUntil!.Value, held.NextAt!.Value));
        Assert.Empty(Escalations.Step(held, plan, Tuesday.AddMinutes(119)).Calls);

        var turn = Escalations.Step(held, plan, Tuesday.AddMinutes(120));
        Assert.Equal(["1.2 lea"], turn.Calls.Select(Said));
        Assert.Null(turn.Escalation.AcknowledgedBy);
        Assert.Null(turn.Escalation.HeldUntil);
    }

    [Fact]
    public void are_never_hurried_by_a_short_acknowledgement()
    {
        var plan = Plan(Three);
        Assert.Equal(Tuesday.AddMinutes(30), Acknowledged(Begin(plan).Go(plan, Tuesday), plan, 10, 5).NextAt);
    }

    [Fact]
    public void can_be_held_for_less_than_before()
    {
        var plan = Plan(Three);
        var held = Acknowledged(Acknowledged(Begin(plan).Go(plan, Tuesday), plan, 600, 5), plan, 45, 6);
        Assert.Equal(Tuesday.AddMinutes(45), held.NextAt);
        Assert.Equal(Tuesday.AddMinutes(30), Escalations.Snooze(held, plan, Tuesday.AddMinutes(20), Tuesday.AddMinutes(7)).Accepted().Single().NextAt);
    }

    [Fact]
    public void end_where_the_next_step_stops_on_acknowledgement_and_not_on_a_snooze()
    {
        var plan = Plan(Of(Step("case-worker", 0), Step("manager", 30, EscalationWords.Acknowledged), Step("owner", 60)));
        var running = Begin(plan).Go(plan, Tuesday);

        var ended = Acknowledged(running, plan, 60, 5);
        Assert.Equal((EscalationWords.Acknowledged, "ann", Tuesday.AddMinutes(5)), (ended.EndReason, ended.AcknowledgedBy, ended.EndedAt!.Value));
        Assert.Null(Escalations.Snooze(running, plan, Tuesday.AddMinutes(60), Tuesday.AddMinutes(5)).Accepted().Single().EndedAt);
        // The owner's step does not stop on it.
        Assert.Null(Acknowledged(running.Go(plan, Tuesday.AddMinutes(30)), plan, 60, 31).EndedAt);
    }

    [Fact]
    public void end_where_the_next_step_stops_on_a_next_action_planned_anew()
    {
        var plan = Plan(Of(Step("case-worker", 0), Step("manager", 30, EscalationWords.NextAction), Step("owner", 60)));
        var running = Begin(plan).Go(plan, Tuesday);
        Assert.Equal(EscalationWords.NextAction, Escalations.NextActionPlanned(running, plan, Tuesday.AddMinutes(5)).EndReason);
        var later = running.Go(plan, Tuesday.AddMinutes(30));
        Assert.Same(later, Escalations.NextActionPlanned(later, plan, Tuesday.AddMinutes(31)));
    }

    [Fact]
    public void are_not_held_once_ended_nor_into_the_past_nor_for_ever()
    {
        var plan = Plan(Three);
        var running = Begin(plan).Go(plan, Tuesday);
        var ended = Escalations.End(running, EscalationWords.Fulfilled, Tuesday.AddMinutes(1));
        Escalations.Acknowledge(ended, plan, "ann", Tuesday.AddHours(1), Tuesday.AddMinutes(2)).Refused(RefusalCodes.CallLadders.Ended);
        Escalations.Snooze(ended, plan, Tuesday.AddHours(1), Tuesday.AddMinutes(2)).Refused(RefusalCodes.CallLadders.Ended);
        Escalations.Snooze(running, plan, Tuesday.AddMinutes(2), Tuesday.AddMinutes(2)).Refused(RefusalCodes.CallLadders.HoldInvalid);
        Escalations.Acknowledge(running, plan, "ann", Tuesday.AddDays(14).AddSeconds(1), Tuesday).Refused(RefusalCodes.CallLadders.HoldInvalid);
    }

    /// <summary>Deed 0 and 1 wake the ladder, 2 acknowledges, 3 snoozes; then so many minutes pass.</summary>
    private static readonly Gen<(int Deed, int Hold, int Minutes)[]> Deeds = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 300], Gen.Int[0, 50]).Array[0, 60];

    private static readonly Gen<Ladder> Ladders = Gen.Select(
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 90], Gen.Bool).Array[1, 5], Gen.Int[0, 3], Gen.Int[0, 120],
        (steps, repeats, pause) => Of([.. steps.Select(s => Step(((string[])["case-worker", "manager", "owner", "reviewer"])[s.Item1], s.Item2))]) with { Repeats = repeats, RepeatAfterSeconds = pause * 60L });

    [Fact]
    public void make_each_step_once_in_order_whatever_people_do() => Gen.Select(Ladders, Deeds).Sample((ladder, deeds) =>
    {
        var plan = Plan(ladder);
        var announced = new List<EscalationCall>();
        var escalation = Begin(plan);
        var now = Tuesday;
        foreach (var (deed, hold, minutes) in deeds)
        {
            var until = now.AddMinutes(hold);
            var calls = escalation.Calls;
            if (deed < 2) { Wake(); Wake(); }
            else if (escalation.EndedAt is null) { escalation = (deed == 2 ? Escalations.Acknowledge(escalation, plan, "ann", until, now) : Escalations.Snooze(escalation, plan, until, now)).Accepted().Single(); }
            Assert.True(deed < 2 || calls == escalation.Calls);
            now = now.AddMinutes(minutes);
        }

        for (var i = 0; i < 40 && escalation.NextAt is { } next; i++) { now = next > now ? next : now; Wake(); }

        var expected = Enumerable.Range(1, ladder.Repeats + 1).SelectMany(r => Enumerable.Range(1, ladder.Steps.Count).Select(s => $"{r}.{s}"));
        Assert.Equal(expected, announced.Select(c => c.Step));
        Assert.Equal(announced, escalation.Calls);
        Assert.Equal(announced.Select(c => c.At).Order(), announced.Select(c => c.At));
        Assert.Equal(EscalationWords.Exhausted, escalation.EndReason);

        void Wake()
        {
            var turn = Escalations.Step(escalation, plan, now);
            announced.AddRange(turn.Calls);
            escalation = turn.Escalation;
        }
    });

    [Fact]
    public void are_never_earlier_for_being_held() => Gen.Select(Ladders, Gen.Int[0, 200], Gen.Int[1, 500]).Sample((ladder, at, hold) =>
    {
        var plan = Plan(ladder);
        var now = Tuesday.AddMinutes(at);
        var free = Begin(plan).Go(plan, Tuesday).Go(plan, now);
        if (free.EndedAt is not null) { return; }

        var held = Escalations.Snooze(free, plan, now.AddMinutes(hold), now).Accepted().Single();
        Assert.True(held.NextAt >= free.NextAt);
        Assert.True(held.NextAt >= held.HeldUntil);
    });
}
