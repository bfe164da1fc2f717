using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What is due on a case at an instant: warnings, breaches, calls of ladders, a next action that has passed.</summary>
public static partial class CasePromises
{
    /// <summary>Later than this was not the poller's usual delay: the platform was away, and says so.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Everything that is due and has not been done, each once for ever. A clock that has just ended still owes what was due before
    /// its end, and nothing after it.
    /// </summary>
    /// <param name="ended">Clocks that have just ended, as (id, cycle).</param>
    /// <param name="isReplanned">The case's next action has just been planned anew.</param>
    public static IReadOnlyList<CaseEvent> Fire(SellerCase c, PromiseContext context, IReadOnlyCollection<(string Id, int Cycle)>? ended = null, bool isReplanned = false)
    {
        List<CaseEvent> events = [];
        foreach (var clock in c.Promises.Where(k => !ClockMoves.IsEnded(k) || ended?.Contains((k.Id, k.Cycle)) == true))
        {
            if (Owed(clock, context) is { Count: > 0 } owed)
            {
                events.Add(new ClockFired(clock.Id, clock.Cycle, [.. owed.Select(p => new Firing(p.Kind, p.Step, p.At, context.Now, context.Now - p.At > LateAfter))]));
                events.AddRange(Begin(clock, owed, context));
            }
        }

        var fired = events.Aggregate(c, (x, e) => CaseRules.Evolve(x, e, context.Now));
        foreach (var escalation in fired.Escalations.Where(e => e.EndedAt is null)) { events.AddRange(Climb(escalation, fired, isReplanned, context)); }
        if (PassedAction(c, context) is { } passed) { events.Add(passed); }
        return events;
    }

    /// <summary>The next instant at which <see cref="Fire"/> may find something; null where nothing lies ahead.</summary>
    private static DateTimeOffset? NextWake(SellerCase c, IEnumerable<(SlaClock Clock, ClockState State)> states, PromiseContext context)
    {
        var clocks = states.SelectMany(x => Unfired(x.Clock, x.State.Points)).Select(p => (DateTimeOffset?)p.At);
        var ladders = c.Escalations.Where(e => e.EndedAt is null).Select(e => e.NextAt);
        var action = c.NextAction is { } planned && planned.DueAt != c.PassedActionAt ? planned.DueAt : (DateTimeOffset?)null;
        return clocks.Concat(ladders).Append(action).Min() is { } next ? WholeMilliseconds(next) : null;
    }

    /// <summary>The due index keeps milliseconds; rounded up, so that whoever wakes the case by it never comes too early.</summary>
    private static DateTimeOffset WholeMilliseconds(DateTimeOffset at) =>
        at.Ticks % TimeSpan.TicksPerMillisecond is > 0 and var over ? at.AddTicks(TimeSpan.TicksPerMillisecond - over) : at;

    /// <summary>R38: silence is raised, once for each action that was planned and passed.</summary>
    private static NextActionPassed? PassedAction(SellerCase c, PromiseContext context) =>
        c is { IsOpen: true, NextAction: { } next } && next.DueAt <= context.Now && next.DueAt != c.PassedActionAt
            ? new NextActionPassed(next.DueAt, next.Kind, next.Addressee)
            : null;

    private static List<FiringPoint> Owed(SlaClock clock, PromiseContext context)
    {
        if (!ClockMoves.IsEnded(clock))
        {
            return [.. Unfired(clock, SlaFunction.State(clock, context.Calendars, context.Now).Points).Where(p => p.At <= context.Now)];
        }

        // The end may have come before anybody woke the case: a promise that broke before it is broken all the same.
        var end = clock.Events[^1].At;
        var running = clock with { Events = [.. clock.Events.SkipLast(1)] };
        return [.. Unfired(clock, SlaFunction.State(running, context.Calendars, end).Points).Where(p => p.At < end)];
    }

    private static IEnumerable<FiringPoint> Unfired(SlaClock clock, IEnumerable<FiringPoint> points) =>
        points.Where(p => !(p.At < clock.SilentBefore) && !clock.Fired.Any(f => f.Kind == p.Kind && f.Step == p.Step));
}
