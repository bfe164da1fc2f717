using System.Diagnostics.Metrics;
using AgencyPlatform.Server.Live;

namespace AgencyPlatform.Server.Hosting.Clocks;

/// <summary>What the clocks do, in figures; none is tagged by tenant or case.</summary>
internal sealed class ClockMeter
{
    public const string Name = "AgencyPlatform.Clocks";

    private readonly Histogram<double> lateness;
    private readonly Counter<long> fired;
    private readonly Counter<long> failed;

    public ClockMeter(IMeterFactory meters, ClockHealth health)
    {
        var meter = meters.Create(Name);
        lateness = meter.CreateHistogram<double>("agency.clocks.lateness", "ms", "From the due instant to the commit of what it caused");
        fired = meter.CreateCounter<long>("agency.clocks.fired", "firings", "Warnings, breaches and ladder calls that happened");
        failed = meter.CreateCounter<long>("agency.clocks.failed", "wakes", "Wakes that failed or hung, by kind of error");
        meter.CreateObservableGauge("agency.clocks.backlog", () => health.Now.Backlog, "rows", "Due rows that nobody has claimed yet");
        meter.CreateObservableGauge("agency.clocks.oldest", () => health.Now.Behind.TotalSeconds, "s", "How long the oldest due row is overdue");
        meter.CreateObservableGauge("agency.clocks.stuck", () => health.Now.Stuck, "rows", "Due rows whose case failed again and again");
    }

    public void Fired(TimeSpan late)
    {
        lateness.Record(late.TotalMilliseconds);
        fired.Add(1);
    }

    public void Failed(string error) => failed.Add(1, new KeyValuePair<string, object?>("error", error));
}
