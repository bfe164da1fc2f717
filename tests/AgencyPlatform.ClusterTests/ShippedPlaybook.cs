using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Grains.Playbooks;

namespace AgencyPlatform.ClusterTests;

/// <summary>The playbook as it is shipped.</summary>
public static class ShippedPlaybook
{
    public static PlaybookVersion Version { get; } = Load();

    public static IPlaybookLibrary Library { get; } = new Only(Version);

    private static PlaybookVersion Load()
    {
        var load = PlaybookFiles.Load(Path.Combine(AppContext.BaseDirectory, "Playbooks", "amazon"));
        var playbook = load.Playbook ?? throw new InvalidOperationException(string.Join(Environment.NewLine, load.Problems));
        return new PlaybookVersion(playbook, new NoticeTriage(playbook));
    }

    private sealed class Only(PlaybookVersion version) : IPlaybookLibrary
    {
        public ValueTask<PlaybookVersion> Current(string tenant, CancellationToken cancellationToken) => ValueTask.FromResult(version);

        public ValueTask<PlaybookVersion> Version(string contentHash, CancellationToken cancellationToken) => ValueTask.FromResult(version);

        public ValueTask<Refusal?> CheckOverride(string entry, string value, CancellationToken cancellationToken) => ValueTask.FromResult<Refusal?>(null);
    }
}
