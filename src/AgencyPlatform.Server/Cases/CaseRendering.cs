using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Server.Language;
using AgencyPlatform.Server.Playbooks;
using AgencyPlatform.Server.Problems;

namespace AgencyPlatform.Server.Cases;

/// <summary>Cases in the reader's language, from the view and the playbook version the case runs on. Pure: equal input, equal answer.</summary>
internal static class CaseRendering
{
    public static CaseModel Render(CaseView c, Playbook playbook, CaseAdvice? advice = null)
    {
        var category = playbook.Categories.GetValueOrDefault(c.CategoryId);
        var needs = advice?.Ladder.SelectMany(s => s.Needs).ToDictionary(n => n.Id, n => n.IsMet, StringComparer.Ordinal);
        return new CaseModel
        {
            Id = c.Id,
            Number = c.Number,
            Stage = c.Stage,
            SellerAccountId = c.SellerAccountId,
            ClientId = c.ClientId,
            EnforcementId = c.EnforcementId,
            CategoryId = c.CategoryId,
            CategoryName = playbook.CategoryName(c.CategoryId),
            OtherCategoryIds = c.OtherCategoryIds,
            Kind = c.Kind,
            Language = c.Language,
            Desk = c.Desk,
            DeskName = playbook.DeskName(c.Desk),
            FirstAction = category?.FirstAction.In(ReaderLanguages.Current) ?? "",
            Ladder = Ladder(category, playbook, c.LadderPosition, needs),
            Evidence = [.. c.Checklist.Select(line => Checklist(line, category))],
            Clocks = ClockRendering.Clocks(c, category),
            Escalations = c.Escalations,
            Priority = c.Priority,
            TimeZone = c.TimeZone,
            Attempts = [.. c.Attempts.Select(a => Attempt(a, playbook))],
            Replies = [.. c.Replies.Select(r => new ReplyModel(r.Id, r.AttemptNumber, r.Desk, r.From, r.Kind, r.Authority, r.TextHash, r.ReceivedAt))],
            NextAction = c.NextAction,
            Retraction = c.Retraction,
            AdviceNeedsConfirmation = c.AdviceNeedsConfirmation,
            Entities = c.Entities,
            NoticeHash = c.NoticeHash,
            AmazonReference = c.AmazonReference,
            PossibleDuplicateOf = c.PossibleDuplicateOf,
            Outcome = c.Outcome,
            Proof = c.ProofKind is { } kind ? new ProofModel(kind, c.ProofReference) : null,
            OpenedAt = c.OpenedAt,
            UpdatedAt = c.UpdatedAt,
            ResolvedAt = c.ResolvedAt,
            Playbook = new PlaybookModel(c.PlaybookId, c.PlaybookHash),
            Version = c.Version,
        };
    }

    public static AttemptModel Attempt(AttemptView a, Playbook playbook, IReadOnlyList<LetterFinding>? findings = null) => new()
    {
        Id = a.Id,
        Number = a.Number,
        Desk = a.Desk,
        DeskName = playbook.DeskName(a.Desk),
        Channel = a.Channel,
        State = a.State,
        LetterKind = a.LetterKind,
        LetterHash = a.LetterHash,
        EvidenceIds = a.EvidenceIds,
        LegalGround = a.LegalGround,
        LawyerConfirmed = a.LawyerConfirmed,
        RightsOwnerBounced = a.RightsOwnerBounced,
        Override = a.OverrideRule is { } rule ? new OverrideModel(rule, a.OverrideReason) : null,
        Author = a.Author,
        DraftedAt = a.DraftedAt,
        ApprovedBy = a.ApprovedBy,
        ApprovedAt = a.ApprovedAt,
        SentAt = a.SentAt,
        SubmittedBy = a.SubmittedBy,
        Submission = a.SentAt is null ? null : Refused.Say("attempt.recorded-as-submitted"),
        AmazonReference = a.AmazonReference,
        Proof = a.SubmissionProof,
        AnsweredAt = a.AnsweredAt,
        Answer = a.Answer,
        Findings = findings is null ? null : [.. findings.Select(f => Finding(f, playbook))],
    };

    public static AdviceModel Advice(CaseAdvice advice, CaseView c, Playbook playbook)
    {
        var needs = advice.Ladder.SelectMany(s => s.Needs).ToDictionary(n => n.Id, n => n.IsMet, StringComparer.Ordinal);
        return new AdviceModel(
            [.. advice.Moves.Select(m => new MoveModel(m.Move, m.Desk, m.AttemptNumber, Refusal(m.Refusal)))],
            Ladder(playbook.Categories.GetValueOrDefault(c.CategoryId), playbook, c.LadderPosition, needs));
    }

    public static CaseListItem Line(CaseLine line, Playbook playbook) => new()
    {
        Id = line.Id,
        Number = line.Number,
        Stage = line.Stage,
        IsOpen = line.IsOpen,
        ClientId = line.ClientId,
        ClientName = line.ClientName,
        SellerAccountId = line.SellerAccountId,
        SellerAccountName = line.SellerAccountName,
        EnforcementId = line.EnforcementId,
        CategoryId = line.CategoryId,
        CategoryName = playbook.CategoryName(line.CategoryId),
        Kind = line.Kind,
        Desk = line.Desk,
        DeskName = playbook.DeskName(line.Desk),
        DueAt = line.DueAt,
        DueMetric = line.DueMetric,
        IsBreached = line.IsBreached,
        PausedBy = line.PausedBy,
        Priority = line.Priority,
        NextAction = line.NextAction,
        Outcome = line.Outcome,
        Attempts = line.Attempts,
        AmazonReference = line.AmazonReference,
        OpenedAt = line.OpenedAt,
        UpdatedAt = line.UpdatedAt,
    };

    private static RefusalModel? Refusal(RefusalView? refusal) => refusal is null ? null : new RefusalModel(refusal.Code, Refused.Sentence(refusal));

    private static IReadOnlyList<LadderStepModel> Ladder(Category? category, Playbook playbook, int position, Dictionary<string, bool?>? needs) =>
        [.. (category?.Ladder ?? []).Select((step, at) => playbook.Render(step, at == position, needs is null ? null : id => needs.GetValueOrDefault(id)))];

    private static ChecklistModel Checklist(ChecklistView line, Category? category)
    {
        var item = category?.Evidence.FirstOrDefault(e => e.Id == line.Id);
        return new ChecklistModel(line.Id, item?.Label.In(ReaderLanguages.Current) ?? line.Id, item?.IsRequired ?? false, line.State, line.EvidenceId, line.Reason);
    }

    private static FindingOfLint Finding(LetterFinding finding, Playbook playbook)
    {
        var rule = playbook.LintRules.FirstOrDefault(r => r.Id == finding.Rule);
        return new FindingOfLint(
            finding.Rule, finding.Severity, rule?.Text.In(ReaderLanguages.Current) ?? finding.Rule, rule?.Fix.In(ReaderLanguages.Current) ?? "", finding.Start, finding.Length, finding.Span);
    }
}
