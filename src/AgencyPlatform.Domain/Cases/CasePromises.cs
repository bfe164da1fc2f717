using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Cases;

/// <summary>
/// Which clocks start, stand still and end with what happens to a case. Case rules know nothing of clocks; every accepted command
/// passes here, so that no rule can forget one.
/// </summary>
public static partial class CasePromises
{
    private const string AmazonReplyPrefix = Metrics.AmazonReply + ":";
    private const string HardDeadlinePrefix = Metrics.HardDeadline + ":";

    /// <summary>The events of clocks and ladders that belong to what was decided, in the order in which they happened.</summary>
    /// <param name="before">Null while the case opens.</param>
    /// <param name="decided">What the rules decided; folding it over <paramref name="before"/> gives <paramref name="after"/>.</param>
    public static IReadOnlyList<CaseEvent> Follow(SellerCase? before, SellerCase after, IReadOnlyList<CaseEvent> decided, PromiseContext context)
    {
        var moves = new ClockMoves(after, context);
        foreach (var happened in decided) { Move(moves, before, happened, context); }
        if (before is not null && after.IsOpen) { Stages(moves, before, after, context); }
        if (after.IsOpen) { Pauses(moves, after, context); }

        var moved = moves.Made.Aggregate(after, (c, move) => c with { Promises = CaseRules.Moved(c.Promises, move) });
        return Settle(moved, moves.Made, Fire(moved, context, [.. moves.Made.Select(m => (m.ClockId, m.Cycle))], before is not null && decided.Any(e => e is NextActionPlanned)), context);
    }

    /// <summary>What the instant itself brings, without any command.</summary>
    /// <param name="armedAt">What the due index holds for the case.</param>
    public static IReadOnlyList<CaseEvent> Wake(SellerCase c, DateTimeOffset? armedAt, PromiseContext context)
    {
        if (!c.IsOpen) { return []; }
        var fired = Fire(c, context);
        if (fired.Count > 0) { return Settle(c, [], fired, context); }
        var attention = Attend(c, context);
        return attention == c.Attention && armedAt == attention.WakeAt ? [] : [new ClocksRecounted(armedAt, context.Tzdb, attention)];
    }

    private static IReadOnlyList<CaseEvent> Settle(SellerCase moved, IReadOnlyList<ClockMove> made, IReadOnlyList<CaseEvent> fired, PromiseContext context)
    {
        var attention = Attend(fired.Aggregate(moved, (c, e) => CaseRules.Evolve(c, e, context.Now)), context);
        return made.Count == 0 && attention == moved.Attention ? fired : [new ClocksMoved(made, context.Tzdb, attention), .. fired];
    }

    /// <summary>Amazon's own clocks break no promise of ours; what to do about them is the next action.</summary>
    private static CaseAttention Attend(SellerCase c, PromiseContext context)
    {
        if (!c.IsOpen) { return new CaseAttention(null, null, false, null, null); }
        var states = c.Promises.Where(k => !ClockMoves.IsEnded(k)).Select(k => (Clock: k, State: SlaFunction.State(k, context.Calendars, context.Now))).ToArray();
        var (due, metric) = states.Where(x => x.Clock.Metric != Metrics.AmazonReply && x.State.DueAt is not null)
            .Select(x => (x.State.DueAt, (string?)x.Clock.Metric))
            .Append((c.NextAction?.DueAt, c.NextAction is null ? null : "next-action"))
            .Where(x => x.Item1 is not null).DefaultIfEmpty().MinBy(x => x.Item1);
        var paused = string.Join(',', states.SelectMany(x => x.State.PausedBy).Distinct().Order(StringComparer.Ordinal));
        return new CaseAttention(
            due, metric, states.Any(x => x.State.BreachedAt is not null && x.Clock.Metric != Metrics.AmazonReply), paused.Length == 0 ? null : paused, NextWake(c, states, context));
    }

    private static void Move(ClockMoves moves, SellerCase? before, CaseEvent happened, PromiseContext context)
    {
        switch (happened)
        {
            case CaseOpened:
                foreach (var metric in (string[])[Metrics.FirstResponse, Metrics.PeriodicUpdate, Metrics.Resolution, Metrics.StageDraft]) { moves.Start(metric, metric, context.Now); }
                foreach (var clock in moves.Case.Clocks.Where(c => c.Purpose == ClockPurposes.SellerDeadline)) { Deadline(moves, clock, context); }
                break;
            case MessageRecorded { Message: var message }:
                Spoken(moves, message);
                break;
            case AttemptSent sent:
                moves.EndAll(c => c.Metric == Metrics.HardDeadline, ClockEventKind.Fulfilled, context.Now);
                if (moves.Case.Attempts.First(a => a.Number == sent.Number) is var attempt && context.ReplyDue(attempt) is { } due)
                {
                    moves.StartFixed(Metrics.AmazonReply, AmazonReplyPrefix + attempt.Number, context.Now, due, "desk");
                }

                break;
            case ReplyReceived { AnswersAttempt: true, Reply: var reply }:
                moves.EndAll(c => c.Id == AmazonReplyPrefix + reply.AttemptNumber, ClockEventKind.Fulfilled, Earlier(reply.ReceivedAt, context.Now));
                break;
            case PrioritySet:
                moves.Retarget("priority");
                break;
            case CategoryChanged:
                moves.Retarget("category");
                break;
            case PlanApplied applied:
                moves.Apply(applied.Choice);
                break;
            case CaseResolved resolved:
                Resolved(moves, resolved, context);
                break;
            case CaseReopened:
                Reopened(moves, before!, context);
                break;
        }
    }

    private static void Deadline(ClockMoves moves, CaseClock found, PromiseContext context) =>
        moves.StartFixed(Metrics.HardDeadline, HardDeadlinePrefix + found.Id, context.Now, found.DueAt, found.Source);

    /// <summary>Only words of a person to a person count: what a machine sends answers nobody.</summary>
    private static void Spoken(ClockMoves moves, CaseMessage message)
    {
        if (!message.IsFromPerson) { return; }
        if (message.Direction == MessageDirection.FromClient)
        {
            // The oldest unanswered message counts; a running clock is not restarted.
            if (message.NeedsReply && !moves.Runs(Metrics.NextReply)) { moves.Start(Metrics.NextReply, Metrics.NextReply, message.At); }
            return;
        }

        moves.EndAll(c => c.Metric is Metrics.FirstResponse or Metrics.NextReply, ClockEventKind.Fulfilled, message.At);
        moves.EndAll(c => c.Metric == Metrics.PeriodicUpdate, ClockEventKind.Fulfilled, message.At);
        moves.Start(Metrics.PeriodicUpdate, Metrics.PeriodicUpdate, message.At);
    }

    private static void Resolved(ClockMoves moves, CaseResolved resolved, PromiseContext context)
    {
        if (resolved.Outcome == Outcome.Duplicate)
        {
            moves.EndAll(_ => true, ClockEventKind.Cancelled, context.Now, "merged");
            return;
        }

        moves.EndAll(c => c.Metric == Metrics.Resolution, ClockEventKind.Fulfilled, context.Now);
        moves.EndAll(_ => true, ClockEventKind.Cancelled, context.Now, "not-required");
    }

    /// <summary>Within the plan's window the old promise goes on, so that closing and opening again buys no time.</summary>
    private static void Reopened(ClockMoves moves, SellerCase before, PromiseContext context)
    {
        var isSoon = before.ResolvedAt is { } at && context.Now - at <= TimeSpan.FromSeconds(context.Plan.ReopenWithinSeconds);
        if (!(isSoon && moves.Reopen(Metrics.Resolution, context.Now))) { moves.Start(Metrics.Resolution, Metrics.Resolution, context.Now); }
        moves.Start(Metrics.PeriodicUpdate, Metrics.PeriodicUpdate, context.Now);
        moves.Start(Metrics.StageDraft, Metrics.StageDraft, context.Now);
    }

    /// <summary>Each stage of the agency's own work has a clock; leaving the stage fulfils it, waiting for the client keeps it.</summary>
    private static void Stages(ClockMoves moves, SellerCase before, SellerCase after, PromiseContext context)
    {
        if (before.Stage == after.Stage || !before.IsOpen || after.Stage == CaseStage.AwaitingClient) { return; }
        var now = StageMetric(after.Stage);
        moves.EndAll(c => IsStage(c.Metric) && c.Metric != now, ClockEventKind.Fulfilled, context.Now);
        if (now is not null && !moves.Runs(now)) { moves.Start(now, now, context.Now); }
    }

    private static void Pauses(ClockMoves moves, SellerCase after, PromiseContext context)
    {
        foreach (var clock in moves.Open().ToArray())
        {
            if (clock.Events.LastOrDefault(e => e.Target is not null)?.Target is not { Plan: { } plan } || Metrics.NeverPauses(clock.Metric)) { continue; }
            var wanted = Promises.Pauses(context.PlanOf(plan), PromiseContext.FactsOf(after), clock.Metric, StageName(after.Stage));
            var current = SlaFunction.State(clock, context.Calendars, context.Now).PausedBy;
            foreach (var reason in current.Where(r => r != wanted)) { moves.Add(clock, ClockEventKind.Resumed, context.Now, reason); }
            if (wanted is not null && !current.Contains(wanted)) { moves.Add(clock, ClockEventKind.Paused, context.Now, wanted); }
        }
    }

    private static string? StageMetric(CaseStage stage) => stage switch
    {
        CaseStage.Intake or CaseStage.Drafting => Metrics.StageDraft,
        CaseStage.Review => Metrics.StageReview,
        CaseStage.Ready => Metrics.StageSend,
        _ => null,
    };

    private static bool IsStage(string metric) => metric is Metrics.StageDraft or Metrics.StageReview or Metrics.StageSend;

    private static string StageName(CaseStage stage) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(stage.ToString());

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
