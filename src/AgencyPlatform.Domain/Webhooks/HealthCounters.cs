namespace AgencyPlatform.Domain.Webhooks;

/// <summary>A count of violations in the performance report.</summary>
/// <param name="Name">Amazon's name in the schema.</param>
/// <param name="OtherName">Amazon's name in the example, where it differs.</param>
/// <param name="CategoryIds">The kinds of problem it counts, the likeliest first: the report does not say which it is.</param>
public sealed record HealthCounter(string Name, IReadOnlyList<string> CategoryIds, string? OtherName = null);

/// <summary>The counters of the performance report, and what each of them counts.</summary>
public static class HealthCounters
{
    public static IReadOnlyList<HealthCounter> All { get; } =
    [
        new("listingPolicyViolations", ["LST-VARIATION", "LST-DETAILPAGE"]),
        new("productAuthenticityCustomerComplaints", ["PQ-INAUTHENTIC"]),
        new("productConditionCustomerComplaints", ["PQ-USEDNEW", "PQ-NOTASDESC"]),
        new("productSafetyCustomerComplaints", ["PQ-SAFETY"]),
        new("receivedIntellectualPropertyComplaints", ["IP-TRADEMARK", "IP-COPYRIGHT", "IP-COUNTERFEIT", "IP-PATENT-UTILITY", "IP-PATENT-DESIGN"]),
        new("restrictedProductPolicyViolations", ["LST-RESTRICTED"]),
        new("suspectedIntellectualPropertyViolations", ["IP-SUSPECTED"]),
        new("foodAndProductSafetyIssues", ["PQ-SAFETY"]),
        new("otherPolicyViolations", ["ACC-S3-CODE"]),
        new("documentRequests", ["LST-COMPLIANCE-DOC", "ACC-VERIFY"], "documentRequest"),
    ];

    public static IReadOnlyList<string> CategoriesOf(string name) => All.FirstOrDefault(c => c.Name == name)?.CategoryIds ?? [];
}
