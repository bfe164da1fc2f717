using AgencyPlatform.Domain.Accounts;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>How the payloads are read, one method a type, with the names of Amazon's schemas.</summary>
public abstract partial record AmazonPayload
{
    internal static (AmazonSubject Subject, AmazonPayload Payload) Read(string type, Fields payload) => type switch
    {
        NotificationTypes.AccountStatusChanged => (SubjectOf(payload), ReadAccountStatus(payload.Object("accountStatusChangeNotification"))),
        NotificationTypes.ListingStatusChange => (Listing(payload), ReadListingStatus(payload)),
        NotificationTypes.ListingIssuesChange => (Listing(payload), new ListingIssuesChange(ReadSeverity(payload), payload.Ids("enforcementActions"))),
        NotificationTypes.ProductTypeChange => (Item(payload), new ProductTypeChange(payload.RequiredId("previousProductType"), payload.RequiredId("currentProductType"))),
        NotificationTypes.BrandContentChange => (Item(payload), new BrandContentChange(payload.RequiredId("brandName"), payload.Ids("attributesChanged"))),
        NotificationTypes.ProductTypeDefinitionsChange =>
            (SubjectOf(payload), new ProductTypeDefinitionsChange(payload.RequiredId("accountId"), payload.RequiredId("productTypeVersion"), payload.Ids("newProductTypes"))),
        NotificationTypes.SellerStockChange => (Listing(payload), new SellerStockChange(payload.RequiredId("fulfillmentChannelCode"), payload.Count("quantity") ?? 0)),
        NotificationTypes.FeedFinished => ReadFeed(payload.Object("feedProcessingFinishedNotification")),
        NotificationTypes.ReportFinished => ReadReport(payload.Object("reportProcessingFinishedNotification")),
        NotificationTypes.FbaStockChange => (SubjectOf(payload), new FbaStockChange(payload.Id("fnsku"))),
        NotificationTypes.TransactionUpdate => ReadTransaction(payload.Object("transactionUpdateNotification")),
        NotificationTypes.OfferChange => ReadOffer(payload.Object("anyOfferChangedNotification")),
        _ => (new AmazonSubject(), new Unknown(type)),
    };

    private static AmazonSubject SubjectOf(Fields f) => new(f.Id("sellerId"), f.Id("marketplaceId"), f.Id("asin"), f.Id("sku"));

    private static AmazonSubject Listing(Fields f)
    {
        f.RequiredId("sku");
        return SubjectOf(f);
    }

    private static AmazonSubject Item(Fields f)
    {
        f.RequiredId("asin");
        return SubjectOf(f);
    }

    private static AccountStatusChange ReadAccountStatus(Fields f) =>
        new(AmazonStatus.Read(f, "previousAccountStatus") ?? default, AmazonStatus.Read(f, "currentAccountStatus") ?? default);

    private static ListingStatusChange ReadListingStatus(Fields f)
    {
        var states = f.RequiredIds("status");
        return new ListingStatusChange(Has("BUYABLE"), Has("DISCOVERABLE"), Has("DELETED"), f.Time("createdDate"));

        bool Has(string state) => states.Contains(state, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A list that names nothing worse stands for no issue: the schema writes <c>NONE</c>, its description <c>NO…</c>.</summary>
    private static IssueSeverity ReadSeverity(Fields f)
    {
        var severities = f.RequiredIds("severities");
        return severities.Contains("ERROR", StringComparer.OrdinalIgnoreCase) ? IssueSeverity.Error
            : severities.All(s => s.StartsWith("NO", StringComparison.OrdinalIgnoreCase)) ? IssueSeverity.None
            : IssueSeverity.Warning;
    }

    private static (AmazonSubject, AmazonPayload) ReadFeed(Fields f) => (SubjectOf(f), new FeedFinished(
        f.RequiredId("accountId"), f.RequiredId("feedId"), f.RequiredId("feedType"), ReadProcessing(f), f.Id("resultFeedDocumentId")));

    private static (AmazonSubject, AmazonPayload) ReadReport(Fields f) => (SubjectOf(f), new ReportFinished(
        f.RequiredId("accountId"), f.RequiredId("reportId"), f.RequiredId("reportType"), ReadProcessing(f), f.Id("reportDocumentId")));

    private static ProcessingStatus ReadProcessing(Fields f)
    {
        switch (f.RequiredId("processingStatus").ToUpperInvariant())
        {
            case "DONE": return ProcessingStatus.Done;
            case "CANCELLED": return ProcessingStatus.Cancelled;
            case "FATAL": return ProcessingStatus.Fatal;
            default:
                f.Refuse(Refusal.Of(RefusalCodes.Webhooks.StatusUnknown));
                return default;
        }
    }

    private static (AmazonSubject, AmazonPayload) ReadTransaction(Fields f)
    {
        var seller = f.Object("sellingPartnerMetadata");
        return (new AmazonSubject(seller.Id("sellingPartnerId"), seller.Id("marketplaceId")), new TransactionUpdate(f.RequiredId("transactionType"), f.Time("postedDate")));
    }

    private static (AmazonSubject, AmazonPayload) ReadOffer(Fields f)
    {
        var trigger = f.Object("offerChangeTrigger");
        return (new AmazonSubject(f.Id("sellerId"), trigger.Id("marketplaceId"), trigger.Id("asin")),
            new OfferChange(trigger.Id("itemCondition"), trigger.Time("timeOfOfferChange")));
    }
}

/// <summary>Amazon's words for the status of an account.</summary>
internal static class AmazonStatus
{
    /// <summary>Null after a fault. The report's example says <c>SUSPENDED</c> where its schema says <c>DEACTIVATED</c>.</summary>
    public static AccountStatus? Read(Fields f, string name)
    {
        switch (f.RequiredId(name).ToUpperInvariant())
        {
            case "NORMAL": return AccountStatus.Normal;
            case "AT_RISK": return AccountStatus.AtRisk;
            case "DEACTIVATED" or "SUSPENDED": return AccountStatus.Deactivated;
            default:
                f.Refuse(Refusal.Of(RefusalCodes.Webhooks.StatusUnknown));
                return null;
        }
    }
}
