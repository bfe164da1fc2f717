using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>The agency's own work on a case: evidence, advice, next actions, retractions, notes.</summary>
public static partial class CaseRules
{
    private const int LongestNote = 20_000;

    // R38: who doubts asks an expert; such a question names the person who is asked.
    private static readonly string[] Questions = [NextActionKinds.AskColleague, NextActionKinds.AskLead];

    public static Decision<CaseEvent> ConfirmAdvice(SellerCase? current, string reason, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (!current.AdviceNeedsConfirmation) { return Nothing; }
        if (!IsLeadInPerson(context.Actor)) { return No(RefusalCodes.Advice.LeadOnly); }
        return string.IsNullOrWhiteSpace(reason)
            ? No(RefusalCodes.Advice.ReasonMissing)
            : Yes([new AdviceConfirmed(context.Actor.Person, reason), .. Resume(current, context)]);
    }

    public static Decision<CaseEvent> MarkEvidence(SellerCase? current, ChecklistLine line, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (current.Checklist.FirstOrDefault(l => l.Id == line.Id) is not { } before) { return No(RefusalCodes.Evidence.LineUnknown, ("line", line.Id)); }
        if (before == line) { return Nothing; }
        if (line.State is ChecklistState.Rejected or ChecklistState.NotNeeded && string.IsNullOrWhiteSpace(line.Reason))
        {
            return No(RefusalCodes.Evidence.ReasonMissing, ("line", line.Id));
        }
        // R13: an audit is accepted on its reason; documents are accepted as files.
        if (line.State is ChecklistState.Received or ChecklistState.Accepted && string.IsNullOrWhiteSpace(line.EvidenceId) && string.IsNullOrWhiteSpace(line.Reason))
        {
            return No(RefusalCodes.Evidence.FileMissing, ("line", line.Id));
        }
        return Decision<CaseEvent>.Of(new EvidenceMarked(line));
    }

    public static Decision<CaseEvent> PlanNextAction(SellerCase? current, NextAction action, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (!NextActionKinds.All.Contains(action.Kind)) { return No(RefusalCodes.NextActions.KindUnknown, ("kind", action.Kind)); }
        if (action.DueAt <= context.Now) { return No(RefusalCodes.NextActions.DatePast, ("dueAt", action.DueAt.Rfc3339()), ("now", context.Now.Rfc3339())); }
        if (Questions.Contains(action.Kind) && string.IsNullOrWhiteSpace(action.Question)) { return No(RefusalCodes.NextActions.QuestionMissing); }
        if (Questions.Contains(action.Kind) && string.IsNullOrWhiteSpace(action.Addressee)) { return No(RefusalCodes.NextActions.AddresseeMissing); }
        return Yes([new NextActionPlanned(action), .. StageFor(action.Kind, current)]);
    }

    /// <summary>R34: only what the rights owner tells Amazon directly counts; a forwarded retraction sends us back to the owner.</summary>
    public static Decision<CaseEvent> RecordRetraction(SellerCase? current, RetractionStatus status, string reference, CaseContext context)
    {
        if (IsShut(current, context.Actor, out var shut)) { return No(shut); }
        if (!IsIp(CategoryOf(current, context.Playbook))) { return No(RefusalCodes.Retractions.NotIp, ("category", current.CategoryId)); }
        if (status == RetractionStatus.None) { return No(RefusalCodes.Retractions.StatusInvalid); }
        if (current.Retraction == status) { return Nothing; }
        if (current.Retraction == RetractionStatus.DirectFromRightsOwner) { return No(RefusalCodes.Retractions.AlreadyDirect); }
        if (status == RetractionStatus.DirectFromRightsOwner && string.IsNullOrWhiteSpace(reference)) { return No(RefusalCodes.Retractions.ReferenceMissing); }
        return Yes([
            new RetractionRecorded(status, reference),
            .. status switch
            {
                RetractionStatus.Requested => [.. To(CaseStage.AwaitingRightsOwner, current), Wait(current, context)],
                RetractionStatus.ForwardedNotValid => [Plan(NextActionKinds.ContactRightsOwner, current, context)],
                _ => (IEnumerable<CaseEvent>)[Plan(NextActionKinds.Decide, current, context)],
            },
        ]);
    }

    /// <summary>Notes are welcome on a resolved case too; they never leave the agency.</summary>
    public static Decision<CaseEvent> AddNote(SellerCase? current, string text, CaseContext context)
    {
        if (IsMissing(current, context.Actor, out var missing)) { return No(missing); }
        if (string.IsNullOrWhiteSpace(text)) { return No(RefusalCodes.Notes.Empty); }
        return text.Length > LongestNote
            ? No(RefusalCodes.Notes.TooLong, ("limit", Text(LongestNote)))
            : Decision<CaseEvent>.Of(new NoteAdded(text));
    }

    private static IEnumerable<CaseEvent> StageFor(string kind, SellerCase current) => (kind, current.Stage) switch
    {
        (NextActionKinds.AskClient, CaseStage.Intake or CaseStage.Drafting) => [new StageChanged(CaseStage.AwaitingClient)],
        (NextActionKinds.Draft, CaseStage.Intake or CaseStage.AwaitingClient) => [new StageChanged(CaseStage.Drafting)],
        _ => [],
    };

    private static NextActionPlanned Wait(SellerCase current, CaseContext context) =>
        context.Playbook.Desks.TryGetValue(DeskIds.RightsOwner, out var owner)
            ? new NextActionPlanned(new NextAction(NextActionKinds.WaitForReply, null, null, ReplyTimes.ReplyDue(owner, context.Now)))
            : Plan(NextActionKinds.WaitForReply, current, context);
}
