using System.Text.Json;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Accounts;

/// <summary>From a body of Amazon's to the work it makes for cases.</summary>
internal static class AmazonBody
{
    /// <summary>Longest body in bytes; Amazon's queues carry no more, and a grain reads on its one thread.</summary>
    public const int MostBytes = 256 * 1024;

    public static (T? Value, Refusal? Refusal) Read<T>(ReadOnlyMemory<byte> body, Func<ReadOnlyMemory<byte>, Reading<T>> read)
        where T : class
    {
        if (body.Length > MostBytes) { return (null, Refusal.Of(RefusalCodes.Webhooks.TooLong)); }
        var reading = read(body);
        return (reading.Value, reading.Refusal);
    }

    /// <summary>An account never calls a case: what follows for cases leaves with the account's own write.</summary>
    public static IEnumerable<Effect> WorkForCases(SellerAccount account, IReadOnlyList<AccountEvent> events, DateTimeOffset now) =>
        events.Select(e => e switch
        {
            CaseWanted w => Work(OutgoingWork.OpenCase, new CaseToOpen(account.Id, w.Case, w.News), now),
            CaseToInform i => Work(OutgoingWork.InformCase, new NewsForCase(account.Id, i.CaseId, i.News), now),
            CaseToClose c => Work(OutgoingWork.CloseCase, new NewsForCase(account.Id, c.CaseId, c.News), now),
            _ => null,
        }).OfType<Effect>();

    private static Effect.Outgoing Work<T>(string kind, T payload, DateTimeOffset now) => new(kind, JsonSerializer.Serialize(payload, RecordJson.Options), now);
}
