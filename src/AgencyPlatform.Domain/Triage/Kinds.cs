using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage.Signals;

namespace AgencyPlatform.Domain.Triage;

/// <summary>Chooses the kind of a notice: what its words speak for, with what its category usually is as the starting point.</summary>
internal static class Kinds
{
    private const double Usual = 2.2;
    private const double Likely = 1;
    private const double Plain = 3;
    private const double Sure = 3.4;

    private static readonly string[] Candidates =
    [
        NoticeKinds.Reinstated, NoticeKinds.FinalDenial, NoticeKinds.Deactivation, NoticeKinds.MoreInfoNeeded, NoticeKinds.AtRiskWarning, NoticeKinds.ListingRemoval,
        NoticeKinds.IpComplaint, NoticeKinds.Verification, NoticeKinds.CatalogError, NoticeKinds.SupportReply, NoticeKinds.Funds,
    ];

    private static readonly string[] Answers =
        [NoticeKinds.FinalDenial, NoticeKinds.MoreInfoNeeded, NoticeKinds.Reinstated, NoticeKinds.SupportReply];

    public static string Of(Scores scores, Category leading)
    {
        var usual = UsualOf(leading);
        var (best, bestScore) = (NoticeKinds.Other, 0.9);
        foreach (var kind in Candidates)
        {
            if (!IsPossible(kind, leading)) { continue; }

            // A reinstatement closes the case, so a word in passing is not enough.
            if (kind == NoticeKinds.Reinstated && scores.Of(kind) < Sure) { continue; }

            // "Your listings were removed" is what a deactivated account reads as well, whatever it was deactivated for.
            if (kind is NoticeKinds.ListingRemoval or NoticeKinds.IpComplaint && scores.Of(NoticeKinds.Deactivation) >= Plain) { continue; }

            var score = scores.Of(kind) + (kind == usual ? leading.Group == "performance" ? Likely : Usual : 0);
            if (score > bestScore) { (best, bestScore) = (kind, score); }
        }

        return best;
    }

    /// <summary>What an answer says, once it is known that it is one; a category's usual kinds of notice do not count.</summary>
    public static string OfAnswer(Scores scores)
    {
        var (best, bestScore) = (NoticeKinds.Other, 2.9);
        foreach (var kind in Answers)
        {
            var score = scores.Of(kind);
            if (score > bestScore && (kind != NoticeKinds.Reinstated || score >= Sure)) { (best, bestScore) = (kind, score); }
        }

        return best;
    }

    private static string UsualOf(Category category) => category switch
    {
        { RouterOrder: 1 } => NoticeKinds.IpComplaint,
        { Group: "catalog" } => NoticeKinds.CatalogError,
        { Id: "ACC-VERIFY" or "ACC-INFORM" } => NoticeKinds.Verification,
        { Id: "FUND-RESERVE" or "FUND-WITHHELD" } => NoticeKinds.Funds,
        { Id: "LST-GATING" or "FBA-REIMB" } => NoticeKinds.SupportReply,
        { Group: "performance" } or { Id: "ACC-AHR" or "LST-COMPLIANCE-DOC" } => NoticeKinds.AtRiskWarning,
        { Group: "quality" or "listing" or "ip" } => NoticeKinds.ListingRemoval,
        _ => NoticeKinds.Other,
    };

    private static bool IsPossible(string kind, Category category) => kind switch
    {
        NoticeKinds.IpComplaint => category.RouterOrder == 1,
        NoticeKinds.ListingRemoval => category.RouterOrder != 1 && category.Group != "performance" && (category.Group != "catalog" || category.Id == "CAT-REMOVED"),
        NoticeKinds.CatalogError => category.Group == "catalog",
        NoticeKinds.Verification => category.Id is "ACC-VERIFY" or "ACC-INFORM",
        NoticeKinds.Funds => category.Group == "money",
        _ => true,
    };
}
