using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Server.Playbooks;

/// <summary>The playbook as pages and endpoints read it.</summary>
public interface IPlaybooks
{
    /// <summary>What the agency's next case starts with, its overrides included.</summary>
    ValueTask<Playbook> Current(string tenant, CancellationToken cancellationToken);

    /// <summary>The version a running case stays on.</summary>
    ValueTask<Playbook> Version(string contentHash, CancellationToken cancellationToken);

    /// <summary>Reads a notice with the agency's playbook; stores nothing.</summary>
    ValueTask<TriageResult> Examine(string tenant, string text, string? language, CancellationToken cancellationToken);

    /// <summary>The agency's overrides changed.</summary>
    void Forget(string tenant);
}
