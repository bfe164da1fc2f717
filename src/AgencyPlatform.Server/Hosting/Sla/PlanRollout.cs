using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Data.Outbox;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Sla;

namespace AgencyPlatform.Server.Hosting.Sla;

/// <summary>Brings an edited plan to every open case. Broken off and begun again it changes nothing twice: each case knows the command.</summary>
internal sealed class PlanRollout(ISlaPlans plans, IGrainFactory grains)
{
    private const int Step = 200;

    public async Task Apply(OutboxRow row, PlanToApply plan, ActorInfo worker, CancellationToken cancellationToken)
    {
        // The cases read the plan in force; a remembered older one must not meet the new command.
        plans.Forget(row.Tenant);
        string? after = null;
        while (await plans.OpenCases(row.Tenant, after, Step, cancellationToken) is { Count: > 0 } ids)
        {
            foreach (var id in ids)
            {
                await TenantGrains.For(row.Tenant, grains).Case(id).ApplyPlan(
                    new ApplyPlan { CommandId = row.CommandId, Actor = worker, Version = plan.Version, Hash = plan.Hash, Choice = plan.Choice }, cancellationToken);
            }

            after = ids[^1];
        }
    }
}
