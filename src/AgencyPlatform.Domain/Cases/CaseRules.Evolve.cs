using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Cases;

/// <summary>The fold of a case's events.</summary>
public static partial class CaseRules
{
    /// <summary>Bounds of what a case carries; the timeline and the firing rows keep everything.</summary>
    private const int KeptClocks = 60;

    private const int KeptEscalations = 40;

    public static SellerCase Evolve(SellerCase? current, CaseEvent happened, DateTimeOffset at) => (current, happened) switch
    {
        (null, CaseOpened e) => Opened(e, at),
        (null, _) => throw new InvalidOperationException($"{happened.GetType().Name} before the case was opened."),
        _ => Changed(current, happened, at) with { UpdatedAt = at },
    };

    private static SellerCase Changed(SellerCase current, CaseEvent happened, DateTimeOffset at) => happened switch
    {
        CategoryChanged e => current with
        {
            CategoryId = e.CategoryId,
            OtherCategoryIds = [.. current.OtherCategoryIds.Where(id => id != e.CategoryId)],
            Desk = e.Desk,
            LadderPosition = e.LadderPosition,
            Checklist = e.Checklist,
        },
        AttemptDrafted e => current with { Attempts = [.. current.Attempts, e.Attempt] },
        AttemptRevised e => With(current, e.Attempt.Number, _ => e.Attempt),
        RuleOverridden => current,
        AttemptApproved e => With(current, e.Number, a => a with { State = AttemptState.Approved, ApprovedBy = e.ApprovedBy, ApprovedAt = at }),
        AttemptHandedToClient e => With(current, e.Number, a => a with { State = AttemptState.HandedToClient }),
        AttemptSent e => With(current, e.Number, a => a with
        {
            State = AttemptState.Sent, SentAt = at, SubmittedBy = e.SubmittedBy, AmazonReference = e.AmazonReference, SubmissionProof = e.Proof,
        }),
        ReplyReceived e => Replied(current, e),
        StatusReported e => Heard(current, e),
        NewsHeard => current,
        NegativeAdviceRaised => current with { AdviceNeedsConfirmation = true },
        AdviceConfirmed => current with { AdviceNeedsConfirmation = false },
        LadderMoved e => current with { LadderPosition = e.Position, Desk = e.Desk },
        EvidenceMarked e => current with { Checklist = [.. current.Checklist.Select(l => l.Id == e.Line.Id ? e.Line : l)] },
        NextActionPlanned e => current with { NextAction = e.Action },
        RetractionRecorded e => current with { Retraction = e.Status },
        StageChanged e => current with { Stage = e.Stage },
        PrioritySet e => current with { Priority = e.Priority },
        MessageRecorded => current with { MessageCount = current.MessageCount + 1 },
        PlanApplied => current,
        ClocksRecounted e => current with { Attention = e.Attention },
        ClocksMoved e => current with { Promises = e.Moves.Aggregate(current.Promises, Moved), Attention = e.Attention },
        ClockFired e => WithClock(current, e.ClockId, e.Cycle, c => c with { Fired = [.. c.Fired, .. e.Firings] }),
        BreachExplained e => WithClock(current, e.ClockId, e.Cycle, c => c with { Reason = e.Reason }),
        EscalationChanged e => current with { Escalations = Escalated(current.Escalations, e.Escalation) },
        NextActionPassed e => current with { PassedActionAt = e.DueAt },
        NoteAdded => current with { NoteCount = current.NoteCount + 1 },
        CaseResolved e => current with { Stage = CaseStage.Resolved, Outcome = e.Outcome, Proof = e.Proof, ResolvedAt = at, NextAction = null },
        CaseReopened e => current with { Stage = CaseStage.Drafting, Desk = e.Desk, Outcome = null, Proof = null, ResolvedAt = null },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to a case that is already open."),
    };

    private static SellerCase Opened(CaseOpened e, DateTimeOffset at) => new()
    {
        Id = e.CaseId, Number = e.Number, SellerAccountId = e.SellerAccountId, ClientId = e.ClientId, EnforcementId = e.EnforcementId,
        CategoryId = e.CategoryId, OtherCategoryIds = e.OtherCategoryIds, Playbook = e.Playbook, Kind = e.Kind, Language = e.Language,
        NoticeHash = e.NoticeHash, AmazonReference = e.AmazonReference, Entities = e.Entities, Stage = CaseStage.Intake, Desk = e.Desk,
        LadderPosition = e.LadderPosition, Checklist = e.Checklist, Clocks = e.Clocks, PossibleDuplicateOf = e.PossibleDuplicateOf, TimeZone = e.TimeZone,
        OpenedAt = at, UpdatedAt = at,
    };

    /// <summary>A new cycle replaces the last one of its clock, unless that broke its promise: a miss stays on the case.</summary>
    internal static IReadOnlyList<SlaClock> Moved(IReadOnlyList<SlaClock> clocks, ClockMove move)
    {
        if (move.Event.Kind != ClockEventKind.Started)
        {
            return [.. clocks.Select(c => c.Id == move.ClockId && c.Cycle == move.Cycle ? c with { Events = [.. c.Events, move.Event] } : c)];
        }

        var kept = clocks.Where(c => c.Id != move.ClockId || c.Fired.Any(f => f.Kind == FiringKinds.Breach)).ToList();
        if (kept.Count >= KeptClocks && kept.FindIndex(ClockMoves.IsEnded) is >= 0 and var oldest) { kept.RemoveAt(oldest); }
        return
        [
            .. kept,
            new SlaClock { Id = move.ClockId, Metric = move.Metric, Cycle = move.Cycle, Events = [move.Event], Source = move.Source, SilentBefore = move.SilentBefore },
        ];
    }

    private static IReadOnlyList<Escalation> Escalated(IReadOnlyList<Escalation> known, Escalation changed)
    {
        var kept = known.Where(e => e.Id != changed.Id).ToList();
        if (kept.Count >= KeptEscalations && kept.FindIndex(e => e.EndedAt is not null) is >= 0 and var oldest) { kept.RemoveAt(oldest); }
        return [.. kept, changed];
    }

    private static SellerCase WithClock(SellerCase current, string id, int cycle, Func<SlaClock, SlaClock> change) =>
        current with { Promises = [.. current.Promises.Select(c => c.Id == id && c.Cycle == cycle ? change(c) : c)] };

    private static SellerCase Replied(SellerCase current, ReplyReceived e)
    {
        var heard = current with { Replies = [.. current.Replies, e.Reply] };
        return e is { AnswersAttempt: true, Reply.AttemptNumber: { } number }
            ? With(heard, number, a => a with { State = AttemptState.Answered, AnsweredAt = e.Reply.ReceivedAt, Answer = e.Decision })
            : heard;
    }

    private static SellerCase With(SellerCase current, int number, Func<Attempt, Attempt> change) =>
        current with { Attempts = [.. current.Attempts.Select(a => a.Number == number ? change(a) : a)] };
}
