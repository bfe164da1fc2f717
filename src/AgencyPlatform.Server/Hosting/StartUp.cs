using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Data.Sla;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Server.Hosting.Sla;

namespace AgencyPlatform.Server.Hosting;

/// <summary>Takes the data directory and begins to read the playbook, while the silo starts beside it.</summary>
/// <param name="directory">Asked for first, so that the container gives it back last.</param>
internal sealed class StartUp(DataDirectory directory, PlaybookLibrary library, SlaLibrary plans, SqliteWriter writer, IGrainFactory grains) : IHostedService
{
    private Task<IReadOnlyList<PlaybookProblem>>? loading;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = directory;
        library.AskOverrides(Playbooks.OverridesFrom(grains));
        plans.Ask(SlaPlans.FactsFrom(grains));
        loading = Task.Run(() => Load(cancellationToken), cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>A playbook or plan with a fault refuses the start.</summary>
    public async Task Loaded()
    {
        var problems = await loading!;
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"What is shipped cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IReadOnlyList<PlaybookProblem>> Load(CancellationToken cancellationToken)
    {
        var read = PlanFiles.Load(Path.Combine(AppContext.BaseDirectory, "Calendars"));
        if (read.Plan is { } plan) { await plans.Load(plan, writer, cancellationToken); }
        return [.. read.Problems, .. await library.Load(PlaybookReload.Folder, cancellationToken)];
    }
}

/// <summary>Nothing is served before the playbook is there.</summary>
internal sealed class PlaybookGate(StartUp startUp) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => startUp.Loaded();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
