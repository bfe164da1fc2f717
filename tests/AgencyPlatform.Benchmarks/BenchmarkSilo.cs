using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Data.Schema;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Grains.Cases;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Playbooks;
using AgencyPlatform.Grains.Sla;
using AgencyPlatform.Grains.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;

namespace AgencyPlatform.Benchmarks;

/// <summary>One silo with the real storage in a fresh folder, without the web.</summary>
public sealed class BenchmarkSilo : IAsyncDisposable
{
    public const string Tenant = "bench";

    /// <summary>A command that tells of something longer ago than a minute would be history, whose clocks do not fire.</summary>
    public static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(50);

    private readonly IHost host;
    private readonly string folder;

    private BenchmarkSilo(IHost host, string folder, SqliteDatabase database, SqliteWriter writer)
    {
        this.host = host;
        this.folder = folder;
        Database = database;
        Writer = writer;
    }

    public SqliteDatabase Database { get; }

    public SqliteWriter Writer { get; }

    public IServiceProvider Services => host.Services;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static ActorInfo Worker { get; } = new() { Kind = "member", Id = "m1", Role = "owner" };

    public static PlaybookVersion Playbook { get; } = LoadPlaybook();

    /// <param name="more">Services beside those of grains and storage.</param>
    /// <param name="listeners">Who hears of commits.</param>
    public static async Task<BenchmarkSilo> Start(Action<IServiceCollection>? more = null, params ICommitListener[] listeners)
    {
        var folder = Directory.CreateTempSubdirectory("agency-bench-").FullName;
        var database = new SqliteDatabase(Path.Combine(folder, "agency.db"));
        SqliteSchema.Apply(database);
        var writer = new SqliteWriter(database, listeners, NullLogger<SqliteWriter>.Instance);

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(database).AddSingleton(writer).AddSingleton(TimeProvider.System)
            .AddSingleton<ICommandReplies, SqliteCommandReplies>().AddSingleton<ILetterArchive, SqliteLetterArchive>()
            .AddSingleton<IPlaybookLibrary>(new OnePlaybook(Playbook)).AddSingleton<ISlaLibrary>(new OnePlan())
            .AddKeyedSingleton<IGrainStorage, RelationalGrainStorage>(GrainStore.Name);
        more?.Invoke(builder.Services);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: 31_111, gatewayPort: 31_112);
            silo.AddIncomingGrainCallFilter<TenantCallFilter>();
            silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromHours(2));
        });
        var host = builder.Build();
        await host.StartAsync();
        return new BenchmarkSilo(host, folder, database, writer);
    }

    public ICaseGrain Case(string id)
    {
        RequestContext.Set(TenantKey.ContextName, Tenant);
        return Grains.GetGrain<ICaseGrain>(new TenantKey(Tenant, id).ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await Writer.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static PlaybookVersion LoadPlaybook()
    {
        var loaded = PlaybookFiles.Load(Path.Combine(AppContext.BaseDirectory, "Playbooks", "amazon")).Playbook
            ?? throw new InvalidOperationException("The shipped playbook does not load.");
        return new PlaybookVersion(loaded, new NoticeTriage(loaded));
    }

    /// <summary>Promises one thing: a first response within <see cref="FirstResponse"/>.</summary>
    private sealed class OnePlan : ISlaLibrary
    {
        private static readonly AgencyPromise Promise = new(
            new PlanVersion(new PlanReference(0, "bench"), new SlaPlan
            {
                DefaultCalendar = "always",
                Rules = [new PolicyRule { Id = "first", Metric = Metrics.FirstResponse, Unit = ClockUnit.Elapsed, Seconds = (long)FirstResponse.TotalSeconds }],
            }), []);

        public ValueTask<AgencyPromise> Current(string tenant, CancellationToken cancellationToken) => ValueTask.FromResult(Promise);

        public ValueTask<PlanVersion> Version(string tenant, string hash, CancellationToken cancellationToken) => ValueTask.FromResult(Promise.Version);
    }

    private sealed class OnePlaybook(PlaybookVersion version) : IPlaybookLibrary
    {
        public ValueTask<PlaybookVersion> Current(string tenant, CancellationToken cancellationToken) => ValueTask.FromResult(version);

        public ValueTask<PlaybookVersion> Version(string contentHash, CancellationToken cancellationToken) => ValueTask.FromResult(version);

        public ValueTask<Refusal?> CheckOverride(string entry, string value, CancellationToken cancellationToken) => ValueTask.FromResult<Refusal?>(null);
    }
}
