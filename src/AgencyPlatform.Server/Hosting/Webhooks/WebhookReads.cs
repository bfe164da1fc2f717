using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Webhooks;
using AgencyPlatform.Data.Webhooks;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Webhooks;
using AgencyPlatform.Server.Secrets;
using AgencyPlatform.Server.Webhooks;

namespace AgencyPlatform.Server.Hosting.Webhooks;

/// <summary>Endpoints and the inbox over the relational store.</summary>
internal sealed class WebhookReads(WebhookEndpointRows endpoints, InboxReads inbox, SecretBox secrets, InboxBell bell, TimeProvider time) : IWebhookReads
{
    public async Task<IReadOnlyList<EndpointView>> Endpoints(string tenant, string? after, int limit, CancellationToken cancellationToken) =>
        [.. endpoints.List(tenant, after, limit).Select(View)];

    public async Task<IReadOnlyList<WebhookEventLine>> Events(
        string tenant, string? state, string? endpointId, (DateTimeOffset At, long Position)? before, int limit, CancellationToken cancellationToken) =>
        [.. inbox.List(tenant, state, endpointId, before, limit).Select(Line)];

    public async Task<WebhookEventLine?> FindEvent(string tenant, string id, CancellationToken cancellationToken) => inbox.Find(tenant, id) is { } entry ? Line(entry.Line) : null;

    public async Task<byte[]?> Body(string tenant, string id, CancellationToken cancellationToken) =>
        inbox.Find(tenant, id) is { Body: { } body } entry ? secrets.Open(tenant, DurableInbox.About(entry.Line.EndpointId, entry.Sha256), body) : null;

    public async Task<bool> Again(string tenant, string id, string? caseId, string? accountId, bool evenIfDone, ActorInfo actor, CancellationToken cancellationToken)
    {
        var what = caseId is null && accountId is null ? "webhook-event.replay" : "webhook-event.attach";
        var deed = Deed(what, actor, JsonSerializer.Serialize(new { caseId, sellerAccountId = accountId }, RecordJson.Options));
        var isMoved = await inbox.Again(tenant, id, caseId, accountId, evenIfDone, deed, cancellationToken);
        if (isMoved) { bell.Ring(); }
        return isMoved;
    }

    public Task<bool> Dismiss(string tenant, string id, string reason, ActorInfo actor, CancellationToken cancellationToken) =>
        inbox.Dismiss(tenant, id, Deed("webhook-event.dismiss", actor, JsonSerializer.Serialize(new { reason }, RecordJson.Options)), cancellationToken);

    private InboxDeed Deed(string action, ActorInfo actor, string data) => new(action, time.GetUtcNow(), actor.Kind, actor.Id, actor.OnBehalfOf, data);

    private static EndpointView View(EndpointRowData row)
    {
        var keys = EndpointMapping.Secrets(row.Secrets);
        return new EndpointView
        {
            Id = row.EndpointId,
            Kind = row.Kind,
            Name = row.Name,
            SellerAccountId = row.AccountId,
            State = row.State,
            CreatedAt = row.CreatedAt,
            SecretSince = keys[^1].ValidFrom,
            OldSecretUntil = keys.Max(s => s.ValidUntil),
            Accepted = row.Accepted,
            Duplicates = row.Duplicates,
            Rejected = row.Rejected,
            LastAcceptedAt = row.LastAcceptedAt,
            LastRejectedAt = row.LastRejectedAt,
        };
    }

    private static WebhookEventLine Line(InboxLine l) =>
        new(l.Position, l.Id, l.EndpointId, l.ExternalId, l.ReceivedAt, l.State, l.Reason, l.CaseId, l.AccountId, l.Attempts, l.NextAt, l.DoneAt);
}

/// <summary>Makes addresses and secrets; those of repeatable requests come out the same again.</summary>
internal sealed class EndpointSecrets(SecretBox secrets) : IEndpointSecrets
{
    private const int IdBytes = 16;
    private const int KeyBytes = 32;

    public (string Text, string Ciphertext) Make(string tenant, string endpointId, string? repeatable)
    {
        var key = repeatable is null ? RandomNumberGenerator.GetBytes(KeyBytes) : secrets.Derive(tenant, $"webhook-secret\n{endpointId}\n{repeatable}", KeyBytes);
        var text = WebhookSecret.Make(key).Text;
        return (text, Convert.ToBase64String(secrets.Seal(tenant, DoorBook.About(endpointId), Encoding.UTF8.GetBytes(text))));
    }

    public string NewId(string tenant, string? repeatable) =>
        Convert.ToHexStringLower(repeatable is null ? RandomNumberGenerator.GetBytes(IdBytes) : secrets.Derive(tenant, $"webhook-endpoint\n{repeatable}", IdBytes));
}
