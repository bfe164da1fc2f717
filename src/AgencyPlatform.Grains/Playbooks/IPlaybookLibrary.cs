using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Grains.Playbooks;

/// <summary>Every playbook version that was ever in use: the shipped one, agencies' overridden ones, and those that running cases started with.</summary>
public interface IPlaybookLibrary
{
    /// <summary>The version new cases of this agency start with.</summary>
    ValueTask<PlaybookVersion> Current(string tenant, CancellationToken cancellationToken);

    /// <summary>The version with this content hash.</summary>
    /// <exception cref="KeyNotFoundException">No such version was ever kept.</exception>
    ValueTask<PlaybookVersion> Version(string contentHash, CancellationToken cancellationToken);

    /// <summary>Whether the shipped playbook takes this override; otherwise the refusal names entry and reason.</summary>
    ValueTask<Refusal?> CheckOverride(string entry, string value, CancellationToken cancellationToken);
}

/// <summary>A playbook with its compiled triage; immutable and shared.</summary>
public sealed record PlaybookVersion(Playbook Playbook, NoticeTriage Triage);
