using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>Turns the domain's case into the view that travels.</summary>
internal static class CaseMapping
{
    public static CaseView View(this SellerCase c, long version, PromiseContext promises) => new()
    {
        Id = c.Id,
        Number = c.Number,
        Stage = Wire.Name(c.Stage),
        SellerAccountId = c.SellerAccountId,
        ClientId = c.ClientId,
        EnforcementId = c.EnforcementId,
        CategoryId = c.CategoryId,
        OtherCategoryIds = c.OtherCategoryIds,
        Desk = c.Desk,
        LadderPosition = c.LadderPosition,
        PlaybookId = c.Playbook.Id,
        PlaybookHash = c.Playbook.Hash,
        Kind = c.Kind,
        Language = c.Language,
        NoticeHash = c.NoticeHash,
        AmazonReference = c.AmazonReference,
        Entities = c.Entities.View(),
        Attempts = [.. c.Attempts.Select(View)],
        Replies = [.. c.Replies.Select(View)],
        Checklist = [.. c.Checklist.Select(l => new ChecklistView { Id = l.Id, State = Wire.Name(l.State), EvidenceId = l.EvidenceId, Reason = l.Reason })],
        Clocks = [.. c.Clocks.Select(k => new ClockView { Id = k.Id, Purpose = k.Purpose, StartedAt = k.StartedAt, DueAt = k.DueAt, Source = k.Source })],
        NextAction = c.NextAction is { } n ? new NextActionView { Kind = n.Kind, Question = n.Question, Addressee = n.Addressee, DueAt = n.DueAt } : null,
        Retraction = Wire.Name(c.Retraction),
        AdviceNeedsConfirmation = c.AdviceNeedsConfirmation,
        Outcome = c.Outcome is { } o ? Wire.Name(o) : null,
        ProofKind = c.Proof is { } p ? Wire.Name(p.Kind) : null,
        ProofReference = c.Proof?.Reference,
        OpenedAt = c.OpenedAt,
        UpdatedAt = c.UpdatedAt,
        ResolvedAt = c.ResolvedAt,
        PossibleDuplicateOf = c.PossibleDuplicateOf,
        Version = version,
        Promises = [.. c.Promises.Select(k => k.View(c, promises))],
        Escalations = [.. c.Escalations.Select(PromiseMapping.View)],
        Priority = Wire.Name(c.Priority),
        TimeZone = c.TimeZone,
    };

    public static RefusalView View(this Refusal refusal) => new() { Code = refusal.Code, Facts = refusal.Facts };

    private static EntitiesView View(this NoticeEntities e) => new()
    {
        Asins = e.Asins,
        OrderIds = e.OrderIds,
        ComplaintIds = e.ComplaintIds,
        CaseIds = e.CaseIds,
        ErrorCodes = e.ErrorCodes,
        RightsOwnerEmails = e.RightsOwnerEmails,
        DeskEmails = e.DeskEmails,
    };

    private static AttemptView View(Attempt a) => new()
    {
        Id = a.Id,
        Number = a.Number,
        Desk = a.Desk,
        Channel = a.Channel,
        State = Wire.Name(a.State),
        LetterKind = a.LetterKind,
        LetterHash = a.LetterHash,
        EvidenceIds = a.EvidenceIds,
        LegalGround = a.LegalGround,
        LawyerConfirmed = a.LawyerConfirmed,
        RightsOwnerBounced = a.RightsOwnerBounced,
        OverrideRule = a.Override?.Rule,
        OverrideReason = a.Override?.Reason,
        Author = a.Author,
        DraftedAt = a.DraftedAt,
        ApprovedBy = a.ApprovedBy,
        ApprovedAt = a.ApprovedAt,
        SentAt = a.SentAt,
        SubmittedBy = a.SubmittedBy,
        AmazonReference = a.AmazonReference,
        SubmissionProof = a.SubmissionProof,
        AnsweredAt = a.AnsweredAt,
        Answer = a.Answer,
    };

    private static ReplyView View(Reply r) => new()
    {
        Id = r.Id,
        AttemptNumber = r.AttemptNumber,
        Desk = r.Desk,
        From = r.From,
        Kind = r.Kind,
        Authority = r.Authority,
        TextHash = r.TextHash,
        ReceivedAt = r.ReceivedAt,
    };
}
