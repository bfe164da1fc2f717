using System.Diagnostics;

namespace AgencyPlatform.Benchmarks;

/// <summary>Triage of notices of 4 kB: a real one padded with its own neighbours, one call after the other.</summary>
public static class TriageScenario
{
    private const int Characters = 4096;

    public static Task<Report> Run(TimeSpan length)
    {
        var notices = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Notices"), "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var texts = notices.Select((_, i) => string.Concat(Enumerable.Range(0, 40).Select(k => notices[(i + k) % notices.Length] + "\n\n"))[..Characters]).ToArray();
        var triage = BenchmarkSilo.Playbook.Triage;
        foreach (var text in texts.Concat(texts)) { triage.Examine(text); }

        var samples = new List<double>();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var n = 0; Stopwatch.GetElapsedTime(started) < length; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            triage.Examine(texts[n % texts.Length]);
            samples.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return Task.FromResult(new Report()
            .AddPercentiles("4 kB notice", [.. samples])
            .Add("notices/s, one thread", samples.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, "1/s")
            .Add("allocated per notice", allocated / (double)samples.Count, "bytes"));
    }
}
