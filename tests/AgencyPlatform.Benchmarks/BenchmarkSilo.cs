using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Data.Schema;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Grains.Cases;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Playbooks;
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

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static ActorInfo Worker { get; } = new() { Kind = "member", Id = "m1", Role = "owner" };

    public static PlaybookVersion Playbook { get; } = LoadPlaybook();

    public static async Task<BenchmarkSilo> Start()
    {
        var folder = Directory.CreateTempSubdirectory("agency-bench-").FullName;
        var database = new SqliteDatabase(Path.Combine(folder, "agency.db"));
        using (var schema = database.OpenWriter())
        {
            using var create = schema.CreateCommand();
            create.CommandText = StoreSchema.Sqlite + StoreSchema.SqliteClocksAndWebhooks;
            create.ExecuteNonQuery();
        }

        var writer = new SqliteWriter(database, [], NullLogger<SqliteWriter>.Instance);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(database).AddSingleton(writer).AddSingleton(TimeProvider.System)
            .AddSingleton<ICommandReplies, SqliteCommandReplies>().AddSingleton<ILetterArchive, SqliteLetterArchive>()
            .AddSingleton<IPlaybookLibrary>(new OnePlaybook(Playbook))
            .AddKeyedSingleton<IGrainStorage, RelationalGrainStorage>(GrainStore.Name);
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

    private sealed class OnePlaybook(PlaybookVersion version) : IPlaybookLibrary
    {
        public ValueTask<PlaybookVersion> Current(string tenant, CancellationToken cancellationToken) => ValueTask.FromResult(version);

        public ValueTask<PlaybookVersion> Version(string contentHash, CancellationToken cancellationToken) => ValueTask.FromResult(version);

        public ValueTask<Refusal?> CheckOverride(string entry, string value, CancellationToken cancellationToken) => ValueTask.FromResult<Refusal?>(null);
    }
}
