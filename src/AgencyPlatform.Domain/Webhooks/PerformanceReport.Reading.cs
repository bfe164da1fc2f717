namespace AgencyPlatform.Domain.Webhooks;

/// <summary>How the report is read, with Amazon's names.</summary>
public sealed partial record PerformanceReport
{
    private static readonly (string Name, string OtherName)[] Rates =
    [
        ("lateShipmentRate", "lateShipmentRate"),
        ("preFulfillmentCancellationRate", "prefulfillmentCancelRate"),
        ("onTimeDeliveryRate", "onTimeDeliveryRate"),
        ("unitOnTimeDeliveryRate", "unitOnTimeDeliveryRate"),
        ("validTrackingRate", "validTrackingRate"),
        ("invoiceDefectRate", "invoiceDefectRate"),
    ];

    /// <summary>Reads a report of any content; what cannot be used comes back as a refusal.</summary>
    public static Reading<PerformanceReport> Read(ReadOnlyMemory<byte> body) => JsonText.Read(body, ignoreCase: true, Read);

    private static PerformanceReport Read(Fields root)
    {
        var statuses = root.Objects("accountStatuses")
            .Select(s => (Id: s.RequiredId("marketplaceId"), Status: AmazonStatus.Read(s, "status")))
            .ToLookup(s => s.Id, s => s.Status, StringComparer.Ordinal);
        var health = root.Objects("performanceMetrics").Select(ReadHealth).ToLookup(h => h.MarketplaceId, StringComparer.Ordinal);
        string[] ids = [.. statuses.Select(s => s.Key).Union(health.Select(h => h.Key), StringComparer.Ordinal)];
        if (ids.Length == 0) { root.Refuse(Refusal.Of(RefusalCodes.Webhooks.FieldMissing, ("field", "accountStatuses"))); }
        return new PerformanceReport
        {
            Marketplaces = [.. ids.Select(id => (health[id].FirstOrDefault() ?? new MarketplaceHealth { MarketplaceId = id }) with { Status = statuses[id].FirstOrDefault() })],
        };
    }

    private static MarketplaceHealth ReadHealth(Fields f) => new()
    {
        MarketplaceId = f.RequiredId("marketplaceId"),
        Rating = f.Object("accountHealthRating").Id("accountHealthRatingStatus", "ahrStatus")?.ToUpperInvariant() switch
        {
            "GREAT" => HealthRating.Great,
            "WARNED" => HealthRating.Warned,
            _ => null,
        },
        Metrics = [.. ReadMetrics(f)],
        Counters = [.. HealthCounters.All.SelectMany(c => ReadCounter(c.Name, f.Object(c.Name, c.OtherName ?? c.Name)))],
        Warnings = [.. f.Objects("warningStates", "warningState").Select(w => new ReportedWarning(w.RequiredId("warningType"), ReadStatus(w)))],
    };

    private static IEnumerable<ReportedMetric> ReadMetrics(Fields f)
    {
        // Who ships is known by the place alone: Amazon's example writes "mfn" into the other one as well.
        var defects = f.Object("orderDefectRate");
        (string Name, Fields Metric)[] metrics =
        [
            ("orderDefectRate.mfn", defects.Object("mfn")),
            ("orderDefectRate.afn", defects.Object("afn")),
            .. Rates.Select(r => (r.Name, f.Object(r.Name, r.OtherName))),
        ];
        return metrics.Where(m => m.Metric.Exist).Select(m => ReadMetric(m.Name, m.Metric));
    }

    private static ReportedMetric ReadMetric(string name, Fields f) => new(
        name, f.Number("rate"), ReadStatus(f), f.Number("targetValue"),
        f.Id("targetCondition")?.ToUpperInvariant() switch
        {
            "LESS_THAN" => TargetCondition.LessThan,
            "GREATER_THAN" => TargetCondition.GreaterThan,
            "EQUALS" => TargetCondition.Equals,
            _ => null,
        },
        ReadPeriod(f));

    private static IEnumerable<ReportedCounter> ReadCounter(string name, Fields f) =>
        f.Count("defectsCount") is { } count ? [new ReportedCounter(name, count, ReadStatus(f), ReadPeriod(f))] : [];

    private static FigureStatus ReadStatus(Fields f) => f.Id("status")?.ToUpperInvariant() switch
    {
        "GOOD" => FigureStatus.Good,
        "BAD" => FigureStatus.Bad,
        _ => FigureStatus.None,
    };

    private static ReportedPeriod ReadPeriod(Fields f)
    {
        var range = f.Object("reportingDateRange");
        return new ReportedPeriod(range.Time("reportingDateFrom"), range.Time("reportingDateTo"));
    }
}
