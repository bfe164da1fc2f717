using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Server.Hosting.Clocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace AgencyPlatform.Benchmarks;

/// <summary>
/// How late clocks fire among 1,000,000 armed ones: a thousand cases that nobody has in memory, due within one second and then all
/// at one instant. Lateness runs from the due instant to the acknowledged commit of the firing.
/// </summary>
public static class DeadlinesScenario
{
    private const int Armed = 1_000_000;
    private const int Due = 1_000;
    private const int Accounts = 100;

    /// <summary>From the moment cases are opened until they are due.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(20);

    private static readonly ActorInfo Importer = new() { Kind = "system", Id = "bench", Role = "none" };

    public static async Task<Report> Run(TimeSpan length)
    {
        var claimed = new ClaimedRows();
        await using var silo = await BenchmarkSilo.Start(Clocks, claimed);
        var accounts = await Register(silo);
        await Fill(silo);
        var report = new Report().Add("armed rows", Armed, "").Add("1,000 rows moved by SQLite alone", await Raw(silo), "ms");

        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var poller = ActivatorUtilities.CreateInstance<DuePoller>(silo.Services);
        await poller.StartAsync(CancellationToken.None);

        // The first thousand warm the code, not the cases.
        await Fire(silo, accounts, TimeSpan.FromSeconds(1));
        report.AddPercentiles("spread over a second", await Fire(silo, accounts, TimeSpan.FromSeconds(1)));
        report.AddPercentiles("all at one instant", await Fire(silo, accounts, TimeSpan.Zero));

        var polling = await Cpu(length);
        var held = GC.GetTotalMemory(forceFullCollection: true);
        await poller.StopAsync(CancellationToken.None);

        // The same process at rest, after it and not before, when filling the index is still felt.
        var quiet = await Cpu(length);
        return report.Add("idle with polling", polling, "% of a core").Add("idle without polling", quiet, "% of a core")
            .Add("heap before", heap / 1e6, "MB").Add("heap with the poller", held / 1e6, "MB");

        void Clocks(IServiceCollection services)
        {
            services.AddClocks().AddSingleton(claimed);
            services.Remove(services.Last(s => s.ServiceType == typeof(IHostedService)));
        }
    }

    /// <summary>Opens cases whose first response is due when it says, forgets them, and waits for the firings.</summary>
    private static async Task<double[]> Fire(BenchmarkSilo silo, string[] accounts, TimeSpan spread)
    {
        var late = new ConcurrentBag<double>();
        var all = new TaskCompletionSource();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, hears) =>
            {
                if (instrument.Name == "agency.clocks.lateness") { hears.EnableMeasurementEvents(instrument); }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) =>
        {
            late.Add(value);
            if (late.Count >= Due) { all.TrySetResult(); }
        });
        listener.Start();

        var first = DateTimeOffset.UtcNow + Notice;
        await Parallel.ForAsync(0, Due, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancellationToken) =>
        {
            var id = Guid.CreateVersion7().ToString();
            var reply = await silo.Case(id).Open(new OpenCase
            {
                CommandId = id, Actor = Importer, SellerAccountId = accounts[i % Accounts], CategoryId = "PQ-INAUTHENTIC", OccurredAt = first + (spread * i / Due) - BenchmarkSilo.FirstResponse,
            }, cancellationToken);
            if (reply.Refusal is { } no) { throw new InvalidOperationException(no.Code); }
        });
        RequestContext.Clear();
        await silo.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        if (DateTimeOffset.UtcNow > first) { throw new InvalidOperationException("The machine is too busy: cases were due before they were all opened."); }
        await Task.WhenAny(all.Task, Task.Delay(Notice + TimeSpan.FromSeconds(60)));
        return late.Count >= Due ? [.. late] : throw new InvalidOperationException($"Only {late.Count} of {Due} clocks fired.");
    }

    private static async Task<string[]> Register(BenchmarkSilo silo)
    {
        var ids = Enumerable.Range(0, Accounts).Select(_ => Guid.CreateVersion7().ToString()).ToArray();
        for (var i = 0; i < ids.Length; i++) { await Register(silo, ids[i], 1001 + i); }
        return ids;
    }

    private static Task Register(BenchmarkSilo silo, string id, int number)
    {
        RequestContext.Set(TenantKey.ContextName, BenchmarkSilo.Tenant);
        return silo.Grains.GetGrain<ISellerAccountGrain>(new TenantKey(BenchmarkSilo.Tenant, id).ToString()).Register(new RegisterAccount
        {
            CommandId = id, Actor = BenchmarkSilo.Worker, Number = number, ClientId = "c1", Name = "Lumenforge", SellerId = "A1EXAMPLE", Marketplaces = ["ATVPDKIKX0DER"], TimeZone = "Asia/Shanghai",
        });
    }

    /// <summary>Rows of fifty agencies, due between a day and a month from now.</summary>
    private static Task Fill(BenchmarkSilo silo) => silo.Writer.Run((connection, transaction) =>
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $rows)
            INSERT INTO due (tenant, case_id, clock, due_at)
            SELECT 'agency-' || (i % 50), lower(hex(randomblob(16))), 'next', $from + abs(random() % 2500000000) FROM n
            """;
        insert.Parameters.AddWithValue("$rows", Armed);
        insert.Parameters.AddWithValue("$from", DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeMilliseconds());
        return insert.ExecuteNonQuery();
    });

    /// <summary>The yardstick: a thousand rows of this index moved one by one, 250 to a commit.</summary>
    private static async Task<double> Raw(BenchmarkSilo silo)
    {
        var keys = new List<(string, string)>();
        using (var connection = silo.Database.OpenReader())
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT tenant, case_id FROM due WHERE substr(case_id, 1, 2) = 'a0' LIMIT $n";
            select.Parameters.AddWithValue("$n", Due);
            using var row = select.ExecuteReader();
            while (row.Read()) { keys.Add((row.GetString(0), row.GetString(1))); }
        }

        var watch = Stopwatch.StartNew();
        foreach (var batch in keys.Chunk(250))
        {
            await silo.Writer.Run((connection, transaction) =>
            {
                using var update = connection.CreateCommand();
                update.Transaction = transaction;
                update.CommandText = "UPDATE due SET due_at = due_at + 1000 WHERE tenant=$t AND case_id=$c AND clock='next'";
                var (t, c) = (update.Parameters.AddWithValue("$t", ""), update.Parameters.AddWithValue("$c", ""));
                foreach (var (tenant, id) in batch)
                {
                    (t.Value, c.Value) = (tenant, id);
                    update.ExecuteNonQuery();
                }

                return 0;
            });
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> Cpu(TimeSpan length)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await Task.Delay(length);
        process.Refresh();
        return (process.TotalProcessorTime - before) / length * 100;
    }
}
