using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Hosting.Webhooks;

/// <summary>Brings what an account learned from Amazon to its cases. Each delivery repeats the same commands, so that twice is once.</summary>
internal sealed partial class NewsDelivery(IGrainFactory grains, ILogger<NewsDelivery> log)
{
    private static readonly ActorInfo Outbox = new() { Kind = "system", Id = "outbox", Role = "none" };

    public async Task Open(string tenant, string commandId, CaseToOpen wanted, CancellationToken cancellationToken)
    {
        var opened = await TenantGrains.For(tenant, grains).Case(wanted.Case.CaseId).Open(
            new OpenCase
            {
                CommandId = commandId,
                Actor = Outbox,
                SellerAccountId = wanted.AccountId,
                CategoryId = wanted.Case.CategoryId,
                Asins = wanted.Case.Asin is { } asin ? [asin] : [],
            }, cancellationToken);
        if (opened.Refusal is { } no)
        {
            // A rule will say the same tomorrow; the account asks again with the next news.
            LogNotOpened(wanted.Case.CategoryId, no.Code);
            return;
        }

        await Hear(tenant, $"{commandId}:news", wanted.Case.CaseId, wanted.News, cancellationToken);
    }

    public Task Inform(string tenant, string commandId, NewsForCase news, CancellationToken cancellationToken) =>
        Hear(tenant, commandId, news.CaseId, news.News, cancellationToken);

    /// <summary>Ends the case with Amazon's word as proof. Where a rule asks for more than that (IP cases do), people decide.</summary>
    public async Task Close(string tenant, string commandId, NewsForCase news, CancellationToken cancellationToken)
    {
        await Hear(tenant, $"{commandId}:news", news.CaseId, news.News, cancellationToken);
        await TenantGrains.For(tenant, grains).Case(news.CaseId).Resolve(
            new ResolveCase { CommandId = commandId, Actor = Outbox, Outcome = "reinstated", ProofKind = "account-status", ProofReference = news.News.Source }, cancellationToken);
    }

    private async Task Hear(string tenant, string commandId, string caseId, AmazonNews news, CancellationToken cancellationToken)
    {
        var heard = await TenantGrains.For(tenant, grains).Case(caseId).HearNews(
            new HearNews
            {
                CommandId = commandId,
                Actor = Outbox,
                Source = news.Source,
                What = news.What,
                ReportedAt = news.OccurredAt,
                MarketplaceId = news.Subject.MarketplaceId,
                Asin = news.Subject.Asin,
                Sku = news.Subject.Sku,
                Facts = news.Facts,
            }, cancellationToken);

        // The case may still be on its way: its opening lies in the same outbox.
        if (heard.Refusal is { Code: var code }) { throw new InvalidOperationException($"The case took no news: {code}."); }
    }

    [LoggerMessage(EventId = 3231, Level = LogLevel.Error, Message = "No case of {Category} was opened for Amazon's news: {Code}")]
    private partial void LogNotOpened(string category, string code);
}
