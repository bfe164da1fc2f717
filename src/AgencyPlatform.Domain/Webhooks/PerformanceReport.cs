using AgencyPlatform.Domain.Accounts;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>
/// Amazon's report GET_V2_SELLER_PERFORMANCE_REPORT: how an account stands in each marketplace. It counts violations and does
/// not name them. Amazon's schema and Amazon's example disagree on several names; both are read.
/// </summary>
public sealed partial record PerformanceReport
{
    public const string Type = "GET_V2_SELLER_PERFORMANCE_REPORT";

    public required IReadOnlyList<MarketplaceHealth> Marketplaces { get; init; }
}

/// <summary>One marketplace of a report. What the report leaves out is null or not in the list.</summary>
public sealed record MarketplaceHealth
{
    public required string MarketplaceId { get; init; }
    public AccountStatus? Status { get; init; }
    public HealthRating? Rating { get; init; }
    public IReadOnlyList<ReportedMetric> Metrics { get; init; } = [];
    public IReadOnlyList<ReportedCounter> Counters { get; init; } = [];
    public IReadOnlyList<ReportedWarning> Warnings { get; init; } = [];
}

/// <summary>The account health rating in words; its number is not reported.</summary>
public enum HealthRating { Great, Warned }

/// <summary>Amazon's own judgement of a figure.</summary>
public enum FigureStatus { None, Good, Bad }

/// <summary>On which side of the target a figure has to be.</summary>
public enum TargetCondition { LessThan, GreaterThan, Equals }

/// <param name="Name">Amazon's name; the order defect rate stands twice, as <c>orderDefectRate.mfn</c> and <c>.afn</c>.</param>
/// <param name="Rate">A fraction: 0.005 is half a percent, although the schema's description says percentage.</param>
/// <param name="Target">A fraction too.</param>
public sealed record ReportedMetric(string Name, double? Rate, FigureStatus Status, double? Target, TargetCondition? Condition, ReportedPeriod Period);

/// <param name="Name">Amazon's name, one of <see cref="HealthCounters"/>.</param>
public sealed record ReportedCounter(string Name, int Count, FigureStatus Status, ReportedPeriod Period);

/// <param name="Type">Such as <c>spammingSellerMessaging</c>.</param>
public sealed record ReportedWarning(string Type, FigureStatus Status);

/// <summary>The days a figure covers, as instants.</summary>
public sealed record ReportedPeriod(DateTimeOffset? From, DateTimeOffset? To);
