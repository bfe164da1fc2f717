using System.Globalization;
using System.Net.Sockets;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Server.Agencies;
using AgencyPlatform.Server.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests.Running;

/// <summary>The real server with its silo, its Kestrel on a free port and a data directory of its own.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    public const string Key = "apk_live_4I8Pb4qdkL9XlCiUaTx0ecDeejQio1y0Giw5q3Y2YtL4MlLIK";
    public const string Password = "a-password-for-tests";
    public const string Owner = "demo@agency.example";

    /// <summary>The server reads its settings from the environment, so servers are started one at a time.</summary>
    private static readonly SemaphoreSlim Starting = new(1, 1);

    private readonly WebApplicationFactory<Program> factory;

    private RunningServer(string folder, WebApplicationFactory<Program> factory)
    {
        Folder = folder;
        this.factory = factory;
        Address = new Uri(factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public string Folder { get; }

    public Uri Address { get; }

    public IServiceProvider Services => factory.Services;

    public static async Task<RunningServer> Start(string? folder = null, int cases = 8, string environment = "Development")
    {
        folder ??= Directory.CreateTempSubdirectory("agency-server-").FullName;
        await Starting.WaitAsync();
        try
        {
            Dictionary<string, string> settings = new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Data__Directory"] = folder,
                ["Cluster__SiloPort"] = FreePort().ToString(CultureInfo.InvariantCulture),
                ["Demo__ApiKey"] = Key,
                ["Demo__Password"] = Password,
                ["Demo__Size"] = cases.ToString(CultureInfo.InvariantCulture),
            };
            foreach (var (name, value) in settings) { Environment.SetEnvironmentVariable(name, value); }
            var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web => web.UseEnvironment(environment));
            factory.UseKestrel(0);
            try
            {
                factory.StartServer();
                var server = new RunningServer(folder, factory);
                await server.Ready();
                return server;
            }
            catch
            {
                await factory.DisposeAsync();
                throw;
            }
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>Stops it and starts another on the same data.</summary>
    public async Task<RunningServer> Restart()
    {
        await factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return await Start(Folder);
    }

    /// <summary>A caller with the demo owner's key, or with another one.</summary>
    public Api As(string? key = Key) => new(Address, key);

    /// <summary>A second agency with an owner and a key.</summary>
    public async Task<string> FoundAgency(string name)
    {
        var tenant = Guid.CreateVersion7().ToString();
        var owner = new MemberInfo { Id = Guid.CreateVersion7().ToString(), Name = "Olga Reed", Email = $"{tenant}@other.example", Role = "owner", TimeZone = "Etc/UTC" };
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMemberLogIns>().Add(tenant, owner, Password, CancellationToken.None);
        await TenantGrains.For(tenant, Services.GetRequiredService<IGrainFactory>()).Agency().Found(new FoundAgency
        {
            CommandId = $"found:{tenant}",
            Actor = new ActorInfo { Kind = "system", Id = "test", Role = "none" },
            Name = name,
            DefaultLanguage = "en",
            Owner = owner,
        });
        var key = ApiKeyText.New();
        await Services.GetRequiredService<IKeyRing>().Add(
            tenant, new NewKey(Guid.CreateVersion7().ToString(), "test", owner.Id, "owner", "*", ApiKeyText.Hash(key), key[..13], null), CancellationToken.None);
        return key;
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Ready()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        using var http = new HttpClient { BaseAddress = Address };
        while (await poll.WaitForNextTickAsync(patience.Token))
        {
            using var answer = await http.GetAsync("/health/ready", patience.Token);
            if (answer.IsSuccessStatusCode) { return; }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One server for all tests that only need one.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RunningServer.Start();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

[CollectionDefinition(nameof(OneServer))]
public sealed class OneServer : ICollectionFixture<SharedServer>;
