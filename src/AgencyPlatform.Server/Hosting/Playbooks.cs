using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Playbooks;

namespace AgencyPlatform.Server.Hosting;

/// <summary>The playbook library as pages and endpoints read it.</summary>
internal sealed class Playbooks(PlaybookLibrary library) : IPlaybooks
{
    public async ValueTask<Playbook> Current(string tenant, CancellationToken cancellationToken) => (await library.Current(tenant, cancellationToken)).Playbook;

    public async ValueTask<Playbook> Version(string contentHash, CancellationToken cancellationToken) => (await library.Version(contentHash, cancellationToken)).Playbook;

    public async ValueTask<TriageResult> Examine(string tenant, string text, string? language, CancellationToken cancellationToken) =>
        (await library.Current(tenant, cancellationToken)).Triage.Examine(text, language);

    public void Forget(string tenant) => library.Forget(tenant);

    /// <summary>Reads an agency's overrides from its grain.</summary>
    public static Func<string, CancellationToken, Task<IReadOnlyDictionary<string, string>>> OverridesFrom(IGrainFactory grains) => async (tenant, cancellationToken) =>
        (await TenantGrains.For(tenant, grains).Agency().Describe(cancellationToken))?.PlaybookOverrides ?? new Dictionary<string, string>();
}
