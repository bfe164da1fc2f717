using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Messages received. What they may move depends on who wrote them, not on how sure they sound.</summary>
public static partial class CaseRules
{
    /// <summary>A late message on a resolved case is kept and moves nothing; a person reopens.</summary>
    public static Decision<CaseEvent> RecordReply(SellerCase? current, ReplyRequest request, CaseContext context)
    {
        if (IsMissing(current, context.Actor, out var missing)) { return No(missing); }
        if (current.Replies.Any(r => r.Id == request.ReplyId)) { return Nothing; }

        var kind = request.Kind ?? request.TriagedKind;
        if (!NoticeKinds.All.Contains(kind)) { return No(RefusalCodes.Replies.KindUnknown, ("kind", kind)); }
        var named = request.AttemptNumber is { } number ? Find(current, number) : null;
        if (request.AttemptNumber is { } asked && named is null) { return UnknownAttempt(asked); }
        if (named is { SentAt: null }) { return No(RefusalCodes.Replies.AttemptNotSent, ("number", Text(named.Number))); }

        var sender = Sender.Of(current, request, kind, named, context.Playbook);
        // R17: Seller Performance calls only about something we sent.
        if (request.Channel == Channels.Phone && sender.Desk == DeskIds.SellerPerformance
            && !current.Attempts.Any(a => a.SentAt is not null && a.Desk == DeskIds.SellerPerformance))
        {
            return No(RefusalCodes.Replies.NoSubmission, ("desk", DeskIds.SellerPerformance));
        }

        var said = sender.Authority == ReplyAuthorities.None ? ReplyDecisions.None : DecisionOf(kind);
        var answered = Answered(current, named, sender, said);
        var reply = new Reply
        {
            Id = request.ReplyId,
            AttemptNumber = answered?.Number ?? named?.Number,
            Desk = sender.Desk,
            From = request.From,
            Kind = kind,
            Authority = sender.Authority,
            Decision = said,
            TextHash = request.TextHash,
            ReceivedAt = request.ReceivedAt,
        };
        return Yes([
            new ReplyReceived(reply, said, AnswersAttempt: answered is not null),
            .. current.IsOpen ? Consequences(current, reply, answered, request.Text, context) : [],
        ]);
    }

    private static IEnumerable<CaseEvent> Consequences(SellerCase current, Reply reply, Attempt? answered, string text, CaseContext context)
    {
        var category = CategoryOf(current, context.Playbook);
        if (reply.Desk == DeskIds.SellerSupport && category?.IsEnforcement == true)
        {
            // R6, R8: nothing moves. R7: bad news about a suspension needs a lead before the next plan.
            return SupportAdvice.IsNegative(reply.Kind, text) && (category.IsAccountLevel || current.Kind == NoticeKinds.Deactivation)
                ? [new NegativeAdviceRaised(reply.Id), Plan(NextActionKinds.ConfirmAdvice, current, context)]
                : [];
        }
        // R11, R12: advice leaves a policy case where it is.
        if (reply.Authority == ReplyAuthorities.Advisory && category?.IsEnforcement == true && reply.Desk != DeskIds.RightsOwner) { return []; }

        return reply.Decision switch
        {
            ReplyDecisions.Granted => [Plan(NextActionKinds.Decide, current, context)],
            ReplyDecisions.MoreInfo =>
            [
                .. answered is null ? [] : MoveTo(current, answered, ReplyDecisions.MoreInfo, context.Playbook),
                .. To(CaseStage.Drafting, current),
                Plan(NextActionKinds.Draft, current, context),
            ],
            ReplyDecisions.Denied =>
            [
                .. NextRung(current, answered, category, context.Playbook),
                .. To(CaseStage.Drafting, current),
                Plan(NextActionKinds.Decide, current, context),
            ],
            _ when reply.Desk == DeskIds.RightsOwner => [Plan(NextActionKinds.Decide, current, context)],
            _ when answered is not null => Resume(WithoutWaitingFor(current, answered), context),
            _ => [],
        };
    }

    private static SellerCase WithoutWaitingFor(SellerCase current, Attempt answered) =>
        current with { Attempts = [.. current.Attempts.Where(a => a.Number != answered.Number)] };

    private static string DecisionOf(string kind) => kind switch
    {
        NoticeKinds.Reinstated => ReplyDecisions.Granted,
        NoticeKinds.FinalDenial => ReplyDecisions.Denied,
        NoticeKinds.MoreInfoNeeded or NoticeKinds.Verification => ReplyDecisions.MoreInfo,
        _ => ReplyDecisions.None,
    };

    /// <summary>
    /// The attempt this reply closes, if any. A decision closes what was sent to its desk; a desk without authority can only
    /// have answered a question; an acknowledgement closes nothing. Deciding desks share mailboxes (appeals to Product Quality are
    /// answered by Seller Performance), so the attempt a person names counts more than the address.
    /// </summary>
    private static Attempt? Answered(SellerCase current, Attempt? named, Sender sender, string decision)
    {
        var attempt = named is not null && (named.Desk == sender.Desk || sender.Authority == ReplyAuthorities.Deciding) ? named
            : current.Attempts.LastOrDefault(a => a.State == AttemptState.Sent && a.Desk == sender.Desk);
        return attempt is { State: AttemptState.Sent }
            && (decision != ReplyDecisions.None || attempt.LetterKind is LetterKinds.InformationRequest or LetterKinds.RetractionRequest)
            ? attempt
            : null;
    }

    /// <summary>R22, R24: after a denial the next rung is proposed; after an executive denial none is, since there is no second one.</summary>
    private static IEnumerable<CaseEvent> NextRung(SellerCase current, Attempt? answered, Category? category, Playbook playbook)
    {
        if (category is null || answered is null || IsExecutive(answered, playbook)) { return []; }
        var from = Ladders.PositionOf(category, answered.Desk, current.LadderPosition);
        return from is { } position && Ladders.After(category, position) is { } next && next != current.LadderPosition
            ? [new LadderMoved(next, category.Ladder[next].Desk, ReplyDecisions.Denied)]
            : [];
    }

    /// <summary>The case follows its submissions along the ladder; a question beside the appeal is no step (R3).</summary>
    private static IEnumerable<CaseEvent> MoveTo(SellerCase current, Attempt attempt, string rule, Playbook playbook)
    {
        if (CategoryOf(current, playbook) is not { } category) { return []; }
        if (category.IsEnforcement && attempt.LetterKind == LetterKinds.InformationRequest) { return []; }
        return Ladders.PositionOf(category, attempt.Desk, current.LadderPosition) is { } position
            && (position != current.LadderPosition || current.Desk != attempt.Desk)
            ? [new LadderMoved(position, attempt.Desk, rule)]
            : [];
    }
}
