namespace AgencyPlatform.Specs.Letters;

public sealed class A_root_cause
{
    [Theory]
    [InlineData("This was a misunderstanding.")]
    [InlineData("We were unaware of the policy and sold the goods in good faith.")]
    [InlineData("A new employee made an error.")]
    [InlineData("Something went wrong and we regret it.")]
    public void that_names_nothing_to_check_is_weak(string cause) => Assert.NotEmpty(Samples.Of("POA-L04", Samples.Sections(cause: cause)));

    [Theory]
    [InlineData("A new employee skipped step 4 of the receiving checklist on 3 October 2025.")]
    [InlineData("The repricer setting was wrong.")]
    [InlineData("Our purchasing manager accepted a lot without papers.")]
    [InlineData("On 3 October 2025 two lots were mixed.")]
    public void that_names_a_process_a_role_a_date_or_a_system_is_not(string cause) => Assert.Empty(Samples.Of("POA-L04", Samples.Sections(cause: cause)));

    [Theory]
    [InlineData("这是一个误会。", true)]
    [InlineData("我们不了解平台政策。", true)]
    [InlineData("新员工操作失误。", true)]
    [InlineData("新员工在2025年10月3日跳过了入库检查表的第四步。", false)]
    [InlineData("采购流程没有要求核对发票。", false)]
    public void in_Chinese_is_held_to_the_same(string cause, bool weak) => Assert.Equal(weak, Samples.Of("POA-L04", Samples.ChineseSections(cause: cause)).Any());

    [Theory]
    [InlineData("Customers lie to get free returns.", "Customers lie")]
    [InlineData("We checked the process, and your bot is at fault.", "your bot")]
    [InlineData("The late arrivals were the fault of the carrier.", "fault of")]
    [InlineData("A competitor filed complaints.", "competitor")]
    public void that_is_somebody_else_is_blame(string cause, string span) => Assert.Contains(Samples.Of("POA-L05", Samples.Sections(cause: cause)), f => f.Span == span);

    [Theory]
    [InlineData("The carrier lost two parcels, and our process had no rule to insure them.")]
    [InlineData("This is not the fault of our customers.")]
    [InlineData("Our listing differed from the goods; customers returned them.")]
    public void that_is_also_our_own_is_not_blame(string cause) => Assert.Empty(Samples.Of("POA-L05", Samples.Sections(cause: cause)));

    [Theory]
    [InlineData("买家撒谎。", true)]
    [InlineData("这是物流公司的责任。", true)]
    [InlineData("物流公司的责任只是一部分，我们的流程没有要求投保。", false)]
    public void in_Chinese_may_not_be_somebody_else_either(string cause, bool blames) => Assert.Equal(blames, Samples.Of("POA-L05", Samples.ChineseSections(cause: cause)).Any());

    [Theory]
    [InlineData("Our buyers were told by an agent of Seller Support to wait.", true)]
    [InlineData("On the advice of Seller Support we changed the brand.", true)]
    [InlineData("We asked Seller Support in October.", false)]
    [InlineData("Our customer service told the buyer to wait.", false)]
    [InlineData("亚马逊客服建议我们修改品牌。", true)]
    [InlineData("我们的客服告诉买家等待。", false)]
    public void may_not_lean_on_Seller_Support(string cause, bool leans) => Assert.Equal(leans, Samples.Of("POA-L06", Samples.Sections(cause: cause)).Any());

    [Theory]
    [InlineData("We did not create this detail page.", true)]
    [InlineData("The image was not uploaded by us.", true)]
    [InlineData("We did not create this detail page, but we should have compared it before we listed.", false)]
    [InlineData("We did not create a record of the batch.", false)]
    public void that_only_says_the_page_is_not_ours_is_no_defence(string cause, bool found) => Assert.Equal(found, Samples.Of("POA-L07", Samples.Sections(cause: cause)).Any());

    [Theory]
    [InlineData("该页面不是我们创建的。", true)]
    [InlineData("该页面不是我们创建的，但我们没有核对内容。", false)]
    public void in_Chinese_needs_more_than_that_too(string cause, bool found) => Assert.Equal(found, Samples.Of("POA-L07", Samples.ChineseSections(cause: cause)).Any());
}
