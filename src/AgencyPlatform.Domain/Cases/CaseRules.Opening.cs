using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Opening a case, and correcting what it is about.</summary>
public static partial class CaseRules
{
    /// <summary>R13: every detail page the seller has an offer on is checked, whoever made the page.</summary>
    public const string AuditDetailPages = "audit-detail-pages";

    public static Decision<CaseEvent> Open(SellerCase? current, OpenRequest request, CaseContext context)
    {
        if (current is not null) { return current.Id == request.CaseId ? Nothing : No(RefusalCodes.Cases.Exists); }
        if (CheckActor(context.Actor) is { } denied) { return No(denied); }
        if (request.Kind == NoticeKinds.Phishing) { return No(RefusalCodes.Cases.Phishing); }
        if (!CivilTime.IsZone(request.TimeZone)) { return No(RefusalCodes.Accounts.TimeZoneUnknown, ("timeZone", request.TimeZone)); }

        var categories = context.Playbook.Categories;
        if (request.OtherCategoryIds.Prepend(request.CategoryId).FirstOrDefault(id => !categories.ContainsKey(id)) is { } strange)
        {
            return No(RefusalCodes.Cases.CategoryUnknown, ("category", strange));
        }
        var category = categories[request.CategoryId];
        if (FirstStep(category) is not { } first) { return No(RefusalCodes.Cases.NoCompetentDesk, ("category", category.Id)); }

        CaseClock[] clocks = [.. Clocks(request, context.Now)];
        var next = AsksRightsOwnerFirst(category) ? NextActionKinds.ContactRightsOwner : NextActionKinds.Draft;
        return Decision<CaseEvent>.Of(
            new CaseOpened
            {
                CaseId = request.CaseId,
                Number = request.Number,
                SellerAccountId = request.SellerAccountId,
                ClientId = request.ClientId,
                EnforcementId = request.EnforcementId,
                CategoryId = request.CategoryId,
                OtherCategoryIds = [.. request.OtherCategoryIds.Where(id => id != request.CategoryId).Distinct()],
                Playbook = new PlaybookReference(context.Playbook.Id, context.Playbook.ContentHash),
                Kind = request.Kind,
                Language = request.Language,
                NoticeHash = request.NoticeHash,
                AmazonReference = request.AmazonReference,
                Entities = request.Entities,
                Desk = first.Desk,
                LadderPosition = first.Position,
                Checklist = Checklist(request.OtherCategoryIds.Prepend(request.CategoryId).Select(id => categories[id]), request.Entities, []),
                Clocks = clocks,
                PossibleDuplicateOf = request.PossibleDuplicateOf,
                TimeZone = request.TimeZone,
            },
            new NextActionPlanned(new NextAction(next, null, null, Soon(clocks, context.Now))));
    }

    public static Decision<CaseEvent> ChangeCategory(SellerCase? current, string categoryId, string reason, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (current.CategoryId == categoryId) { return Nothing; }
        if (string.IsNullOrWhiteSpace(reason)) { return No(RefusalCodes.Cases.ReasonMissing); }
        if (!context.Playbook.Categories.TryGetValue(categoryId, out var to)) { return No(RefusalCodes.Cases.CategoryUnknown, ("category", categoryId)); }
        if (FirstStep(to) is not { } first) { return No(RefusalCodes.Cases.NoCompetentDesk, ("category", categoryId)); }

        // R15, R32: an IP warning is the seller's even where somebody else made the page; only a lead may say that triage erred.
        if (IsIp(CategoryOf(current, context.Playbook)) && !IsIp(to) && !IsLeadInPerson(context.Actor))
        {
            return No(RefusalCodes.Cases.IpStaysIp, ("category", current.CategoryId), ("to", categoryId));
        }

        var others = current.OtherCategoryIds.Where(id => id != categoryId).Select(id => context.Playbook.Categories.GetValueOrDefault(id)).OfType<Category>();
        return Yes([
            new CategoryChanged(categoryId, first.Desk, first.Position, Checklist(others.Prepend(to), current.Entities, current.Checklist), reason),
            .. AsksRightsOwnerFirst(to) && current.Attempts.Count == 0
                ? [Plan(NextActionKinds.ContactRightsOwner, current, context)]
                : Resume(current, context),
        ]);
    }

    /// <summary>Where the case starts: the first competent rung. Seller Support is never first for an enforcement (R4, I2), whatever the data say.</summary>
    private static (string Desk, int Position)? FirstStep(Category category)
    {
        var rungs = category.Ladder.Select((step, position) => (step.Desk, position))
            .Where(rung => !(category.IsEnforcement && rung.Desk == DeskIds.SellerSupport)).ToArray();
        return rungs.Length == 0 ? null : rungs.FirstOrDefault(rung => rung.Desk == category.FirstDesk) is { Desk: not null } first ? first : rungs[0];
    }

    // R32: the listing is gone and the rights owner's word brings it back, so the owner is asked first.
    private static bool AsksRightsOwnerFirst(Category category) =>
        IsIp(category) && (category.FirstDesk == DeskIds.Notice || category.Ladder.Any(step => step.Desk == DeskIds.RightsOwner));

    private static IReadOnlyList<ChecklistLine> Checklist(IEnumerable<Category> categories, NoticeEntities entities, IReadOnlyList<ChecklistLine> known)
    {
        var ids = categories.SelectMany(c => c.Evidence).Select(e => e.Id);
        if (entities.Asins.Count > 0) { ids = ids.Append(AuditDetailPages); }
        return [.. ids.Distinct().Select(id => known.FirstOrDefault(line => line.Id == id) ?? new ChecklistLine(id, ChecklistState.Missing)),
                .. known.Where(line => line.State != ChecklistState.Missing && !ids.Contains(line.Id))];
    }

    // An expectation of Amazon's answer starts with a submission, not with the notice.
    private static IEnumerable<CaseClock> Clocks(OpenRequest request, DateTimeOffset now) =>
        from found in request.Clocks
        where found.Purpose != ClockPurposes.AmazonReply
        select new CaseClock(found.Id, found.Purpose, now, CivilTime.Add(now, found.Amount, found.Unit, request.TimeZone), found.Source);
}
