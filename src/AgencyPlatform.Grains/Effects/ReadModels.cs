using System.Text.Json;
using AgencyPlatform.Grains.Accounts;
using AgencyPlatform.Grains.Cases;
using AgencyPlatform.Grains.Clients;
using AgencyPlatform.Grains.Webhooks;

namespace AgencyPlatform.Grains.Effects;

/// <summary>Makes the rows of lists from stored records, for rebuilding a read model that was lost or has a new shape.</summary>
public static class ReadModels
{
    /// <param name="kind">The grain's kind, such as <c>case</c>.</param>
    /// <param name="record">The stored record as UTF-8 JSON.</param>
    public static IReadOnlyList<Effect> Of(string kind, ReadOnlySpan<byte> record) => kind switch
    {
        "case" when Read<CaseRecord>(record).State is { } c => [new Effect.CaseRow(CaseFold.Row(c)), CaseFold.Terms(c)],
        "seller-account" when Read<AccountRecord>(record).State is { } a => [new Effect.AccountRow(a.Row()), .. a.Subscriptions.Select(s => new Effect.SubscriptionRow(s.SubscriptionId, a.Id, s.NotificationType))],
        "client" when Read<ClientRecord>(record).State is { } c => [new Effect.ClientRow(ClientGrain.Row(c))],
        "webhook-endpoint" when Read<EndpointRecord>(record).State is { } e => [new Effect.EndpointRow(e.Row())],
        _ => [],
    };

    private static T Read<T>(ReadOnlySpan<byte> record) => JsonSerializer.Deserialize<T>(record, RecordJson.Options)!;
}
