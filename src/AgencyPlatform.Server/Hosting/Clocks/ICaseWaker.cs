using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Hosting.Clocks;

/// <summary>Wakes cases. A call may take for ever; whoever calls sets the bound.</summary>
internal interface ICaseWaker
{
    /// <param name="armedAt">What the due index holds for the case; null where it holds nothing.</param>
    /// <param name="now">The store's instant, by which the case decides what is due.</param>
    Task<WakeReply> Wake(string tenant, string caseId, DateTimeOffset? armedAt, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Has the case read from the store, so that only its write remains when it is due.</summary>
    Task Warm(string tenant, string caseId, CancellationToken cancellationToken);
}

/// <summary>Wakes grains.</summary>
internal sealed class GrainWaker(IGrainFactory grains) : ICaseWaker
{
    private static readonly ActorInfo Clock = new() { Kind = "system", Id = "clock", Role = "none" };

    public Task<WakeReply> Wake(string tenant, string caseId, DateTimeOffset? armedAt, DateTimeOffset now, CancellationToken cancellationToken) =>
        TenantGrains.For(tenant, grains).Case(caseId).Wake(
            new WakeCase { CommandId = $"wake:{Guid.CreateVersion7():N}", Actor = Clock, OccurredAt = now, ArmedAt = armedAt }, cancellationToken);

    public Task Warm(string tenant, string caseId, CancellationToken cancellationToken) =>
        TenantGrains.For(tenant, grains).Case(caseId).Describe(cancellationToken);
}
