using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What webhooks say about a case. Events come twice, late and in any order; each is kept, and only news moves anything.</summary>
public static partial class CaseRules
{
    /// <summary>How far the sender's clock may lie behind ours before an event counts as older than a submission.</summary>
    private static readonly TimeSpan ClockDoubt = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Progress brings the case to where it waits for Amazon. A decision has the consequences of a reply of the desk that the
    /// waiting submission went to, no more: what Seller Support may not decide, it may not decide by webhook either (R6–R8).
    /// </summary>
    public static Decision<CaseEvent> ApplyStatus(SellerCase? current, StatusReport report, CaseContext context)
    {
        if (IsMissing(current, context.Actor, out var missing)) { return No(missing); }

        // A sender whose clock runs ahead must not make everything after it late.
        var at = report.ReportedAt < context.Now ? report.ReportedAt : context.Now;
        var named = report.AmazonReference is { } reference
            ? current.Attempts.LastOrDefault(a => a.SentAt is not null && string.Equals(a.AmazonReference, reference, StringComparison.OrdinalIgnoreCase))
            : null;
        var waiting = named is null ? current.Attempts.LastOrDefault(a => a.State == AttemptState.Sent && a.SentAt <= at + ClockDoubt)
            : named.State == AttemptState.Sent ? named
            : null;
        var isLate = IsLate(current, report.Status, at, waiting);
        var moves = !current.IsOpen || isLate || IsSaidAgain(current, report.Status, named, waiting)
            ? Nothing
            : Consequences(current, report with { ReportedAt = at }, waiting, context);
        return moves is Decision<CaseEvent>.Accepted { Events: var events }
            ? Yes([new StatusReported(report.Status, at, report.AmazonReference, report.TextHash, isLate), .. events])
            : moves;
    }

    /// <summary>News is for people to read: it moves nothing, so that no machine's message ends or restarts work.</summary>
    public static Decision<CaseEvent> HearNews(SellerCase? current, AmazonNews news, CaseContext context) =>
        IsMissing(current, context.Actor, out var missing) ? No(missing) : Yes([new NewsHeard(news)]);

    private static Decision<CaseEvent> Consequences(SellerCase current, StatusReport report, Attempt? waiting, CaseContext context) => report.Status switch
    {
        ReportedStatus.Received or ReportedStatus.InReview => Yes(Awaiting(current, context)),
        ReportedStatus.Closed => Yes(ClosedWithoutDecision(current, report, waiting, context)),
        _ => RecordReply(current, Reply(report, waiting), context),
    };

    private static IEnumerable<CaseEvent> Awaiting(SellerCase current, CaseContext context) =>
        current.Stage != CaseStage.AwaitingAmazon && current.Attempts.Any(a => a.State == AttemptState.Sent)
            ? [new StageChanged(CaseStage.AwaitingAmazon), .. Resume(current, context)]
            : [];

    /// <summary>Amazon closed its ticket and decided nothing: the submission waits no longer, and the agency is to move.</summary>
    private static IEnumerable<CaseEvent> ClosedWithoutDecision(SellerCase current, StatusReport report, Attempt? waiting, CaseContext context)
    {
        if (waiting is null) { return []; }
        var request = Reply(report, waiting);
        var sender = Sender.Of(current, request, NoticeKinds.Other, waiting, context.Playbook);
        var reply = new Reply
        {
            Id = report.Id,
            AttemptNumber = waiting.Number,
            Desk = sender.Desk,
            From = request.From,
            Kind = NoticeKinds.Other,
            Authority = sender.Authority,
            TextHash = report.TextHash,
            ReceivedAt = report.ReportedAt,
        };
        var rest = WithoutWaitingFor(current, waiting);
        return
        [
            new ReplyReceived(reply, ReplyDecisions.None, AnswersAttempt: true),
            .. current.Stage == CaseStage.AwaitingAmazon && rest.Attempts.All(a => a.State != AttemptState.Sent) ? To(CaseStage.Drafting, current) : [],
            .. Resume(rest, context),
        ];
    }

    /// <summary>The report as if the desk itself had written: a desk's id is the one name that tells nothing but the desk.</summary>
    private static ReplyRequest Reply(StatusReport report, Attempt? waiting) => new()
    {
        ReplyId = report.Id,
        AttemptNumber = waiting?.Number,
        From = waiting?.Desk ?? AmazonItself,
        Text = report.Text,
        TextHash = report.TextHash,
        Kind = KindOf(report.Status),
        TriagedKind = NoticeKinds.Other,
        ReceivedAt = report.ReportedAt,
    };

    private const string AmazonItself = "amazon";

    private static string KindOf(ReportedStatus status) => status switch
    {
        ReportedStatus.Approved or ReportedStatus.Reinstated => NoticeKinds.Reinstated,
        ReportedStatus.Denied => NoticeKinds.FinalDenial,
        ReportedStatus.MoreInfoNeeded => NoticeKinds.MoreInfoNeeded,
        _ => NoticeKinds.Other,
    };

    /// <summary>Older than what was heard of its kind; or a decision from before everything that still waits was sent.</summary>
    private static bool IsLate(SellerCase current, ReportedStatus status, DateTimeOffset at, Attempt? waiting) => IsProgress(status)
        ? at < current.Heard?.At
        : at < current.Heard?.DecidedAt || (waiting is null && current.Attempts.Any(a => a.State == AttemptState.Sent));

    /// <summary>The same decision once more, or one on a submission that has its answer.</summary>
    private static bool IsSaidAgain(SellerCase current, ReportedStatus status, Attempt? named, Attempt? waiting) =>
        !IsProgress(status) && waiting is null && (named is not null || current.Heard?.Decided == status);

    private static bool IsProgress(ReportedStatus status) => status is ReportedStatus.Received or ReportedStatus.InReview;

    private static SellerCase Heard(SellerCase current, StatusReported e)
    {
        if (e.IsLate) { return current; }
        var before = current.Heard ?? new HeardStatus(e.Status, e.ReportedAt);
        var newest = e.ReportedAt >= before.At ? before with { Status = e.Status, At = e.ReportedAt } : before;
        return current with { Heard = IsProgress(e.Status) ? newest : newest with { Decided = e.Status, DecidedAt = e.ReportedAt } };
    }
}
