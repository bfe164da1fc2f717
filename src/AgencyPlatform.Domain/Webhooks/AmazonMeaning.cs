using AgencyPlatform.Domain.Accounts;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>What news from Amazon does to cases.</summary>
public enum NewsEffect
{
    /// <summary>Kept on the account's timeline only.</summary>
    None,

    /// <summary>Told to the open cases it concerns.</summary>
    Informs,

    /// <summary>Told to the open cases it concerns; where there is none, a case is wanted.</summary>
    Opens,

    /// <summary>Ends the account-level cases.</summary>
    Closes,
}

/// <summary>
/// What a notification means for an agency. The category is a guess from the little that Amazon says; whoever takes the case
/// checks it, because notices about complaints and appeals come by mail only.
/// </summary>
/// <param name="What">Stable code of the news, such as <c>listing-lost</c>; texts are made from it where they are read.</param>
/// <param name="CategoryId">Category of a case that is opened for it; set exactly where <paramref name="Effect"/> opens.</param>
/// <param name="Facts">Codes and counts that a sentence needs; never prose.</param>
public sealed record AmazonMeaning(string What, NewsEffect Effect, string? CategoryId, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>Most items that one fact lists.</summary>
    private const int MostListed = 20;

    public static AmazonMeaning Of(AmazonNotification notification) => notification.Payload switch
    {
        AmazonPayload.AccountStatusChange p => OfStatus(p.Current, ("previous", Word(p.Previous))),
        AmazonPayload.ListingStatusChange p => OfListing(p),
        AmazonPayload.ListingIssuesChange p => OfIssues(p),
        AmazonPayload.ProductTypeChange p when p.Previous == p.Current => Nothing("product-type-same"),
        AmazonPayload.ProductTypeChange p => Opens("product-type-changed", "CAT-MATCH", ("previous", p.Previous), ("current", p.Current)),
        AmazonPayload.BrandContentChange p => Opens("content-changed", "CAT-MATCH", ("brand", p.BrandName), ("attributes", List(p.Attributes))),
        AmazonPayload.ProductTypeDefinitionsChange p => Nothing("product-types-defined", ("version", p.Version)),
        AmazonPayload.SellerStockChange p => Nothing("stock-changed", ("channel", p.Channel)),
        AmazonPayload.FeedFinished p => Nothing(
            p.Status == ProcessingStatus.Done ? "feed-done" : "feed-failed", ("feed", p.FeedId), ("type", p.FeedType), ("document", p.DocumentId ?? "")),
        AmazonPayload.ReportFinished p => Nothing(
            p.Status == ProcessingStatus.Done ? "report-ready" : "report-failed", ("report", p.ReportId), ("type", p.ReportType), ("document", p.DocumentId ?? "")),
        AmazonPayload.FbaStockChange => Nothing("stock-changed"),
        AmazonPayload.TransactionUpdate p => Nothing("funds-moved", ("type", p.TransactionType)),
        AmazonPayload.OfferChange => Nothing("offer-changed"),
        AmazonPayload.Unknown p => Nothing("unknown", ("type", p.Type)),
        _ => throw new InvalidOperationException($"{notification.Payload.GetType().Name} has no meaning yet."),
    };

    /// <summary>
    /// A health warning begins with the rating; a deactivation without words is unspecified Section 3 until its notice is read.
    /// </summary>
    public static AmazonMeaning OfStatus(AccountStatus status, params (string Name, string Value)[] facts) => status switch
    {
        AccountStatus.Normal => new AmazonMeaning("account-normal", NewsEffect.Closes, null, Facted(facts)),
        AccountStatus.AtRisk => Opens("account-at-risk", "ACC-AHR", facts),
        _ => Opens("account-deactivated", "ACC-S3-CODE", facts),
    };

    /// <summary>A catalog page that lives on without this offer is suppressed; one that is gone was removed.</summary>
    private static AmazonMeaning OfListing(AmazonPayload.ListingStatusChange p)
    {
        if (p is { IsDeleted: false, IsBuyable: true, IsDiscoverable: true }) { return new AmazonMeaning("listing-restored", NewsEffect.Informs, null, Facted([])); }
        var isGone = p.IsDeleted || p is { IsBuyable: false, IsDiscoverable: false };
        return Opens("listing-lost", isGone ? "CAT-REMOVED" : "CAT-SUPPRESSED",
            ("buyable", Word(p.IsBuyable)), ("discoverable", Word(p.IsDiscoverable)), ("deleted", Word(p.IsDeleted)));
    }

    private static AmazonMeaning OfIssues(AmazonPayload.ListingIssuesChange p)
    {
        (string, string)[] facts = [("severity", p.Severity.ToString().ToLowerInvariant()), ("enforcements", List(p.Enforcements))];
        return p switch
        {
            _ when p.Enforcements.Contains("CATALOG_ITEM_REMOVED", StringComparer.OrdinalIgnoreCase) => Opens("listing-issue", "CAT-REMOVED", facts),
            { Enforcements.Count: > 0 } => Opens("listing-issue", "CAT-SUPPRESSED", facts),
            { Severity: IssueSeverity.Error } => Opens("listing-issue", "CAT-ATTR", facts),
            { Severity: IssueSeverity.Warning } => new AmazonMeaning("listing-warning", NewsEffect.Informs, null, Facted(facts)),
            _ => new AmazonMeaning("listing-clear", NewsEffect.Informs, null, Facted(facts)),
        };
    }

    private static AmazonMeaning Nothing(string what, params (string Name, string Value)[] facts) => new(what, NewsEffect.None, null, Facted(facts));

    private static AmazonMeaning Opens(string what, string categoryId, params (string Name, string Value)[] facts) =>
        new(what, NewsEffect.Opens, categoryId, Facted(facts));

    private static Dictionary<string, string> Facted((string Name, string Value)[] facts) =>
        facts.Where(f => f.Value.Length > 0).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);

    private static string List(IReadOnlyList<string> items) => string.Join(' ', items.Take(MostListed));

    private static string Word(bool value) => value ? "yes" : "no";

    private static string Word(AccountStatus status) => status switch
    {
        AccountStatus.Normal => "normal",
        AccountStatus.AtRisk => "at-risk",
        _ => "deactivated",
    };
}
