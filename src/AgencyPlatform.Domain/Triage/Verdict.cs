using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage.Finding;
using AgencyPlatform.Domain.Triage.Signals;

namespace AgencyPlatform.Domain.Triage;

/// <summary>What was decided about a notice, with the reasons.</summary>
internal sealed record Ruling(bool IsAmazon, string Kind, string? Desk, IReadOnlyList<CategoryFinding> Categories, IReadOnlyList<Reason> Why);

/// <summary>Turns what the signals add up to into kind, categories and desk, by rules R1-R38 and the derived router.</summary>
internal sealed class Verdict(Playbook playbook)
{
    /// <summary>Below this a category is only an echo of common words.</summary>
    private const double LeastCategory = 0.8;

    /// <summary>A second category is named when it is at least this share of the best one.</summary>
    private const double SecondShare = 0.5;

    private const double LeastInFavour = 2.5;

    /// <summary>A category alone will do where nothing speaks against Amazon.</summary>
    private const double LeastAlone = 1.5;

    private const double LeastAgainst = 2;

    /// <summary>Where something speaks against Amazon, this many times as much must speak for it.</summary>
    private const double Doubt = 2.8;

    /// <summary>Only notices about rights name an address that is not Amazon's.</summary>
    private const double ForeignContact = 2.5;

    private const double LeastLookAlike = 4;
    private const double LeastDeskVote = 2.5;
    private const double ConfidenceScale = 5;
    private const int MostCategories = 4;

    public Ruling Decide(Scores scores, Origin origin, (int Start, int Length) sender, NoticeEntities entities)
    {
        if (origin == Origin.LookAlike || scores.Of(Owners.LookAlike) >= LeastLookAlike)
        {
            var proof = origin == Origin.LookAlike
                ? [scores.Quote("kind.phishing", sender)]
                : scores.Why(Owners.LookAlike, _ => "kind.phishing");
            return new Ruling(false, NoticeKinds.Phishing, null, [], proof);
        }

        var ranked = scores.Under(Owners.Category).Where(c => playbook.Categories.ContainsKey(c.Id)).ToList();
        var best = ranked.Count > 0 ? ranked[0].Score : 0;
        var isAboutRights = ranked.Count > 0 && playbook.Categories[ranked[0].Id].Group == "ip";
        if (!IsFromAmazon(scores, origin, best, isAboutRights, entities))
        {
            var strange = origin == Origin.Stranger ? [scores.Quote("kind.not-amazon", sender)] : scores.Why(NoticeKinds.NotAmazon, _ => "kind.not-amazon");
            return new Ruling(false, NoticeKinds.NotAmazon, null, [], strange);
        }

        var isCase = best >= LeastCategory && scores.Of(NoticeKinds.Other) < best;
        var leading = isCase ? playbook.Categories[ranked[0].Id] : null;
        var kind = leading is null ? NoticeKinds.Other : Kinds.Of(scores, leading);
        var found = isCase
            ? ranked.Where(c => c.Score >= LeastCategory && c.Score >= best * SecondShare).Take(MostCategories)
                .Select(c => Finding(scores, playbook.Categories[c.Id], c.Score)).ToList()
            : [];
        var why = new List<Reason>(scores.Why(kind, _ => "kind." + kind, 2));
        if (leading is null || kind == NoticeKinds.Reinstated || scores.Of(Owners.NoCase) >= LeastDeskVote) { return new Ruling(true, kind, null, found, why); }

        var desk = Desk(scores, leading, out var rule, out var voter);
        why.AddRange(voter is null ? scores.Why(Owners.Category + leading.Id, _ => rule, 2) : scores.Why(voter, _ => rule, 2));
        why.AddRange(scores.Why(Owners.Category + leading.Id, _ => $"router.{leading.RouterOrder}", 1));
        return new Ruling(true, kind, desk, found, why);
    }

    private static bool IsFromAmazon(Scores scores, Origin origin, double best, bool isAboutRights, NoticeEntities entities)
    {
        if (origin == Origin.Amazon) { return true; }

        if (origin == Origin.Stranger) { return false; }

        var against = scores.Of(NoticeKinds.NotAmazon);
        if (entities.RightsOwnerEmails.Count > 0 && entities.DeskEmails.Count == 0 && !isAboutRights) { against += ForeignContact; }

        var voice = scores.Of(Owners.Amazon) + (entities.DeskEmails.Count > 0 ? 2 : 0) + (entities.ErrorCodes.Count + entities.Asins.Count > 0 ? 1 : 0);
        var inFavour = voice + (0.7 * Math.Max(0, best)) + (scores.Of(NoticeKinds.Other) * 0.5);
        return against >= LeastAgainst ? inFavour > against * Doubt
            : inFavour >= LeastInFavour || (against <= 0 && best >= LeastAlone);
    }

    private static CategoryFinding Finding(Scores scores, Category category, double score)
    {
        var desk = Desk(scores, category, out var rule, out _);
        var confidence = Math.Round(1 - Math.Exp(-score / ConfidenceScale), 3);
        return new CategoryFinding(category.Id, confidence, desk, scores.Why(Owners.Category + category.Id, _ => rule));
    }

    private static string Desk(Scores scores, Category category, out string rule, out string? voter)
    {
        foreach (var (vote, score) in scores.Under(Owners.Desk))
        {
            var parts = vote.Split(':');
            if (score < LeastDeskVote || parts.Length != 2 || parts[0] != "any" && parts[0] != category.Group && parts[0] != category.Id) { continue; }

            (rule, voter) = (DeskRule(parts[1], category), Owners.Desk + vote);
            return parts[1];
        }

        (rule, voter) = (DeskRule(category.FirstDesk, category), null);
        return category.FirstDesk;
    }

    private static string DeskRule(string desk, Category category) => desk switch
    {
        "NOTICE" => "R32",
        "NOTICE_DISPUTE" => "R36",
        "CATALOG" => "R10",
        "PRODUCT_QUALITY" when category.Group == "quality" => "R20",
        "PRODUCT_QUALITY" => "R19",
        "SELLER_PERFORMANCE" => "R16",
        "EXECUTIVE_SELLER_RELATIONS" => "R22",
        "JEFF_BEZOS" => "R28",
        _ => "R1",
    };
}
