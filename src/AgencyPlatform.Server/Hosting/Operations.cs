using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Server.Hosting.Demo;
using AgencyPlatform.Server.Live;
using Orleans.Runtime;
using Scalar.AspNetCore;

namespace AgencyPlatform.Server.Hosting;

/// <summary>What operators and their tools ask: health, metrics and the API's description.</summary>
internal static class Operations
{
    public static void MapOperations(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
        app.MapPrometheusScrapingEndpoint().AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        if (app.Environment.IsDevelopment()) { app.MapScalarApiReference("/docs").AllowAnonymous(); }
    }

    /// <summary>
    /// Ready when a write reaches the disk, the silo answers, the playbook is loaded and somebody looks after the clocks. Clocks that
    /// are merely late are told and stay ready: sending the requests elsewhere would make nothing earlier.
    /// </summary>
    private static async Task<IResult> Ready(
        SqliteWriter writer, ILocalSiloDetails silo, IHostApplicationLifetime lifetime, PlaybookLibrary playbooks, DemoGate demo, ClockHealth health, CancellationToken cancellationToken)
    {
        var clocks = health.Now;
        Dictionary<string, bool> checks = new()
        {
            ["silo"] = silo.SiloAddress is not null && lifetime.ApplicationStarted.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested,
            ["playbook"] = playbooks.IsLoaded,
            ["demo"] = demo.IsOpen,
            ["clocks"] = !clocks.IsDead,
            ["database"] = await Writes(writer, cancellationToken),
        };
        var isReady = checks.Values.All(ok => ok);
        var told = new { clocks.IsLagging, clocks.Since, BehindSeconds = (int)clocks.Behind.TotalSeconds, clocks.Backlog, clocks.Stuck };
        return Results.Json(new { status = isReady ? "ready" : "not-ready", checks, clocks = told }, statusCode: isReady ? 200 : 503);
    }

    private static async Task<bool> Writes(SqliteWriter writer, CancellationToken cancellationToken)
    {
        if (writer.Fault is not null) { return false; }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            return await writer.Run((_, _) => true, patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
