using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>Turns clocks and ladders into the views that travel, as they stand at the context's instant.</summary>
internal static class PromiseMapping
{
    public static PromiseView View(this SlaClock clock, SellerCase c, PromiseContext promises)
    {
        var state = SlaFunction.State(clock, promises.Calendars, promises.Now);
        var target = state.Target;
        return new PromiseView
        {
            Id = clock.Id,
            Metric = clock.Metric,
            Cycle = clock.Cycle,
            Phase = Wire.Name(state.Phase),
            StartedAt = state.StartedAt,
            DueAt = state.DueAt,
            Unit = Wire.Name(target.Unit),
            UsedSeconds = state.UsedSeconds,
            LeftSeconds = state.LeftSeconds,
            LeftWallSeconds = state.LeftWallSeconds,
            Calendar = target.Unit == ClockUnit.Business ? target.Calendar : null,
            TimeZone = ZoneOf(target, promises) ?? c.TimeZone,
            PausedBy = state.PausedBy,
            FulfilledAt = state.FulfilledAt,
            BreachedAt = state.BreachedAt,
            BreachCause = state.BreachCause,
            BreachReason = clock.Reason?.Code,
            BreachText = clock.Reason?.Text,
            PlanVersion = target.Plan?.Version,
            Source = clock.Source,
            NextAt = state.Points.Where(p => p.At > promises.Now).Select(p => (DateTimeOffset?)p.At).FirstOrDefault(),
            Fired = [.. clock.Fired.Select(f => new FiringView { Kind = f.Kind, Step = f.Step, DueAt = f.DueAt, FiredAt = f.FiredAt, IsLate = f.IsLate })],
        };
    }

    public static EscalationView View(Escalation e) => new()
    {
        Id = e.Id,
        Clock = e.Clock,
        Ladder = e.Ladder,
        StartedAt = e.StartedAt,
        NextAt = e.NextAt,
        AcknowledgedBy = e.AcknowledgedBy,
        HeldUntil = e.HeldUntil,
        EndedAt = e.EndedAt,
        EndReason = e.EndReason,
        Calls = [.. e.Calls.Select(k => new CallView { Step = k.Step, At = k.At, Channel = k.Channel, Members = [.. k.Members.Select(m => m.Member)] })],
    };

    public static ExplainLineView View(this ExplainLine line) =>
        new() { Code = line.Code, From = line.From, To = line.To, Seconds = line.Seconds, Name = line.Name, NameZh = line.Title?.Zh };

    private static string? ZoneOf(ClockTarget target, PromiseContext promises) =>
        target is { Unit: ClockUnit.Business, Plan: { } plan, Calendar: { } id }
            ? promises.PlanOf(plan).Calendars.FirstOrDefault(k => k.Id == id)?.TimeZone
            : target.TimeZone;
}
