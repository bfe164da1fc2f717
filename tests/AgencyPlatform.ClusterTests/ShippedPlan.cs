using AgencyPlatform.Data.Sla;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Grains.Sla;

namespace AgencyPlatform.ClusterTests;

/// <summary>The plan as it is shipped, with the people of the tests.</summary>
public static class ShippedPlan
{
    public static PlanVersion Version { get; } = Load();

    public static ISlaLibrary Library { get; } = new Only(new AgencyPromise(Version, [
        new CallableMember("m-author", "case-worker", "Europe/Berlin", true),
        new CallableMember("m-lead", "manager", "Europe/Berlin", true),
        new CallableMember("m-owner", "owner", "Europe/Berlin", true)]));

    private static PlanVersion Load()
    {
        var load = PlanFiles.Load(Path.Combine(AppContext.BaseDirectory, "Calendars"));
        var plan = load.Plan ?? throw new InvalidOperationException(string.Join(Environment.NewLine, load.Problems));
        return new PlanVersion(new PlanReference(0, PlanContent.Hash(plan)), plan);
    }

    private sealed class Only(AgencyPromise promise) : ISlaLibrary
    {
        public ValueTask<AgencyPromise> Current(string tenant, CancellationToken cancellationToken) => ValueTask.FromResult(promise);

        public ValueTask<PlanVersion> Version(string tenant, string hash, CancellationToken cancellationToken) => ValueTask.FromResult(promise.Version);
    }
}
