using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Letters;

public sealed class The_three_sections
{
    [Theory]
    [InlineData("# What caused this\n\nOur list was old.\n\n# How we resolved it\n\nWe wrote a new one.\n\n# Going forward\n\nThe lead reads it daily.")]
    [InlineData("**Root Cause:** Our list was old.\n**Corrective Actions:** We wrote a new one.\n**Preventive Measures:** The lead reads it daily.")]
    [InlineData("A. ROOT CAUSE OF THE ISSUE\nOur list was old.\nB. ACTIONS TAKEN TO RESOLVE THE ISSUE\nWe wrote a new one.\nC. STEPS TO PREVENT FUTURE ISSUES\nThe lead reads it daily.")]
    [InlineData("The root cause was an old list.\n\nWe have taken these corrective actions. We wrote a new one.\n\nTo prevent a recurrence, the lead reads it daily.")]
    [InlineData("【问题根源】\n清单过期了。\n【整改措施】\n我们已重写清单。\n【如何避免再次发生】\n主管每天查看。")]
    [InlineData("一、发生问题的原因：清单过期了。\n二、我们已采取的行动：我们已重写清单。\n三、今后的预防：主管每天查看。")]
    [InlineData("1. Ursache des Problems\nDie Liste war alt.\n2. Bereits ergriffene Maßnahmen\nWir haben sie ersetzt.\n3. Maßnahmen zur künftigen Vermeidung\nDer Leiter liest sie täglich.")]
    [InlineData("1. 問題の原因\nリストが古かったためです。\n2. 是正措置\n新しく作成しました。\n3. 再発防止策\n責任者が毎日確認します。")]
    [InlineData("1. Causa raíz\nLa lista era antigua.\n2. Medidas tomadas\nHemos escrito otra.\n3. Medidas para evitar que se repita\nEl responsable la lee cada día.")]
    [InlineData("1. Cause\nLa liste était vieille.\n2. Mesures prises\nNous avons écrit une autre.\n3. Prévention\nLe responsable la lit chaque jour.")]
    public void may_be_headed_in_many_ways(string letter) => Assert.Empty(Samples.Of("POA-L01", letter));

    [Theory]
    [InlineData("Dear team, below are the root cause, the actions taken and the steps to prevent it:\n\nOur list was old. We wrote a new one.", 3)]
    [InlineData("Root cause\n\nActions taken\n\nWe wrote a new list.\n\nPrevention\n\nThe lead reads it daily.", 1)]
    [InlineData("原因\n清单过期了。\n措施\n", 2)]
    [InlineData("", 3)]
    public void are_asked_for(string letter, int missing) => Assert.Equal(missing, Samples.Of("POA-L01", letter).Count());

    private static readonly LetterContext Two = Samples.Condition with { IssueCodes = ["PQ-USEDNEW", "PERF-VTR"] };

    [Fact]
    public void each_answer_every_issue()
    {
        var letter = Samples.Sections(
            "Our warehouse sold opened units. Tracking numbers were typed by hand.", "We inspected the opened units. We connected the carrier, which sends tracking by itself.", "The lead checks every opened unit daily.");
        var finding = Assert.Single(Samples.Of("POA-L02", letter, Two));
        Assert.Equal(("PERF-VTR", "prevention"), (finding.Fact("issue"), finding.Fact("section")));
        Assert.Empty(Samples.Of("POA-L02", letter.Replace("unit daily", "unit and tracking number daily", StringComparison.Ordinal), Two));
    }

    [Fact]
    public void each_answer_every_issue_in_Chinese()
    {
        var letter = Samples.ChineseSections("仓库出售了拆封商品，追踪编号靠手工输入。", "我们已检验拆封商品，并接入物流商接口。", "主管每天检验每一件拆封商品。");
        Assert.Equal("prevention", Assert.Single(Samples.Of("POA-L02", letter, Two)).Fact("section"));
    }
}

public sealed class An_earlier_letter
{
    [Fact]
    public void sent_again_with_other_punctuation_is_the_same()
    {
        var again = Samples.English.Replace(".", " ;", StringComparison.Ordinal).ToUpperInvariant();
        Assert.Equal("same-text", Assert.Single(Samples.Of("POA-L13", Samples.English, Samples.Condition with { EarlierLetters = [Samples.Denied with { Text = again, Denied = false }] })).Fact("reason"));
    }

    [Fact]
    public void in_Chinese_sent_again_is_the_same() =>
        Assert.Single(Samples.Of("POA-L13", Samples.Chinese, Samples.Condition with { EarlierLetters = [Samples.Denied with { Text = Samples.Chinese.Replace("，", ", ", StringComparison.Ordinal), Denied = false }] }));

    [Fact]
    public void that_was_denied_asks_for_new_evidence()
    {
        var denied = Samples.Condition with { EarlierLetters = [Samples.Denied with { EvidenceIds = ["removal", "destruction", "refunds"] }] };
        Assert.Empty(Samples.Of("POA-L13", Samples.Plan(), denied));
        Assert.Equal("no-new-evidence", Assert.Single(Samples.Of("POA-L13", Samples.Plan() with { EvidenceIds = ["refunds"] }, denied)).Fact("reason"));
    }
}

public sealed class A_blank
{
    [Theory]
    [InlineData("Signed by [ ] today", "[ ]")]
    [InlineData("Dear [Insert name]", "[Insert name]")]
    [InlineData("On <date> we", "<date>")]
    [InlineData("ask {name} for", "{name}")]
    [InlineData("敬礼 （您的姓名）", "（您的姓名）")]
    [InlineData("由XX公司生产", "XX")]
    [InlineData("Order xxxx came", "xxxx")]
    [InlineData("signed ______", "______")]
    [InlineData("【填写原因】", "【填写原因】")]
    public void is_left_over(string text, string span) => Assert.Equal(span, Assert.Single(Samples.Of("POA-L14", text)).Span);

    [Theory]
    [InlineData("see [1] and [Annex 3]")]
    [InlineData("size XXL, 3 x 4 cm, box x2")]
    [InlineData("rate < 1 % and > 0")]
    [InlineData("mail <info@alder.example.org>")]
    [InlineData("【根本原因】（附件1）(see the log)")]
    public void is_not_every_bracket(string text) => Assert.Empty(Samples.Of("POA-L14", text));
}

public sealed class Buyer_data
{
    [Theory]
    [InlineData("The customer wrote from k.moss@mail.example.org.", "k.moss@mail.example.org")]
    [InlineData("Relay address x7y8@marketplace.amazon.de", "x7y8@marketplace.amazon.de")]
    [InlineData("The buyer's phone is +1 302 555 0148.", "1 302 555 0148")]
    [InlineData("The customer lives at 48 Quarry Road.", "48 Quarry Road")]
    [InlineData("Customer Kara Moss complained.", "Kara Moss")]
    [InlineData("Order 113-4471820-9963214 from Kara Moss was late.", "Kara Moss")]
    [InlineData("Die Kundin Frau Moos wartete.", "Frau Moos")]
    [InlineData("收件人：李小明", "李小明")]
    [InlineData("客户的电话是13812345678。", "13812345678")]
    [InlineData("客户地址：广东省深圳市南山区科技路8号", "省深圳市南山区科技路8号")]
    [InlineData("購入者：田中太郎", "田中太郎")]
    public void does_not_belong_in_a_letter(string text, string span) => Assert.Contains(Samples.Of("POA-L37", text), f => f.Span == span);

    [Theory]
    [InlineData("Supplier: Alder Works, 12 Mill Street, phone 302 555 0199, sales@alder.example.org")]
    [InlineData("供应商：安达电器，广东省深圳市南山区科技路8号，电话13812345678")]
    [InlineData("Customer Service Manager Wei trained the team.")]
    [InlineData("Order 113-4471820-9963214 was shipped by Royal Mail on 3 November 2025.")]
    [InlineData("Customer Complaints And Returned Units")]
    [InlineData("The buyer received order 113-4471820-9963214 late.")]
    [InlineData("买家收到商品后投诉。")]
    public void is_not_seen_where_there_is_none(string text) => Assert.Empty(Samples.Of("POA-L37", text));
}

public sealed class A_letter_of_mixed_scripts
{
    [Theory]
    [InlineData("We sent the goods and 我们检查了 all of the units to the store.", "我们检查了")]
    [InlineData("The team of the store is sorry that it brought inconvenience to you.", "brought inconvenience to you")]
    [InlineData("We checked the units， and the team signed the list.", "s，")]
    public void is_noticed(string text, string span) => Assert.Contains(Samples.Of("POA-L38", text), f => f.Span == span);

    [Theory]
    [InlineData("The maker of the lamp is Bright Home (光明家居) and we buy from it.")]
    [InlineData("我们在 Amazon Seller Central 的 Account Health 页面更新了 SKU LAMP-01 的 FBA 设置。")]
    [InlineData("Wir haben die Ware geprüft, die Liste ist für das Lager größer und neu.")]
    public void is_not_every_foreign_word(string text) => Assert.Empty(Samples.Of("POA-L38", text));
}

public sealed class The_scope_of_a_letter
{
    [Theory]
    [InlineData("We sell in another marketplace.", true)]
    [InlineData("In ticket 88120045561 we asked.", true)]
    [InlineData("In case 17384920551 we asked.", false)]
    [InlineData("What caused the issue?\nThe list was old.", false)]
    [InlineData("我们在其他站点也销售。", true)]
    public void is_this_notice(string text, bool outside) => Assert.Equal(outside, Samples.Of("POA-L26", text, Samples.Condition with { ComplaintIds = ["17384920551"] }).Any());

    [Theory]
    [InlineData("We opened a second account in May.", true)]
    [InlineData("We have never bought reviews.", false)]
    [InlineData("We resold returned units as new.", false)]
    [InlineData("我们从未刷单。", false)]
    [InlineData("我们曾经刷单。", true)]
    public void holds_no_confession_beyond_it(string text, bool confesses) => Assert.Equal(confesses, Samples.Of("POA-L29", text).Any());
}
