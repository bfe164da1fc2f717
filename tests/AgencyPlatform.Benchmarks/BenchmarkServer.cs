using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using AgencyPlatform.Data.Storage;

namespace AgencyPlatform.Benchmarks;

/// <summary>The whole server as a process of its own, on a free port of this machine and a data directory given to it.</summary>
public sealed class BenchmarkServer : IAsyncDisposable
{
    private const string ApiKey = "apk_live_4I8Pb4qdkL9XlCiUaTx0ecDeejQio1y0Giw5q3Y2YtL4MlLIK";

    private readonly Process process;

    private BenchmarkServer(Process process, Uri address, string folder)
    {
        this.process = process;
        Address = address;
        Database = new SqliteDatabase(Path.Combine(folder, "agency.db"));
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
    }

    public Uri Address { get; }

    /// <summary>To look at from outside; the server writes it.</summary>
    public SqliteDatabase Database { get; }

    public HttpClient Http { get; }

    /// <summary>For profilers.</summary>
    public int ProcessId => process.Id;

    /// <summary>What the server holds in memory, in megabytes.</summary>
    public double WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (double)(1 << 20);
        }
    }

    public double ProcessorSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static async Task<BenchmarkServer> Start(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AgencyPlatform.Server.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/'),
                ["Cluster__SiloPort"] = FreePort().ToString(CultureInfo.InvariantCulture),
                ["Data__Directory"] = folder,
                ["Demo__ApiKey"] = ApiKey,
                ["Demo__Size"] = "0",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => { if (line.Data?.Contains("fail:", StringComparison.Ordinal) == true) { Console.Error.WriteLine(line.Data); } };
        process.BeginOutputReadLine();
        var server = new BenchmarkServer(process, address, folder);
        await server.Ready();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) { process.Kill(); }
        await process.WaitForExitAsync();
        process.Dispose();
        Http.Dispose();
    }

    private async Task Ready()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await poll.WaitForNextTickAsync(patience.Token))
        {
            if (process.HasExited) { throw new InvalidOperationException("The server ended."); }
            try
            {
                using var known = await Http.GetAsync("/api/v1/cases?limit=1", patience.Token);
                if (known.StatusCode == HttpStatusCode.OK) { return; }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
