using System.Globalization;
using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>POA-L12: what is claimed is shown (u07), and an annex that is named exists.</summary>
internal static class Claims
{
    private static readonly Phrases Attachments = Phrases.Of("""
        attached, attach, attachment*, enclosed, enclose, see annex, in annex, enclosure*
        随附, 附上, 附有, 见附件, 附件中, 已附
        anbei, beigefugt, angehangt, im anhang, 添付, adjunt*, ci joint*, en piece jointe, allegat*
        """);

    private static readonly Phrases Deeds = Phrases.Of("""
        changed, refunded, removed, deleted, terminated, trained, retrained, replaced, updated, returned, destroyed, disposed, corrected, cancelled, canceled, revised, rewrote, closed, inspected, audited
        已更换, 已修改, 已退款, 已移除, 已删除, 已终止, 已培训, 已更新, 已退回, 已销毁, 已更正, 退款了, 删除了, 移除了, 更换了, 修改了, 终止了, 培训了
        geandert, erstattet, entfernt, geloscht, gekundigt, geschult, ersetzt, aktualisiert, vernichtet, korrigiert
        変更しました, 返金しました, 削除しました, 更新しました, 廃棄しました, 修正しました, 実施しました, 研修を行いました
        reembols*, eliminad*, supprim*, rembours*, rimbors*, eliminat*
        """);

    private static readonly HashSet<string> AnnexWords = new(StringComparer.Ordinal) { "annex", "attachment", "enclosure", "exhibit", "anlage", "anhang", "anexo", "annexe", "allegato", "appendix" };

    public static IEnumerable<Hit> WithoutEvidence(Matter matter)
    {
        var (letter, known) = (matter.Letter, matter.Draft.EvidenceIds.Count);
        foreach (var (span, number) in Annexes(letter))
        {
            if (number > known) { yield return Hit.At(span, ("annex", number.ToString(CultureInfo.InvariantCulture)), ("evidence", known.ToString(CultureInfo.InvariantCulture))); }
        }

        if (known > 0) { yield break; }

        foreach (var span in Attachments.Find(letter, letter.All)) { yield return Hit.At(span, ("claim", "attachment")); }

        if (matter.Draft.Kind != LetterKinds.PlanOfAction) { yield break; }

        foreach (var body in matter.Sections.Of(Part.Actions))
        {
            foreach (var span in Deeds.Find(letter, body).Where(s => !Words.IsDenied(letter, s))) { yield return Hit.At(span, ("claim", "deed")); }
        }
    }

    /// <summary>"Annex 3", "附件3", "添付 3": the word and the number beside it.</summary>
    private static IEnumerable<(Span Span, int Number)> Annexes(Letter letter)
    {
        var tokens = letter.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Text.Length > 3 || !int.TryParse(tokens[i].Text, CultureInfo.InvariantCulture, out var number)) { continue; }

            var isWord = AnnexWords.Contains(tokens[i - 1].Text);
            var isCjk = i > 1 && (tokens[i - 2].Text, tokens[i - 1].Text) is ("附", "件") or ("添", "付") or ("附", "录");
            if ((isWord || isCjk) && tokens[i].Start - tokens[i - 1].End <= 2) { yield return (new Span(tokens[isCjk ? i - 2 : i - 1].Start, tokens[i].End), number); }
        }
    }
}
