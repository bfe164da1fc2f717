using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Letters;

/// <summary>Letters nobody should object to, each with the case it answers; specs change one thing at a time.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2025, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public const string English = """
        Plan of Action for ASIN B0C4QX7T9L, condition complaints

        1. Root cause

        Between 2 and 24 October 2025 our warehouse put 61 customer returns of the desk lamp back on the shelf without a second inspection. The receiving checklist asked only whether the carton was closed. It did not ask whether the seal was intact. As a result, 9 buyers received an opened unit that was offered as new.

        2. Actions we have taken

        - On 4 November 2025 we moved the remaining 188 units to quarantine and created removal order RX4471 for the stock at the fulfilment centre (Annex 1).
        - Our warehouse manager inspected every unit and found 14 with a broken seal. These 14 units were destroyed on 6 November 2025 (Annex 2).
        - We refunded the 9 affected orders in full on 5 November 2025 (Annex 3).
        - We rewrote the receiving checklist and trained all 6 colleagues on it on 7 November 2025 (Annex 4).

        3. Steps to prevent a recurrence

        - The warehouse manager checks the seal of every returned unit and signs the checklist before the unit is booked as new stock.
        - The quality lead draws 20 packed units every Monday and records the result in the inspection log.
        - Opened units go to the liquidation partner; the operations lead reviews that list monthly.

        We ask for the reinstatement of the listing.

        Kind regards
        Lumen Desk Trading
        """;

    public const string Chinese = """
        ASIN B0C4QX7T9L 商品状况投诉的行动计划

        一、根本原因

        2025年10月2日至24日，我们的仓库在没有再次检验的情况下，把61件客户退货的台灯重新放回货架。入库检查表只要求确认外箱是否封闭，没有要求确认封条是否完好。因此，有9位买家收到了已经拆封、却按全新状态出售的商品。

        二、已采取的措施

        1. 2025年11月4日，我们已将剩余的188件商品移入隔离区，并为亚马逊仓库的库存创建了移除订单RX4471（附件1）。
        2. 仓库主管已逐件检验全部商品，发现14件封条破损；这14件商品已于2025年11月6日销毁（附件2）。
        3. 2025年11月5日，我们已为受影响的9个订单全额退款（附件3）。
        4. 我们已重新编写入库检查表，并于2025年11月7日对6名同事完成了培训（附件4）。

        三、预防措施

        1. 仓库主管对每一件退货检查封条，并在重新入库之前签字确认。
        2. 质检负责人每周一抽查20件已包装商品，并把结果记入检验记录。
        3. 拆封商品转交清仓合作方，运营主管每月复核一次清单。

        请恢复该商品的销售。

        此致
        明灯贸易
        """;

    public const string Dispute = """
        Dispute of complaint 17384920551, ASIN B0D1WK2R8M

        The complaint rests on trademark registration 4,118,902. That registration was cancelled on 12 March 2024 because no declaration of use was filed. The extract from the trademark office is attached as Annex 1. A mark that is no longer registered gives no right to have our listing taken down.

        The complainant's address bounced on 3 November and again on 6 November 2025 (Annex 2). We ask the team to lift the complaint and to restore the listing.

        Harbor Pine Goods
        """;

    public const string Escalation = """
        Request for a senior review of the decision on ASIN B0C4QX7T9L

        Our plan of action of 8 November 2025 is attached as Annex 1. It was submitted on 8 November 2025 and denied on 11 November 2025. The denial did not name the part that is missing.

        The plan covers the root cause, the destroyed units and the new inspection of returns. We ask a senior investigator to read it together with Annex 2, the inspection log.

        Lumen Desk Trading
        """;

    public const string CounterNotice = """
        Counter-notice under 17 U.S.C. 512(g)

        The removed material is the main image of ASIN B0F6HJ3K1P; it appeared at https://www.amazon.com/dp/B0F6HJ3K1P before it was disabled.

        I swear, under penalty of perjury, that I have a good faith belief that the image was removed as a result of mistake or misidentification.

        Name: Dana Whitlock. Address: 48 Quarry Road, Dover, DE 19901. Telephone: 302 555 0148.

        I consent to the jurisdiction of the Federal District Court for the District of Delaware and will accept service of process from the person who sent the complaint.

        Signature: /s/ Dana Whitlock
        """;

    public const string TrademarkPlan = """
        Plan of Action for ASIN B0D1WK2R8M, trademark complaint 17384920551

        Root cause: Our listing tool copied the title of a competing listing on 14 August 2025, and with it the trademark of the rights owner. Our catalog manager approved the text without comparing it with our own brand list. The procedure asked for a comparison of images only, so the word stayed in the title and in two bullet points until the complaint arrived on 30 October 2025. Nobody in the catalog team looked at the backend keywords either, where the same word stood a third time.

        Actions taken:
        - On 31 October 2025 we removed the listing and the 40 units in stock (Annex 1).
        - On 31 October 2025 we wrote to the rights owner, who agreed to send a retraction to Amazon directly (Annex 2).
        - We deleted the protected word from 12 other titles on 2 November 2025 (Annex 3).
        - On 3 November 2025 we switched off the copy function of the listing tool (Annex 4).

        Prevention:
        - The catalog manager compares every new title with the trademark register before listing.
        - The operations lead samples 30 live listings each month and records the result.

        Harbor Pine Goods
        """;

    /// <summary>A plan in three sections of one's own; only the section under test needs to be good.</summary>
    public static string Sections(string cause = "Our warehouse skipped the second inspection of returns.", string actions = "We inspected all units.", string prevention = "The lead inspects every unit daily.") =>
        $"Root cause\n\n{cause}\n\nActions taken\n\n{actions}\n\nPrevention\n\n{prevention}\n";

    public static string ChineseSections(string cause = "我们的仓库跳过了退货的第二次检验。", string actions = "我们已检验全部商品。", string prevention = "仓库主管每天检验每一件商品。") =>
        $"根本原因\n\n{cause}\n\n已采取的措施\n\n{actions}\n\n预防措施\n\n{prevention}\n";

    public static LetterDraft Plan(string text = English) => new()
    {
        Text = text, Kind = LetterKinds.PlanOfAction, Desk = "PRODUCT_QUALITY", Channel = "portal", EvidenceIds = ["removal", "destruction", "refunds", "training"],
    };

    public static LetterContext Condition { get; } = new()
    {
        CategoryId = "PQ-USEDNEW", CategoryGroup = "quality", NoticeKind = "listing-removal", IssueCodes = ["PQ-USEDNEW"], Asins = ["B0C4QX7T9L"],
        NoticeText = "Your listing was removed from Amazon.com because of complaints about used items sold as new.",
        MarketplaceLanguages = ["en", "zh"], CompetentDesks = ["PRODUCT_QUALITY"], PrintedChannel = "portal",
    };

    public static LetterContext Trademark { get; } = Condition with
    {
        CategoryId = "IP-TRADEMARK", CategoryGroup = "ip", NoticeKind = "ip-complaint", IssueCodes = ["IP-TRADEMARK"], Asins = ["B0D1WK2R8M"],
        ComplaintIds = ["17384920551"], CompetentDesks = ["NOTICE", "NOTICE_DISPUTE"], RetractionStatus = "requested", NoticeText = null,
    };

    public static EarlierLetter Denied { get; } = new("A first plan of another wording.", new DateTimeOffset(2025, 11, 8, 10, 0, 0, TimeSpan.Zero), "PRODUCT_QUALITY", ["removal"], Denied: true);

    public static LetterDraft DisputeDraft { get; } = Plan(Dispute) with { Kind = LetterKinds.Dispute, Desk = "NOTICE_DISPUTE", LegalGround = "registration-invalid", RightsOwnerBounced = true };

    public static LetterDraft EscalationDraft { get; } = Plan(Escalation) with { Kind = LetterKinds.Escalation, Desk = "EXECUTIVE_SELLER_RELATIONS", Channel = "email" };

    public static LetterDraft CounterNoticeDraft { get; } = Plan(CounterNotice) with { Kind = LetterKinds.CounterNotice, Desk = "NOTICE", EvidenceIds = [] };

    public static LetterContext CounterNoticeContext { get; } = Trademark with { CategoryId = "IP-COPYRIGHT", IssueCodes = ["IP-COPYRIGHT"], Asins = ["B0F6HJ3K1P"] };

    public static LetterContext EscalationContext { get; } = Condition with { EarlierLetters = [Denied] };

    public static IReadOnlyList<LintFinding> Lint(LetterDraft draft, LetterContext? context = null) => LetterLint.Check(draft, context ?? Condition, Now);

    public static IReadOnlyList<LintFinding> Lint(string text, LetterContext? context = null) => Lint(Plan(text), context);

    public static IEnumerable<LintFinding> Of(string rule, LetterDraft draft, LetterContext? context = null) => Lint(draft, context).Where(f => f.Rule == rule);

    public static IEnumerable<LintFinding> Of(string rule, string text, LetterContext? context = null) => Of(rule, Plan(text), context);
}
