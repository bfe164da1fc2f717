using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What clocks need beside the case: the agency's plan, every calendar that running clocks count in, who works there, and the instant.</summary>
public sealed record PromiseContext
{
    /// <summary>The plan in force.</summary>
    public required SlaPlan Plan { get; init; }

    public required PlanReference Reference { get; init; }

    /// <summary>Earlier versions that running clocks name.</summary>
    public required Func<PlanReference, SlaPlan> PlanOf { get; init; }

    public required CalendarOf Calendars { get; init; }
    public required Playbook Playbook { get; init; }
    public IReadOnlyList<CallableMember> Members { get; init; } = [];
    public required DateTimeOffset Now { get; init; }

    /// <summary>Set while history is brought in: when that really happens. What was due before it is shown and never fired.</summary>
    public DateTimeOffset? BroughtInAt { get; init; }

    /// <summary>The version of the time zone data that due instants are computed with.</summary>
    public required string Tzdb { get; init; }

    public DateTimeOffset? ReplyDue(Attempt attempt) =>
        Playbook.Desks.TryGetValue(attempt.Desk, out var desk) ? ReplyTimes.ReplyDue(desk, Now) : null;

    public static CaseFacts FactsOf(SellerCase c) => new(c.Priority, c.CategoryId, c.ClientId, c.SellerAccountId, c.Desk, c.TimeZone);
}
