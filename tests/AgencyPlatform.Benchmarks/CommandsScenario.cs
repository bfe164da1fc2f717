using System.Diagnostics;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Contracts.Tenancy;
using Orleans.Runtime;

namespace AgencyPlatform.Benchmarks;

/// <summary>Durable case commands per second through grains (a note: record, timeline row, list row, reply), beside raw single-row commits on the same disk.</summary>
public static class CommandsScenario
{
    private const int Cases = 2_000;

    public static async Task<Report> Run(TimeSpan length)
    {
        await using var silo = await BenchmarkSilo.Start();
        var cases = await Open(silo);
        await Load(silo, cases, 256, TimeSpan.FromSeconds(3));
        var report = new Report();
        var share = length / 4;
        var raw = RawCommits.PerSecond(share);
        foreach (var concurrency in new[] { 1, 16, 256 })
        {
            var (rate, latencies) = await Load(silo, cases, concurrency, share);
            report.Add($"commands/s at {concurrency} concurrent", rate, "1/s").AddPercentiles($"latency at {concurrency}", latencies);
            if (concurrency == 256) { report.Add("raw single-row commits/s", raw, "1/s").Add("commands at 256 / raw commits", rate / raw, "x"); }
        }

        return report;
    }

    public static async Task<string[]> Open(BenchmarkSilo silo)
    {
        var account = Guid.CreateVersion7().ToString();
        RequestContext.Set(TenantKey.ContextName, BenchmarkSilo.Tenant);
        var ids = new string[Cases];
        var accounts = new string[20];
        for (var i = 0; i < accounts.Length; i++)
        {
            accounts[i] = Guid.CreateVersion7().ToString();
            await silo.Grains.GetGrain<ISellerAccountGrain>(new TenantKey(BenchmarkSilo.Tenant, accounts[i]).ToString()).Register(new RegisterAccount
            {
                CommandId = accounts[i],
                Actor = BenchmarkSilo.Worker,
                Number = 1001 + i,
                ClientId = "c1",
                Name = "Lumenforge",
                SellerId = "A1EXAMPLE" + i,
                Marketplaces = ["ATVPDKIKX0DER"],
                TimeZone = "Asia/Shanghai",
            });
        }

        await Parallel.ForAsync(0, ids.Length, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancellationToken) =>
        {
            ids[i] = Guid.CreateVersion7().ToString();
            var reply = await silo.Case(ids[i]).Open(new OpenCase { CommandId = ids[i], Actor = BenchmarkSilo.Worker, SellerAccountId = accounts[i % accounts.Length], CategoryId = "PQ-INAUTHENTIC" }, cancellationToken);
            if (reply.Refusal is { } no) { throw new InvalidOperationException(no.Code); }
        });
        return ids;
    }

    private static async Task<(double Rate, double[] Latencies)> Load(BenchmarkSilo silo, string[] cases, int concurrency, TimeSpan length)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var samples = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(worker => Task.Run(async () =>
        {
            var mine = new List<double>(4096);
            for (var n = worker; Stopwatch.GetTimestamp() < until; n += concurrency)
            {
                var started = Stopwatch.GetTimestamp();
                var reply = await silo.Case(cases[n % cases.Length]).AddNote(new AddNote
                {
                    CommandId = Guid.CreateVersion7().ToString("N"),
                    Actor = BenchmarkSilo.Worker,
                    Text = $"Called the supplier about the invoice, round {n}; the corrected copy comes on Thursday.",
                });
                if (reply.Refusal is { } no) { throw new InvalidOperationException(no.Code); }
                mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return mine;
        })));
        var all = samples.SelectMany(s => s).ToArray();
        return (all.Length / length.TotalSeconds, all);
    }
}
