using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace AgencyPlatform.FaultTests;

/// <summary>The published server as its own process on free loopback ports, killed or stopped by its process id.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    public const string ApiKey = "apk_live_4I8Pb4qdkL9XlCiUaTx0ecDeejQio1y0Giw5q3Y2YtL4MlLIK";

    private readonly Process process;
    private readonly List<string> output = [];

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    public static async Task<ServerProcess> Start(string dataDirectory, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Published(), "AgencyPlatform.Server.dll")])
        {
            WorkingDirectory = Published(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/'),
                ["Cluster__SiloPort"] = FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Data__Directory"] = dataDirectory,
                ["Demo__ApiKey"] = ApiKey,
                ["Demo__Size"] = "0",
            },
        };
        var server = new ServerProcess(Process.Start(start)!, address);
        await server.Ready(cancellationToken);
        return server;
    }

    /// <summary>kill -9: nothing is flushed, nothing is said.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) { await Kill(); }
        process.Dispose();
        Http.Dispose();
    }

    private async Task Ready(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await poll.WaitForNextTickAsync(cancellationToken))
        {
            if (process.HasExited) { throw new InvalidOperationException("The server ended:\n" + Output()); }
            try
            {
                using var answer = await Http.GetAsync("/health/ready", patience.Token);
                using var known = answer.IsSuccessStatusCode ? await Http.GetAsync("/api/v1/cases?limit=1", patience.Token) : null;
                if (known?.StatusCode == HttpStatusCode.OK) { return; }
            }
            catch (HttpRequestException) when (!patience.IsCancellationRequested)
            {
                // Not listening yet: ask again at the next tick.
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException("The server did not become ready:\n" + Output());
            }
        }
    }

    private string Output()
    {
        lock (output) { return string.Join('\n', output.TakeLast(40)); }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) { return; }
        lock (output) { output.Add(line.Data); }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Where tests/run.sh put the published server.</summary>
    private static string Published()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AgencyPlatform.sln")))
            {
                var published = Path.Combine(folder.FullName, "artifacts", "server");
                return Directory.Exists(published)
                    ? published
                    : throw new InvalidOperationException("Publish the server first: dotnet publish -c Release src/AgencyPlatform.Server -o artifacts/server");
            }
        }

        throw new InvalidOperationException("The repository was not found above the tests.");
    }
}
