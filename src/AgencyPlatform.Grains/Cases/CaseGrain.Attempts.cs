using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Letters;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>Letters to desks: drafting, approving, sending, and what comes back.</summary>
internal sealed partial class CaseGrain
{
    public async Task<CaseReply> DraftAttempt(DraftAttempt command, CancellationToken cancellationToken)
    {
        if (journal.State is not { } current) { return No("case.unknown"); }
        var request = new AttemptRequest
        {
            AttemptId = command.AttemptId,
            Number = 0,
            Desk = command.Desk,
            Channel = command.Channel,
            LetterKind = command.LetterKind,
            LetterHash = Hash(command.Letter),
            LetterText = command.Letter,
            EvidenceIds = command.EvidenceIds,
            LegalGround = command.LegalGround,
            LawyerConfirmed = command.LawyerConfirmed,
            RightsOwnerBounced = command.RightsOwnerBounced,
            Override = Override(command.OverrideRule, command.OverrideReason),
        };

        // A refused draft takes no number.
        var standing = await Standing(current, cancellationToken);
        var playbook = await PlaybookOf(current, cancellationToken);
        var now = journal.When(command);
        var rehearsed = CaseRules.DraftAttempt(current, request, standing, new CaseContext(playbook, command.Actor.Actor(), now));
        if (rehearsed is not Decision<CaseEvent>.Accepted { Events: [_, ..] events })
        {
            return await Run(command, (_, _) => rehearsed, cancellationToken, current.Attempts.FirstOrDefault(a => a.Id == command.AttemptId)?.Number);
        }

        var numbered = await Account(current.SellerAccountId).NumberAttempt(
            new NumberAttempt
            {
                CommandId = $"{command.AttemptId}:number",
                Actor = command.Actor,
                OccurredAt = command.OccurredAt,
                EnforcementId = current.EnforcementId,
                AttemptId = command.AttemptId,
            }, cancellationToken);
        if (numbered.Refusal is { } refused) { return new CaseReply { Refusal = refused }; }

        var drafted = request with { Number = numbered.Number, LetterKind = events.OfType<AttemptDrafted>().First().Attempt.LetterKind };
        return await Run(
            command, (c, context) => CaseRules.DraftAttempt(c, drafted, standing, context), cancellationToken,
            numbered.Number, await Lint(current, drafted, playbook, now, cancellationToken), [Kept(drafted)]);
    }

    public async Task<CaseReply> ReviseAttempt(ReviseAttempt command, CancellationToken cancellationToken)
    {
        if (journal.State is not { } current) { return No("case.unknown"); }
        if (current.Attempts.FirstOrDefault(a => a.Number == command.Number) is not { } attempt) { return No("attempt.unknown"); }
        var request = new AttemptRequest
        {
            AttemptId = attempt.Id,
            Number = attempt.Number,
            Desk = attempt.Desk,
            Channel = attempt.Channel,
            LetterKind = attempt.LetterKind,
            LetterHash = Hash(command.Letter),
            LetterText = command.Letter,
            EvidenceIds = command.EvidenceIds,
            LegalGround = command.LegalGround,
            LawyerConfirmed = command.LawyerConfirmed,
            RightsOwnerBounced = command.RightsOwnerBounced,
            Override = Override(command.OverrideRule, command.OverrideReason),
        };
        var standing = await Standing(current, cancellationToken);
        var playbook = await PlaybookOf(current, cancellationToken);
        var findings = await Lint(current, request, playbook, journal.When(command), cancellationToken);
        return await Run(
            command, (c, context) => CaseRules.ReviseAttempt(c, request, standing, context), cancellationToken,
            attempt.Number, findings, [Kept(request)]);
    }

    public async Task<IReadOnlyList<LetterFinding>> CheckLetter(int number, CancellationToken cancellationToken)
    {
        if (journal.State is not { } current || current.Attempts.FirstOrDefault(a => a.Number == number) is not { SentAt: null } attempt) { return []; }
        var kept = await letters.Read(Key.Tenant, [attempt.LetterHash], cancellationToken);
        if (!kept.TryGetValue(attempt.LetterHash, out var text)) { return []; }
        var request = new AttemptRequest
        {
            AttemptId = attempt.Id,
            Number = attempt.Number,
            Desk = attempt.Desk,
            Channel = attempt.Channel,
            LetterKind = attempt.LetterKind,
            LetterHash = attempt.LetterHash,
            LetterText = text,
            EvidenceIds = attempt.EvidenceIds,
            LegalGround = attempt.LegalGround,
            LawyerConfirmed = attempt.LawyerConfirmed,
            RightsOwnerBounced = attempt.RightsOwnerBounced,
            Override = attempt.Override,
        };
        return await Lint(current, request, await PlaybookOf(current, cancellationToken), time.GetUtcNow(), cancellationToken);
    }

    public Task<CaseReply> ApproveAttempt(ApproveAttempt command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => CaseRules.ApproveAttempt(c, command.Number, context), cancellationToken, command.Number);

    public Task<CaseReply> HandToClient(HandToClient command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => CaseRules.HandToClient(c, command.Number, context), cancellationToken, command.Number);

    public async Task<CaseReply> SendAttempt(SendAttempt command, CancellationToken cancellationToken)
    {
        if (journal.State is not { } current) { return No("case.unknown"); }
        if (current.Attempts.FirstOrDefault(a => a.Number == command.Number) is not { } attempt) { return No("attempt.unknown"); }
        var submission = new Submission(attempt.Id, command.AmazonReference, command.Proof);
        if (attempt.SentAt is null)
        {
            var context = new CaseContext(await PlaybookOf(current, cancellationToken), command.Actor.Actor(), journal.When(command));
            if (CaseRules.CheckSend(current, command.Number, await Standing(current, cancellationToken), context) is { } no)
            {
                return await Run(command, (_, _) => new Decision<CaseEvent>.Refused(no), cancellationToken, command.Number);
            }

            var reserved = await Account(current.SellerAccountId).Reserve(Reserving(command, current, attempt), cancellationToken);
            if (reserved.Refusal is { } refused)
            {
                return new CaseReply { Refusal = refused, Case = current.View(journal.Version, await Promising(time.GetUtcNow(), cancellationToken)), AttemptNumber = command.Number };
            }
        }

        return await Run(command, (c, context) => CaseRules.SendAttempt(c, command.Number, submission, context), cancellationToken, command.Number);
    }

    public async Task<CaseReply> RecordReply(RecordReply command, CancellationToken cancellationToken)
    {
        if (journal.State is not { } current) { return No("case.unknown"); }
        var version = await playbooks.Version(current.Playbook.Hash, cancellationToken);
        var request = new ReplyRequest
        {
            ReplyId = command.ReplyId,
            AttemptNumber = command.AttemptNumber,
            From = command.From,
            TextHash = Hash(command.Text),
            Text = command.Text,
            Kind = command.Kind,
            TriagedKind = version.Triage.KindOfAnswer(command.Text),
            ReceivedAt = command.ReceivedAt,
            Channel = command.Channel,
        };
        return await Run(
            command, (c, context) => CaseRules.RecordReply(c, request, context), cancellationToken,
            command.AttemptNumber, kept: [new Effect.TextKept(current.Id, request.TextHash, "reply", command.Text)]);
    }

    public Task<AccountReply> CheckGrant(CheckGrant command, CancellationToken cancellationToken) =>
        Account(command.SellerAccountId).Settle(
            new SettleContact
            {
                CommandId = command.CommandId,
                Actor = command.Actor,
                What = journal.State?.Attempts.Any(a => a.Id == command.GrantId && a.SentAt is not null) == true ? "confirm" : "release",
                Subject = command.GrantId,
            }, cancellationToken);

    private static ReserveContact Reserving(SendAttempt command, SellerCase current, Attempt attempt) => new()
    {
        CommandId = $"{attempt.Id}:reserve",
        Actor = command.Actor,
        OccurredAt = command.OccurredAt,
        GrantId = attempt.Id,
        CaseId = current.Id,
        EnforcementId = current.EnforcementId,
        Desk = attempt.Desk,
        PlaybookHash = current.Playbook.Hash,
        OverrideRule = attempt.Override?.Rule,
        OverrideReason = attempt.Override?.Reason,
        LetterKind = attempt.LetterKind,
    };

    /// <summary>Lints a letter against the case, its category and everything sent before in it.</summary>
    private async Task<IReadOnlyList<LetterFinding>> Lint(
        SellerCase current, AttemptRequest request, Domain.Playbooks.Playbook playbook, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sent = current.Attempts.Where(a => a.SentAt is not null && a.Id != request.AttemptId).ToList();
        var texts = await letters.Read(Key.Tenant, [.. sent.Select(a => a.LetterHash)], cancellationToken);
        return CaseLint.Check(current, request, playbook, [.. sent.Where(a => texts.ContainsKey(a.LetterHash)).Select(a => (a, texts[a.LetterHash]))], now);
    }

    private Effect.TextKept Kept(AttemptRequest request) => new(Key.LocalId, request.LetterHash, "letter", request.LetterText);

    private static RuleOverride? Override(string? rule, string? reason) => rule is null ? null : new RuleOverride(rule, reason ?? "");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
