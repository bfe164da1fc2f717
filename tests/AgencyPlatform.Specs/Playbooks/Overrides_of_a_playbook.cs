using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Specs.Playbooks;

public sealed class Overrides_of_a_playbook
{
    [Fact]
    public void change_a_clock() =>
        Assert.Equal(2, Changed("ACC-AHR.c1.amount", "2").Categories["ACC-AHR"].Clocks[0].Amount);

    [Fact]
    public void change_the_expected_reply_of_a_desk() =>
        Assert.Equal(9, Changed("SELLER_PERFORMANCE.expectedReply.amount", "9").Desks["SELLER_PERFORMANCE"].ExpectedReply!.Amount);

    [Fact]
    public void change_one_language_of_a_text()
    {
        var desk = Changed("NOTICE.name.zh", "通知组").Desks["NOTICE"];

        Assert.Equal("通知组", desk.Name.Zh);
        Assert.Equal(Shipped.Playbook.Desks["NOTICE"].Name.En, desk.Name.En);
    }

    [Fact]
    public void change_a_budget_and_a_severity()
    {
        var budget = Shipped.Playbook.Budgets[0].Id;

        Assert.Equal(7, Changed($"{budget}.limit", "7").Budgets[0].Limit);
        Assert.Equal("warning", Changed("POA-L01.severity", "warning").LintRules.Single(r => r.Id == "POA-L01").Severity);
    }

    [Fact]
    public void tell_a_desk_from_a_category_of_the_same_id_by_the_field()
    {
        Assert.False(Changed("LEGAL.hearsEscalations", "false").Desks["LEGAL"].HearsEscalations);
        Assert.Equal(5, Changed("LEGAL.routerOrder", "5").Categories["LEGAL"].RouterOrder);
    }

    [Fact]
    public void give_the_playbook_a_hash_of_its_own_that_does_not_depend_on_their_order()
    {
        var one = Changed(("ACC-AHR.c1.amount", "2"), ("NOTICE.name.zh", "通知组"));
        var other = Changed(("NOTICE.name.zh", "通知组"), ("ACC-AHR.c1.amount", "2"));

        Assert.Equal(one.ContentHash, other.ContentHash);
        Assert.NotEqual(Shipped.Playbook.ContentHash, one.ContentHash);
        Assert.NotEqual(Changed("ACC-AHR.c1.amount", "2").ContentHash, one.ContentHash);
    }

    [Fact]
    public void leave_the_playbook_they_start_from_alone()
    {
        var before = Shipped.Playbook.Categories["ACC-AHR"].Clocks[0].Amount;

        _ = Changed("ACC-AHR.c1.amount", "99");

        Assert.Equal(before, Shipped.Playbook.Categories["ACC-AHR"].Clocks[0].Amount);
    }

    [Fact]
    public void change_nothing_where_there_are_none() =>
        Assert.Same(Shipped.Playbook, Changed([]));

    [Theory]
    [InlineData("ACC-NONE.c1.amount", "2", "playbook.id-unknown")]
    [InlineData("amount", "2", "playbook.id-unknown")]
    [InlineData("ACC-AHR.c1.colour", "2", "playbook.field-unknown")]
    [InlineData("ACC-AHR.c1.id", "ACC-AHR.c9", "playbook.field-unknown")]
    [InlineData("ACC-AHR.ladder", "none", "playbook.field-unknown")]
    [InlineData("ACC-AHR.c1.text", "one text", "playbook.field-unknown")]
    [InlineData("ACC-AHR.c1.amount", "two", "playbook.value-invalid")]
    [InlineData("ACC-AHR.c1.amount", "0", "playbook.value-invalid")]
    [InlineData("ACC-AHR.c1.unit", "weeks", "playbook.value-invalid")]
    [InlineData("ACC-AHR.firstDesk", "CATALOG", "playbook.value-invalid")]
    [InlineData("ACC-AHR.s1.match", "lo*st", "playbook.value-invalid")]
    [InlineData("NOTICE.name.zh", "", "playbook.value-invalid")]
    public void are_refused_with_the_address_where_they_make_no_sense(string address, string value, string code)
    {
        var refused = Assert.IsType<PlaybookChange.Refused>(Shipped.Playbook.With(new Dictionary<string, string> { [address] = value }));

        Assert.Equal(code, refused.Reason.Code);
        Assert.Contains(address.Split('.')[^1], refused.Reason.Fact("address"), StringComparison.Ordinal);
        Assert.NotEmpty(refused.Reason.Fact("reason")!);
    }

    private static Playbook Changed(string address, string value) => Changed((address, value));

    private static Playbook Changed(params (string Address, string Value)[] overrides) =>
        Assert.IsType<PlaybookChange.Changed>(Shipped.Playbook.With(overrides.ToDictionary(o => o.Address, o => o.Value))).Playbook;
}
