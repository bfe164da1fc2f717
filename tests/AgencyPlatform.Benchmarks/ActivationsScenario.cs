using System.Diagnostics;
using AgencyPlatform.Contracts.Cases;
using Orleans.Runtime;

namespace AgencyPlatform.Benchmarks;

/// <summary>How long a case takes that nobody had in memory, and how much memory an idle case holds.</summary>
public static class ActivationsScenario
{
    private const int Idle = 20_000;

    public static async Task<Report> Run(TimeSpan length)
    {
        await using var silo = await BenchmarkSilo.Start();
        var opened = await CommandsScenario.Open(silo);
        var ids = await Copy(silo, opened[0]);

        // Warm the path with cases of their own, then read cold ones one after the other.
        foreach (var id in ids[..500]) { await silo.Case(id).Describe(); }
        var before = Heap();
        var latencies = new List<double>();
        foreach (var id in ids[500..])
        {
            var started = Stopwatch.GetTimestamp();
            _ = await silo.Case(id).Describe() ?? throw new InvalidOperationException("The case is not there.");
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var held = (Heap() - before) / (double)(ids.Length - 500);
        return new Report().AddPercentiles("cold case read", [.. latencies]).Add("heap per idle case activation", held, "bytes").Add("activations", ids.Length, "");
    }

    /// <summary>Copies one stored case under many ids, past the grains, so that all of them are cold.</summary>
    private static async Task<string[]> Copy(BenchmarkSilo silo, string source)
    {
        var ids = Enumerable.Range(0, Idle).Select(_ => Guid.CreateVersion7().ToString()).ToArray();
        await silo.Writer.Run((connection, transaction) =>
        {
            using var copy = connection.CreateCommand();
            copy.Transaction = transaction;
            copy.CommandText = "INSERT INTO grain_state SELECT tenant, kind, $id, version, replace(CAST(data AS TEXT), $source, $id) FROM grain_state WHERE tenant=$t AND kind='case' AND id=$source";
            var id = copy.Parameters.AddWithValue("$id", "");
            copy.Parameters.AddWithValue("$source", source);
            copy.Parameters.AddWithValue("$t", BenchmarkSilo.Tenant);
            foreach (var next in ids)
            {
                id.Value = next;
                copy.ExecuteNonQuery();
            }

            return 0;
        });
        return ids;
    }

    private static long Heap()
    {
        for (var i = 0; i < 3; i++) { GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true); }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
