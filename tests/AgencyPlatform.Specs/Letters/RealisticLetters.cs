using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Letters;

/// <summary>Good letters of other categories and languages: what they say is ordinary, so nothing may object.</summary>
public sealed class A_good_letter_of_another_kind
{
    private const string Late = """
        Dear Seller Performance team,

        Our late shipment rate for the 30 days to 9 November 2025 was 7.8 % (41 of 525 orders). This is our plan.

        ROOT CAUSE
        On 13 October 2025 we moved to a new warehouse in Leeds. For nine working days the label printer there was not connected to our order software, so orders were printed by hand once a day. The handling time in our shipping settings stayed at one day. 38 of the 41 late orders fall into those nine days; the other 3 were oversized parcels for which no pick-up had been booked.

        CORRECTIVE ACTIONS TAKEN
        1. On 24 October 2025 we connected the printer; labels now print within ten minutes of the order (Annex 1: log of 24 October to 9 November).
        2. We raised the handling time for oversized items to two days on 25 October 2025 (Annex 2).
        3. All 41 orders have been delivered; the carrier's proof for each is in Annex 3.
        4. We hired a second packer, who started on 27 October 2025 (Annex 4).

        PREVENTIVE MEASURES
        1. The shift lead compares open orders with printed labels at 11:00 and 15:00 every working day and reports gaps to the operations manager.
        2. Before any change of premises, the operations manager extends the handling time and sets holiday mode for the day of the move.
        3. Every Friday the operations manager reviews the late shipment rate; above 2 % a second daily pick-up is booked.

        Sincerely,
        Ridgeway Home Ltd
        """;

    private const string Authentic = """
        尊敬的商品质量团队：

        现就ASIN B0C4QX7T9L的真实性投诉提交行动计划。

        问题的根本原因：
        2025年6月，我们的采购主管为补足库存，从分销商临时购进了120件保温杯，当时没有要求对方提供品牌授权链和完整发票。采购流程只规定核对价格和数量，没有规定在入库之前核对授权文件。该批商品与此前从厂家采购的商品混放在同一货位，收到投诉时无法区分来源。

        已采取的措施：
        （1）2025年11月3日，我们已停售该ASIN，并对该批剩余的37件商品创建移除订单（附件1）。
        （2）2025年11月5日，我们已向品牌方核实，取得授权书以及过去365天的发票，发票数量为1,460件，覆盖同期销量（附件2、附件3）。
        （3）2025年11月6日，我们终止了与该分销商的合作，并为购买该批商品的23位买家办理了退款（附件4）。

        防止再次发生的措施：
        （1）采购主管在每次下单之前核对供应商的授权书和营业执照，缺一不可下单。
        （2）仓库主管按批次单独存放商品，每批贴上批号，入库当天登记。
        （3）合规专员每季度抽查10个ASIN的发票链，并将结果存档两年。

        供应商信息：安达金属制品有限公司，地址：浙江省金华市永康市工业路18号，电话：0579-87120046，网址：www.anda-metal.example.cn

        感谢贵团队审核。
        """;

    private const string German = """
        Maßnahmenplan zur ASIN B0C4QX7T9L

        1. Ursache
        Vom 2. bis 24. Oktober 2025 hat unser Lager 61 Retouren ohne zweite Prüfung wieder eingelagert. Die Checkliste im Wareneingang fragte nur nach dem Karton, nicht nach dem Siegel. Dadurch erhielten neun Kunden eine geöffnete Lampe, die als neu angeboten war. Die Prüfung lag bei der Spätschicht, die in diesen Wochen nur mit einer Person besetzt war. Eine Vertretung war im Ablauf nicht vorgesehen.

        2. Ergriffene Maßnahmen
        - Am 4. November 2025 haben wir die übrigen 188 Lampen gesperrt und die Rücksendung aus dem Amazon-Lager beauftragt (Anlage 1).
        - Der Lagerleiter hat alle Lampen geprüft; 14 Stück mit gebrochenem Siegel wurden am 6. November 2025 vernichtet (Anlage 2).
        - Die neun Bestellungen wurden am 5. November 2025 vollständig erstattet (Anlage 3).
        - Am 7. November 2025 haben wir die Checkliste neu gefasst und alle sechs Mitarbeiter geschult (Anlage 4).

        3. Vorbeugende Maßnahmen
        - Der Lagerleiter prüft das Siegel jeder Retoure vor der Einlagerung und zeichnet die Checkliste ab.
        - Die Qualitätsleiterin zieht jeden Montag 20 verpackte Lampen und trägt das Ergebnis ein.
        - Geöffnete Ware geht an den Restpostenhändler; der Betriebsleiter prüft diese Liste monatlich.

        Mit freundlichen Grüßen
        Lichtwerk Handel
        """;

    private const string Japanese = """
        ASIN B0C4QX7T9L に関する業務改善計画

        1. 根本原因
        2025年10月2日から24日まで、弊社の倉庫では返品されたデスクランプ61点を二度目の検品をせずに在庫へ戻しました。入荷時の確認表は外箱の状態だけを確認する内容で、封印の有無を確認する項目がありませんでした。そのため、9名の購入者様に開封済みの商品が新品として届きました。当時の遅番は一名のみで、代わりに検品を行う担当者が手順に定められていませんでした。

        2. 実施した対応
        ・2025年11月4日に残りの188点を隔離し、フルフィルメントセンターの在庫について返送依頼を作成しました（添付1）。
        ・倉庫責任者が全数を検品し、封印が破れていた14点を11月6日に廃棄しました（添付2）。
        ・該当する9件の注文は11月5日に全額返金しました（添付3）。
        ・入荷時の確認表を作り直し、11月7日に6名全員へ研修を行いました（添付4）。

        3. 再発防止策
        ・倉庫責任者は、返品された商品の封印を毎回確認し、確認表に署名してから在庫に戻します。
        ・品質担当者は毎週月曜日に梱包済みの商品20点を抜き取り、結果を記録します。
        ・開封済みの商品は処分業者へ引き渡し、運営責任者が毎月その一覧を確認します。

        ご確認のほどよろしくお願いいたします。
        明かり商店
        """;

    [Fact]
    public void about_late_shipments_raises_nothing() =>
        Nothing(Late, Samples.Condition with { CategoryId = "PERF-LSR", CategoryGroup = "performance", IssueCodes = ["PERF-LSR"], Asins = [], CompetentDesks = ["SELLER_PERFORMANCE"] }, "SELLER_PERFORMANCE");

    [Fact]
    public void about_authenticity_in_Chinese_raises_nothing() =>
        Nothing(Authentic, Samples.Condition with { CategoryId = "PQ-INAUTHENTIC", IssueCodes = ["PQ-INAUTHENTIC"] });

    [Fact] public void in_German_raises_nothing() => Nothing(German, Samples.Condition with { MarketplaceLanguages = ["de"] });

    [Fact] public void in_Japanese_raises_nothing() => Nothing(Japanese, Samples.Condition with { MarketplaceLanguages = ["ja"] });

    private static void Nothing(string text, LetterContext context, string desk = "PRODUCT_QUALITY") =>
        Assert.Empty(Samples.Lint(Samples.Plan(text) with { Desk = desk }, context).Select(f => $"{f.Rule} {f.Span} {string.Join(' ', f.Facts.Values)}"));
}
