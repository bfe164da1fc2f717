using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Data;
using AgencyPlatform.Data.Cases;
using AgencyPlatform.Data.Sla;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Sla;

namespace AgencyPlatform.Server.Hosting.Sla;

/// <summary>The library of plans as pages and endpoints read it.</summary>
internal sealed class SlaPlans(SlaLibrary library, AgencyStore store) : ISlaPlans
{
    public async ValueTask<PlanInForce> Current(string tenant, CancellationToken cancellationToken)
    {
        var current = await library.Current(tenant, cancellationToken);
        return new PlanInForce(current.Version.Reference, current.Version.Plan, current.Members, current.Version.Calendar);
    }

    public async Task<IReadOnlyList<string>> OpenCases(string tenant, string? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        return await db.OpenCases(after, limit, cancellationToken);
    }

    public string Write(SlaPlan plan) => PlanContent.Write(plan);

    public void Forget(string tenant) => library.Forget(tenant);

    /// <summary>Reads an agency's plan and members from its grain.</summary>
    public static Func<string, CancellationToken, Task<AgencyFacts>> FactsFrom(IGrainFactory grains) => async (tenant, cancellationToken) =>
        Facts(await TenantGrains.For(tenant, grains).Agency().Describe(cancellationToken));

    private static AgencyFacts Facts(AgencyView? agency) => new(
        agency?.PlanHash is { } hash ? new PlanReference(agency.PlanVersion, hash) : null,
        [.. (agency?.Members ?? []).Select(m => new CallableMember(m.Id, m.Role, m.TimeZone, m.IsActive))]);
}
