using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AgencyPlatform.Server.Hosting;

/// <summary>Logs, metrics and traces. No tag and no log line carries a tenant's text.</summary>
internal static class Telemetry
{
    /// <summary>Milliseconds; few buckets, because every one of them is a line per scrape and label set.</summary>
    private static readonly double[] Milliseconds = [1, 5, 25, 100, 500, 2_500];

    private static readonly double[] Seconds = [0.005, 0.025, 0.1, 0.5, 2.5];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        }

        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Warning);
        // The watchdog's first check after start is always late, and one silo in the web process needs no server GC.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

        var otlp = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("agency-platform"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans", "AgencyPlatform.*")
                    .AddRuntimeInstrumentation()
                    .AddView(Buckets)
                    .AddPrometheusExporter();
                if (otlp) { metrics.AddOtlpExporter(); }
            });

        // Without a collector nobody would read a trace, and recording one costs every request.
        if (otlp)
        {
            telemetry.WithTracing(traces => traces
                .AddAspNetCoreInstrumentation()
                .AddSource("Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application", "AgencyPlatform.*")
                .AddOtlpExporter());
        }
    }

    private static MetricStreamConfiguration? Buckets(System.Diagnostics.Metrics.Instrument instrument)
    {
        if (instrument.GetType().Name is not { } kind || !kind.StartsWith("Histogram", StringComparison.Ordinal)) { return null; }
        return new ExplicitBucketHistogramConfiguration { Boundaries = instrument.Unit == "s" ? Seconds : Milliseconds, RecordMinMax = false };
    }
}
