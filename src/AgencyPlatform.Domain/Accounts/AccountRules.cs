using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Accounts;

/// <summary>What may happen to a seller account. Pure: the clock and the playbook are arguments.</summary>
public static partial class AccountRules
{
    public static Decision<AccountEvent> Register(SellerAccount? current, AccountRegistered request) => throw new NotImplementedException();
    public static Decision<AccountEvent> Join(SellerAccount? current, JoinRequest request, DateTimeOffset now) => throw new NotImplementedException();
    public static string? PossibleDuplicate(SellerAccount? current, JoinRequest request, DateTimeOffset now) => throw new NotImplementedException();
    public static Decision<AccountEvent> NumberAttempt(SellerAccount? current, string enforcementId, string attemptId) => throw new NotImplementedException();
    public static int? NumberOf(SellerAccount? current, string attemptId) => throw new NotImplementedException();
    public static AccountStanding Standing(SellerAccount current, string enforcementId) => throw new NotImplementedException();
    public static Decision<AccountEvent> Reserve(SellerAccount? current, ReserveRequest request, Playbook playbook, DateTimeOffset now) => throw new NotImplementedException();
    public static Refusal? CheckContact(AccountStanding standing, string desk, Playbook playbook, RuleOverride? allowed, Actor actor, DateTimeOffset now) => throw new NotImplementedException();
    public static Decision<AccountEvent> Confirm(SellerAccount? current, string grantId) => throw new NotImplementedException();
    public static Decision<AccountEvent> Release(SellerAccount? current, string grantId) => throw new NotImplementedException();
    public static Decision<AccountEvent> Answered(SellerAccount? current, string grantId) => throw new NotImplementedException();
    public static Decision<AccountEvent> ChangeStatus(SellerAccount? current, AccountStatus status, string reason) => throw new NotImplementedException();
    public static Decision<AccountEvent> CloseCase(SellerAccount? current, string caseId, bool endsEnforcement, string reason) => throw new NotImplementedException();
    public static Decision<AccountEvent> ReopenCase(SellerAccount? current, string caseId) => throw new NotImplementedException();
    public static Decision<AccountEvent> AddEvidence(SellerAccount? current, EvidenceFile file) => throw new NotImplementedException();
    public static Decision<AccountEvent> AddSubscription(SellerAccount? current, AmazonSubscription subscription) => throw new NotImplementedException();
    public static SellerAccount Evolve(SellerAccount? current, AccountEvent happened, DateTimeOffset at) => throw new NotImplementedException();
}
