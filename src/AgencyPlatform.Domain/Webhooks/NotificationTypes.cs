using System.Collections.Frozen;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>The notification types this version reads, in Amazon's spelling.</summary>
public static class NotificationTypes
{
    public const string AccountStatusChanged = "ACCOUNT_STATUS_CHANGED";
    public const string ListingStatusChange = "LISTINGS_ITEM_STATUS_CHANGE";
    public const string ListingIssuesChange = "LISTINGS_ITEM_ISSUES_CHANGE";
    public const string ProductTypeChange = "ITEM_PRODUCT_TYPE_CHANGE";
    public const string BrandContentChange = "BRANDED_ITEM_CONTENT_CHANGE";
    public const string ProductTypeDefinitionsChange = "PRODUCT_TYPE_DEFINITIONS_CHANGE";
    public const string SellerStockChange = "LISTINGS_ITEM_MFN_QUANTITY_CHANGE";
    public const string FeedFinished = "FEED_PROCESSING_FINISHED";
    public const string ReportFinished = "REPORT_PROCESSING_FINISHED";
    public const string FbaStockChange = "FBA_INVENTORY_AVAILABILITY_CHANGES";
    public const string TransactionUpdate = "TRANSACTION_UPDATE";
    public const string OfferChange = "ANY_OFFER_CHANGED";

    public static FrozenSet<string> All { get; } = new[]
    {
        AccountStatusChanged, ListingStatusChange, ListingIssuesChange, ProductTypeChange, BrandContentChange,
        ProductTypeDefinitionsChange, SellerStockChange, FeedFinished, ReportFinished, FbaStockChange, TransactionUpdate, OfferChange,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Amazon's schema names one type otherwise than its example and documentation do; both are one.</summary>
    internal static string Canonical(string type) => type == "LISTINGS_ITEM_STATUS_CHANGED" ? ListingStatusChange : type;
}
