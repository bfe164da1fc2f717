using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Specs.Webhooks;

public sealed class The_meaning_of_a_notification
{
    public static TheoryData<string, string, NewsEffect, string?> Meanings => new()
    {
        { Amazon.Status("NORMAL", "AT_RISK"), "account-at-risk", NewsEffect.Opens, "ACC-AHR" },
        { Amazon.Status("AT_RISK", "DEACTIVATED"), "account-deactivated", NewsEffect.Opens, "ACC-S3-CODE" },
        { Amazon.Status("DEACTIVATED", "NORMAL"), "account-normal", NewsEffect.Closes, null },
        { Amazon.Listing("\"BUYABLE\",\"DISCOVERABLE\""), "listing-restored", NewsEffect.Informs, null },
        { Amazon.Listing("\"BUYABLE\""), "listing-lost", NewsEffect.Opens, "CAT-SUPPRESSED" },
        { Amazon.Listing("\"DISCOVERABLE\""), "listing-lost", NewsEffect.Opens, "CAT-SUPPRESSED" },
        { Amazon.Listing(""), "listing-lost", NewsEffect.Opens, "CAT-REMOVED" },
        { Amazon.Listing("\"DELETED\",\"BUYABLE\",\"DISCOVERABLE\""), "listing-lost", NewsEffect.Opens, "CAT-REMOVED" },
        { Amazon.Issues("\"ERROR\"", "\"SEARCH_SUPPRESSED\",\"CATALOG_ITEM_REMOVED\""), "listing-issue", NewsEffect.Opens, "CAT-REMOVED" },
        { Amazon.Issues("\"ERROR\"", "\"SEARCH_SUPPRESSED\""), "listing-issue", NewsEffect.Opens, "CAT-SUPPRESSED" },
        { Amazon.Issues("\"WARNING\"", "\"LISTING_SUPPRESSED\""), "listing-issue", NewsEffect.Opens, "CAT-SUPPRESSED" },
        { Amazon.Issues("\"WARNING\"", "\"ATTRIBUTE_SUPPRESSED\""), "listing-issue", NewsEffect.Opens, "CAT-SUPPRESSED" },
        { Amazon.Issues("\"WARNING\"", "\"SOMETHING_NEW\""), "listing-issue", NewsEffect.Opens, "CAT-SUPPRESSED" },
        { Amazon.Issues("\"ERROR\"", ""), "listing-issue", NewsEffect.Opens, "CAT-ATTR" },
        { Amazon.Issues("\"WARNING\"", ""), "listing-warning", NewsEffect.Informs, null },
        { Amazon.Issues("\"NONE\"", ""), "listing-clear", NewsEffect.Informs, null },
        { Amazon.ProductType("SHOES", "LUGGAGE"), "product-type-changed", NewsEffect.Opens, "CAT-MATCH" },
        { Amazon.ProductType("SHOES", "SHOES"), "product-type-same", NewsEffect.None, null },
        { Amazon.Content, "content-changed", NewsEffect.Opens, "CAT-MATCH" },
        { Amazon.Definitions, "product-types-defined", NewsEffect.None, null },
        { Amazon.Stock, "stock-changed", NewsEffect.None, null },
        { Amazon.Fba, "stock-changed", NewsEffect.None, null },
        { Amazon.Transaction, "funds-moved", NewsEffect.None, null },
        { Amazon.Offer, "offer-changed", NewsEffect.None, null },
        { Amazon.Feed("DONE"), "feed-done", NewsEffect.None, null },
        { Amazon.Feed("FATAL"), "feed-failed", NewsEffect.None, null },
        { Amazon.Report("DONE"), "report-ready", NewsEffect.None, null },
        { Amazon.Report("CANCELLED"), "report-failed", NewsEffect.None, null },
        { Amazon.Camel("PRICING_HEALTH", "{}"), "unknown", NewsEffect.None, null },
    };

    [Theory, MemberData(nameof(Meanings))]
    public void follows_from_its_type_and_what_it_says(string body, string what, NewsEffect effect, string? category)
    {
        var meaning = AmazonMeaning.Of(Amazon.Read(body));
        Assert.Equal((what, effect, category), (meaning.What, meaning.Effect, meaning.CategoryId));
    }

    [Fact]
    public void is_known_for_every_type() =>
        Assert.Empty(NotificationTypes.All.Except(Meanings.Select(row => Amazon.Read((string)row[0]!).Type)));

    [Fact]
    public void tells_a_case_what_was_enforced() =>
        Assert.Equal("SEARCH_SUPPRESSED LISTING_SUPPRESSED", AmazonMeaning.Of(Amazon.Read(Amazon.Issues("\"ERROR\"", "\"SEARCH_SUPPRESSED\",\"LISTING_SUPPRESSED\""))).Facts["enforcements"]);
}
