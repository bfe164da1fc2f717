using System.Globalization;
using System.Runtime.InteropServices;

namespace AgencyPlatform.Benchmarks;

/// <summary>The figures of one run, in the order they were measured, with the machine they were measured on.</summary>
public sealed class Report
{
    private readonly List<(string Name, double Value, string Unit)> figures = [];

    public Report Add(string name, double value, string unit)
    {
        figures.Add((name, value, unit));
        return this;
    }

    /// <summary>Adds p50, p95, p99 and the maximum of samples in milliseconds.</summary>
    public Report AddPercentiles(string name, double[] samples)
    {
        Array.Sort(samples);
        foreach (var (label, q) in new[] { ("p50", 0.50), ("p95", 0.95), ("p99", 0.99) })
        {
            Add($"{name} {label}", samples[(int)Math.Min(samples.Length - 1, q * samples.Length)], "ms");
        }

        return Add($"{name} max", samples[^1], "ms");
    }

    public void Print(TextWriter output, string scenario)
    {
        output.WriteLine();
        output.WriteLine($"{scenario} on {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
        var width = figures.Max(f => f.Name.Length);
        foreach (var (name, value, unit) in figures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name.PadRight(width)}  {value,14:N2} {unit}"));
        }
    }

    public object ToJson(string scenario) => new
    {
        scenario,
        machine = new { cores = Environment.ProcessorCount, runtime = RuntimeInformation.FrameworkDescription, os = RuntimeInformation.OSDescription },
        figures = figures.Select(f => new { name = f.Name, value = Math.Round(f.Value, 4), unit = f.Unit }),
    };
}
