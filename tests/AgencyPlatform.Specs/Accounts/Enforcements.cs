using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;

namespace AgencyPlatform.Specs.Accounts;

public sealed class A_case_joins_an_enforcement
{
    private SellerAccount _account = Story.Registered();

    private static JoinRequest Request(string caseId, bool isAccountLevel = false, string? complaint = null, string? reference = null, string? asin = null, string? chosen = null) => new()
    {
        CaseId = caseId, NewEnforcementId = $"enf-{caseId}", EnforcementId = chosen, CategoryId = "X", IsEnforcement = true, IsAccountLevel = isAccountLevel,
        ComplaintIds = complaint is null ? [] : [complaint], Asins = asin is null ? [] : [asin], Reference = reference,
    };

    private string Join(JoinRequest request)
    {
        Keep(AccountRules.Join(_account, request, Story.Monday));
        return _account.Cases.Single(c => c.Id == request.CaseId).EnforcementId;
    }

    private void Keep(Decision<AccountEvent> decision) => _account = decision.Accepted().Aggregate(_account, (a, e) => AccountRules.Evolve(a, e, Story.Monday));

    [Fact]
    public void by_the_same_complaint_id()
    {
        Join(Request("a", complaint: "123"));
        Assert.Equal("enf-a", Join(Request("b", complaint: "123")));
        Assert.Equal("enf-c", Join(Request("c", complaint: "456")));
    }

    [Fact]
    public void by_the_same_reference_and_learns_its_new_complaint()
    {
        Join(Request("a", reference: "CASE-1"));
        Assert.Equal("enf-a", Join(Request("b", reference: "CASE-1", complaint: "123")));
        Assert.Equal("enf-a", Join(Request("c", complaint: "123")));
    }

    [Fact]
    public void by_the_account_level_action_until_reinstatement()
    {
        Keep(AccountRules.ChangeStatus(_account, AccountStatus.Deactivated, "notice"));
        Join(Request("a", isAccountLevel: true));
        Assert.Equal("enf-a", Join(Request("b", isAccountLevel: true)));
        Keep(AccountRules.ChangeStatus(_account, AccountStatus.Normal, "mail of Amazon"));
        Assert.NotNull(_account.Enforcements[0].EndedAt);
        Assert.Equal("enf-c", Join(Request("c", isAccountLevel: true)));
    }

    [Fact]
    public void otherwise_one_begins()
    {
        Assert.Equal("enf-a", Join(Request("a")));
        Assert.Equal("enf-b", Join(Request("b")));
        Assert.Equal([1, 2], _account.Cases.Select(c => c.Number));
    }

    [Fact]
    public void a_question_without_enforcement_never_joins_the_deactivation()
    {
        Join(Request("a", isAccountLevel: true));
        Assert.Equal("enf-b", Join(Request("b") with { IsEnforcement = false, IsAccountLevel = true }));
    }

    [Fact]
    public void as_chosen_if_it_exists()
    {
        Join(Request("a"));
        Assert.Equal("enf-a", Join(Request("b", chosen: "enf-a")));
        AccountRules.Join(_account, Request("c", chosen: "nowhere"), Story.Monday).Refused(RefusalCodes.Enforcements.Unknown);
    }

    [Fact]
    public void once_however_often_it_asks()
    {
        Join(Request("a"));
        Assert.Empty(AccountRules.Join(_account, Request("a"), Story.Monday).Accepted());
    }

    [Fact]
    public void and_a_complaint_met_again_after_its_end_wins_no_new_chance()
    {
        Join(Request("a", complaint: "123"));
        Keep(AccountRules.CloseCase(_account, "a", endsEnforcement: true, "retracted"));
        Assert.NotNull(_account.Enforcements[0].EndedAt);
        Assert.Equal("enf-a", Join(Request("b", complaint: "123")));
        Assert.Null(_account.Enforcements[0].EndedAt);
    }

    [Fact]
    public void C3_the_same_item_or_complaint_within_30_days_is_proposed_as_a_duplicate()
    {
        Join(Request("a", asin: "B01"));
        var same = Request("b", asin: "B01");
        Assert.Equal("a", AccountRules.PossibleDuplicate(_account, same, Story.Monday.AddDays(30)));
        Assert.Null(AccountRules.PossibleDuplicate(_account, same, Story.Monday.AddDays(31)));
        Assert.Null(AccountRules.PossibleDuplicate(_account, Request("b", asin: "B02"), Story.Monday));
        Keep(AccountRules.CloseCase(_account, "a", endsEnforcement: false, "withdrawn"));
        Assert.Null(AccountRules.PossibleDuplicate(_account, same, Story.Monday));
    }

    [Fact]
    public void closing_and_reopening_settle_and_repeat_safely()
    {
        Join(Request("a"));
        Keep(AccountRules.CloseCase(_account, "a", endsEnforcement: true, "done"));
        Assert.Empty(AccountRules.CloseCase(_account, "a", endsEnforcement: true, "done").Accepted());
        Keep(AccountRules.ReopenCase(_account, "a"));
        Assert.True(_account.Cases[0].IsOpen);
        Assert.Null(_account.Enforcements[0].EndedAt);
        Assert.Empty(AccountRules.ReopenCase(_account, "a").Accepted());
        AccountRules.CloseCase(_account, "nobody", false, "x").Refused(RefusalCodes.Cases.Unknown);
        AccountRules.ReopenCase(_account, "nobody").Refused(RefusalCodes.Cases.Unknown);
    }

    [Fact]
    public void D6_attempts_are_numbered_per_enforcement_over_its_cases()
    {
        Join(Request("a", complaint: "1"));
        Join(Request("b"));
        foreach (var (enforcement, attempt) in new[] { ("enf-a", "x"), ("enf-a", "y"), ("enf-b", "z"), ("enf-a", "x") })
        {
            Keep(AccountRules.NumberAttempt(_account, enforcement, attempt));
        }
        Assert.Equal((1, 2, 1, null), (AccountRules.NumberOf(_account, "x"), AccountRules.NumberOf(_account, "y"), AccountRules.NumberOf(_account, "z"), AccountRules.NumberOf(_account, "w")));
        AccountRules.NumberAttempt(_account, "nowhere", "v").Refused(RefusalCodes.Enforcements.Unknown);
    }
}
