using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Contracts.Clients;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Data.Schema;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Cases;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Playbooks;
using AgencyPlatform.Grains.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;
using Orleans.Storage;
using Orleans.TestingHost;

namespace AgencyPlatform.ClusterTests;

/// <summary>Two silos in this process over one real embedded store, with a clock that tests move.</summary>
public sealed class AgencyCluster : IAsyncLifetime
{
    public const string Tenant = "t1";

    private readonly string folder = Directory.CreateTempSubdirectory("agency-cluster-").FullName;
    private InProcessTestCluster cluster = null!;
    private int accounts = 1000;

    public FakeTimeProvider Time { get; } = new Calendar(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    public SqliteDatabase Database { get; private set; } = null!;

    public SqliteWriter Writer { get; private set; } = null!;

    /// <summary>Reads that reached the store, to prove that a refused call read nothing.</summary>
    public CountingStorage Storage { get; private set; } = null!;

    public IGrainFactory Grains => cluster.Client;

    public static ActorInfo Author { get; } = new() { Kind = "member", Id = "m-author", Role = "case-worker" };

    public static ActorInfo Lead { get; } = new() { Kind = "member", Id = "m-lead", Role = "manager" };

    public static ActorInfo SecondLead { get; } = new() { Kind = "member", Id = "m-owner", Role = "owner" };

    public static ActorInfo Platform { get; } = new() { Kind = "system", Id = "outbox", Role = "none" };

    public async Task InitializeAsync()
    {
        Database = new SqliteDatabase(Path.Combine(folder, "agency.db"));
        SqliteSchema.Apply(Database);
        Writer = new SqliteWriter(Database, [], NullLogger<SqliteWriter>.Instance);
        Storage = new CountingStorage(new RelationalGrainStorage(Database, Writer));
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddIncomingGrainCallFilter<TenantCallFilter>();
            silo.Services
                .AddSingleton<TimeProvider>(Time).AddSingleton(Database)
                .AddSingleton<ICommandReplies, SqliteCommandReplies>().AddSingleton<ILetterArchive, SqliteLetterArchive>()
                .AddSingleton<IPlaybookLibrary>(ShippedPlaybook.Library).AddSingleton(ShippedPlan.Library)
                .AddKeyedSingleton<IGrainStorage>(GrainStore.Name, Storage);
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async Task DisposeAsync()
    {
        await cluster.DisposeAsync();
        await Writer.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    public ICaseGrain Case(string id, string tenant = Tenant) => As(tenant).GetGrain<ICaseGrain>($"{tenant}/{id}");

    public ISellerAccountGrain Account(string id) => As(Tenant).GetGrain<ISellerAccountGrain>($"{Tenant}/{id}");

    public IClientGrain Client(string id) => As(Tenant).GetGrain<IClientGrain>($"{Tenant}/{id}");

    public IAgencyGrain Agency() => As(Tenant).GetGrain<IAgencyGrain>($"{Tenant}/agency");

    /// <summary>The factory, with the caller's tenant set; null calls without one.</summary>
    public IGrainFactory As(string? tenant)
    {
        if (tenant is null) { RequestContext.Remove(TenantKey.ContextName); } else { RequestContext.Set(TenantKey.ContextName, tenant); }
        return Grains;
    }

    /// <summary>Drops the activation, so that the next call reads what was stored.</summary>
    public Task Deactivate(IAddressable grain) => cluster.DeactivateAsync(grain);

    public static string NewId() => Guid.CreateVersion7().ToString();

    public async Task<string> OpenAccount(string timeZone = "Asia/Shanghai")
    {
        var id = NewId();
        var reply = await Account(id).Register(new RegisterAccount
        {
            CommandId = NewId(),
            Actor = Lead,
            Number = Interlocked.Increment(ref accounts),
            ClientId = "client-1",
            Name = "Lumenforge",
            SellerId = "A1LUMENFORGE1",
            Marketplaces = ["ATVPDKIKX0DER"],
            TimeZone = timeZone,
        });
        Assert.Null(reply.Refusal);
        return id;
    }

    public async Task<CaseView> OpenCase(string accountId, string categoryId, string? notice = null, string? reference = null)
    {
        var reply = await Case(NewId()).Open(new OpenCase
        {
            CommandId = NewId(),
            Actor = Author,
            SellerAccountId = accountId,
            CategoryId = notice is null ? categoryId : null,
            NoticeText = notice,
            AmazonReference = reference,
        });
        Assert.Null(reply.Refusal);
        return reply.Case!;
    }

    /// <summary>Everything that grain writes have left in the store; a refusal must leave it as it is.</summary>
    public long Written() => Scalar<long>("""
        SELECT (SELECT count(*) FROM timeline) + (SELECT count(*) FROM command) + (SELECT count(*) FROM outbox)
             + (SELECT count(*) FROM case_text) + (SELECT count(*) FROM claim) + (SELECT total(version) FROM grain_state)
        """);

    /// <summary>How often this happened to a grain, such as <c>case/…</c>.</summary>
    public int Happened(string stream, string type) =>
        Scalar<int>("SELECT count(*) FROM timeline WHERE stream=$s AND type=$t", ("$s", stream), ("$t", type));

    public T Scalar<T>(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = Database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) { command.Parameters.AddWithValue(name, value); }
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>A date that tests move, over timers that run as ever: a month on a fake timer is a million ticks of every silo's chores.</summary>
internal sealed class Calendar(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, dueTime, period);
}

[CollectionDefinition(nameof(AgencyCluster))]
public sealed class SharedCluster : ICollectionFixture<AgencyCluster>;
