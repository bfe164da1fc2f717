using System.Text.Json;
using AgencyPlatform.Domain.Sla;
using CsCheck;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

/// <summary>What holds for any clock, whatever happens to it.</summary>
public sealed class Any_clock
{
    [Fact] // P5
    public void is_not_moved_by_a_pause_in_closed_time() => Tried(5_000, (time, probe) =>
    {
        var clock = Started(probe.From, probe.Seconds, time);
        var spans = time.Spans(probe.From, probe.From.AddDays(10));
        if (spans.Count < 2) { return; }
        var i = (int)(probe.Seconds % (spans.Count - 1));
        Assert.Equal(clock.Due, clock.PausedBetween(spans[i].To, spans[i + 1].From).Due);
    });

    [Fact] // P6
    public void is_never_due_earlier_for_a_pause() => Tried(5_000, (time, probe) =>
    {
        var clock = Started(probe.From, probe.Seconds, time);
        var at = probe.From.AddSeconds((probe.To - probe.From).TotalSeconds / 2);
        Assert.True((clock.PausedBetween(at, probe.To).Due ?? DateTimeOffset.MaxValue) >= (clock.Due ?? DateTimeOffset.MaxValue));
        Assert.Equal(clock.Due, clock.PausedBetween(at, at).Due);
    });

    [Fact] // P7
    public void takes_overlapping_pauses_as_their_union() => Tried(5_000, (time, probe) =>
    {
        var clock = Started(probe.From, probe.Seconds, time);
        DateTimeOffset Part(int part) => probe.From.AddSeconds((probe.To - probe.From).TotalSeconds * part / 5);
        var overlapping = clock.PausedBetween(Part(1), Part(3)).PausedBetween(Part(2), Part(4), "amazon");
        Assert.Equal(clock.PausedBetween(Part(1), Part(4)).Due, overlapping.Due);
        var nested = clock.PausedBetween(Part(2), Part(3)).PausedBetween(Part(1), Part(4), "amazon");
        Assert.Equal(clock.PausedBetween(Part(1), Part(4)).Due, nested.Due);
    });

    [Fact] // P11
    public void warns_in_order_and_never_after_the_breach() => Told(3_000, (clock, now) =>
    {
        var state = clock.StateAt(now);
        if (state.Points.Count == 0) { return; }
        Assert.Equal(state.Points.Select(p => p.At).Order(), state.Points.Select(p => p.At));
        Assert.Equal(FiringKinds.Breach, state.Points[^1].Kind);
        Assert.Equal(state.BreachedAt ?? state.DueAt, state.Points[^1].At);
        var percents = state.Points.Where(p => p.Step.EndsWith('%')).Select(p => p.Step).ToArray();
        Assert.Equal(percents.Order(), percents);
        Assert.All(state.Points, point => Assert.True(point.At >= state.StartedAt || point.Kind == FiringKinds.Breach));
    });

    [Fact] // P13
    public void is_the_same_in_whatever_order_its_events_were_learnt() => Told(3_000, (clock, now) =>
    {
        Assert.Equal(Text(clock.StateAt(now)), Text((clock with { Events = [.. clock.Events.Reverse()] }).StateAt(now)));
        Assert.Equal(Text(clock.StateAt(now)), Text((clock with { Events = [.. clock.Events.OrderBy(e => e.Sequence * 7919 % 31)] }).StateAt(now)));
    });

    [Fact] // P13
    public void stands_as_it_stood_when_only_that_had_happened() => Told(3_000, (clock, now) =>
        Assert.Equal(Text((clock with { Events = [.. clock.Events.Where(e => e.At <= now || e.Kind == ClockEventKind.Started)] }).StateAt(now)), Text(clock.StateAt(now))));

    [Fact] // P14
    public void is_as_before_when_a_target_comes_and_goes_unbroken() => Tried(5_000, (time, probe) =>
    {
        var clock = Started(probe.From, probe.Seconds, time);
        var (there, back) = (probe.From.AddSeconds((probe.To - probe.From).TotalSeconds / 3), probe.To);
        var between = clock.Retargeted(there, Budget(probe.Seconds * 2 / 3));
        if (between.StateAt(back).BreachedAt is not null || clock.StateAt(back).BreachedAt is not null) { return; }
        var after = between.Retargeted(back, Budget(probe.Seconds)).StateAt(back);
        Assert.Equal(Text(clock.StateAt(back)), Text(after));
    });

    [Fact] // P15
    public void never_loses_a_miss() => Told(3_000, (clock, now) =>
    {
        var inOrder = clock with { Events = [.. clock.Events.OrderBy(e => e.At).ThenBy(e => e.Sequence)] };
        (DateTimeOffset At, string Cause)? missed = null;
        for (var count = 1; count <= inOrder.Events.Count; count++)
        {
            var at = inOrder.Events[count - 1].At;
            var state = (inOrder with { Events = [.. inOrder.Events.Take(count)] }).StateAt(at);
            if (missed is { } known) { Assert.Equal(known, (state.BreachedAt!.Value, state.BreachCause!)); }
            // At the due instant itself an answer may still come with the same second.
            if (state.BreachedAt < at || state.BreachCause == BreachCauses.Retarget) { missed = (state.BreachedAt!.Value, state.BreachCause!); }
        }
        var last = inOrder.StateAt(now);
        if (missed is { } still && inOrder.Events[^1].At <= now) { Assert.Equal(still, (last.BreachedAt!.Value, last.BreachCause!)); }
    });

    [Fact] // P17
    public void does_nothing_after_its_end() => Told(3_000, (clock, now) =>
    {
        var running = clock.StateAt(now);
        var next = clock.Events.Max(e => e.At) > now ? clock.Events.Max(e => e.At) : now;
        foreach (var ended in new[] { clock.Fulfilled(next), clock.Cancelled(next) })
        {
            var state = ended.StateAt(next.AddDays(400));
            Assert.Empty(state.Points);
            Assert.True(state.BreachedAt is null || state.BreachedAt <= next);
            Assert.Contains(state.Phase, new[] { ClockPhase.Met, ClockPhase.Missed, ClockPhase.Cancelled, ClockPhase.Unschedulable });
            Assert.Null(state.LeftSeconds);
        }
        if (running.Phase is ClockPhase.Met or ClockPhase.Missed or ClockPhase.Cancelled) { Assert.Empty(running.Points); }
    });

    [Fact] // P18 in the clock's part: a plan's new version means nothing to clocks that name the old one.
    public void asks_only_for_the_plan_it_names() => Tried(1_000, (time, probe) =>
    {
        var clock = Started(probe.From, probe.Seconds, time);
        Assert.Equal(clock.Due, clock.With((plan, _) => plan.Version == 1 ? time : WorkingTime.Always).Due);
    });

    [Fact]
    public void is_explained_by_seconds_that_add_up_in_few_lines() => Told(1_500, (clock, now) =>
    {
        var state = clock.StateAt(now);
        var lines = clock.Explain(now);
        Assert.InRange(lines.Count, 1, 60);
        Assert.All(lines, line => Assert.Contains(line.Code, ExplainCodes.All));
        if (state.DueAt is not { } due || state.Target.Unit is not (ClockUnit.Business or ClockUnit.Elapsed) || state.Phase is ClockPhase.Met or ClockPhase.Missed) { return; }
        if (lines.Any(l => l.Code is ExplainCodes.Retargeted or ExplainCodes.Grace or ExplainCodes.More) || clock.Events.Any(e => e.Kind == ClockEventKind.Reopened)) { return; }
        Assert.Equal(state.Target.Seconds, lines.Where(l => ExplainCodes.Counts(l.Code)).Sum(l => l.Seconds));
        Assert.Contains(new ExplainLine(ExplainCodes.Due, due), lines);
    });

    private static void Tried(int cases, Action<WorkingTime, Probe> property) => Generated.With(probes: 50).Sample(
        sample => { foreach (var probe in sample.Probes) { property(sample.Time, probe); } },
        iter: cases / 50);

    private static void Told(int cases, Action<Clock, DateTimeOffset> property) => GeneratedClock.With(stories: 30).Sample(
        sample => { foreach (var (clock, now) in sample.Stories) { property(clock, now); } },
        iter: cases / 30,
        print: sample => sample.ToString());

    private static string Text(ClockState state) => JsonSerializer.Serialize(state);
}
