using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Letters;

public sealed class The_actions_section
{
    [Theory]
    [InlineData("We will remove the units. We plan to train the team. The list is long enough.")]
    [InlineData("We removed the units. We will train the team. We will write a checklist.")]
    [InlineData("The affected units will be removed from stock. We intend to have them destroyed.")]
    public void that_promises_is_not_done(string actions) => Assert.Single(Samples.Of("POA-L11", Samples.Sections(actions: actions)));

    [Theory]
    [InlineData("We removed the units and will go on checking them. We trained the team.")]
    [InlineData("We sent the units back. The team has read the checklist. We will report in May.")]
    [InlineData("- 188 units removed from stock\n- Checklist rewritten and team trained")]
    public void that_reports_is_done(string actions) => Assert.Empty(Samples.Of("POA-L11", Samples.Sections(actions: actions)));

    [Theory]
    [InlineData("我们将移除全部商品。我们计划培训同事。", true)]
    [InlineData("我们会通过培训解决问题。", true)]
    [InlineData("我们已将全部商品移除。同事于11月3日完成了培训。", false)]
    [InlineData("11月3日将32件商品移入隔离区。我们召开了会议。", false)]
    public void in_Chinese_is_read_the_same_way(string actions, bool promises) => Assert.Equal(promises, Samples.Of("POA-L11", Samples.ChineseSections(actions: actions)).Any());

    [Theory]
    [InlineData("Ursache\n\nDie Retouren wurden in unserem Lager nicht geprüft.\n\nErgriffene Maßnahmen\n\nWir werden die Ware entfernen und die Mitarbeiter schulen.\n\nVorbeugung\n\nDer Lagerleiter prüft täglich jede Retoure.", true)]
    [InlineData("Ursache\n\nDie Retouren wurden in unserem Lager nicht geprüft.\n\nErgriffene Maßnahmen\n\nWir haben die Ware am 3. November 2025 entfernt und die Mitarbeiter geschult.\n\nVorbeugung\n\nDer Lagerleiter prüft täglich jede Retoure.", false)]
    [InlineData("根本原因\n\n返品の検品を行わずに再出荷しました。\n\n実施した対応\n\n在庫を削除する予定です。\n\n再発防止策\n\n倉庫責任者が毎日すべての返品を検品します。", true)]
    [InlineData("根本原因\n\n返品の検品を行わずに再出荷しました。\n\n実施した対応\n\n在庫を11月3日に削除しました。\n\n再発防止策\n\n倉庫責任者が毎日すべての返品を検品します。", false)]
    public void in_German_and_Japanese_too(string letter, bool promises)
    {
        Assert.Equal(promises, Samples.Of("POA-L11", letter).Any());
        Assert.Empty(Samples.Of("POA-L01", letter));
        Assert.Empty(Samples.Of("POA-L33", letter));
    }

    [Theory]
    [InlineData("We refunded all customers and apologised to them.", true)]
    [InlineData("We contacted the customers and sent a replacement.", true)]
    [InlineData("We refunded all customers. We switched to a carrier with tracking.", false)]
    [InlineData("我们已全额退款并向买家道歉。", true)]
    [InlineData("我们已全额退款，并更换了物流商。", false)]
    public void about_undelivered_orders_needs_more_than_refunds(string actions, bool onlyRefunds)
    {
        var letter = actions.Any(c => c > '\u3000') ? Samples.ChineseSections(actions: actions) : Samples.Sections(actions: actions);
        Assert.Equal(onlyRefunds, Samples.Of("POA-L31", letter, Samples.Condition with { CategoryId = "PERF-INR" }).Any());
        Assert.Empty(Samples.Of("POA-L31", letter));
    }

    [Theory]
    [InlineData("Do not limit your plan to the orders listed below.", "We replaced the unit of this order.", true)]
    [InlineData("Do not limit your plan to the orders listed below.", "We replaced the unit of order 113-4471820-9963214.", true)]
    [InlineData("Do not limit your plan to the orders listed below.", "We replaced the unit of this order and checked all orders of October.", false)]
    [InlineData("Tell us about the orders listed below.", "We replaced the unit of this order.", false)]
    [InlineData("您的计划不应仅限于以下订单。", "我们已为该订单补发商品。", true)]
    public void may_not_stop_at_one_order_where_the_notice_says_so(string notice, string actions, bool found) =>
        Assert.Equal(found, Samples.Of("POA-L32", Samples.Sections(actions: actions, prevention: "The lead looks at it daily."), Samples.Condition with { NoticeText = notice }).Any());
}

public sealed class A_claim
{
    private static readonly string[] Claiming = ["We removed the units. The invoice is attached."];

    [Fact]
    public void without_any_document_is_named_with_its_words() =>
        Assert.Equal(["removed", "attached"], Samples.Of("POA-L12", Samples.Plan(Samples.Sections(actions: Claiming[0])) with { EvidenceIds = [] }).Select(f => f.Span));

    [Fact]
    public void with_a_document_is_fine() => Assert.Empty(Samples.Of("POA-L12", Samples.Sections(actions: Claiming[0])));

    [Fact]
    public void that_is_denied_claims_nothing() => Assert.Empty(Samples.Of("POA-L12", Samples.Plan(Samples.Sections(actions: "Nothing was not removed.")) with { EvidenceIds = [] }));
}

public sealed class A_prevention_step
{
    [Theory]
    [InlineData("We check all goods more carefully in the warehouse.", "owner and time")]
    [InlineData("The quality lead checks all goods.", "time")]
    [InlineData("All goods are checked again every week.", "owner")]
    [InlineData("我们会更仔细地检查所有商品。", "owner and time")]
    [InlineData("质检负责人检查所有商品。", "time")]
    public void lacks(string step, string missing) => Assert.Equal(missing, Assert.Single(Samples.Of("POA-L33", Samples.Sections(prevention: step))).Fact("missing"));

    [Theory]
    [InlineData("The quality lead checks all goods every week.")]
    [InlineData("Every week our quality lead does this:\n- checks twenty units of each lot\n- compares the seal with the sample")]
    [InlineData("质检负责人每周检查所有商品。")]
    public void has_who_and_when(string step) => Assert.Empty(Samples.Of("POA-L33", Samples.Sections(prevention: step)));
}

public sealed class A_plan_for_a_rights_owners_complaint
{
    private const string Removal = "We removed the listing and will not sell it again.";

    [Fact]
    public void that_only_promises_removal_is_not_enough() =>
        Assert.Equal(["removed the listing", "not sell it again"], Samples.Of("POA-L16", Samples.Sections(actions: Removal), Samples.Trademark with { RetractionStatus = null }).Select(f => f.Span));

    [Fact]
    public void in_Chinese_is_not_enough_either() => Assert.NotEmpty(Samples.Of("POA-L16", Samples.ChineseSections(actions: "我们已删除商品，不再销售。"), Samples.Trademark with { RetractionStatus = "none" }));

    [Theory]
    [InlineData("requested", Removal)]
    [InlineData(null, Removal + " The rights owner agreed to retract.")]
    [InlineData(null, Removal + " 权利人同意撤诉。")]
    public void is_enough_with_a_retraction(string? status, string actions) => Assert.Empty(Samples.Of("POA-L16", Samples.Sections(actions: actions), Samples.Trademark with { RetractionStatus = status }));

    [Fact]
    public void that_Amazon_found_itself_has_no_owner_to_ask() =>
        Assert.Empty(Samples.Of("POA-L16", Samples.Sections(actions: Removal), Samples.Trademark with { CategoryId = "IP-SUSPECTED", RetractionStatus = null }));
}

public sealed class A_counter_notice
{
    [Theory]
    [InlineData("ASIN B0F6HJ3K1P; it appeared at https://www.amazon.com/dp/B0F6HJ3K1P before", "my lamp, before", "material-and-location")]
    [InlineData("under penalty of perjury, ", "", "good-faith-under-perjury")]
    [InlineData("Telephone: 302 555 0148.", "", "name-address-phone")]
    [InlineData("consent to the jurisdiction of", "know of", "consent-to-jurisdiction")]
    [InlineData("Signature: /s/ Dana Whitlock", "", "signature")]
    public void misses_an_element(string element, string replacement, string name)
    {
        var draft = Samples.CounterNoticeDraft with { Text = Samples.CounterNotice.Replace(element, replacement, StringComparison.Ordinal) };
        Assert.Equal([name], Samples.Of("POA-L36", draft, Samples.CounterNoticeContext).Select(f => f.Fact("element")));
    }
}

public sealed class An_escalation
{
    [Theory]
    [InlineData("is attached as Annex 1", "was fine", "plan-annex")]
    [InlineData("It was submitted on 8 November 2025 and denied on 11 November 2025.", "", "submission-history")]
    public void misses(string fact, string replacement, string missing)
    {
        var draft = Samples.EscalationDraft with { Text = Samples.Escalation.Replace(fact, replacement, StringComparison.Ordinal) };
        Assert.Equal([missing], Samples.Of("POA-L35", draft, Samples.EscalationContext).Select(f => f.Fact("missing")));
    }

    [Fact]
    public void to_Seller_Support_is_addressed_wrongly() => Assert.Single(Samples.Of("POA-L27", Samples.EscalationDraft with { Desk = "SELLER_SUPPORT" }, Samples.EscalationContext));

    [Theory]
    [InlineData(48, false)]
    [InlineData(47, true)]
    public void waits_two_days(int hours, bool tooEarly)
    {
        var context = Samples.Condition with { EarlierLetters = [Samples.Denied with { SentAt = Samples.Now.AddHours(-hours) }] };
        Assert.Equal(tooEarly, Samples.Of("POA-L35", Samples.EscalationDraft, context).Any(f => f.Fact("missing") == "two-days"));
    }
}
