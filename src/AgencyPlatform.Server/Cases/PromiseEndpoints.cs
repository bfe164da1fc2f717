using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Problems;
using AgencyPlatform.Server.Sla;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Cases;

using CaseAnswer = Results<Ok<CaseModel>, ProblemHttpResult>;

/// <summary>The promises on a case over HTTP.</summary>
internal static class PromiseEndpoints
{
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];
    private static readonly string[] Directions = ["from-client", "to-client"];
    private static readonly string[] Kinds = ["human", "call", "auto-reply", "bounce", "macro", "system", "imported"];

    public static void MapPromises(this IEndpointRouteBuilder cases, IEndpointRouteBuilder work)
    {
        cases.MapGet("/{id}/clocks/{clockId}/explain", Explain).WithName("ExplainClock").ProducesProblem(404);
        work.MapPost("/{id}/priority", Priority).WithName("SetPriority");
        work.MapPost("/{id}/messages", Message).WithName("RecordMessage");
        work.MapPost("/{id}/clocks/{clockId}/reason", Reason).WithName("ExplainBreach");
        work.MapPost("/{id}/escalations/acknowledge", Acknowledge).WithName("AcknowledgeEscalation");
        work.MapPost("/{id}/escalations/snooze", Snooze).WithName("SnoozeEscalation");
    }

    private static async Task<Results<Ok<ClockExplanationModel>, ProblemHttpResult>> Explain(
        string id, string clockId, PromiseDesk desk, CaseQueries cases, CancellationToken cancellationToken) =>
        await desk.Explain(id, clockId, cancellationToken) is { } explained && await cases.RenderClock(id, explained.Clock, cancellationToken) is { } clock
            ? TypedResults.Ok(new ClockExplanationModel(clock, [.. explained.Lines.Select(l => ExplainSentences.Item(l, clock.Zone))]))
            : ProblemResponses.Missing();

    private static Task<CaseAnswer> Priority(string id, PriorityBody body, PromiseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        CaseEndpoints.Answer(
            new Input().Required("priority", body.Priority).OneOf("priority", body.Priority, Priorities).Limited("reason", body.Reason, 2_000),
            () => desk.SetPriority(id, body.Priority!, body.Reason, cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> Message(string id, MessageBody body, PromiseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        CaseEndpoints.Answer(
            new Input().Required("direction", body.Direction).OneOf("direction", body.Direction, Directions).OneOf("kind", body.Kind, Kinds)
                .Limited("text", body.Text, 200_000).Limited("noReplyReason", body.NoReplyReason, 2_000),
            () => desk.RecordMessage(id, new MessageToRecord(body.Direction!, body.Kind ?? "human", body.At, body.Text, body.NoReplyReason), cancellationToken),
            cases, http, cancellationToken);

    private static Task<CaseAnswer> Reason(string id, string clockId, BreachBody body, PromiseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        CaseEndpoints.Answer(
            new Input().Required("reason", body.Reason).OneOf("reason", body.Reason, [.. BreachReasons.All]).Limited("text", body.Text, 2_000),
            () => desk.ExplainBreach(id, clockId, body.Cycle, body.Reason!, body.Text, cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> Acknowledge(string id, HoldBody body, PromiseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Hold(id, body, "acknowledged", desk, cases, http, cancellationToken);

    private static Task<CaseAnswer> Snooze(string id, HoldBody body, PromiseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Hold(id, body, "snoozed", desk, cases, http, cancellationToken);

    private static Task<CaseAnswer> Hold(string id, HoldBody body, string what, PromiseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        CaseEndpoints.Answer(
            new Input().Required("escalationId", body.EscalationId, 200).Check(body.Minutes is > 0 and <= 20_160, "minutes", "field.minutes"),
            () => desk.Hold(id, body.EscalationId!, what, TimeSpan.FromMinutes(body.Minutes!.Value), cancellationToken), cases, http, cancellationToken);
}
