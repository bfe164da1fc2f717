using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Specs.Webhooks;

/// <summary>Notifications as Amazon's schemas and documentation show them, with invented ids.</summary>
internal static class Amazon
{
    public static string Camel(string type, string payload, string version = "1.0") => $$$"""
        {"notificationVersion":"1.0","notificationType":"{{{type}}}","payloadVersion":"{{{version}}}","eventTime":"2026-11-20T19:42:04.284Z","payload":{{{payload}}},
         "notificationMetadata":{"applicationId":"amzn1.sellerapps.app.1","subscriptionId":"sub-1","publishTime":"2026-11-20T19:42:05Z","notificationId":"n-1"}}
        """;

    public static string Pascal(string type, string payload, string version = "1.0") => $$$"""
        {"NotificationVersion":"1.0","NotificationType":"{{{type}}}","PayloadVersion":"{{{version}}}","EventTime":"2026-11-20T19:42:04.284Z","Payload":{{{payload}}},
         "NotificationMetadata":{"ApplicationId":"amzn1.sellerapps.app.1","SubscriptionId":"sub-1","PublishTime":"2026-11-20T19:42:05Z","NotificationId":"n-1"}}
        """;

    public static string Status(string previous, string current) => Camel("ACCOUNT_STATUS_CHANGED",
        $$$"""{"accountStatusChangeNotification":{"previousAccountStatus":"{{{previous}}}","currentAccountStatus":"{{{current}}}"}}""", "2021-01-01");

    public static string Listing(string states) => Pascal("LISTINGS_ITEM_STATUS_CHANGE",
        $$$"""{"SellerId":"A1SELLER","MarketplaceId":"ATVPDKIKX0DER","Asin":"B000000001","Sku":"SKU-1","CreatedDate":"2026-01-01T00:00:00Z","Status":[{{{states}}}]}""");

    public static string Issues(string severities, string enforcements, string version = "2023-12-13") => Pascal("LISTINGS_ITEM_ISSUES_CHANGE",
        $$$"""{"SellerId":"A1SELLER","MarketplaceId":"ATVPDKIKX0DER","Asin":"B000000001","Sku":"SKU-1","Severities":[{{{severities}}}],"EnforcementActions":[{{{enforcements}}}]}""", version);

    public static string Feed(string status) => Camel("FEED_PROCESSING_FINISHED",
        $$$"""{"feedProcessingFinishedNotification":{"sellerId":"A1SELLER","accountId":"amzn1.merchant.o.A1SELLER","feedId":"f-1","feedType":"POST_PRODUCT_DATA","processingStatus":"{{{status}}}","resultFeedDocumentId":"d-1"}}""", "2020-09-04");

    public static string Report(string status, string type = "GET_V2_SELLER_PERFORMANCE_REPORT") => Camel("REPORT_PROCESSING_FINISHED",
        $$$"""{"reportProcessingFinishedNotification":{"sellerId":null,"accountId":"amzn1.vg.1","reportId":"r-1","reportType":"{{{type}}}","processingStatus":"{{{status}}}"}}""", "2020-09-04");

    public static string ProductType(string from, string to) => Pascal("ITEM_PRODUCT_TYPE_CHANGE",
        $$$"""{"MarketplaceId":"ATVPDKIKX0DER","Asin":"B000000001","PreviousProductType":"{{{from}}}","CurrentProductType":"{{{to}}}"}""");

    public static readonly string Content = Pascal("BRANDED_ITEM_CONTENT_CHANGE",
        """{"MarketplaceId":"ATVPDKIKX0DER","BrandName":"Lumenforge","Asin":"B000000001","AttributesChanged":["bullet_point","item_name"]}""");

    public static readonly string Definitions = Pascal("PRODUCT_TYPE_DEFINITIONS_CHANGE",
        """{"AccountId":"amzn1.merchant.o.A1","ProductTypeVersion":"UqS=","MarketplaceId":"ATVPDKIKX0DER","NewProductTypes":["LUGGAGE"]}""");

    public static readonly string Stock = Pascal("LISTINGS_ITEM_MFN_QUANTITY_CHANGE",
        """{"SellerId":"A1SELLER","FulfillmentChannelCode":"DEFAULT","Sku":"SKU-1","Quantity":99}""");

    public static readonly string Fba = Pascal("FBA_INVENTORY_AVAILABILITY_CHANGES",
        """{"SellerId":"A1SELLER","FNSKU":"X001","ASIN":"B000000001","SKU":"SKU-1","FulfillmentInventoryByMarketplace":[{"MarketplaceId":"ATVPDKIKX0DER"}]}""");

    public static readonly string Transaction = Pascal("TRANSACTION_UPDATE",
        """{"TransactionUpdateNotification":{"SellingPartnerMetadata":{"SellingPartnerId":"A1SELLER","MarketplaceId":"ATVPDKIKX0DER"},"TransactionType":"Shipment","PostedDate":"2026-07-14T03:35:13.214Z","TotalAmount":{"CurrencyAmount":10,"CurrencyCode":"USD"}}}""");

    public static readonly string Offer = Pascal("ANY_OFFER_CHANGED",
        """{"AnyOfferChangedNotification":{"SellerId":"A1SELLER","OfferChangeTrigger":{"MarketplaceId":"ATVPDKIKX0DER","ASIN":"B000000001","ItemCondition":"new","TimeOfOfferChange":"2026-07-14T03:35:13.214Z"}}}""");

    public static AmazonNotification Read(string body) => AmazonNotification.Read(body.Utf8()).Read();
}

public sealed class An_Amazon_notification
{
    [Fact]
    public void has_an_envelope_that_orders_finds_and_tells_repetitions()
    {
        var read = Amazon.Read(Amazon.Status("NORMAL", "AT_RISK"));
        Assert.Equal(("n-1", "sub-1", "amzn1.sellerapps.app.1", "2021-01-01"), (read.NotificationId, read.SubscriptionId, read.ApplicationId, read.PayloadVersion));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 19, 42, 4, 284, TimeSpan.Zero), read.EventTime);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 19, 42, 5, TimeSpan.Zero), read.PublishTime);
    }

    [Fact]
    public void says_the_same_in_an_EventBridge_event_and_in_either_casing()
    {
        var bare = Amazon.Read(Amazon.Listing("\"BUYABLE\""));
        var wrapped = $$$"""{"version":"0","id":"bridge-1","detail-type":"LISTINGS_ITEM_STATUS_CHANGE","source":"aws.partner/sellingpartnerapi.amazon.com/1/app","account":"1","time":"2026-11-20T19:42:06Z","region":"us-east-1","resources":[],"detail":{{{Amazon.Listing("\"BUYABLE\"")}}}}""";
        Assert.Equal(bare, Amazon.Read(wrapped));
        Assert.Equal(bare, Amazon.Read(Amazon.Listing("\"BUYABLE\"").Replace("SellerId", "sellerId", StringComparison.Ordinal).Replace("NotificationMetadata", "notificationMetadata", StringComparison.Ordinal)));
        Assert.Equal("n-1", Amazon.Read(wrapped.ToUpperInvariant().Replace("N-1", "n-1", StringComparison.Ordinal)).NotificationId);
    }

    [Theory, InlineData("LISTINGS_ITEM_STATUS_CHANGE"), InlineData("LISTINGS_ITEM_STATUS_CHANGED")]
    public void of_a_listing_has_two_spellings_of_its_type(string type) =>
        Assert.Equal(NotificationTypes.ListingStatusChange, Amazon.Read(Amazon.Listing("").Replace("LISTINGS_ITEM_STATUS_CHANGE", type, StringComparison.Ordinal)).Type);

    [Fact]
    public void of_an_account_names_neither_seller_nor_marketplace()
    {
        var read = Amazon.Read(Amazon.Status("NORMAL", "DEACTIVATED"));
        Assert.Equal(new AmazonSubject(), read.Subject);
        Assert.Equal(new AmazonPayload.AccountStatusChange(AccountStatus.Normal, AccountStatus.Deactivated), read.Payload);
    }

    [Theory, InlineData("2023-12-13"), InlineData("2023-12-23"), InlineData("1.0")]
    public void of_issues_is_read_whatever_version_it_names(string version) =>
        Assert.Equal(IssueSeverity.Error, Assert.IsType<AmazonPayload.ListingIssuesChange>(Amazon.Read(Amazon.Issues("\"ERROR\",\"WARNING\"", "\"SEARCH_SUPPRESSED\"", version)).Payload).Severity);

    [Theory]
    [InlineData("\"NONE\"", IssueSeverity.None), InlineData("\"NO\"", IssueSeverity.None), InlineData("\"No issues\"", IssueSeverity.None), InlineData("", IssueSeverity.None)]
    [InlineData("\"WARNING\"", IssueSeverity.Warning), InlineData("\"STRANGE\"", IssueSeverity.Warning), InlineData("\"WARNING\",\"error\"", IssueSeverity.Error)]
    public void says_no_issue_in_several_ways(string severities, IssueSeverity severity) =>
        Assert.Equal(severity, Assert.IsType<AmazonPayload.ListingIssuesChange>(Amazon.Read(Amazon.Issues(severities, "")).Payload).Severity);

    [Fact]
    public void carries_what_its_type_says()
    {
        Assert.Equal(new AmazonPayload.ListingStatusChange(true, false, false, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), Amazon.Read(Amazon.Listing("\"BUYABLE\"")).Payload);
        Assert.Equal(new AmazonSubject("A1SELLER", "ATVPDKIKX0DER", "B000000001", "SKU-1"), Amazon.Read(Amazon.Listing("")).Subject);
        Assert.Equal(new AmazonPayload.ProductTypeChange("SHOES", "LUGGAGE"), Amazon.Read(Amazon.ProductType("SHOES", "LUGGAGE")).Payload);
        Assert.Equal(["bullet_point", "item_name"], Assert.IsType<AmazonPayload.BrandContentChange>(Amazon.Read(Amazon.Content).Payload).Attributes);
        Assert.Equal(["LUGGAGE"], Assert.IsType<AmazonPayload.ProductTypeDefinitionsChange>(Amazon.Read(Amazon.Definitions).Payload).NewProductTypes);
        Assert.Equal(new AmazonPayload.SellerStockChange("DEFAULT", 99), Amazon.Read(Amazon.Stock).Payload);
        Assert.Equal(new AmazonPayload.FeedFinished("amzn1.merchant.o.A1SELLER", "f-1", "POST_PRODUCT_DATA", ProcessingStatus.Fatal, "d-1"), Amazon.Read(Amazon.Feed("FATAL")).Payload);
        Assert.Equal(new AmazonPayload.ReportFinished("amzn1.vg.1", "r-1", PerformanceReport.Type, ProcessingStatus.Done, null), Amazon.Read(Amazon.Report("DONE")).Payload);
        Assert.Equal((new AmazonPayload.FbaStockChange("X001"), "B000000001"), (Amazon.Read(Amazon.Fba).Payload, Amazon.Read(Amazon.Fba).Subject.Asin));
        Assert.Equal("A1SELLER", Amazon.Read(Amazon.Transaction).Subject.SellerId);
        Assert.Equal("B000000001", Amazon.Read(Amazon.Offer).Subject.Asin);
    }

    [Fact]
    public void of_an_unknown_type_keeps_id_subscription_and_times()
    {
        var read = Amazon.Read(Amazon.Camel("PRICING_HEALTH", """{"anything":[1,{"x":1e999}]}"""));
        Assert.Equal(new AmazonPayload.Unknown("PRICING_HEALTH"), read.Payload);
        Assert.Equal(("n-1", "sub-1"), (read.NotificationId, read.SubscriptionId));
        Assert.NotNull(read.EventTime);
    }

    [Fact]
    public void may_lack_its_metadata()
    {
        var read = Amazon.Read("""{"NotificationType":"FBA_INVENTORY_AVAILABILITY_CHANGES","EventTime":"2020-09-06T00:00Z","Payload":{}}""");
        Assert.Equal((null, null, new DateTimeOffset(2020, 9, 6, 0, 0, 0, TimeSpan.Zero)), (read.NotificationId, read.SubscriptionId, read.EventTime!.Value));
    }

    public static TheoryData<string, string, string?> Faulty => new()
    {
        { """{"payload":{}}""", RefusalCodes.Webhooks.TypeUnknown, null },
        { """{"detail":{"payload":{}}}""", RefusalCodes.Webhooks.TypeUnknown, null },
        { "[]", RefusalCodes.Webhooks.TypeUnknown, null },
        { """{"notificationType":"ACCOUNT_STATUS_CHANGED"}""", RefusalCodes.Webhooks.FieldMissing, "payload" },
        { Amazon.Camel("ACCOUNT_STATUS_CHANGED", "{}"), RefusalCodes.Webhooks.FieldMissing, "previousAccountStatus" },
        { Amazon.Status("NORMAL", "GONE"), RefusalCodes.Webhooks.StatusUnknown, null },
        { Amazon.Feed("HALF"), RefusalCodes.Webhooks.StatusUnknown, null },
        { Amazon.Listing("7"), RefusalCodes.Webhooks.FieldInvalid, "status" },
        { Amazon.Listing("").Replace("\"Status\":[]", "\"x\":1", StringComparison.Ordinal), RefusalCodes.Webhooks.FieldMissing, "status" },
        { Amazon.Listing("").Replace("\"Sku\":\"SKU-1\",", "", StringComparison.Ordinal), RefusalCodes.Webhooks.FieldMissing, "sku" },
        { Amazon.Listing(string.Join(',', Enumerable.Repeat("\"BUYABLE\"", 1001))), RefusalCodes.Webhooks.FieldInvalid, "status" },
        { Amazon.ProductType("A", "B").Replace("\"Asin\"", "\"x\"", StringComparison.Ordinal), RefusalCodes.Webhooks.FieldMissing, "asin" },
        { Amazon.Stock.Replace("99", "1e999", StringComparison.Ordinal), RefusalCodes.Webhooks.FieldInvalid, "quantity" },
        { Amazon.Status("NORMAL", "AT_RISK").Replace("2026-11-20T19:42:04.284Z", "soon", StringComparison.Ordinal), RefusalCodes.Webhooks.TimeInvalid, "eventTime" },
    };

    [Theory, MemberData(nameof(Faulty))]
    public void without_what_its_type_needs_is_refused(string body, string code, string? field) => AmazonNotification.Read(body.Utf8()).Refused(code, field);
}
