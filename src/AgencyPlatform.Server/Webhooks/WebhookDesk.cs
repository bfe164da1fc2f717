using System.Globalization;
using System.Text;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Webhooks;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Problems;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>What a person or program can do with endpoints and with the events that came in.</summary>
public sealed class WebhookDesk(TenantGrains grains, CommandStamps stamps, IWebhookReads reads, IEndpointSecrets secrets, CurrentTenant caller, Cursors cursors)
{
    private const string EndpointList = "webhook-endpoints";
    private const string EventList = "webhook-events";

    /// <returns>The reply, and the secret that is shown this once.</returns>
    public async Task<(EndpointReply Reply, string Secret)> Create(string kind, string name, string? accountId, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        if (accountId is not null && await grains.Account(accountId).Describe(cancellationToken) is null)
        {
            return (new EndpointReply { Refusal = new RefusalView { Code = "account.unknown" } }, "");
        }

        var id = secrets.NewId(caller.Tenant, Repeatable(stamp));
        var (text, ciphertext) = secrets.Make(caller.Tenant, id, Repeatable(stamp));
        var reply = await grains.Endpoint(id).Create(
            stamp.Fill(new CreateEndpoint { CommandId = stamp.CommandId, Actor = stamp.Actor, Kind = kind, Name = name, SellerAccountId = accountId, Ciphertext = ciphertext }), cancellationToken);
        return (reply, text);
    }

    public async Task<(EndpointReply Reply, string Secret)> Rotate(string id, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        var (text, ciphertext) = secrets.Make(caller.Tenant, id, Repeatable(stamp));
        var reply = await grains.Endpoint(id).Rotate(stamp.Fill(new RotateSecret { CommandId = stamp.CommandId, Actor = stamp.Actor, Ciphertext = ciphertext }), cancellationToken);
        return (reply, text);
    }

    public Task<EndpointReply> Pause(string id, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        return grains.Endpoint(id).Pause(stamp.Fill(new PauseEndpoint { CommandId = stamp.CommandId, Actor = stamp.Actor }), cancellationToken);
    }

    public Task<EndpointReply> Unpause(string id, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        return grains.Endpoint(id).Unpause(stamp.Fill(new UnpauseEndpoint { CommandId = stamp.CommandId, Actor = stamp.Actor }), cancellationToken);
    }

    public Task<EndpointView?> Find(string id, CancellationToken cancellationToken) => grains.Endpoint(id).Describe(cancellationToken);

    /// <exception cref="CursorInvalidException">The cursor is not of this list.</exception>
    public async Task<Page<EndpointView>> Endpoints(string? cursor, int limit, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 1, CaseQueries.PageLimit);
        var rows = await reads.Endpoints(caller.Tenant, cursors.After(caller.Tenant, EndpointList, cursor), limit + 1, cancellationToken);
        return new([.. rows.Take(limit)], rows.Count > limit ? cursors.Write(caller.Tenant, EndpointList, rows[limit - 1].Id) : null);
    }

    /// <exception cref="CursorInvalidException">The cursor is not of this list.</exception>
    public async Task<Page<WebhookEventModel>> Events(string? state, string? endpointId, string? cursor, int limit, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 1, CaseQueries.PageLimit);
        var rows = await reads.Events(caller.Tenant, state, endpointId, Position(cursor), limit + 1, cancellationToken);
        var last = rows.Count > limit ? rows[limit - 1] : null;
        return new(
            [.. rows.Take(limit).Select(r => Model(r))],
            last is null ? null : cursors.Write(caller.Tenant, EventList, Text(last.ReceivedAt.ToUnixTimeMilliseconds()), Text(last.Position)));
    }

    /// <returns>Null where there is no such event.</returns>
    public async Task<WebhookEventModel?> Event(string id, bool withBody, CancellationToken cancellationToken)
    {
        if (await reads.FindEvent(caller.Tenant, id, cancellationToken) is not { } row) { return null; }
        var body = withBody ? await reads.Body(caller.Tenant, id, cancellationToken) : null;
        return Model(row) with { Body = body is null ? null : Encoding.UTF8.GetString(body) };
    }

    /// <returns>Null where there is no such event; else why it cannot be done, or null for done.</returns>
    public async Task<RefusalView?> Attach(string id, string? caseId, string? accountId, CancellationToken cancellationToken)
    {
        if (caseId is not null && await grains.Case(caseId).Describe(cancellationToken) is null) { return new RefusalView { Code = "case.unknown" }; }
        if (accountId is not null && await grains.Account(accountId).Describe(cancellationToken) is null) { return new RefusalView { Code = "account.unknown" }; }
        return await reads.Again(caller.Tenant, id, caseId, accountId, evenIfDone: false, caller.Actor, cancellationToken) ? null : await WhyNot(id, cancellationToken);
    }

    public async Task<RefusalView?> Replay(string id, CancellationToken cancellationToken) =>
        await reads.Again(caller.Tenant, id, null, null, evenIfDone: true, caller.Actor, cancellationToken) ? null : await WhyNot(id, cancellationToken);

    public async Task<RefusalView?> Dismiss(string id, string reason, CancellationToken cancellationToken) =>
        await reads.Dismiss(caller.Tenant, id, reason, caller.Actor, cancellationToken) ? null : await WhyNot(id, cancellationToken);

    private async Task<RefusalView> WhyNot(string id, CancellationToken cancellationToken) => new()
    {
        Code = await reads.FindEvent(caller.Tenant, id, cancellationToken) switch
        {
            null => "webhook-event.unknown",
            _ when await reads.Body(caller.Tenant, id, cancellationToken) is null => "webhook-event.erased",
            _ => "webhook-event.settled",
        },
    };

    private static string? Repeatable(CommandStamp stamp) => stamp.Fingerprint is null ? null : stamp.CommandId;

    private (DateTimeOffset, long)? Position(string? cursor)
    {
        if (cursor is null) { return null; }
        return cursors.TryRead(caller.Tenant, EventList, cursor, out var parts)
            ? (DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture)), long.Parse(parts[1], CultureInfo.InvariantCulture))
            : throw new CursorInvalidException();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static WebhookEventModel Model(WebhookEventLine line) => new()
    {
        Id = line.Id,
        EndpointId = line.EndpointId,
        ExternalId = line.ExternalId,
        ReceivedAt = line.ReceivedAt,
        State = line.State,
        Reason = line.Reason,
        ReasonText = line.Reason is { } reason ? Refused.Sentence(new RefusalView { Code = reason }) : null,
        CaseId = line.CaseId,
        SellerAccountId = line.AccountId,
        Attempts = line.Attempts,
        NextAt = line.State == "done" ? null : line.NextAt,
        DoneAt = line.DoneAt,
    };
}
