using System.Text.Json;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Grains.Cases;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Playbooks;
using Orleans.Runtime;

namespace AgencyPlatform.Grains.Accounts;

[GrainType("seller-account")]
internal sealed class SellerAccountGrain : Grain, ISellerAccountGrain
{
    /// <summary>How long a reservation may stand before the outbox asks the case what became of it.</summary>
    private static readonly TimeSpan GrantCheck = TimeSpan.FromSeconds(60);

    private static readonly Fold<SellerAccount, AccountEvent> Fold =
        new(new EventNames<AccountEvent>("account"), AccountRules.Evolve, (before, after) => before?.Row() == after.Row() ? null : new Effect.AccountRow(after.Row()));

    private readonly Journal<AccountRecord, SellerAccount, AccountEvent> journal;
    private readonly IPlaybookLibrary playbooks;

    public SellerAccountGrain(
        [PersistentState("seller-account", GrainStore.Name)] IPersistentState<AccountRecord> store,
        IGrainContext context, ICommandReplies replies, TimeProvider time, IPlaybookLibrary playbooks)
    {
        journal = new(store, context, replies, time, Fold);
        this.playbooks = playbooks;
    }

    private string Id => TenantKey.Of(this.GetPrimaryKeyString()).LocalId;

    public Task<AccountReply> Register(RegisterAccount command, CancellationToken cancellationToken) =>
        Run(command, (a, _) => AccountRules.Register(a, new AccountRegistered(
            Id, command.Number, command.ClientId, command.Name, command.SellerId, command.Marketplaces, command.TimeZone)), cancellationToken);

    public Task<AccountReply> ChangeStatus(ChangeAccountStatus command, CancellationToken cancellationToken) =>
        Run(command, (a, _) => Wire.TryRead<AccountStatus>(command.Status, out var status)
            ? AccountRules.ChangeStatus(a, status, command.Reason)
            : Decision<AccountEvent>.No("account.status-invalid", ("status", command.Status)), cancellationToken);

    public Task<AccountReply> AddEvidence(AddEvidence command, CancellationToken cancellationToken) =>
        Run(command, (a, now) => AccountRules.AddEvidence(a, new EvidenceFile(
            command.EvidenceId, command.Kind, command.Sha256, command.FileName, command.ContentType, command.Length, command.Issuer, command.IssuedOn, now)), cancellationToken);

    public Task<AccountReply> AddSubscription(AddSubscription command, CancellationToken cancellationToken) =>
        Run(command, (a, _) => AccountRules.AddSubscription(a, new AmazonSubscription(command.SubscriptionId, command.NotificationType)), cancellationToken);

    public Task<AccountReply> ReceiveNotification(ReceiveNotification command, CancellationToken cancellationToken)
    {
        var read = AmazonNotification.Read(command.Body);
        if (read.Value is not { } notification) { return Unreadable(read.Refusal!); }

        // Two endpoints may get one notification; the account hears it once.
        var key = notification.NotificationId ?? command.Key;
        var once = command with { CommandId = $"notification:{key}" };
        return Run(once, (a, now) => AccountRules.ReceiveNotification(a, new NotificationReceipt
        {
            Notification = notification, Key = key, EndpointIsBound = command.EndpointIsBound, ReceivedAt = now,
        }), cancellationToken, (a, events) => CaseNews.Work(a, events, journal.When(command)));
    }

    public Task<AccountReply> ReceiveReport(ReceiveReport command, CancellationToken cancellationToken)
    {
        var read = PerformanceReport.Read(command.Body);
        if (read.Value is not { } report) { return Unreadable(read.Refusal!); }

        var once = command with { CommandId = $"report:{command.ReportId}" };
        return Run(once, (a, now) => AccountRules.ReceiveReport(a, new ReportReceipt
        {
            Report = report, ReportId = command.ReportId, AsOf = command.AsOf, ReceivedAt = now,
        }), cancellationToken, (a, events) => CaseNews.Work(a, events, journal.When(command)));
    }

    public Task<AccountView?> Describe(CancellationToken cancellationToken) => Task.FromResult(journal.State?.View());

    public Task<JoinReply> Join(JoinCase command, CancellationToken cancellationToken)
    {
        var request = new JoinRequest
        {
            CaseId = command.CaseId,
            NewEnforcementId = command.NewEnforcementId,
            EnforcementId = command.EnforcementId,
            CategoryId = command.CategoryId,
            IsEnforcement = command.IsEnforcement,
            IsAccountLevel = command.IsAccountLevel,
            Asins = command.Asins,
            ComplaintIds = command.ComplaintIds,
            Reference = command.Reference,
        };
        var now = journal.When(command);
        return journal.Run(command, new Turn<SellerAccount, AccountEvent, JoinReply>
        {
            Decide = (a, _) => AccountRules.Join(a, request, now),
            Reply = (a, no) => a?.Cases.FirstOrDefault(c => c.Id == command.CaseId) is { } joined && no is null
                ? new JoinReply
                {
                    EnforcementId = joined.EnforcementId,
                    CaseNumber = $"{a.Number}-{joined.Number}",
                    ClientId = a.ClientId,
                    TimeZone = a.TimeZone,
                    // A repeated joining looks at the same earlier cases as the first did.
                    PossibleDuplicateOf = AccountRules.PossibleDuplicate(a with { Cases = [.. a.Cases.TakeWhile(c => c != joined)] }, request, now),
                }
                : new JoinReply { Refusal = no ?? new RefusalView { Code = "account.unknown" } },
            Replayed = reply => reply,
        }, cancellationToken);
    }

    public Task<NumberReply> NumberAttempt(NumberAttempt command, CancellationToken cancellationToken) =>
        journal.Run(command, new Turn<SellerAccount, AccountEvent, NumberReply>
        {
            Decide = (a, _) => AccountRules.NumberAttempt(a, command.EnforcementId, command.AttemptId),
            Reply = (a, no) => new NumberReply { Refusal = no, Number = AccountRules.NumberOf(a, command.AttemptId) ?? 0 },
            Replayed = reply => reply,
        }, cancellationToken);

    public Task<StandingView?> Stand(string enforcementId, CancellationToken cancellationToken) =>
        Task.FromResult(journal.State is { } account ? AccountRules.Standing(account, enforcementId).View() : null);

    public async Task<AccountReply> Reserve(ReserveContact command, CancellationToken cancellationToken)
    {
        var version = await playbooks.Version(command.PlaybookHash, cancellationToken);
        var request = new ReserveRequest
        {
            GrantId = command.GrantId,
            CaseId = command.CaseId,
            EnforcementId = command.EnforcementId,
            Desk = command.Desk,
            LetterKind = command.LetterKind,
            Override = command.OverrideRule is { } rule ? new RuleOverride(rule, command.OverrideReason ?? "") : null,
            Actor = command.Actor.Actor(),
        };

        // Idempotent by grant, not by command: a reservation that was released is made again under the same grant.
        var once = command with { CommandId = $"{command.CommandId}:{journal.Version}" };
        return await Run(once, (a, now) => AccountRules.Reserve(a, request, version.Playbook, now), cancellationToken, Reserved);
    }

    public Task<AccountReply> Settle(SettleContact command, CancellationToken cancellationToken) =>
        Run(command, (a, _) => command.What switch
        {
            "confirm" => AccountRules.Confirm(a, command.Subject),
            "release" => AccountRules.Release(a, command.Subject),
            "answered" => AccountRules.Answered(a, command.Subject),
            "case-closed" => AccountRules.CloseCase(a, command.Subject, command.EndsEnforcement, command.What),
            "case-reopened" => AccountRules.ReopenCase(a, command.Subject),
            _ => throw new InvalidOperationException($"Nothing is known of '{command.What}'."),
        }, cancellationToken, Confirmed);

    private Task<AccountReply> Unreadable(Refusal reason) => Task.FromResult(new AccountReply
    {
        Refusal = new RefusalView { Code = reason.Code, Facts = reason.Facts }, Account = journal.State?.View(),
    });

    private Task<AccountReply> Run(
        Command command, Func<SellerAccount?, DateTimeOffset, Decision<AccountEvent>> decide, CancellationToken cancellationToken,
        Func<SellerAccount, IReadOnlyList<AccountEvent>, IEnumerable<Effect>>? alsoMake = null) =>
        journal.Run(command, new Turn<SellerAccount, AccountEvent, AccountReply>
        {
            Decide = decide,
            Reply = (a, no) => new AccountReply { Refusal = no, Account = a?.View() },
            Replayed = reply => reply with { Replayed = true },
            AlsoMake = (a, events) => [.. Found(a, events), .. alsoMake?.Invoke(a, events) ?? []],
        }, cancellationToken);

    /// <summary>By its subscriptions the inbox finds the account; half of Amazon's notifications name no seller.</summary>
    private static IEnumerable<Effect> Found(SellerAccount account, IReadOnlyList<AccountEvent> events) =>
        events.OfType<SubscriptionAdded>().Select(e => new Effect.SubscriptionRow(e.Subscription.SubscriptionId, account.Id, e.Subscription.NotificationType));

    private static IEnumerable<Effect> Reserved(SellerAccount account, IReadOnlyList<AccountEvent> events) =>
        events.OfType<ContactReserved>().Select(e => new Effect.Outgoing(
            OutgoingWork.Check,
            JsonSerializer.Serialize(new GrantToCheck(account.Id, e.Contact.CaseId, e.Contact.GrantId), RecordJson.Options),
            e.Contact.At + GrantCheck));

    /// <summary>
    /// The safety net under the one executive chance: a unique key per enforcement. A chance used again under a lead's override
    /// (rule R31) takes a key of its own, which names the grant.
    /// </summary>
    private static IEnumerable<Effect> Confirmed(SellerAccount account, IReadOnlyList<AccountEvent> events)
    {
        foreach (var confirmed in events.OfType<ContactConfirmed>())
        {
            var contact = account.Contacts.First(c => c.GrantId == confirmed.GrantId);
            if (!contact.IsExecutive) { continue; }
            var first = account.Contacts.First(c => c.IsExecutive && c.EnforcementId == contact.EnforcementId);
            var key = $"{account.Id}/{contact.EnforcementId}" + (first.GrantId == contact.GrantId ? "" : $"/{contact.GrantId}");
            yield return new Effect.Claim("executive", key, contact.GrantId);
        }
    }
}
