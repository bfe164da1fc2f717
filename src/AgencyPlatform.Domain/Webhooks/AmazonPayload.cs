using AgencyPlatform.Domain.Accounts;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>What a notification says besides whom and what it is about. A closed set; <see cref="Unknown"/> holds the rest.</summary>
public abstract partial record AmazonPayload
{
    private AmazonPayload() { }

    public sealed record AccountStatusChange(AccountStatus Previous, AccountStatus Current) : AmazonPayload;

    /// <summary>The states a listing is in now; Amazon lists those that hold and leaves out the others.</summary>
    public sealed record ListingStatusChange(bool IsBuyable, bool IsDiscoverable, bool IsDeleted, DateTimeOffset? CreatedAt) : AmazonPayload;

    /// <param name="Severity">The worst that is left; the text of the issues has to be fetched.</param>
    /// <param name="Enforcements">Amazon's words, such as <c>SEARCH_SUPPRESSED</c>; new ones may come.</param>
    public sealed record ListingIssuesChange(IssueSeverity Severity, IReadOnlyList<string> Enforcements) : AmazonPayload;

    public sealed record ProductTypeChange(string Previous, string Current) : AmazonPayload;

    public sealed record BrandContentChange(string BrandName, IReadOnlyList<string> Attributes) : AmazonPayload;

    public sealed record ProductTypeDefinitionsChange(string AccountId, string Version, IReadOnlyList<string> NewProductTypes) : AmazonPayload;

    /// <summary>Stock that the seller ships himself.</summary>
    public sealed record SellerStockChange(string Channel, int Quantity) : AmazonPayload;

    public sealed record FeedFinished(string AccountId, string FeedId, string FeedType, ProcessingStatus Status, string? DocumentId) : AmazonPayload;

    public sealed record ReportFinished(string AccountId, string ReportId, string ReportType, ProcessingStatus Status, string? DocumentId) : AmazonPayload;

    public sealed record FbaStockChange(string? Fnsku) : AmazonPayload;

    public sealed record TransactionUpdate(string TransactionType, DateTimeOffset? PostedAt) : AmazonPayload;

    public sealed record OfferChange(string? ItemCondition, DateTimeOffset? ChangedAt) : AmazonPayload;

    /// <summary>A type this version does not read; nothing but the envelope is kept.</summary>
    public sealed record Unknown(string Type) : AmazonPayload;
}

/// <summary>How bad the issues of a listing are.</summary>
public enum IssueSeverity { None, Warning, Error }

/// <summary>How a feed or a report ended.</summary>
public enum ProcessingStatus { Done, Cancelled, Fatal }
