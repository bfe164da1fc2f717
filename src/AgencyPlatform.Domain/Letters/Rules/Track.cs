using System.Globalization;
using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>Whether this letter may take this road now: the grounds, the addressee, and what must have happened before.</summary>
internal static class Track
{
    private static readonly TimeSpan YoungestSubmission = TimeSpan.FromDays(2);

    private static readonly Phrases Removals = Phrases.Of("""
        removed ~ listing*, removed ~ offer*, removed ~ product*, removed ~ asin*, removed ~ inventory, removed ~ stock, removed ~ image*, removed ~ item*, removed ~ unit*, deleted ~ listing*, deleted ~ offer*, deleted ~ asin*, closed ~ listing*, closed ~ offer*, not relist, never relist, not sell ~ again, never sell ~ again, no longer sell, stop selling, stopped selling
        移除, 下架, 删除, 不再销售, 不会再销售, 停止销售, 不再上架
        entfernt, geloscht, nicht mehr verkaufen, nicht mehr anbieten, 削除, 出品を取り下げ, 販売を停止, 二度と出品, eliminado, retirado, supprime, retire, rimosso, eliminato
        """);

    private static readonly Phrases Answers = Phrases.Of("""
        retract*, withdr*, release, licen*, authoriz*, authoris*, letter of authorization, invoice*, does not infringe, do not infringe, not infring*, non infring*, first sale, genuine, resolved with ~ rights owner, agreement with ~ rights owner
        撤诉, 撤回, 撤销投诉, 授权, 许可, 发票, 不侵权, 未侵权, 不构成侵权, 正品
        zuruckgezogen, rucknahme, zuruckziehen, lizenz*, rechnung*, keine verletzung, 取り下げ, 撤回, 許諾, 請求書, 侵害していな, retirada, retrait, ritiro, factura*, facture*, fattur*
        """);

    private static readonly Phrases PlanWords = Phrases.Of("plan of action, poa, action plan, 行动计划, 整改计划, 改善计划, massnahmenplan, maßnahmenplan, 改善計画, 業務改善計画, plan de accion, plan d'action, plan d'actions, piano d'azione");
    private static readonly Phrases Attached = Phrases.Of("attach*, enclos*, annex*, below, 附, 附件, 随附, beigefugt, anbei, anlage, anhang, 添付, adjunt*, joint*, allegat*");
    private static readonly Phrases Submitted = Phrases.Of("submit*, sent, appeal*, submission*, denied, declined, rejected, 提交, 申诉, 发送, 拒绝, 驳回, eingereicht, gesendet, einspruch, abgelehnt, 提出, 送信, 却下, presentad*, enviad*, envoy*, soumis*, inviat*");

    private static readonly string[] WrittenOnly = ["SELLER_PERFORMANCE"];
    private static readonly string[] Routed = [LetterKinds.PlanOfAction, LetterKinds.Dispute, LetterKinds.CounterNotice, LetterKinds.CatalogTicket];

    /// <summary>POA-L15 (R36, R37): a ground in law, and either a lawyer who confirms it or an owner who cannot be reached.</summary>
    public static IEnumerable<Hit> DisputeWithoutGround(Matter matter)
    {
        if (string.IsNullOrWhiteSpace(matter.Draft.LegalGround)) { yield return Hit.Absent(("missing", "legal-ground")); }
        else if (!matter.Draft.LawyerConfirmed && !matter.Draft.RightsOwnerBounced) { yield return Hit.Absent(("missing", "lawyer-or-bounce")); }
    }

    /// <summary>POA-L16 (R33). Amazon-detected cases have no owner who could retract (u100).</summary>
    public static IEnumerable<Hit> OnlyPromisesRemoval(Matter matter)
    {
        var (letter, status) = (matter.Letter, matter.Context.RetractionStatus);
        var isOwnersCase = matter.Context.CategoryGroup == "ip" && matter.Context.CategoryId != "IP-SUSPECTED";
        if (!isOwnersCase || !string.IsNullOrEmpty(status) && status != "none" || Answers.In(letter, letter.All)) { return []; }

        return Removals.Find(letter, letter.All).Select(s => Hit.At(s));
    }

    /// <summary>POA-L27 (R5, R16 to R20): a desk that decides this, by the channel the notice prints.</summary>
    public static IEnumerable<Hit> WrongAddressee(Matter matter)
    {
        var (draft, context) = (matter.Draft, matter.Context);
        if (draft.Kind == LetterKinds.Escalation && draft.Desk == "SELLER_SUPPORT") { yield return Hit.Absent(("desk", draft.Desk)); }
        if (draft.Desk is { } writtenDesk && WrittenOnly.Contains(writtenDesk) && draft.Channel == "phone") { yield return Hit.Absent(("channel", draft.Channel)); }
        if (!Routed.Contains(draft.Kind)) { yield break; }

        if (context.CompetentDesks.Count > 0 && !context.CompetentDesks.Contains(draft.Desk ?? "")) { yield return Hit.Absent(("desk", draft.Desk ?? ""), ("competent", string.Join(' ', context.CompetentDesks))); }
        if (context.PrintedChannel is { } printed && printed != draft.Channel && draft.Channel != "phone") { yield return Hit.Absent(("channel", draft.Channel), ("printed", printed)); }
    }

    /// <summary>POA-L34 (n007): "you must first reactivate the related account".</summary>
    public static IEnumerable<Hit> RelatedAccountOpen(Matter matter) =>
        matter.Concerns("ACC-RELATED") && !matter.Context.RelatedAccountSettled ? [Hit.Absent()] : [];

    /// <summary>POA-L35 (R26, R28, R29).</summary>
    public static IEnumerable<Hit> UnpreparedEscalation(Matter matter)
    {
        var (letter, earlier) = (matter.Letter, matter.Context.EarlierLetters);
        if (!letter.Sentences.Any(s => PlanWords.In(letter, s) && Attached.In(letter, s))) { yield return Hit.Absent(("missing", "plan-annex")); }

        var told = letter.Sentences.Where(s => Submitted.In(letter, s)).Sum(s => Dates.Count(letter, s));
        if (earlier.Count == 0 || told < earlier.Count) { yield return Hit.Absent(("missing", "submission-history"), ("sent", Text(earlier.Count)), ("told", Text(told))); }

        if (earlier.Count > 0 && earlier.Max(e => e.SentAt) is var last && matter.Now - last < YoungestSubmission) { yield return Hit.Absent(("missing", "two-days"), ("lastSentAt", last.ToString("O", CultureInfo.InvariantCulture))); }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
