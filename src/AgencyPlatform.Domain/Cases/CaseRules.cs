using AgencyPlatform.Domain.Accounts;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What may happen to a case. Pure: the playbook, the actor and the instant are in the context.</summary>
public static partial class CaseRules
{
    public static Decision<CaseEvent> Open(SellerCase? current, OpenRequest request, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> ChangeCategory(SellerCase? current, string categoryId, string reason, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> DraftAttempt(SellerCase? current, AttemptRequest request, AccountStanding standing, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> ReviseAttempt(SellerCase? current, AttemptRequest request, AccountStanding standing, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> ApproveAttempt(SellerCase? current, int number, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> HandToClient(SellerCase? current, int number, CaseContext context) => throw new NotImplementedException();
    public static Refusal? CheckSend(SellerCase? current, int number, AccountStanding standing, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> SendAttempt(SellerCase? current, int number, Submission submission, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> RecordReply(SellerCase? current, ReplyRequest request, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> ConfirmAdvice(SellerCase? current, string reason, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> MarkEvidence(SellerCase? current, ChecklistLine line, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> PlanNextAction(SellerCase? current, NextAction action, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> RecordRetraction(SellerCase? current, RetractionStatus status, string reference, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> AddNote(SellerCase? current, string text, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> Resolve(SellerCase? current, Outcome outcome, OutcomeProof? proof, CaseContext context) => throw new NotImplementedException();
    public static Decision<CaseEvent> Reopen(SellerCase? current, string reason, CaseContext context) => throw new NotImplementedException();
    public static SellerCase Evolve(SellerCase? current, CaseEvent happened, DateTimeOffset at) => throw new NotImplementedException();
    public static IReadOnlyList<CaseMove> Moves(SellerCase current, AccountStanding standing, CaseContext context) => throw new NotImplementedException();
}
