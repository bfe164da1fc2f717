using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Triage.Finding;

/// <summary>What a case of a category will need and the notice does not say.</summary>
internal static class Gaps
{
    public static IReadOnlyList<string> Of(Category category, NoticeEntities entities)
    {
        var gaps = new List<string>();
        var concernsItem = category.Group is "quality" or "listing" or "ip" or "catalog" || category.Id is "ACC-REVIEW-MANIP" or "ACC-SALESRANK";
        Need(concernsItem && category.Id != "LST-GATING", entities.Asins, "asin");
        Need(category.RouterOrder == 1, entities.ComplaintIds, "complaint-id");
        Need(category.RouterOrder == 1, entities.RightsOwnerEmails, "rights-owner-contact");
        Need(category.Id is "PERF-A2Z" or "PERF-INR" or "PERF-ODR", entities.OrderIds, "order-id");
        Need(category.Group == "catalog" && category.Id is not ("CAT-SUPPRESSED" or "CAT-REMOVED"), entities.ErrorCodes, "error-code");
        Need(category.FirstDesk is "SELLER_SUPPORT" && category.Group is "listing" or "money", entities.CaseIds, "case-id");
        return gaps;

        void Need(bool isNeeded, IReadOnlyList<string> found, string key)
        {
            if (isNeeded && found.Count == 0) { gaps.Add(key); }
        }
    }
}
