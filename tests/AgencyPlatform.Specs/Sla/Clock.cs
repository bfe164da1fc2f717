using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Specs.Sla;

/// <summary>A clock told as a story: what happened to it, one event after the other.</summary>
internal sealed record Clock(IReadOnlyList<ClockEvent> Events, CalendarOf Calendars, string Metric = Metrics.Resolution)
{
    private static readonly PlanReference Plan = new(1, "plan");

    public static ClockTarget Budget(long seconds, ClockUnit unit = ClockUnit.Business, string calendar = "office") => new()
    {
        Unit = unit,
        Seconds = seconds,
        Calendar = unit == ClockUnit.Business ? calendar : null,
        Plan = Plan,
        Rule = "rule",
    };

    public static ClockTarget FixedAt(DateTimeOffset due) => new() { Unit = ClockUnit.Fixed, DueAt = due };

    public static ClockTarget CivilDays(int days, string zone) => new() { Unit = ClockUnit.CivilDays, Days = days, TimeZone = zone };

    public static Clock Started(DateTimeOffset at, long seconds, WorkingTime time) => Started(at, Budget(seconds), time);

    public static Clock Started(DateTimeOffset at, ClockTarget target, WorkingTime? time = null, string metric = Metrics.Resolution) =>
        new Clock([], (_, _) => time ?? WorkingTime.Always, metric).Then(ClockEventKind.Started, at, target: target);

    public Clock Paused(DateTimeOffset at, string reason = "client") => Then(ClockEventKind.Paused, at, reason);

    public Clock Resumed(DateTimeOffset at, string reason = "client") => Then(ClockEventKind.Resumed, at, reason);

    public Clock PausedBetween(DateTimeOffset from, DateTimeOffset to, string reason = "client") => Paused(from, reason).Resumed(to, reason);

    public Clock Fulfilled(DateTimeOffset at) => Then(ClockEventKind.Fulfilled, at);

    public Clock Reopened(DateTimeOffset at) => Then(ClockEventKind.Reopened, at);

    public Clock Cancelled(DateTimeOffset at, string reason = "merged") => Then(ClockEventKind.Cancelled, at, reason);

    public Clock Retargeted(DateTimeOffset at, ClockTarget target, bool recount = false) => Then(ClockEventKind.Retargeted, at, "priority", target, recount);

    public Clock Then(ClockEventKind kind, DateTimeOffset at, string? reason = null, ClockTarget? target = null, bool recount = false) =>
        this with { Events = [.. Events, new ClockEvent { Sequence = Events.Count + 1, Kind = kind, At = at, Reason = reason, Target = target, Recount = recount }] };

    public Clock With(CalendarOf calendars) => this with { Calendars = calendars };

    public ClockState StateAt(DateTimeOffset now) => SlaFunction.State(Record, Calendars, now);

    /// <summary>As it stands right after its last event.</summary>
    public ClockState State => StateAt(Events.Max(e => e.At));

    public DateTimeOffset? Due => State.DueAt;

    public IReadOnlyList<ExplainLine> Explain(DateTimeOffset now) => SlaFunction.Explain(Record, Calendars, now);

    private SlaClock Record => new() { Id = Metric, Metric = Metric, Events = Events };
}
