using System.Globalization;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Submissions: drafted, approved by a second person, sent once.</summary>
public static partial class CaseRules
{
    public static Decision<CaseEvent> DraftAttempt(SellerCase? current, AttemptRequest request, AccountStanding standing, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (current.Attempts.Any(a => a.Id == request.AttemptId)) { return Nothing; }
        if (Find(current, request.Number) is not null) { return No(RefusalCodes.Attempts.NumberTaken, ("number", Text(request.Number))); }

        var attempt = Compose(current, request, context, request.AttemptId, context.Actor.Person, []);
        return Decide(current, attempt, request, standing, context, kept => new AttemptDrafted(kept));
    }

    /// <summary>An approval covers the text it was given for: any change voids it, and what was sent is never changed.</summary>
    public static Decision<CaseEvent> ReviseAttempt(SellerCase? current, AttemptRequest request, AccountStanding standing, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (Find(current, request.Number) is not { } before) { return UnknownAttempt(request.Number); }
        if (before.SentAt is not null) { return No(RefusalCodes.Attempts.Sent, ("number", Text(request.Number))); }

        var attempt = Compose(current, request, context, before.Id, before.Author, [.. before.Editors.Append(context.Actor.Person).Distinct()])
            with { DraftedAt = before.DraftedAt };
        return Decide(current, attempt, request, standing, context, kept => new AttemptRevised(kept));
    }

    public static Decision<CaseEvent> ApproveAttempt(SellerCase? current, int number, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (Find(current, number) is not { } attempt) { return UnknownAttempt(number); }
        if (CheckApproval(attempt, context) is { } no) { return No(no); }
        if (attempt.State == AttemptState.Approved) { return Nothing; }
        return Yes([
            new AttemptApproved(number, context.Actor.Person, attempt.LetterHash),
            .. To(CaseStage.Ready, current),
            Plan(NextActionKinds.Send, current, context),
        ]);
    }

    public static Decision<CaseEvent> HandToClient(SellerCase? current, int number, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (Find(current, number) is not { } attempt) { return UnknownAttempt(number); }
        if (CheckReady(attempt) is { } no) { return No(no); }
        if (attempt.State == AttemptState.HandedToClient) { return Nothing; }
        return Yes([
            new AttemptHandedToClient(number),
            .. To(CaseStage.AwaitingClient, current),
            Plan(NextActionKinds.AskClient, current, context),
        ]);
    }

    /// <summary>Everything that can be known before the account grants the contact; the attempt's own reservation does not stand in its way.</summary>
    public static Refusal? CheckSend(SellerCase? current, int number, AccountStanding standing, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return shut; }
        if (context.Actor.Kind == ActorKind.System) { return Refusal.Of(RefusalCodes.Attempts.PersonNeeded); }
        if (Find(current, number) is not { } attempt) { return Refusal.Of(RefusalCodes.Attempts.Unknown, ("number", Text(number))); }
        return CheckReady(attempt)
            ?? CheckAttempt(current, attempt, standing with { Contacts = [.. standing.Contacts.Where(c => c.GrantId != attempt.Id)] }, context);
    }

    public static Decision<CaseEvent> SendAttempt(SellerCase? current, int number, Submission submission, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (context.Actor.Kind == ActorKind.System) { return No(RefusalCodes.Attempts.PersonNeeded); }
        if (Find(current, number) is not { } attempt) { return UnknownAttempt(number); }
        if (submission.GrantId != attempt.Id) { return No(RefusalCodes.Attempts.GrantMismatch); }
        if (attempt.SentAt is not null) { return Nothing; }
        if (CheckReady(attempt) is { } no) { return No(no); }

        var isToRightsOwner = attempt.Desk == DeskIds.RightsOwner;
        var due = context.Playbook.Desks.TryGetValue(attempt.Desk, out var desk) ? ReplyTimes.ReplyDue(desk, context.Now) : context.Now + NextStep;
        return Yes([
            new AttemptSent(number, attempt.Desk, submission.GrantId, context.Actor.Person, submission.AmazonReference, submission.Proof),
            .. isToRightsOwner && current.Retraction == RetractionStatus.None
                ? (CaseEvent[])[new RetractionRecorded(RetractionStatus.Requested, attempt.Id)] : [],
            .. MoveTo(current, attempt, "sent", context.Playbook),
            .. To(isToRightsOwner ? CaseStage.AwaitingRightsOwner : CaseStage.AwaitingAmazon, current),
            // R25, R27: what is promised is to look again on a day, never an outcome.
            new NextActionPlanned(new NextAction(NextActionKinds.WaitForReply, null, null, due)),
        ]);
    }

    private static Decision<CaseEvent> Decide(
        SellerCase current, Attempt attempt, AttemptRequest request, AccountStanding standing, CaseContext context, Func<Attempt, CaseEvent> happened)
    {
        if (string.IsNullOrWhiteSpace(request.LetterText)) { return No(RefusalCodes.Attempts.LetterMissing); }
        if ((CheckAttempt(current, attempt, standing, context) ?? ExecutiveLetters.CheckText(attempt, request)) is { } no) { return No(no); }
        var isOverridden = attempt.Override is not null && standing.SpentExecutiveChance is not null && IsExecutive(attempt, context.Playbook);
        var kept = isOverridden ? attempt : attempt with { Override = null };
        return Yes([
            happened(kept),
            .. kept.Override is { } set ? (CaseEvent[])[new RuleOverridden(kept.Number, set.Rule, set.Reason)] : [],
            .. To(CaseStage.Review, current),
            Plan(NextActionKinds.Review, current, context),
        ]);
    }

    private static Attempt Compose(
        SellerCase current, AttemptRequest request, CaseContext context, string id, string author, IReadOnlyList<string> editors)
    {
        var desk = context.Playbook.Desks.GetValueOrDefault(request.Desk);
        var isEnforcement = Competence.IsEnforcement(current, context.Playbook);
        var isExecutive = desk?.IsExecutive == true;
        return new Attempt
        {
            Id = id,
            Number = request.Number,
            Desk = request.Desk,
            Channel = request.Channel,
            State = AttemptState.Draft,
            LetterKind = request.LetterKind ?? (desk is null ? LetterKinds.PlanOfAction : Competence.LetterKindFor(desk, isEnforcement)),
            LetterHash = request.LetterHash,
            Address = desk is null ? null : ExecutiveLetters.Address(desk, request.Channel, current, context.Now),
            EvidenceIds = request.EvidenceIds,
            LegalGround = request.LegalGround,
            LawyerConfirmed = request.LawyerConfirmed,
            RightsOwnerBounced = request.RightsOwnerBounced,
            Override = request.Override,
            AttachedPlanHash = isExecutive ? current.Attempts.LastOrDefault(a => a is { SentAt: not null, LetterKind: LetterKinds.PlanOfAction })?.LetterHash : null,
            EarlierSubmissions = isExecutive ? [.. current.Attempts.Where(a => a.SentAt is not null).Select(a => a.Number)] : [],
            Author = author,
            Editors = editors,
            DraftedAt = context.Now,
        };
    }

    /// <summary>The rules of desk, channel, dispute, budget and escalation; the same when drafting, revising and sending.</summary>
    private static Refusal? CheckAttempt(SellerCase current, Attempt attempt, AccountStanding standing, CaseContext context)
    {
        var playbook = context.Playbook;
        if (Competence.Check(current, attempt, standing, playbook) is { } no) { return no; }

        // R7: what Seller Support said may have changed the plan; a lead looks before the next one leaves.
        if (current.AdviceNeedsConfirmation && attempt.LetterKind is LetterKinds.PlanOfAction or LetterKinds.Escalation)
        {
            return Refusal.Of(RefusalCodes.Attempts.AdviceUnconfirmed);
        }
        return CheckDispute(attempt)
            ?? AccountRules.CheckContact(standing, attempt.Desk, playbook, attempt.Override, context.Actor, context.Now)
            ?? (IsExecutive(attempt, playbook) ? ExecutiveLetters.Check(current, attempt, standing, context) : null)
            ?? ExecutiveLetters.CheckDirectory(playbook.Desks[attempt.Desk], attempt.Channel, context.Now);
    }

    private static Refusal? CheckDispute(Attempt attempt) => attempt switch
    {
        { LetterKind: not LetterKinds.Dispute, Desk: not DeskIds.NoticeDispute } => null,
        _ when string.IsNullOrWhiteSpace(attempt.LegalGround) => Refusal.Of(RefusalCodes.Disputes.LegalGroundMissing), // R37
        { LawyerConfirmed: false, RightsOwnerBounced: false } => Refusal.Of(RefusalCodes.Disputes.NotEstablished), // R36
        _ => null,
    };

    private static Refusal? CheckApproval(Attempt attempt, CaseContext context) => attempt switch
    {
        { SentAt: not null } => Refusal.Of(RefusalCodes.Attempts.Sent, ("number", Text(attempt.Number))),
        _ when context.Actor.Kind == ActorKind.System => Refusal.Of(RefusalCodes.Attempts.PersonNeeded),
        _ when attempt.Editors.Append(attempt.Author).Contains(context.Actor.Person) => Refusal.Of(RefusalCodes.Attempts.FourEyes, ("author", attempt.Author)),
        _ when IsExecutive(attempt, context.Playbook) && !context.Actor.IsLead => Refusal.Of(RefusalCodes.Attempts.LeadApproval, ("desk", attempt.Desk)),
        _ => null,
    };

    private static Refusal? CheckReady(Attempt attempt) => attempt.State switch
    {
        AttemptState.Approved or AttemptState.HandedToClient => null,
        AttemptState.Draft => Refusal.Of(RefusalCodes.Attempts.NotApproved, ("number", Text(attempt.Number))),
        _ => Refusal.Of(RefusalCodes.Attempts.Sent, ("number", Text(attempt.Number))),
    };

    private static bool IsExecutive(Attempt attempt, Playbook playbook) => playbook.Desks.GetValueOrDefault(attempt.Desk)?.IsExecutive == true;

    private static Attempt? Find(SellerCase current, int number) => current.Attempts.FirstOrDefault(a => a.Number == number);

    private static Decision<CaseEvent> UnknownAttempt(int number) => No(RefusalCodes.Attempts.Unknown, ("number", Text(number)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
