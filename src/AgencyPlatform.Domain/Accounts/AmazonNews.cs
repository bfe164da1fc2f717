namespace AgencyPlatform.Domain.Accounts;

/// <summary>One piece of news from Amazon as it goes to a case: codes, ids and counts; the sentence is made where it is read.</summary>
/// <param name="Source">Id of the notification or the report; what came twice has it twice.</param>
/// <param name="What">Stable code, such as <c>account-deactivated</c> or <c>listing-lost</c>.</param>
/// <param name="OccurredAt">By Amazon's clock.</param>
public sealed record AmazonNews(string Source, string What, DateTimeOffset OccurredAt, NewsSubject Subject, IReadOnlyDictionary<string, string> Facts);

/// <summary>The marketplace and the item that news is about; empty where it is about the whole account.</summary>
/// <param name="MarketplaceId">Amazon's id, not the two-letter code.</param>
public sealed record NewsSubject(string? MarketplaceId = null, string? Asin = null, string? Sku = null);

/// <summary>A case that news asked for. Until it joins, further news of the same kind goes to it instead of asking for another.</summary>
/// <param name="CaseId">Follows from the account and the news, so that asking twice asks for one case.</param>
public sealed record WantedCase(string CaseId, string CategoryId, bool IsAccountLevel, string? MarketplaceId, string? Asin, string? Sku, DateTimeOffset At);

/// <summary>How many violations of each kind a marketplace counted.</summary>
/// <param name="AsOf">When the report was made.</param>
public sealed record MarketplaceCounters(string MarketplaceId, DateTimeOffset AsOf, IReadOnlyList<CounterReading> Readings);

/// <param name="Name">Amazon's name of the counter.</param>
public sealed record CounterReading(string Name, int Count);
