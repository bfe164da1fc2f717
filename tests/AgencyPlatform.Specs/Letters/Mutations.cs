using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Letters;

/// <summary>Change one fact of a clean letter or of its case: exactly one rule objects, and where the text is at fault it points at it.</summary>
public sealed class A_clean_letter_with_one_fact_changed
{
    [Theory]
    [InlineData("POA-L01", "1. Root cause", "1. Background", "")]
    [InlineData("POA-L03", "for ASIN B0C4QX7T9L, condition", "on condition", "")]
    [InlineData("POA-L06", "It did not ask whether the seal was intact.", "Seller Support told us that a closed carton was enough.", "Seller Support told")]
    [InlineData("POA-L05", "It did not ask whether the seal was intact.", "It did not ask about the seal, and two buyers lied.", "buyers lied")]
    [InlineData("POA-L08", "We ask for the reinstatement of the listing.", "We are desperate for the reinstatement of the listing.", "desperate")]
    [InlineData("POA-L08", "We ask for the reinstatement of the listing.", "We ask for the reinstatement of the listing!!", "!!")]
    [InlineData("POA-L08", "intact.", "intact, which will NEVER do.", "NEVER")]
    [InlineData("POA-L09", "We ask for the reinstatement of the listing.", "Otherwise we will take this to our lawyer.", "lawyer")]
    [InlineData("POA-L09", "We ask for the reinstatement of the listing.", "We will share this story with journalists.", "journalists")]
    [InlineData("POA-L12", "(Annex 4)", "(Annex 5)", "Annex 5")]
    [InlineData("POA-L14", "warehouse manager inspected", "[NAME] inspected", "[NAME]")]
    [InlineData("POA-L14", "removal order RX4471", "removal order XXXX", "XXXX")]
    [InlineData("POA-L14", "Lumen Desk Trading", "{{company}}", "{{company}}")]
    [InlineData("POA-L14", "We ask for the reinstatement of the listing.", "We kindly ask you to review our plan of action and reinstate our selling privileges as soon as possible.", "kindly ask you to review our plan of action and reinstate our selling privileges")]
    [InlineData("POA-L24", "(Annex 1)", "(https://drive.google.com/file/d/1x7)", "https://drive.google.com/file/d/1x7")]
    [InlineData("POA-L26", "We ask for the reinstatement of the listing.", "When can we expect the reinstatement of the listing?", "When can we expect the reinstatement of the listing?")]
    [InlineData("POA-L26", "We ask for the reinstatement of the listing.", "We ask for the reinstatement of the listing, as in case 12094471823.", "12094471823")]
    [InlineData("POA-L26", "the reinstatement of the listing", "the reinstatement of the listing on Amazon.co.uk", "Amazon.co.uk")]
    [InlineData("POA-L29", "The receiving checklist asked only", "We also paid for reviews. The receiving checklist asked only", "paid for reviews")]
    [InlineData("POA-L33", "The quality lead draws", "Somebody draws", "Somebody draws 20 packed units every Monday")]
    [InlineData("POA-L33", " monthly.", ".", "Opened units go")]
    [InlineData("POA-L37", "9 buyers received", "the buyer Jane Holloway and 8 others received", "Jane Holloway")]
    [InlineData("POA-L37", "the 9 affected orders", "the affected orders such as 113-4471820-9963214 (Jane Holloway)", "Jane Holloway")]
    [InlineData("POA-L38", "condition complaints", "c\u043Endition complaints", "c\u043Endition")]
    [InlineData("POA-L38", "intact.", "intact。 As ï¼Œ usual", "ï¼Œ")]
    public void in_English(string rule, string fact, string changed, string span) => Only(rule, Samples.English, fact, changed, span);

    [Theory]
    [InlineData("POA-L01", "三、预防措施", "三、其他", "")]
    [InlineData("POA-L03", "ASIN B0C4QX7T9L 商品", "商品", "")]
    [InlineData("POA-L05", "因此，有9位", "恶意买家居多，有9位", "恶意买家")]
    [InlineData("POA-L06", "没有要求确认封条是否完好。", "卖家支持告诉我们这样就可以。", "卖家支持告诉")]
    [InlineData("POA-L08", "请恢复该商品的销售。", "求求贵团队恢复该商品的销售。", "求求")]
    [InlineData("POA-L09", "请恢复该商品的销售。", "否则我们将通过法律途径解决。", "法律途径")]
    [InlineData("POA-L12", "（附件4）", "（附件6）", "附件6")]
    [InlineData("POA-L14", "明灯贸易", "（你的称呼）", "（你的称呼）")]
    [InlineData("POA-L14", "仓库主管已逐件", "XX公司已逐件", "XX")]
    [InlineData("POA-L26", "请恢复该商品的销售。", "什么时候可以恢复该商品的销售？", "什么时候可以恢复该商品的销售？")]
    [InlineData("POA-L29", "入库检查表只要求", "我们还买了好评。入库检查表只要求", "买了好评")]
    [InlineData("POA-L33", "质检负责人每周一抽查", "抽查", "抽查20件")]
    [InlineData("POA-L37", "有9位买家收到了", "有9位买家（其中买家张女士）收到了", "张女士")]
    [InlineData("POA-L38", "请恢复该商品的销售。", "请恢复该商品的销售。We would be very glad to sell this lamp again on your site.", "We would be very glad")]
    public void in_Chinese(string rule, string fact, string changed, string span) => Only(rule, Samples.Chinese, fact, changed, span);

    public static TheoryData<string, LetterDraft, LetterContext> ChangedCases => new()
    {
        { "POA-L02", Samples.Plan(), Samples.Condition with { IssueCodes = ["PQ-USEDNEW", "PERF-VTR"] } },
        { "POA-L03", Samples.Plan(), Samples.Condition with { Asins = ["B0C4QX7T9L", "B0ZZZZZZZ9"] } },
        { "POA-L12", Samples.Plan() with { EvidenceIds = [] }, Samples.Condition },
        { "POA-L13", Samples.Plan(), Samples.Condition with { EarlierLetters = [Samples.Denied with { EvidenceIds = Samples.Plan().EvidenceIds }] } },
        { "POA-L13", Samples.Plan(), Samples.Condition with { EarlierLetters = [Samples.Denied with { Text = Samples.English.ToUpperInvariant() }] } },
        { "POA-L14", Samples.Plan(), Samples.Condition with { Templates = [Samples.English.Replace("Lumen Desk", "Other", StringComparison.Ordinal)] } },
        { "POA-L15", Samples.DisputeDraft with { LegalGround = null }, Samples.Trademark },
        { "POA-L15", Samples.DisputeDraft with { RightsOwnerBounced = false }, Samples.Trademark },
        { "POA-L27", Samples.Plan() with { Desk = "SELLER_SUPPORT" }, Samples.Condition },
        { "POA-L27", Samples.Plan() with { Channel = "email" }, Samples.Condition },
        { "POA-L28", Samples.Plan(), Samples.Condition with { MarketplaceLanguages = ["ja"] } },
        { "POA-L34", Samples.Plan(), Samples.Condition with { CategoryId = "ACC-RELATED" } },
        { "POA-L35", Samples.EscalationDraft, Samples.Condition },
        { "POA-L35", Samples.EscalationDraft, Samples.Condition with { EarlierLetters = [Samples.Denied with { SentAt = Samples.Now.AddHours(-47) }] } },
    };

    [Theory]
    [MemberData(nameof(ChangedCases))]
    public void in_its_case(string rule, LetterDraft draft, LetterContext context) => Assert.Equal([rule], Samples.Lint(draft, context).Select(f => f.Rule).Distinct());

    private static void Only(string rule, string letter, string fact, string changed, string span)
    {
        var text = letter.Replace(fact, changed, StringComparison.Ordinal);
        Assert.NotEqual(letter, text);
        var findings = Samples.Lint(text);
        Assert.Equal([rule], findings.Select(f => f.Rule).Distinct());
        Assert.All(findings, f => Assert.Equal(f.Span, text.Substring(f.Start, f.Length)));
        if (span.Length > 0) { Assert.Contains(findings, f => f.Span.Contains(span, StringComparison.Ordinal)); }
        else { Assert.All(findings, f => Assert.Equal((0, 0), (f.Start, f.Length))); }
    }
}
