using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Cases;

/// <summary>The moves of clocks that one command causes, each seen by the next.</summary>
internal sealed class ClockMoves(SellerCase after, PromiseContext context)
{
    private readonly List<ClockMove> made = [];
    private IReadOnlyList<SlaClock> clocks = after.Promises;

    public SellerCase Case => after;

    public IReadOnlyList<ClockMove> Made => made;

    public IEnumerable<SlaClock> Open() => clocks.Where(c => !IsEnded(c));

    public bool Runs(string id) => Open().Any(c => c.Id == id);

    /// <summary>Starts a clock by the policy in force; no rule, no clock.</summary>
    public void Start(string metric, string id, DateTimeOffset at)
    {
        if (Runs(id) || Promises.Target(context.Plan, context.Reference, PromiseContext.FactsOf(after), metric) is not { } target) { return; }
        Begin(metric, id, at, target, target.Rule);
    }

    /// <summary>Starts a clock whose end somebody else set; the policy adds its warnings and its ladder.</summary>
    public void StartFixed(string metric, string id, DateTimeOffset at, DateTimeOffset due, string source)
    {
        if (Runs(id)) { return; }
        var policy = Promises.Target(context.Plan, context.Reference, PromiseContext.FactsOf(after), metric);
        Begin(metric, id, at, new ClockTarget
        {
            Unit = ClockUnit.Fixed,
            DueAt = due,
            Calendar = policy?.Calendar,
            Plan = policy is null ? null : context.Reference,
            Thresholds = policy?.Thresholds ?? [],
            BreachLadder = policy?.BreachLadder,
        }, source);
    }

    public void EndAll(Func<SlaClock, bool> which, ClockEventKind kind, DateTimeOffset at, string? reason = null)
    {
        foreach (var clock in Open().Where(which).ToArray()) { Add(clock, kind, at, reason); }
    }

    /// <returns>False where there is no fulfilled clock to go on with.</returns>
    public bool Reopen(string id, DateTimeOffset at)
    {
        if (clocks.LastOrDefault(c => c.Id == id) is not { } clock || clock.Events[^1].Kind != ClockEventKind.Fulfilled) { return false; }
        Add(clock, ClockEventKind.Reopened, at);
        return true;
    }

    /// <summary>What the policy promises now, with the time already used; a clock that it promises no more ends.</summary>
    public void Retarget(string cause)
    {
        foreach (var clock in ByPolicy().ToArray())
        {
            var target = Promises.Target(context.Plan, context.Reference, PromiseContext.FactsOf(after), clock.Metric);
            if (target is null) { Add(clock, ClockEventKind.Cancelled, context.Now, "no-rule"); }
            else if (!IsSame(target, TargetOf(clock))) { Add(clock, ClockEventKind.Retargeted, context.Now, cause, target); }
        }
    }

    /// <summary>The owner's choice for running clocks after an edit of plan or calendar.</summary>
    public void Apply(PlanChoice choice)
    {
        foreach (var clock in ByPolicy().ToArray())
        {
            if (Promises.Target(context.Plan, context.Reference, PromiseContext.FactsOf(after), clock.Metric) is not { } target)
            {
                Add(clock, ClockEventKind.Cancelled, context.Now, "no-rule");
            }
            else if (PlanChange.Retarget(clock, target, choice, context.Now) is { } change)
            {
                Add(clock, change.Kind, change.At, change.Reason, change.Target, change.Recount);
            }
        }
    }

    public void Add(SlaClock clock, ClockEventKind kind, DateTimeOffset at, string? reason = null, ClockTarget? target = null, bool recount = false) =>
        Make(new ClockMove
        {
            ClockId = clock.Id,
            Metric = clock.Metric,
            Cycle = clock.Cycle,
            Event = new ClockEvent { Sequence = clock.Events.Count + 1, Kind = kind, At = at, Reason = reason, Target = target, Recount = recount },
        });

    private void Begin(string metric, string id, DateTimeOffset at, ClockTarget target, string? source) => Make(new ClockMove
    {
        ClockId = id,
        Metric = metric,
        Cycle = clocks.Where(c => c.Id == id).Select(c => c.Cycle).DefaultIfEmpty(0).Max() + 1,
        Event = new ClockEvent { Sequence = 1, Kind = ClockEventKind.Started, At = at, Target = target },
        Source = source,
        SilentBefore = context.BroughtInAt,
    });

    private void Make(ClockMove move)
    {
        made.Add(move);
        clocks = CaseRules.Moved(clocks, move);
    }

    private IEnumerable<SlaClock> ByPolicy() => Open().Where(c => TargetOf(c).Rule is not null);

    private static ClockTarget TargetOf(SlaClock clock) => clock.Events.Last(e => e.Target is not null).Target!;

    /// <summary>The same promise, whichever version of the plan said it.</summary>
    private static bool IsSame(ClockTarget a, ClockTarget b) =>
        a.Unit == b.Unit && a.Seconds == b.Seconds && a.Days == b.Days && a.Calendar == b.Calendar && a.Rule == b.Rule;

    public static bool IsEnded(SlaClock clock) => clock.Events[^1].Kind is ClockEventKind.Fulfilled or ClockEventKind.Cancelled;
}
