using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Specs.Accounts;

public sealed class A_contact_budget
{
    private static readonly Playbook TwoAWeek = SamplePlaybook.With(SamplePlaybook.Budget(DeskIds.SellerSupport, 2, 7, 0));
    private static readonly Playbook ThreeDaysApart = SamplePlaybook.With(SamplePlaybook.Budget(DeskIds.Catalog, 9, 30, 3, "enforcement"));

    private static Refusal? Check(Playbook playbook, string desk, double now, string enforcement, params double[] before) => AccountRules.CheckContact(
        new AccountStanding("enf", AccountStatus.Normal, [.. before.Select((day, i) =>
            new Contact($"g{i}", "case", enforcement, desk, false, Story.Monday.AddDays(day), GrantState.Confirmed, IsOpen: false))]),
        desk, playbook, null, Story.Ann, Story.Monday.AddDays(now));

    [Fact]
    public void allows_its_limit_within_the_window() => Assert.Null(Check(TwoAWeek, DeskIds.SellerSupport, 2, "enf", 0));

    [Fact]
    public void refuses_more_and_says_when_there_is_room_again()
    {
        var no = Check(TwoAWeek, DeskIds.SellerSupport, 2, "another", 0, 1);
        Assert.Equal((RefusalCodes.Attempts.ContactBudget, "2026-11-30T09:00:00Z", "2"), (no?.Code, no?.Fact("freeAt"), no?.Fact("used")));
        Assert.Null(Check(TwoAWeek, DeskIds.SellerSupport, 7, "another", 0, 1));
    }

    [Fact]
    public void keeps_its_least_gap()
    {
        Assert.Equal("2026-11-26T09:00:00Z", Check(ThreeDaysApart, DeskIds.Catalog, 2, "enf", 0)?.Fact("freeAt"));
        Assert.Null(Check(ThreeDaysApart, DeskIds.Catalog, 3, "enf", 0));
    }

    [Fact]
    public void of_an_enforcement_does_not_count_another() => Assert.Null(Check(ThreeDaysApart, DeskIds.Catalog, 2, "another", 0));

    [Fact]
    public void does_not_count_other_desks() => Assert.Null(Check(TwoAWeek, DeskIds.Catalog, 2, "enf", 0, 1));

    [Fact]
    public void of_zero_closes_the_desk() =>
        Assert.Equal(RefusalCodes.Attempts.ContactBudget, Check(SamplePlaybook.With(SamplePlaybook.Budget(DeskIds.Catalog, 0, 7, 0)), DeskIds.Catalog, 0, "enf")?.Code);

    [Fact]
    public void stops_a_draft_as_well()
    {
        var story = Story.Of(SamplePlaybook.HowTo);
        story.Sent(DeskIds.SellerSupport);
        story.Reply(Domain.Triage.NoticeKinds.SupportReply, DeskIds.SellerSupport, 1);
        story.Sent(DeskIds.SellerSupport);
        story.Reply(Domain.Triage.NoticeKinds.SupportReply, DeskIds.SellerSupport, 2);
        story.TryDraft(DeskIds.SellerSupport).Refused(RefusalCodes.Attempts.ContactBudget);
    }
}

public sealed class A_grant
{
    private static SellerAccount Joined()
    {
        var request = new JoinRequest { CaseId = "case", NewEnforcementId = "enf", CategoryId = "X", IsEnforcement = true, IsAccountLevel = true };
        return Fold(Story.Registered(), AccountRules.Join(Story.Registered(), request, Story.Monday));
    }

    private static SellerAccount Fold(SellerAccount account, Decision<AccountEvent> decision) =>
        decision.Accepted().Aggregate(account, (a, e) => AccountRules.Evolve(a, e, Story.Monday));

    private static Decision<AccountEvent> Reserve(SellerAccount? account, string grant = "g", string desk = DeskIds.JeffBezos, string caseId = "case", string enforcement = "enf") =>
        AccountRules.Reserve(account, new ReserveRequest { GrantId = grant, CaseId = caseId, EnforcementId = enforcement, Desk = desk, Actor = Story.Ann }, SamplePlaybook.Playbook, Story.Monday);

    [Fact]
    public void is_reserved_once_under_its_id()
    {
        var reserved = Fold(Joined(), Reserve(Joined()));
        Assert.True(Assert.Single(reserved.Contacts) is { IsExecutive: true, IsOpen: true, State: GrantState.Reserved });
        Assert.Empty(Reserve(reserved).Accepted());
    }

    [Fact]
    public void holds_the_executive_chance_from_its_reservation_to_its_release()
    {
        var reserved = Fold(Joined(), Reserve(Joined()));
        Reserve(reserved, "h", DeskIds.ExecutiveSellerRelations).Refused(RefusalCodes.Escalations.OneShotSpent);
        var released = Fold(reserved, AccountRules.Release(reserved, "g"));
        Reserve(released, "h", DeskIds.ExecutiveSellerRelations).Accepted();
    }

    [Fact]
    public void is_confirmed_answered_and_then_stays()
    {
        var account = Fold(Joined(), Reserve(Joined()));
        account = Fold(account, AccountRules.Confirm(account, "g"));
        Assert.Empty(AccountRules.Confirm(account, "g").Accepted());
        AccountRules.Release(account, "g").Refused(RefusalCodes.Grants.Confirmed);
        account = Fold(account, AccountRules.Answered(account, "g"));
        Assert.False(account.Contacts[0].IsOpen);
        Assert.Empty(AccountRules.Answered(account, "g").Accepted());
        Assert.NotNull(AccountRules.Standing(account, "enf").SpentExecutiveChance);
    }

    [Fact]
    public void is_confirmed_by_its_answer()
    {
        var account = Fold(Joined(), Reserve(Joined()));
        account = Fold(account, AccountRules.Answered(account, "g"));
        Assert.Equal((GrantState.Confirmed, false), (account.Contacts[0].State, account.Contacts[0].IsOpen));
    }

    [Fact]
    public void belongs_to_a_known_account_case_and_enforcement()
    {
        Reserve(null).Refused(RefusalCodes.Accounts.Unknown);
        Reserve(Joined(), enforcement: "nowhere").Refused(RefusalCodes.Enforcements.Unknown);
        Reserve(Joined(), caseId: "nobody").Refused(RefusalCodes.Cases.Unknown);
        Reserve(Joined(), desk: "NOBODY").Refused(RefusalCodes.Attempts.DeskUnknown);
    }

    [Fact]
    public void that_nobody_knows_is_released_silently_and_otherwise_refused()
    {
        Assert.Empty(AccountRules.Release(Joined(), "g").Accepted());
        AccountRules.Confirm(Joined(), "g").Refused(RefusalCodes.Grants.Unknown);
        AccountRules.Answered(Joined(), "g").Refused(RefusalCodes.Grants.Unknown);
    }
}

public sealed class Registering_an_account
{
    private static readonly AccountRegistered Shop = new("acc", 1001, "client", "Shop", "A1SELLER", ["US", "A1PA6795UKMFR9"], "Asia/Shanghai");

    [Fact] public void takes_marketplaces_by_code_or_id() => AccountRules.Register(null, Shop).Accepted();
    [Fact] public void twice_is_once() => Assert.Empty(AccountRules.Register(Story.Registered(), Shop).Accepted());
    [Fact] public void over_another_is_refused() => AccountRules.Register(Story.Registered(), Shop with { AccountId = "b" }).Refused(RefusalCodes.Accounts.Exists);
    [Fact] public void needs_a_name() => AccountRules.Register(null, Shop with { Name = " " }).Refused(RefusalCodes.Accounts.NameMissing);
    [Fact] public void needs_a_seller_id() => AccountRules.Register(null, Shop with { SellerId = "" }).Refused(RefusalCodes.Accounts.SellerIdMissing);
    [Fact] public void needs_a_marketplace() => AccountRules.Register(null, Shop with { Marketplaces = [] }).Refused(RefusalCodes.Accounts.MarketplacesMissing);
    [Fact] public void needs_a_real_one() => AccountRules.Register(null, Shop with { Marketplaces = ["XX"] }).Refused(RefusalCodes.Accounts.MarketplaceUnknown);
    [Theory, InlineData("Mars/Base"), InlineData("")] public void needs_a_real_zone(string zone) => AccountRules.Register(null, Shop with { TimeZone = zone }).Refused(RefusalCodes.Accounts.TimeZoneUnknown);

    [Fact]
    public void starts_its_status_evidence_and_subscriptions()
    {
        var account = Story.Registered();
        AccountRules.ChangeStatus(account, AccountStatus.AtRisk, " ").Refused(RefusalCodes.Accounts.ReasonMissing);
        Assert.Empty(AccountRules.ChangeStatus(account, AccountStatus.Normal, "x").Accepted());
        var file = new EvidenceFile("e", "invoice", "sha", "a.pdf", "application/pdf", 10, null, null, Story.Monday);
        AccountRules.AddEvidence(account, file with { Length = 0 }).Refused(RefusalCodes.Evidence.Empty);
        var event_ = Assert.Single(AccountRules.AddEvidence(account, file).Accepted());
        Assert.Empty(AccountRules.AddEvidence(AccountRules.Evolve(account, event_, Story.Monday), file).Accepted());
        AccountRules.AddSubscription(account, new("", "x")).Refused(RefusalCodes.Accounts.SubscriptionInvalid);
        AccountRules.AddSubscription(account, new("s", "ACCOUNT_STATUS_CHANGED")).Accepted();
        AccountRules.AddSubscription(null, new("s", "x")).Refused(RefusalCodes.Accounts.Unknown);
    }
}
