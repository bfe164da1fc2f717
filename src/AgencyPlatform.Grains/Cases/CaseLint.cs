using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Letters;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>Holds a letter against its case: what the lint knows about the case comes from here.</summary>
internal static class CaseLint
{
    public static IReadOnlyList<LetterFinding> Check(
        SellerCase current, AttemptRequest request, Playbook playbook, IReadOnlyList<(Attempt Attempt, string Text)> sent, DateTimeOffset now)
    {
        var category = playbook.Categories[current.CategoryId];
        var draft = new LetterDraft
        {
            Text = request.LetterText,
            Kind = request.LetterKind!,
            Desk = request.Desk,
            Channel = request.Channel,
            EvidenceIds = request.EvidenceIds,
            LegalGround = request.LegalGround,
            LawyerConfirmed = request.LawyerConfirmed,
            RightsOwnerBounced = request.RightsOwnerBounced,
        };
        var context = new LetterContext
        {
            CategoryId = current.CategoryId,
            CategoryGroup = category.Group,
            NoticeKind = current.Kind,
            IssueCodes = [current.CategoryId, .. current.OtherCategoryIds],
            Asins = current.Entities.Asins,
            ComplaintIds = current.Entities.ComplaintIds,
            EarlierLetters = [.. sent.Select(s => new EarlierLetter(s.Text, s.Attempt.SentAt!.Value, s.Attempt.Desk, s.Attempt.EvidenceIds, s.Attempt.Answer == ReplyDecisions.Denied))],
            RetractionStatus = Wire.Name(current.Retraction),
            CompetentDesks = [.. category.Ladder.Select(step => step.Desk)],
        };
        return [.. LetterLint.Check(draft, context, now).Select(f => new LetterFinding
        {
            Rule = f.Rule,
            Severity = Wire.Name(f.Severity),
            Start = f.Start,
            Length = f.Length,
            Span = f.Span,
            Facts = f.Facts,
        })];
    }
}
