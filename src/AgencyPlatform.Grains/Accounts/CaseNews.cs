using System.Text.Json;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Accounts;

/// <summary>The work that Amazon's news makes for cases.</summary>
internal static class CaseNews
{
    /// <summary>An account never calls a case: what follows for cases leaves with the account's own write.</summary>
    public static IEnumerable<Effect> Work(SellerAccount account, IReadOnlyList<AccountEvent> events, DateTimeOffset now) =>
        events.Select(e => e switch
        {
            CaseWanted w => Leave(OutgoingWork.OpenCase, new CaseToOpen(account.Id, w.Case, w.News), now),
            CaseToInform i => Leave(OutgoingWork.InformCase, new NewsForCase(account.Id, i.CaseId, i.News), now),
            CaseToClose c => Leave(OutgoingWork.CloseCase, new NewsForCase(account.Id, c.CaseId, c.News), now),
            _ => null,
        }).OfType<Effect>();

    private static Effect.Outgoing Leave<T>(string kind, T payload, DateTimeOffset now) => new(kind, JsonSerializer.Serialize(payload, RecordJson.Options), now);
}
