using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Domain.Accounts;

/// <summary>What a performance report does to an account and its cases: the safety net under notifications that never came.</summary>
public static partial class AccountRules
{
    private const string CounterRose = "counter-rose";

    /// <summary>
    /// Statuses count like notifications of the report's instant. A counter that rose says that something happened, not to which
    /// item; the first report of a marketplace only shows where its counters start.
    /// </summary>
    public static Decision<AccountEvent> ReceiveReport(SellerAccount? current, ReportReceipt receipt)
    {
        if (current is null) { return Unknown; }
        var asOf = receipt.AsOf < receipt.ReceivedAt ? receipt.AsOf : receipt.ReceivedAt;
        MarketplaceCounters[] counted =
        [
            .. receipt.Report.Marketplaces.Where(m => m.Counters.Count > 0)
                .Select(m => new MarketplaceCounters(m.MarketplaceId, asOf, [.. m.Counters.Select(c => new CounterReading(c.Name, c.Count))]))
                .Where(c => Before(current, c.MarketplaceId) is not { } before || before.AsOf < asOf),
        ];
        return Decision<AccountEvent>.Of(
        [
            new ReportReceived(receipt.ReportId, asOf, WorstStatus(current, receipt.Report), counted),
            .. ReportedStatus(current, receipt, asOf),
            .. counted.SelectMany(c => Rises(current, c, receipt)),
        ]);
    }

    /// <summary>
    /// A status that is known already is no news: a report comes every day, and a case that ended with the account still
    /// deactivated is not opened again each morning.
    /// </summary>
    private static IEnumerable<AccountEvent> ReportedStatus(SellerAccount current, ReportReceipt receipt, DateTimeOffset asOf)
    {
        if (WorstStatus(current, receipt.Report) is not { } status || status == current.Status) { return []; }
        var meaning = AmazonMeaning.OfStatus(status);
        var news = new AmazonNews(receipt.ReportId, meaning.What, asOf, new NewsSubject(), meaning.Facts);
        return HearStatus(current, new StatusNews(status, null, meaning, news), receipt.ReceivedAt);
    }

    /// <summary>An account has one status here and one a marketplace at Amazon; the worst one is what somebody has to work on.</summary>
    private static AccountStatus? WorstStatus(SellerAccount current, PerformanceReport report) =>
        report.Marketplaces.Where(m => SellsIn(current, m.MarketplaceId)).Max(m => m.Status);

    private static bool SellsIn(SellerAccount current, string marketplaceId) =>
        current.Marketplaces.Any(m => m == marketplaceId || Marketplaces.IdByCode.GetValueOrDefault(m) == marketplaceId);

    private static IEnumerable<AccountEvent> Rises(SellerAccount current, MarketplaceCounters now, ReportReceipt receipt)
    {
        if (Before(current, now.MarketplaceId) is not { } before) { return []; }
        return
            from reading in now.Readings
            let last = before.Readings.FirstOrDefault(r => r.Name == reading.Name)
            where last is not null && reading.Count > last.Count
            from follows in Rise(current, now, last, reading, receipt)
            select follows;
    }

    private static IEnumerable<AccountEvent> Rise(SellerAccount current, MarketplaceCounters at, CounterReading last, CounterReading reading, ReportReceipt receipt)
    {
        var categories = HealthCounters.CategoriesOf(reading.Name);
        if (categories.Count == 0) { return []; }
        var news = new AmazonNews(receipt.ReportId, CounterRose, at.AsOf, new NewsSubject(at.MarketplaceId), new Dictionary<string, string>
        {
            ["counter"] = reading.Name, ["before"] = Text(last.Count), ["now"] = Text(reading.Count),
        });
        string[] open = [.. OpenCases(current, c => categories.Contains(c.CategoryId), w => categories.Contains(w.CategoryId) && w.MarketplaceId == at.MarketplaceId, receipt.ReceivedAt)];
        return open.Length > 0
            ? open.Select(id => new CaseToInform(id, news))
            : Want(current, categories[0], EndsWithReinstatement(categories[0]), news, receipt.ReceivedAt, $"{receipt.ReportId}/{at.MarketplaceId}/{reading.Name}");
    }

    private static MarketplaceCounters? Before(SellerAccount current, string marketplaceId) =>
        current.Counters.FirstOrDefault(c => c.MarketplaceId == marketplaceId);
}
