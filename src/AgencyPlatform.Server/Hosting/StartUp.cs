using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Data.Storage;

namespace AgencyPlatform.Server.Hosting;

/// <summary>What must be there before the first request: the data directory's lock and a playbook without faults.</summary>
/// <param name="directory">Asked for first, so that the container gives it back last.</param>
internal sealed class StartUp(DataDirectory directory, PlaybookLibrary library, IGrainFactory grains) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _ = directory;
        library.AskOverrides(Playbooks.OverridesFrom(grains));
        var problems = await library.Load(Path.Combine(AppContext.BaseDirectory, "Playbooks", "amazon"), cancellationToken);
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The playbook cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
