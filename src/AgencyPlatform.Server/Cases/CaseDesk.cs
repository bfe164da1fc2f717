using System.Text;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Files;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Cases;

/// <summary>A case to open; a notice or a category is needed.</summary>
public sealed record CaseToOpen(string SellerAccountId, string? NoticeText = null, string? CategoryId = null, string? AmazonReference = null, string? EnforcementId = null);

/// <summary>A letter to one desk.</summary>
public sealed record LetterToDraft(string Desk, string Channel, string Letter)
{
    public IReadOnlyList<string> EvidenceIds { get; init; } = [];
    public string? LetterKind { get; init; }
    public string? LegalGround { get; init; }
    public bool LawyerConfirmed { get; init; }
    public bool RightsOwnerBounced { get; init; }
    public string? OverrideRule { get; init; }
    public string? OverrideReason { get; init; }
}

/// <summary>New content for a draft.</summary>
public sealed record LetterToRevise(string Letter)
{
    public IReadOnlyList<string> EvidenceIds { get; init; } = [];
    public string? LegalGround { get; init; }
    public bool LawyerConfirmed { get; init; }
    public bool RightsOwnerBounced { get; init; }
    public string? OverrideRule { get; init; }
    public string? OverrideReason { get; init; }
}

/// <summary>A message that came in about a case.</summary>
public sealed record ReplyToRecord(string Text, string From, DateTimeOffset ReceivedAt, int? AttemptNumber = null, string? Kind = null);

/// <summary>
/// Everything a person or program can do with a case. Pages and endpoints use it alike: it stamps the command and brings it to
/// the grain; what may happen is decided there.
/// </summary>
public sealed class CaseDesk(TenantGrains grains, CommandStamps stamps, IFileStore files, CurrentTenant caller)
{
    public async Task<CaseReply> Open(CaseToOpen input, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        StoredFile? notice = null;
        if (input.NoticeText is { } text)
        {
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
            notice = await files.Save(caller.Tenant, bytes, long.MaxValue, cancellationToken);
        }

        return await grains.Case(stamp.NewId("case")).Open(
            stamp.Fill(new OpenCase
            {
                CommandId = stamp.CommandId,
                Actor = stamp.Actor,
                SellerAccountId = input.SellerAccountId,
                NoticeText = input.NoticeText,
                NoticeHash = notice?.Sha256,
                CategoryId = input.CategoryId,
                AmazonReference = input.AmazonReference,
                EnforcementId = input.EnforcementId,
            }), cancellationToken);
    }

    public Task<CaseReply> ChangeCategory(string caseId, string categoryId, string reason, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).ChangeCategory(s.Fill(new ChangeCategory { CommandId = s.CommandId, Actor = s.Actor, CategoryId = categoryId, Reason = reason }), cancellationToken));

    public Task<CaseReply> Draft(string caseId, LetterToDraft input, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).DraftAttempt(
            s.Fill(new DraftAttempt
            {
                CommandId = s.CommandId,
                Actor = s.Actor,
                AttemptId = s.NewId("attempt"),
                Desk = input.Desk,
                Channel = input.Channel,
                Letter = input.Letter,
                EvidenceIds = input.EvidenceIds,
                LetterKind = input.LetterKind,
                LegalGround = input.LegalGround,
                LawyerConfirmed = input.LawyerConfirmed,
                RightsOwnerBounced = input.RightsOwnerBounced,
                OverrideRule = input.OverrideRule,
                OverrideReason = input.OverrideReason,
            }), cancellationToken));

    public Task<CaseReply> Revise(string caseId, int number, LetterToRevise input, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).ReviseAttempt(
            s.Fill(new ReviseAttempt
            {
                CommandId = s.CommandId,
                Actor = s.Actor,
                Number = number,
                Letter = input.Letter,
                EvidenceIds = input.EvidenceIds,
                LegalGround = input.LegalGround,
                LawyerConfirmed = input.LawyerConfirmed,
                RightsOwnerBounced = input.RightsOwnerBounced,
                OverrideRule = input.OverrideRule,
                OverrideReason = input.OverrideReason,
            }), cancellationToken));

    public Task<CaseReply> Approve(string caseId, int number, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).ApproveAttempt(s.Fill(new ApproveAttempt { CommandId = s.CommandId, Actor = s.Actor, Number = number }), cancellationToken));

    public Task<CaseReply> HandToClient(string caseId, int number, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).HandToClient(s.Fill(new HandToClient { CommandId = s.CommandId, Actor = s.Actor, Number = number }), cancellationToken));

    /// <summary>Records that the caller submitted the attempt; spends the desk's budget and, for executives, the one chance.</summary>
    public Task<CaseReply> Send(string caseId, int number, string? amazonReference, string? proof, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).SendAttempt(
            s.Fill(new SendAttempt { CommandId = s.CommandId, Actor = s.Actor, Number = number, AmazonReference = amazonReference, Proof = proof }), cancellationToken));

    public Task<CaseReply> RecordReply(string caseId, ReplyToRecord input, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).RecordReply(
            s.Fill(new RecordReply
            {
                CommandId = s.CommandId,
                Actor = s.Actor,
                ReplyId = s.NewId("reply"),
                AttemptNumber = input.AttemptNumber,
                Text = input.Text,
                From = input.From,
                ReceivedAt = input.ReceivedAt,
                Kind = input.Kind,
            }), cancellationToken));

    public Task<CaseReply> ConfirmAdvice(string caseId, string reason, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).ConfirmAdvice(s.Fill(new ConfirmAdvice { CommandId = s.CommandId, Actor = s.Actor, Reason = reason }), cancellationToken));

    public Task<CaseReply> MarkEvidence(string caseId, string lineId, string state, string? evidenceId, string? reason, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).MarkEvidence(
            s.Fill(new MarkEvidence { CommandId = s.CommandId, Actor = s.Actor, LineId = lineId, State = state, EvidenceId = evidenceId, Reason = reason }), cancellationToken));

    public Task<CaseReply> PlanNextAction(string caseId, string kind, DateTimeOffset dueAt, string? question, string? addressee, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).PlanNextAction(
            s.Fill(new PlanNextAction { CommandId = s.CommandId, Actor = s.Actor, Kind = kind, DueAt = dueAt, Question = question, Addressee = addressee }), cancellationToken));

    public Task<CaseReply> RecordRetraction(string caseId, string status, string reference, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).RecordRetraction(s.Fill(new RecordRetraction { CommandId = s.CommandId, Actor = s.Actor, Status = status, Reference = reference }), cancellationToken));

    public Task<CaseReply> AddNote(string caseId, string text, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).AddNote(s.Fill(new AddNote { CommandId = s.CommandId, Actor = s.Actor, Text = text }), cancellationToken));

    public Task<CaseReply> Resolve(string caseId, string outcome, string? proofKind, string? proofReference, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).Resolve(
            s.Fill(new ResolveCase { CommandId = s.CommandId, Actor = s.Actor, Outcome = outcome, ProofKind = proofKind, ProofReference = proofReference }), cancellationToken));

    public Task<CaseReply> Reopen(string caseId, string reason, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).Reopen(s.Fill(new ReopenCase { CommandId = s.CommandId, Actor = s.Actor, Reason = reason }), cancellationToken));

    private Task<CaseReply> Do(Func<CommandStamp, Task<CaseReply>> command) => command(stamps.Next());
}
