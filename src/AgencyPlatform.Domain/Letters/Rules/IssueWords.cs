using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>
/// The words by which a letter shows that it speaks about an issue. Wide on purpose: the rule is to find an issue that was
/// forgotten, not one that was worded unusually. Categories that are umbrellas (AHR, Section 3, general refusal) have none.
/// </summary>
internal static class IssueWords
{
    private static readonly Dictionary<string, Phrases> ByCategory = new(StringComparer.Ordinal)
    {
        ["ACC-INFORM"] = Phrases.Of("verif*, identity, inform, business information, 身份, 验证, 信息, verifizier*, 本人確認, 確認"),
        ["ACC-VERIFY"] = Phrases.Of("verif*, identity, document*, bill, bank, 身份, 验证, 文件, 账单, verifizier*, identit*, dokument*, nachweis*, 本人確認, 書類"),
        ["ACC-RELATED"] = Phrases.Of("related, linked, relation*, connection, other account, second account, 关联, 另一个账, 其他账, verknupft*, verbunden*, 関連"),
        ["ACC-FORGED-DOCS"] = Phrases.Of("document*, invoice*, certificate*, forged, altered, report*, 文件, 发票, 证书, 报告, 伪造, 修改, dokument*, rechnung*, 書類, 請求書"),
        ["ACC-SUPPORT-ABUSE"] = Phrases.Of("contact*, case, cases, ticket*, support, 联系, 工单, 客服, case, fall, falle, kontakt*, 問い合わせ, ケース"),
        ["ACC-REVIEW-MANIP"] = Phrases.Of("review*, rating*, feedback*, insert*, 评论, 评价, 好评, 返现, 卡片, bewertung*, rezension*, レビュー, 評価, resena*, avis, recension*"),
        ["ACC-SALESRANK"] = Phrases.Of("rank*, sales rank, brushing, rebate*, promotion*, keyword*, 排名, 刷单, 促销, 关键词, verkaufsrang*, rang, ランキング"),
        ["PERF-ODR"] = Phrases.Of("defect*, claim*, feedback, chargeback*, odr, complaint*, 缺陷, 索赔, 差评, 投诉, 拒付, mangel*, bestellmangel*, reklamation*, 不良率, クレーム, 苦情"),
        ["PERF-LSR"] = Phrases.Of("late, ship*, dispatch*, handling time, 迟发, 延迟, 发货, verspat*, versand*, versend*, 出荷, 遅延"),
        ["PERF-CXL"] = Phrases.Of("cancel*, stock*, 取消, 库存, 缺货, storn*, キャンセル, 在庫"),
        ["PERF-OTDR"] = Phrases.Of("on time, deliver*, transit, carrier*, late, 准时, 送达, 配送, 物流, punktlich*, liefer*, zustell*, 配達, 配送"),
        ["PERF-VTR"] = Phrases.Of("track*, carrier*, 追踪, 跟踪, 运单, 物流, sendungsverfolg*, sendungsnummer*, tracking*, 追跡, 伝票"),
        ["PERF-INR"] = Phrases.Of("not received, receiv*, deliver*, track*, carrier*, lost, 未收到, 没收到, 送达, 物流, 丢失, 丢件, nicht erhalten, zustell*, liefer*, 未着, 届, 配送"),
        ["PERF-CONFIRM-EARLY"] = Phrases.Of("confirm*, 确认, bestatig*, 確認"),
        ["PERF-DROPSHIP"] = Phrases.Of("drop ship*, dropship*, seller of record, packing slip*, supplier*, 直送, 代发, 装箱单, 供应商, lieferant*, lieferschein*, ドロップシッピング, 納品書"),
        ["PQ-INAUTHENTIC"] = Phrases.Of("authentic*, inauthentic*, genuine*, counterfeit*, invoice*, supplier*, sourc*, distributor*, 真实性, 真品, 正品, 假货, 仿冒, 发票, 供应商, 采购, 进货, echt*, original*, rechnung*, lieferant*, 真贋, 請求書, 仕入, 正規, autentic*, authentique*, factura*, facture*, fattur*, proveedor*, fournisseur*, fornitor*"),
        ["PQ-USEDNEW"] = Phrases.Of("used, condition*, returned, returns, return, opened, 二手, 旧, 全新, 状态, 状况, 退货, 拆封, gebraucht*, zustand*, retour*, rucksend*, 中古, 新品, 返品, コンディション, usado*, estado, etat, occasion, usato, condizion*"),
        ["PQ-NOTASDESC"] = Phrases.Of("describ*, description*, detail page*, listing*, match*, image*, photo*, different, 描述, 详情, 不符, 图片, 一致, beschreib*, produktseite*, abweich*, bild*, 説明, 商品ページ, 画像, 異な"),
        ["PQ-SAFETY"] = Phrases.Of("safe*, hazard*, injur*, test*, recall*, batter*, burn*, overheat*, 安全, 召回, 检测, 测试, 伤, sicher*, ruckruf*, gefahr*, 安全, リコール, 試験"),
        ["LST-RESTRICTED"] = Phrases.Of("restrict*, prohibit*, not permitted, pesticide*, medical, regulat*, compliance, keyword*, 受限, 禁止, 禁售, 限制, 合规, 农药, eingeschrankt*, verbot*, unzulass*, 禁止, 制限"),
        ["LST-COMPLIANCE-DOC"] = Phrases.Of("complian*, certificate*, test report*, cpc, sds, gpsr, epr, document*, 合规, 证书, 检测报告, 文件, zertifikat*, konformitat*, prufbericht*, 証明書, 書類, コンプライアンス"),
        ["LST-VARIATION"] = Phrases.Of("variation*, parent*, child*, famil*, 变体, 父体, 子体, variante*, バリエーション, 親, 子"),
        ["LST-DETAILPAGE"] = Phrases.Of("detail page*, listing*, attribute*, title*, bullet*, brand*, image*, 详情页, 商品信息, 标题, 属性, 品牌, 图片, produktseite*, produktdetail*, titel*, attribut*, 商品ページ, 詳細ページ"),
        ["LST-GATING"] = Phrases.Of("approv*, application*, invoice*, 审批, 申请, 发票, genehmig*, freischalt*, antrag*, 申請, 承認"),
        ["IP-TRADEMARK"] = Phrases.Of("trademark*, trade mark*, brand*, rights owner*, infring*, licen*, authori*, complain*, retract*, 商标, 品牌, 权利人, 侵权, 授权, 撤诉, 撤回, marke*, rechteinhaber*, 商標, ブランド, 権利者"),
        ["IP-COPYRIGHT"] = Phrases.Of("copyright*, image*, photo*, text, licen*, rights owner*, infring*, retract*, 版权, 著作权, 图片, 权利人, 侵权, 撤诉, 撤回, urheber*, bild*, foto*, 著作権, 画像, 権利者"),
        ["IP-PATENT-UTILITY"] = Phrases.Of("patent*, invention*, claim*, 专利, patent*, 特許"),
        ["IP-PATENT-DESIGN"] = Phrases.Of("patent*, design*, 专利, 外观, 设计, geschmacksmuster*, 意匠, デザイン"),
        ["IP-COUNTERFEIT"] = Phrases.Of("counterfeit*, authentic*, inauthentic*, genuine*, brand*, rights owner*, invoice*, authori*, 假冒, 仿冒, 假货, 正品, 真品, 品牌, 权利人, 授权, 发票, falsch*, plagiat*, echt*, 偽造, 偽物, 真贋, 正規"),
        ["IP-SUSPECTED"] = Phrases.Of("intellectual property, trademark*, brand*, wording, keyword*, infring*, 知识产权, 商标, 品牌, 侵权, 关键词, marke*, 知的財産, 商標"),
        ["FBA-REIMB-ABUSE"] = Phrases.Of("reimburs*, claim*, 赔偿, 索赔, erstatt*, 補填"),
        ["BR-ACCESS"] = Phrases.Of("brand*, registry, report*, 品牌, 注册, 备案, marke*, markenregistr*, ブランド, 登録"),
    };

    public static Phrases? Of(string categoryId) => ByCategory.GetValueOrDefault(categoryId);
}
