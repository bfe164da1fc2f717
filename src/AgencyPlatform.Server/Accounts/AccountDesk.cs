using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;

namespace AgencyPlatform.Server.Accounts;

/// <summary>A seller account as lists show it.</summary>
public sealed record AccountLine(string Id, int Number, string ClientId, string Name, string SellerId, IReadOnlyList<string> Marketplaces, string TimeZone, string Status);

/// <summary>The read side of seller accounts.</summary>
public interface IAccountReads
{
    Task<IReadOnlyList<AccountLine>> List(string tenant, string? clientId, string? after, int limit, CancellationToken cancellationToken);
}

/// <summary>A document that was uploaded and now joins an account's evidence library.</summary>
public sealed record EvidenceToAdd(string Kind, string Sha256, string FileName, string ContentType, long Length, string? Issuer, DateOnly? IssuedOn);

/// <summary>What a person or program can do with seller accounts.</summary>
public sealed class AccountDesk(TenantGrains grains, CommandStamps stamps, IAccountReads reads, CurrentTenant caller, Cursors cursors)
{
    /// <summary>Registers an account of a client and gives it the agency's next number.</summary>
    public async Task<AccountReply> Register(
        string clientId, string name, string sellerId, IReadOnlyList<string> marketplaces, string timeZone, CancellationToken cancellationToken)
    {
        if (await grains.Client(clientId).Describe(cancellationToken) is null) { return new AccountReply { Refusal = new RefusalView { Code = "client.unknown" } }; }
        var stamp = stamps.Next();
        var id = stamp.NewId("account");
        var numbered = await grains.Agency().NumberAccount(
            new NumberAccount { CommandId = $"{id}:number", Actor = stamp.Actor, OccurredAt = stamp.OccurredAt, AccountId = id }, cancellationToken);
        if (numbered.Refusal is { } no) { return new AccountReply { Refusal = no }; }
        return await grains.Account(id).Register(
            stamp.Fill(new RegisterAccount
            {
                CommandId = stamp.CommandId,
                Actor = stamp.Actor,
                Number = numbered.AccountNumber!.Value,
                ClientId = clientId,
                Name = name,
                SellerId = sellerId,
                Marketplaces = marketplaces,
                TimeZone = timeZone,
            }), cancellationToken);
    }

    /// <param name="evidenceId">Made before the upload, from the same stamp.</param>
    public Task<AccountReply> AddEvidence(string accountId, string evidenceId, EvidenceToAdd input, CommandStamp stamp, CancellationToken cancellationToken) =>
        grains.Account(accountId).AddEvidence(
            stamp.Fill(new AddEvidence
            {
                CommandId = stamp.CommandId,
                Actor = stamp.Actor,
                EvidenceId = evidenceId,
                Kind = input.Kind,
                Sha256 = input.Sha256,
                FileName = input.FileName,
                ContentType = input.ContentType,
                Length = input.Length,
                Issuer = input.Issuer,
                IssuedOn = input.IssuedOn,
            }), cancellationToken);

    public Task<AccountReply> AddSubscription(string accountId, string subscriptionId, string notificationType, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        return grains.Account(accountId).AddSubscription(
            stamp.Fill(new AddSubscription { CommandId = stamp.CommandId, Actor = stamp.Actor, SubscriptionId = subscriptionId, NotificationType = notificationType }), cancellationToken);
    }

    /// <param name="reportId">The same report twice counts once.</param>
    public Task<AccountReply> ReceiveReport(string accountId, ReadOnlyMemory<byte> body, string reportId, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        return grains.Account(accountId).ReceiveReport(
            new ReceiveReport { CommandId = stamp.CommandId, Actor = stamp.Actor, Body = body, ReportId = reportId, AsOf = asOf }, cancellationToken);
    }

    public Task<AccountReply> ChangeStatus(string accountId, string status, string reason, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        return grains.Account(accountId).ChangeStatus(
            stamp.Fill(new ChangeAccountStatus { CommandId = stamp.CommandId, Actor = stamp.Actor, Status = status, Reason = reason }), cancellationToken);
    }

    public Task<AccountView?> Find(string accountId, CancellationToken cancellationToken) => grains.Account(accountId).Describe(cancellationToken);

    /// <exception cref="CursorInvalidException">The cursor is not of this list.</exception>
    public async Task<Page<AccountLine>> List(string? clientId, string? cursor, int limit, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 1, CaseQueries.PageLimit);
        var rows = await reads.List(caller.Tenant, clientId, cursors.After(caller.Tenant, "accounts", cursor), limit + 1, cancellationToken);
        return new([.. rows.Take(limit)], rows.Count > limit ? cursors.Write(caller.Tenant, "accounts", rows[limit - 1].Id) : null);
    }
}
