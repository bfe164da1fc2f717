using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Letters;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Cases;

using AttemptAnswer = Results<Ok<AttemptModel>, ProblemHttpResult>;

/// <summary>Letters to desks over HTTP.</summary>
internal static class AttemptEndpoints
{
    private const int LetterLimit = 60_000;

    private static readonly string[] Ways = [Channels.Email, Channels.Portal, Channels.Phone];

    public static void MapAttempts(this IEndpointRouteBuilder cases)
    {
        cases.MapPost("/{id}/attempts", Draft).WithName("DraftAttempt");
        cases.MapPut("/{id}/attempts/{number:int}", Revise).WithName("ReviseAttempt");
        cases.MapPost("/{id}/attempts/{number:int}/approve", Approve).WithName("ApproveAttempt");
        cases.MapPost("/{id}/attempts/{number:int}/hand-to-client", HandToClient).WithName("HandToClient");
        cases.MapPost("/{id}/attempts/{number:int}/send", Send).WithName("SendAttempt").WithMetadata(new NeedsIdempotencyKey());
        cases.MapPost("/{id}/attempts/{number:int}/reply", Reply).WithName("RecordReply");
    }

    private static async Task<Results<Created<AttemptModel>, ProblemHttpResult>> Draft(
        string id, DraftBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken)
    {
        var input = new Input().Required("desk", body.Desk, 64).Required("channel", body.Channel).OneOf("channel", body.Channel, Ways)
            .Required("letter", body.Letter, LetterLimit).OneOf("letterKind", body.LetterKind, LetterKinds.All).Limited("override.reason", body.Override?.Reason, 2_000);
        if (input.Problem() is { } invalid) { return invalid; }
        var reply = await desk.Draft(id, new LetterToDraft(body.Desk!, body.Channel!, body.Letter!)
        {
            EvidenceIds = body.EvidenceIds ?? [],
            LetterKind = body.LetterKind,
            LegalGround = body.LegalGround,
            LawyerConfirmed = body.LawyerConfirmed,
            RightsOwnerBounced = body.RightsOwnerBounced,
            OverrideRule = body.Override?.Rule,
            OverrideReason = body.Override?.Reason,
        }, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no
            ? no.Problem()
            : TypedResults.Created($"/api/v1/cases/{id}/attempts/{reply.AttemptNumber}", await cases.RenderAttempt(reply, cancellationToken, withFindings: true));
    }

    private static Task<AttemptAnswer> Revise(string id, int number, ReviseBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(
            new Input().Required("letter", body.Letter, LetterLimit).Limited("override.reason", body.Override?.Reason, 2_000),
            () => desk.Revise(id, number, new LetterToRevise(body.Letter!)
            {
                EvidenceIds = body.EvidenceIds ?? [],
                LegalGround = body.LegalGround,
                LawyerConfirmed = body.LawyerConfirmed,
                RightsOwnerBounced = body.RightsOwnerBounced,
                OverrideRule = body.Override?.Rule,
                OverrideReason = body.Override?.Reason,
            }, cancellationToken), cases, http, cancellationToken, withFindings: true);

    private static Task<AttemptAnswer> Approve(string id, int number, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(new Input(), () => desk.Approve(id, number, cancellationToken), cases, http, cancellationToken);

    private static Task<AttemptAnswer> HandToClient(string id, int number, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(new Input(), () => desk.HandToClient(id, number, cancellationToken), cases, http, cancellationToken);

    private static Task<AttemptAnswer> Send(
        string id, int number, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken, SendBody? body = null) =>
        Answer(
            new Input().Limited("amazonReference", body?.AmazonReference, 200).Limited("proof", body?.Proof, 500),
            () => desk.Send(id, number, body?.AmazonReference, body?.Proof, cancellationToken), cases, http, cancellationToken);

    private static Task<AttemptAnswer> Reply(string id, int number, ReplyBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(
            new Input().Required("text", body.Text, 200_000).Required("from", body.From, 320).Required("receivedAt", body.ReceivedAt),
            () => desk.RecordReply(id, new ReplyToRecord(body.Text!, body.From!, body.ReceivedAt!.Value, number, body.Kind), cancellationToken), cases, http, cancellationToken);

    private static async Task<AttemptAnswer> Answer(
        Input input, Func<Task<CaseReply>> command, CaseQueries cases, HttpContext http, CancellationToken cancellationToken, bool withFindings = false)
    {
        if (input.Problem() is { } invalid) { return invalid; }
        var reply = await command();
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no ? no.Problem() : TypedResults.Ok(await cases.RenderAttempt(reply, cancellationToken, withFindings));
    }
}
