using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>What the letter gives as the reason: something of our own that can be checked, not somebody else.</summary>
internal static class Cause
{
    private static readonly Phrases Excuses = Phrases.Of("""
        misunderst*, unaware, not aware, did not know, didn't know, were not familiar, not familiar with, new employee*, new staff, new team member, inexperienced, lack of knowledge, human error, oversight
        误解, 误会, 不了解, 不知道, 不清楚, 不熟悉, 新员工, 新人, 新手, 人为失误
        missverstand*, nicht bewusst, nicht bekannt, neuer mitarbeiter, neue mitarbeiter*, unkenntnis, unwissen*
        知りません, 知らな, 新人, 誤解, 認識不足, 把握していま
        malentendid*, desconoc*, nuevo empleado, malentendu, meconnaissance, nouvel employe, malinteso, nuovo dipendente
        """);

    private static readonly Phrases Processes = Phrases.Of("""
        process*, procedure*, checklist*, inspect*, check, checks, sop, workflow*, step, receiving, return*, sorting, packing, packag*, labelling, labeling, storage, sourcing, purchas*, invoice*, training, onboarding, contract*, approval*, audit*, handover, quality control, dispatch*, pick*, restock*, shelf, shelves
        流程, 程序, 检查, 检验, 质检, 核对, 核查, 清单, 退货, 分拣, 包装, 入库, 出库, 仓储, 采购, 培训, 审核, 审批, 上架, 贴标, 验货, 发货, 抽检
        prozess*, ablauf*, kontroll*, pruf*, checkliste*, wareneingang*, retour*, verpack*, einkauf*, schulung*, freigabe*, versand*, lager*
        工程, 手順, 検品, 確認, 検査, チェック, 返品, 梱包, 入荷, 出荷, 仕入, 研修, 審査
        proceso*, procedimiento*, revision*, control*, processus, procedure, verifica, processo
        """);

    private static readonly Phrases Systems = Phrases.Of("""
        software, system*, erp, api, spreadsheet*, excel, database, feed*, template file*, tool, tools, integration*, repricer*, inventory file, sync*, scanner*, barcode*, setting*, plugin*, app
        系统, 软件, 表格, 数据库, 接口, 模板, 插件, 工具, 设置, 扫码, 条码, 同步
        warenwirtschaft*, schnittstelle*, tabelle*, datenbank*, einstellung*
        システム, ソフト, 表計算, データ, 設定, ツール
        sistema*, systeme*, logiciel*
        """);

    private static readonly Phrases Accusations = Phrases.Of("""
        customers lie, customer lied, customers lied, buyers lie, buyer lied, buyers lied, customers are lying, buyers are lying, customer is lying, buyer is lying, lying customer*, lying buyer*, dishonest customer*, dishonest buyer*, fraudulent buyer*, scam buyer*, customers cheat, buyers cheat, your bot, your bots, your algorithm, your system made, your system is wrong, your mistake, your error, amazon's mistake, amazon's error, amazon is wrong, amazon made ~ mistake, amazon made ~ error, amazon is to blame, malicious competitor*, competitors ~ sabotage*, competitor ~ sabotage*, competitors attack*, competitor attack*, abusive rights owner
        买家撒谎, 买家说谎, 客户撒谎, 客户说谎, 买家欺诈, 恶意买家, 买家恶意, 客户恶意, 职业打假, 同行恶意, 恶意竞争, 竞争对手恶意, 竞争对手攻击, 你们的机器人, 机器人误判, 系统误判, 你们的错误, 亚马逊的错误, 亚马逊的错, 亚马逊弄错
        kunden lugen, kunde lugt, kunden haben gelogen, kaufer lugen, ihr fehler, fehler von amazon, ihr algorithmus, ihr bot, boswillig* wettbewerb*, boswillig* konkurren*
        嘘をつ, 悪質な購入者, 競合の嫌がらせ, アマゾンのミス, amazonのミス, amazonの誤り
        clientes mienten, error de amazon, clients mentent, erreur d'amazon, clienti mentono, errore di amazon
        """);

    private static readonly Phrases Blames = Phrases.Of("""
        fault of, customer's fault, customers fault, buyer's fault, carrier's fault, carrier's mistake, amazon's fault, supplier's fault, not our fault, not our mistake, not our responsibility, blame, caused by ~ customer*, caused by ~ buyer*, caused by ~ carrier*, caused by ~ competitor*, caused by ~ amazon*, because ~ competitor*, carrier ~ responsible for, carrier lost, competitor*
        不是我们的错, 不是我们的责任, 与我们无关, 物流的错, 物流公司的错, 物流公司的责任, 快递的错, 快递公司的责任, 买家的错, 客户的错, 买家的问题, 竞争对手, 同行
        nicht unsere schuld, nicht unser fehler, schuld des, schuld der, schuld von, verursacht durch ~ kunde*, verursacht durch ~ paketdienst, konkurrent*, wettbewerber*
        当店の責任ではな, 弊社の責任ではな, 配送業者の責任, 配送会社の責任, お客様の責任, 競合
        no es culpa nuestra, culpa de, pas notre faute, faute de, non e colpa nostra, colpa di
        """);

    private static readonly Phrases SupportDesk = Phrases.Of("seller support, selling partner support, amazon support, support agent*, support associate*, support rep*, amazon representative, 卖家支持, 卖家客服, 亚马逊客服, 亚马逊的客服, 平台客服, 招商经理, verkauferservice*, verkaufersupport, セラーサポート, テクニカルサポート, soporte al vendedor, support vendeur*, supporto vendit*");
    private static readonly Phrases Advice = Phrases.Of("told, advised, said, instructed, suggested, assured, recommended, approved, gave ~ permission, allowed, advice, instruction*, recommendation*, encouraged, informed us, 告诉, 建议, 说, 让我们, 指示, 保证, 允许, 答复, 同意, sagte*, geraten, empfohlen, empfahl, mitgeteilt, versichert*, angewiesen, rat, 言われ, 案内, 指示, 助言, 回答, dijo, aconsej*, recomend*, conseill*, dit, detto, consigliat*");

    private static readonly Phrases NotOurs = Phrases.Of("""
        did not create ~ page, did not create ~ listing, did not create ~ asin, didn't create ~ page, didn't create ~ listing, not ~ created by us, did not upload, didn't upload, did not add ~ image*, not ~ uploaded by us, did not write ~ listing, another seller created, created by another seller, other sellers created
        不是我们创建, 不是我们上传, 并非我们创建, 并非我们上传, 不是我们建的, 没有创建, 没有上传, 未创建, 未上传, 其他卖家创建, 别的卖家创建, 跟卖的
        nicht von uns erstellt, nicht von uns hochgeladen, nicht erstellt, nicht hochgeladen, nicht angelegt
        作成したものではな, 作成していま, アップロードしていま, アップロードしたものではな
        no creamos, no subimos, n'avons pas cree, non abbiamo creato
        """);

    /// <summary>POA-L04. An excuse needs two kinds of fact beside it, a plain cause needs one.</summary>
    public static IEnumerable<Hit> NamesNothingConcrete(Matter matter)
    {
        var letter = matter.Letter;
        var bodies = matter.Sections.Of(Part.Cause).Where(b => letter.CountTokens(b) > 0).ToList();
        if (bodies.Count == 0) { yield break; }

        var excuses = bodies.SelectMany(b => Excuses.Find(letter, b)).ToList();
        bool Names(Phrases words) => bodies.Any(b => words.Find(letter, b).Any(w => !excuses.Any(e => e.Contains(w))));
        var facts = new[] { Names(Processes), Names(Systems), Names(Words.Roles), bodies.Any(b => Dates.In(letter, b)) }.Count(f => f);
        if (facts >= (excuses.Count > 0 ? 2 : 1)) { yield break; }

        if (excuses.Count == 0) { yield return Hit.At(Trimmed(letter, bodies[0]), ("reason", "nothing-concrete")); }
        foreach (var excuse in excuses) { yield return Hit.At(excuse, ("reason", "excuse")); }
    }

    /// <summary>POA-L05. An accusation always; a blame only where the letter nowhere owns a part of it.</summary>
    public static IEnumerable<Hit> BlamesOthers(Matter matter)
    {
        var letter = matter.Letter;
        foreach (var span in Accusations.Find(letter, letter.All)) { yield return Hit.At(span, ("blame", "accusation")); }

        if (matter.Draft.Kind != LetterKinds.PlanOfAction) { yield break; }

        foreach (var body in matter.Sections.Of(Part.Cause))
        {
            if (Words.Ownership.In(letter, body)) { continue; }
            foreach (var span in Blames.Find(letter, body).Where(s => !Words.IsDenied(letter, s))) { yield return Hit.At(span, ("blame", "sole-cause")); }
        }
    }

    /// <summary>POA-L06 (R9). The advice in writing does not help either: the seller stays responsible.</summary>
    public static IEnumerable<Hit> SupportAsExcuse(Matter matter) =>
        from sentence in matter.Letter.Sentences
        let desk = SupportDesk.First(matter.Letter, sentence)
        where desk is not null
        let advice = Advice.First(matter.Letter, sentence)
        where advice is not null
        select Hit.At(desk.Value.Upto(advice.Value));

    /// <summary>POA-L07 (R14, R15). Only where it is the whole defence.</summary>
    public static IEnumerable<Hit> NotOurPage(Matter matter)
    {
        var hasOtherDefence = matter.Draft.Kind == LetterKinds.Dispute
            ? matter.Draft.LegalGround is not null
            : matter.Sections.Of(Part.Cause).Any(b => Words.Ownership.In(matter.Letter, b));
        return hasOtherDefence ? [] : NotOurs.Find(matter.Letter, matter.Letter.All).Select(s => Hit.At(s));
    }

    private static Span Trimmed(Letter letter, Span span)
    {
        var tokens = letter.TokensIn(span).ToList();
        return new Span(tokens[0].Start, tokens[^1].End);
    }
}
