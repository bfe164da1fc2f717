using System.Globalization;
using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>The section on what was done: done, more than refunds, and not for one order only.</summary>
internal static class Actions
{
    private static readonly Phrases Refunds = Phrases.Of("""
        refund*, reimburs*, apolog*, compensat*, sorry, replacement*, contacted ~ buyer*, contacted ~ customer*, wrote to ~ buyer*, wrote to ~ customer*
        退款, 退还, 道歉, 致歉, 赔偿, 补偿, 补发, 重新发货, 联系买家, 联系客户, 联系了买家, 联系了客户
        erstatt*, entschuldig*, entschadig*, ersatzlieferung*, 返金, お詫び, 謝罪, 補償, 代替品, 再送
        reembols*, disculp*, rembours*, excus*, rimbors*, scus*
        """);

    private static readonly Phrases OtherWork = Phrases.Of("""
        changed, change, replaced ~ carrier, switched, switch, added, trained, retrained, carrier*, tracking, handling time, inventory, stock, checked, inspected, removed, process*, procedure*, checklist*, packaging, warehouse, shipping settings, fba, supplier*, hired, installed, introduced, updated, reduced, closed, audited
        更换, 修改, 培训, 承运商, 物流商, 追踪, 处理时间, 库存, 检查, 移除, 下架, 流程, 包装, 仓库, 配送设置, 供应商, 更新, 引入, 调整
        gewechselt, geandert, umgestellt, geschult, versanddienst*, sendungsverfolg*, bearbeitungszeit*, bestand*, gepruft, entfernt, prozess*, verpackung*, lager*
        変更, 切り替え, 研修, 配送業者, 追跡, 在庫, 検品, 確認, 手順, 梱包, 倉庫, 導入
        cambiado, transportista*, transporteur*, corriere*, embalaje, emballage, imballaggio
        """);

    private static readonly Phrases Forbids = Phrases.Of("""
        not limit ~ order*, not be limited to ~ order*, not limited to ~ order*, not only ~ order*, not just ~ order*, rather than ~ order*, beyond ~ individual order*, beyond ~ specific order*, not focus ~ order*, not address only ~ order*
        不要仅针对 ~ 订单, 不应仅限于 ~ 订单, 不得仅限于 ~ 订单, 不能只针对 ~ 订单, 不要只针对 ~ 订单, 不限于 ~ 订单, 不仅限于 ~ 订单, 不要局限于 ~ 订单
        nicht auf ~ bestellung*, nicht nur ~ bestellung*, 個別の注文 ~ 限定しない, 特定の注文だけ, no se limite a ~ pedido*, pas ~ commande*, non ~ ordine
        """);

    private static readonly Phrases SingleOrder = Phrases.Of("""
        this order, that order, the order, this customer, that customer, this buyer, this unit, this particular order, the affected order, the order in question
        该订单, 这个订单, 此订单, 这笔订单, 这位买家, 该买家, 这位客户
        diese bestellung, dieser bestellung, die bestellung, diesen kunden, この注文, 該当の注文, 当該注文, este pedido, cette commande, questo ordine
        """);

    private static readonly Phrases Everything = Phrases.Of("""
        all orders, every order, each order, all shipments, every shipment, each shipment, every unit, each unit, all units, all listings, every listing, each listing, all products, every product, each product, all skus, every sku, each sku, all asins, whole catalog*, entire catalog*, entire inventory, all inventory, whole inventory, all stock, process*, procedure*, every batch, each batch, every return, each return, all returns
        所有, 全部, 每个, 每一, 每批, 每件, 每单, 每笔, 整个, 各, 流程
        alle, aller, allen, jede*, gesamte*, samtliche*, prozess*, 全, すべて, 毎, 各, 手順, todos, todas, cada, tous, toutes, chaque, tutti, tutte, ogni
        """);

    private static readonly string[] OrderDefects = ["PERF-ODR", "PERF-INR", "PERF-A2Z"];

    /// <summary>POA-L11. Amazon denies plans whose "corrective actions have not been implemented" (n047).</summary>
    public static IEnumerable<Hit> NotYetDone(Matter matter)
    {
        var letter = matter.Letter;
        var told = letter.SentencesIn(matter.Sections.Of(Part.Actions)).Where(letter.IsStatement).Select(s => (Span: s, Time: Tense.Of(letter, s))).ToList();
        var (past, future) = (told.Count(t => t.Time == Time.Past), told.Count(t => t.Time == Time.Future));
        if (told.Count == 0 || (past * 2 >= told.Count && future <= past)) { return []; }

        var first = told.First(t => t.Time != Time.Past).Span;
        var last = told.Last(t => t.Time != Time.Past).Span;
        return [Hit.At(first.Upto(last), ("past", Text(past)), ("future", Text(future)), ("sentences", Text(told.Count)))];
    }

    /// <summary>POA-L31 (n024): "all customers have been refunded" was declined as the only action.</summary>
    public static IEnumerable<Hit> OnlyRefunds(Matter matter)
    {
        if (!OrderDefects.Any(matter.Concerns)) { return []; }

        var letter = matter.Letter;
        var told = letter.SentencesIn(matter.Sections.Of(Part.Actions)).Where(letter.IsStatement).ToList();
        return told.Count > 0 && told.Any(s => Refunds.In(letter, s)) && !told.Any(s => OtherWork.In(letter, s))
            ? [Hit.At(told[0].Upto(told[^1]))]
            : [];
    }

    /// <summary>POA-L32 (n083). Only where the notice says so, and the plan never speaks of more than the one order.</summary>
    public static IEnumerable<Hit> SingleOrders(Matter matter)
    {
        if (matter.Context.NoticeText is not { } notice) { return []; }

        var letter = matter.Letter;
        var read = new Letter(notice);
        if (!Forbids.In(read, read.All)) { return []; }

        var bodies = matter.Sections.Of(Part.Actions).Concat(matter.Sections.Of(Part.Prevention)).ToList();
        if (bodies.Any(b => Everything.In(letter, b))) { return []; }

        return bodies.SelectMany(b => SingleOrder.Find(letter, b).Concat(Words.OrderIds(letter, b))).Select(s => Hit.At(s));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
