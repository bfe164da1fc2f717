using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AgencyPlatform.BrowserTests.Running;

/// <summary>The published server as a process of its own, on a free port and an empty data folder.</summary>
internal sealed class PublishedServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly string data;

    private PublishedServer(Process process, string data, Uri address) => (this.process, this.data, Address) = (process, data, address);

    public Uri Address { get; }

    public static string Email => "demo@agency.example";

    public static string Password => "browser-tests-1";

    public static async Task<PublishedServer> Start()
    {
        var folder = await Folder();
        var data = Directory.CreateTempSubdirectory("agency-browser-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "AgencyPlatform.Server.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/');
        start.Environment["Data__Directory"] = data;
        start.Environment["Demo__Password"] = Password;
        start.Environment["Cluster__SiloPort"] = $"{FreePort()}";
        var log = Path.Combine(data, "server.log");
        var process = Process.Start(start)!;
        Keep(process, log);
        var server = new PublishedServer(process, data, address);
        await server.Ready(log);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) { process.Kill(entireProcessTree: true); }
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task Ready(string log)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        await Until.Holds(Patience, async () =>
        {
            if (process.HasExited) { throw new InvalidOperationException($"The server ended with {process.ExitCode}:\n{await File.ReadAllTextAsync(log)}"); }
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    /// <summary>What tests/run.sh published, or our own publication where it was not run.</summary>
    private static async Task<string> Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "AgencyPlatform.sln"))) { root = root.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository."); }
        var folder = Path.Combine(root.FullName, "artifacts", "server");
        if (!File.Exists(Path.Combine(folder, "AgencyPlatform.Server.dll")))
        {
            using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "src/AgencyPlatform.Server", "-c", "Release", "--nologo", "-v", "q", "-o", folder]) { WorkingDirectory = root.FullName })!;
            await publish.WaitForExitAsync();
            Assert.Equal(0, publish.ExitCode);
        }
        return folder;
    }

    private static void Keep(Process process, string log)
    {
        var file = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => file.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => file.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
