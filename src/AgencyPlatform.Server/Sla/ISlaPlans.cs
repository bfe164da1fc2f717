using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Server.Sla;

/// <summary>Plans as pages and endpoints read them.</summary>
public interface ISlaPlans
{
    /// <summary>The plan an agency has in force; version 0 is the shipped one.</summary>
    ValueTask<PlanInForce> Current(string tenant, CancellationToken cancellationToken);

    /// <summary>Ids of open cases in the order of their keys, for walking through all of them.</summary>
    Task<IReadOnlyList<string>> OpenCases(string tenant, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>The plan as canonical JSON.</summary>
    string Write(SlaPlan plan);

    /// <summary>The agency's settings changed.</summary>
    void Forget(string tenant);
}

/// <param name="Calendar">Finds a calendar of this plan, ready for arithmetic.</param>
public sealed record PlanInForce(PlanReference Reference, SlaPlan Plan, IReadOnlyList<CallableMember> Members, Func<string, WorkingTime> Calendar);
