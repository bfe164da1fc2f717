using System.Collections.Concurrent;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Grains.Sla;

/// <summary>Every plan version that an agency ever saved or still works with, and who can be called.</summary>
public interface ISlaLibrary
{
    /// <summary>What the agency promises now, with its members; the shipped plan where it has saved none.</summary>
    ValueTask<AgencyPromise> Current(string tenant, CancellationToken cancellationToken);

    /// <summary>The version with this content hash.</summary>
    /// <exception cref="KeyNotFoundException">No such version was ever kept.</exception>
    ValueTask<PlanVersion> Version(string tenant, string hash, CancellationToken cancellationToken);
}

/// <summary>The plan in force and the people who keep it.</summary>
public sealed record AgencyPromise(PlanVersion Version, IReadOnlyList<CallableMember> Members);

/// <summary>A plan with its compiled calendars; immutable and shared.</summary>
public sealed class PlanVersion(PlanReference reference, SlaPlan plan)
{
    private readonly ConcurrentDictionary<string, WorkingTime> calendars = new(StringComparer.Ordinal);

    public PlanReference Reference => reference;

    public SlaPlan Plan => plan;

    public WorkingTime Calendar(string id) => calendars.GetOrAdd(id, Compile);

    private WorkingTime Compile(string id) =>
        plan.Calendars.FirstOrDefault(c => c.Id == id) is { } calendar
            ? WorkingTime.Of(calendar, [.. calendar.HolidaySets.Select(s => plan.HolidaySets.First(h => h.Id == s))])
            : WorkingTime.Always;
}
