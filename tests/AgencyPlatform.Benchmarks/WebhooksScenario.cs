using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Domain.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgencyPlatform.Benchmarks;

/// <summary>
/// Signed status events for random cases among 100,000, over 64 connections, to the whole server in a process of its own (sender
/// and server share the machine's cores). Beside it, in the same run: single-row commits on this disk, and posts to an empty server.
/// </summary>
public static class WebhooksScenario
{
    private const int Cases = 100_000;
    private const int Connections = 64;

    public static async Task<Report> Run(TimeSpan length)
    {
        var folder = Directory.CreateTempSubdirectory("agency-bench-").FullName;
        try
        {
            var (endpointId, key, source, tenant) = await Prepare(folder);
            var ids = Fill(folder, tenant, source);
            var share = length / 6;
            var report = new Report()
                .Add("raw single-row commits/s", RawCommits.PerSecond(share), "1/s")
                .Add("posts/s to an empty server", await Empty(share, endpointId, key, ids), "1/s");
            await using var server = await BenchmarkServer.Start(folder);
            Console.Error.WriteLine($"The server under load is process {server.ProcessId}.");
            await RawHttp.Load(server.Address, Connections, TimeSpan.FromSeconds(5), Sender(endpointId, key, ids));
            await Drained(server);
            return await Measure(server, length, Sender(endpointId, key, ids), report);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Report> Measure(BenchmarkServer server, TimeSpan length, Func<int, byte[], int> sender, Report report)
    {
        var (before, cpu) = (Rows(server, "state <> 'new'"), server.ProcessorSeconds);
        var watch = Stopwatch.StartNew();
        var load = RawHttp.Load(server.Address, Connections, length, sender);
        var samples = new List<double>();
        while (!load.IsCompleted)
        {
            await Task.WhenAny(load, Task.Delay(TimeSpan.FromSeconds(1)));
            samples.Add(Rows(server, "state IN ('new', 'held') AND state = 'new'"));
        }

        var (answers, latencies) = await load;
        var loaded = watch.Elapsed;
        var lag = Rows(server, "state IN ('new', 'held') AND state = 'new'");
        await Drained(server);
        var applied = Rows(server, "state = 'done'") - before;
        return report
            .Add("acknowledged/s", answers.GetValueOrDefault(202) / loaded.TotalSeconds, "1/s")
            .Add("applied/s, to the last one", applied / watch.Elapsed.TotalSeconds, "1/s")
            .AddPercentiles("acknowledged in", latencies)
            .Add("waiting at most during the run", samples.Max(), "events")
            .Add("waiting at its end", lag, "events")
            .Add("all applied after", (watch.Elapsed - loaded).TotalMilliseconds, "ms")
            .Add("answers other than 202", answers.Where(a => a.Key != 202).Sum(a => a.Value), "")
            .Add("acknowledged but not applied", answers.GetValueOrDefault(202) - applied, "")
            .Add("server's processor time per event", (server.ProcessorSeconds - cpu) * 1e6 / applied, "µs")
            .Add("server's working set", server.WorkingSet, "MB");
    }

    /// <summary>One case and one endpoint, made as anybody makes them.</summary>
    private static async Task<(string EndpointId, byte[] Key, string CaseId, string Tenant)> Prepare(string folder)
    {
        await using var server = await BenchmarkServer.Start(folder);
        var client = await Made(server, "clients", new { name = "Lumenforge" });
        var account = await Made(server, "seller-accounts", new { clientId = client.Id, name = "US", sellerId = "A1", marketplaces = new[] { "US" }, timeZone = "Asia/Shanghai" });
        var opened = await Made(server, "cases", new { sellerAccountId = account.Id, categoryId = "PQ-INAUTHENTIC" });
        var endpoint = await Made(server, "webhook-endpoints", new { kind = "status", name = "Benchmark" });
        using var reader = server.Database.OpenReader();
        using var tenant = reader.CreateCommand();
        tenant.CommandText = "SELECT tenant FROM case_row LIMIT 1";
        return (endpoint.Id, WebhookSecret.Parse(endpoint.Body.GetProperty("secret").GetString())!.Key(), opened.Id, (string)tenant.ExecuteScalar()!);
    }

    private static async Task<(string Id, JsonElement Body)> Made(BenchmarkServer server, string what, object body)
    {
        using var answer = await server.Http.PostAsJsonAsync($"/api/v1/{what}", body);
        var made = JsonSerializer.Deserialize<JsonElement>(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return (made.GetProperty("id").GetString()!, made);
    }

    /// <summary>Copies one case under many ids, record and list row, while no server runs.</summary>
    private static string[] Fill(string folder, string tenant, string source)
    {
        var ids = Enumerable.Range(0, Cases).Select(_ => Guid.CreateVersion7().ToString()).ToArray();
        using var connection = new SqliteDatabase(Path.Combine(folder, "agency.db")).OpenWriter();
        using var columns = connection.CreateCommand();
        columns.CommandText = "SELECT group_concat(name) FROM pragma_table_info('case_row') WHERE name NOT IN ('case_id', 'number')";
        var rest = (string)columns.ExecuteScalar()!;
        using var transaction = connection.BeginTransaction();
        using var copy = connection.CreateCommand();
        copy.Transaction = transaction;
        copy.CommandText = $"""
            INSERT INTO grain_state SELECT tenant, kind, $id, version, CAST(replace(CAST(data AS TEXT), $source, $id) AS BLOB) FROM grain_state WHERE tenant=$t AND kind='case' AND id=$source;
            INSERT INTO case_row (case_id, number, {rest}) SELECT $id, 'copy-' || $id, {rest} FROM case_row WHERE tenant=$t AND case_id=$source;
            """;
        var id = copy.Parameters.AddWithValue("$id", "");
        copy.Parameters.AddWithValue("$source", source);
        copy.Parameters.AddWithValue("$t", tenant);
        foreach (var next in ids)
        {
            id.Value = next;
            copy.ExecuteNonQuery();
        }

        transaction.Commit();
        return ids;
    }

    private static Func<int, byte[], int> Sender(string endpointId, byte[] key, string[] ids)
    {
        var run = Guid.NewGuid().ToString("n")[..8];
        var counts = new int[Connections];
        var randoms = Enumerable.Range(0, Connections).Select(c => new Random(c)).ToArray();
        return (connection, buffer) =>
        {
            var (n, random, now) = (counts[connection]++, randoms[connection], DateTimeOffset.UtcNow);
            var id = $"msg_{run}_{connection}_{n}";
            var body = Encoding.UTF8.GetBytes($$$"""{"type":"case.status","timestamp":"{{{now:yyyy-MM-ddTHH:mm:ssZ}}}","data":{"caseId":"{{{ids[random.Next(ids.Length)]}}}","status":"{{{(n % 2 == 0 ? "received" : "in-review")}}}","occurredAt":"{{{now:yyyy-MM-ddTHH:mm:ss.fffZ}}}"}}""");
            var seconds = now.ToUnixTimeSeconds();
            var head = string.Create(CultureInfo.InvariantCulture,
                $"POST /webhooks/{endpointId} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nwebhook-id: {id}\r\nwebhook-timestamp: {seconds}\r\nwebhook-signature: {WebhookSignature.Sign(key, id, seconds, body)}\r\n\r\n");
            var length = Encoding.ASCII.GetBytes(head, buffer);
            body.CopyTo(buffer, length);
            return length + body.Length;
        };
    }

    /// <summary>The same requests to a server that reads and answers 202, and does nothing.</summary>
    private static async Task<double> Empty(TimeSpan length, string endpointId, byte[] key, string[] ids)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/webhooks/{id}", async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            http.Response.StatusCode = 202;
            http.Response.ContentLength = 0;
        });
        await app.StartAsync();
        var (answers, _) = await RawHttp.Load(new Uri(app.Urls.First()), Connections, length, Sender(endpointId, key, ids));
        await app.StopAsync();
        return answers[202] / length.TotalSeconds;
    }

    private static async Task Drained(BenchmarkServer server)
    {
        while (Rows(server, "state IN ('new', 'held') AND state = 'new'") > 0) { await Task.Delay(TimeSpan.FromMilliseconds(50)); }
    }

    private static double Rows(BenchmarkServer server, string where)
    {
        using var connection = server.Database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM inbox WHERE {where}";
        return (long)command.ExecuteScalar()!;
    }
}
