using AgencyPlatform.Specs.Playbooks;

namespace AgencyPlatform.Specs.Triage;

public sealed class Every_category
{
    public static TheoryData<string, string, string> Notices
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (category, desk, en, zh) in RoutingTable.Rows)
            {
                data.Add(category, desk, en);
                data.Add(category, desk, zh);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Notices))]
    public void is_recognised_and_leads_to_the_desk_of_its_block(string category, string desk, string text)
    {
        var result = Shipped.Triage.Examine(text);

        Assert.True(result.IsAmazonNotice);
        Assert.Equal((category, desk), (result.Categories[0].Id, result.Desk));
        Assert.NotEmpty(result.Ladder);
        Assert.Contains(result.Why, r => r.Rule.StartsWith("router.", StringComparison.Ordinal));
    }

    [Fact]
    public void of_the_playbook_stands_in_the_table() =>
        Assert.Equal(Shipped.Playbook.Categories.Keys.Order(StringComparer.Ordinal), RoutingTable.Rows.Select(r => r.Category).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("CATALOG_ITEM_REMOVED: your ASIN B0C5Y8NRJ2 was removed from the catalog, since it violates our restricted products policy.", "PRODUCT_QUALITY")]
    [InlineData("Your account is being reviewed. Until the account review has ended, a reserve is placed on your balance. See Velocity Limits and Account Reviews.", "SELLER_PERFORMANCE")]
    [InlineData("From: notice-dispute@amazon.com\n\nYour dispute about the trademark complaint 12345678901 cannot be accepted, as it does not address the report of the rights owner. We still need a licence agreement.", "NOTICE_DISPUTE")]
    [InlineData("Hello, I work in Executive Seller Relations. We looked at your escalation about the inauthentic complaints and need supplier invoices for B0C5Y8NRJ2.", "EXECUTIVE_SELLER_RELATIONS")]
    [InlineData("I am writing on behalf of Jeff Bezos, who received your email about the deactivation of your seller account for a high order defect rate.", "JEFF_BEZOS")]
    public void gives_way_where_the_notice_speaks_for_another_desk(string text, string desk) =>
        Assert.Equal(desk, Shipped.Triage.Examine(text).Desk);

    [Theory]
    [InlineData("Congratulations, your identity has been verified and your account is active again.", "ACC-VERIFY")]
    [InlineData("Good news: the rights owner has withdrawn the trademark complaint 12345678901, and your listing was reinstated.", "IP-TRADEMARK")]
    [InlineData("恭喜,您的发票已通过核实,商品真实性问题已解决,商品销售已恢复。", "PQ-INAUTHENTIC")]
    public void is_named_without_a_desk_where_the_mail_only_closes_it(string text, string category)
    {
        var result = Shipped.Triage.Examine(text);

        Assert.True(result.IsAmazonNotice);
        Assert.Null(result.Desk);
        Assert.Empty(result.Ladder);
        Assert.Equal(category, result.Categories[0].Id);
    }
}
