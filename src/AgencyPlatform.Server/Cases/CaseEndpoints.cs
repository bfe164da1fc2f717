using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Files;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Cases;

using CaseAnswer = Results<Ok<CaseModel>, ProblemHttpResult>;

/// <summary>Cases over HTTP: translate, call, translate.</summary>
internal static class CaseEndpoints
{
    private static readonly string[] Stages = ["intake", "drafting", "review", "ready", "awaiting-client", "awaiting-amazon", "awaiting-rights-owner", "resolved"];
    private static readonly string[] Outcomes = ["reinstated", "retracted", "dispute-won", "partly-reinstated", "denied-finally", "withdrawn", "duplicate", "not-a-problem"];
    private static readonly string[] Proofs = ["rights-owner-direct", "dispute-won", "amazon-mail", "account-status", "other"];
    private static readonly string[] Retractions = ["requested", "forwarded-not-valid", "direct-from-rights-owner", "refused"];
    private static readonly string[] Marks = ["missing", "requested", "received", "accepted", "rejected", "not-needed"];

    public static void MapCases(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases");
        cases.MapGet("", List).WithName("ListCases").ProducesProblem(400);
        cases.MapGet("/{id}", Get).WithName("GetCase").ProducesProblem(404);
        cases.MapGet("/{id}/timeline", Timeline).WithName("GetTimeline").ProducesProblem(400).ProducesProblem(404);
        cases.MapGet("/{id}/advice", Advice).WithName("GetAdvice").ProducesProblem(404);
        cases.MapGet("/{id}/notice", Notice).WithName("GetNotice").Produces<string>(200, "text/plain").ProducesProblem(404);
        cases.MapGet("/{id}/texts/{hash}", Text).WithName("GetText").Produces<string>(200, "text/plain").ProducesProblem(404);

        var work = cases.MapGroup("").RequireAuthorization(Policies.CaseWork).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        work.MapPost("", Open).WithName("OpenCase");
        work.MapPost("/{id}/category", ChangeCategory).WithName("ChangeCategory");
        work.MapPost("/{id}/next-action", PlanNextAction).WithName("PlanNextAction");
        work.MapPut("/{id}/evidence/{lineId}", Mark).WithName("MarkEvidence");
        work.MapPost("/{id}/retraction", Retract).WithName("RecordRetraction");
        work.MapPost("/{id}/confirm-advice", ConfirmAdvice).WithName("ConfirmAdvice");
        work.MapPost("/{id}/replies", Reply).WithName("RecordCaseReply");
        work.MapPost("/{id}/notes", Note).WithName("AddNote");
        work.MapPost("/{id}/resolve", Resolve).WithName("ResolveCase");
        work.MapPost("/{id}/reopen", Reopen).WithName("ReopenCase");
        work.MapAttempts();
        cases.MapPromises(work);
    }

    private static async Task<Results<Ok<Page<CaseListItem>>, ProblemHttpResult>> List(
        CaseQueries cases, CancellationToken cancellationToken, string? q = null, string? stage = null, string? desk = null,
        string? sellerAccountId = null, string? clientId = null, string? cursor = null, int limit = 50)
    {
        if (new Input().OneOf("stage", stage, Stages).Problem() is { } invalid) { return invalid; }
        try
        {
            return TypedResults.Ok(await cases.List(q, new CaseFilter(stage, desk, sellerAccountId, clientId), cursor, limit, cancellationToken));
        }
        catch (CursorInvalidException)
        {
            return CursorInvalid();
        }
    }

    private static async Task<CaseAnswer> Get(string id, CaseQueries cases, CancellationToken cancellationToken) =>
        await cases.Find(id, cancellationToken) is { } found ? TypedResults.Ok(found) : ProblemResponses.Missing();

    private static async Task<Results<Ok<Page<TimelineItem>>, ProblemHttpResult>> Timeline(
        string id, CaseQueries cases, CancellationToken cancellationToken, string? cursor = null, int limit = 100)
    {
        try
        {
            return await cases.Timeline(id, cursor, limit, cancellationToken) is { } page ? TypedResults.Ok(page) : ProblemResponses.Missing();
        }
        catch (CursorInvalidException)
        {
            return CursorInvalid();
        }
    }

    private static async Task<Results<Ok<AdviceModel>, ProblemHttpResult>> Advice(string id, CaseQueries cases, CancellationToken cancellationToken) =>
        await cases.Advice(id, cancellationToken) is { } advice ? TypedResults.Ok(advice) : ProblemResponses.Missing();

    /// <summary>The notice byte by byte, as it came.</summary>
    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Notice(
        string id, TenantGrains grains, IFileStore files, CurrentTenant caller, CancellationToken cancellationToken) =>
        (await grains.Case(id).Describe(cancellationToken))?.NoticeHash is { } hash && files.Open(caller.Tenant, hash) is { } content
            ? TypedResults.Stream(content, "text/plain; charset=utf-8")
            : ProblemResponses.Missing();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Text(string id, string hash, CaseQueries cases, CancellationToken cancellationToken) =>
        await cases.Text(id, hash, cancellationToken) is { } text ? TypedResults.Text(text.Text, "text/plain; charset=utf-8") : ProblemResponses.Missing();

    private static async Task<Results<Created<CaseModel>, ProblemHttpResult>> Open(
        OpenCaseBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken)
    {
        var input = new Input().Required("sellerAccountId", body.SellerAccountId, 64).Limited("noticeText", body.NoticeText, Triage.TriageDesk.TextLimit).Limited("amazonReference", body.AmazonReference, 200)
            .Check(!string.IsNullOrWhiteSpace(body.NoticeText) || !string.IsNullOrEmpty(body.CategoryId), "noticeText", "field.notice-or-category");
        if (input.Problem() is { } invalid) { return invalid; }
        var notice = string.IsNullOrWhiteSpace(body.NoticeText) ? null : body.NoticeText;
        var reply = await desk.Open(new CaseToOpen(body.SellerAccountId!, notice, body.CategoryId, body.AmazonReference, body.EnforcementId), cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply is { Refusal: null, Case: { } opened }
            ? TypedResults.Created($"/api/v1/cases/{opened.Id}", await cases.Render(opened, cancellationToken))
            : reply.Refusal!.Problem();
    }

    private static Task<CaseAnswer> ChangeCategory(string id, CategoryBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(
            new Input().Required("categoryId", body.CategoryId, 64).Required("reason", body.Reason, 2_000),
            () => desk.ChangeCategory(id, body.CategoryId!, body.Reason!, cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> PlanNextAction(string id, NextActionBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(
            new Input().Required("kind", body.Kind).OneOf("kind", body.Kind, NextActionKinds.All).Required("dueAt", body.DueAt).Limited("question", body.Question, 2_000),
            () => desk.PlanNextAction(id, body.Kind!, body.DueAt!.Value, body.Question, body.Addressee, cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> Mark(string id, string lineId, MarkBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(
            new Input().Required("state", body.State).OneOf("state", body.State, Marks).Limited("reason", body.Reason, 2_000),
            () => desk.MarkEvidence(id, lineId, body.State!, body.EvidenceId, body.Reason, cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> Retract(string id, RetractionBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(
            new Input().Required("status", body.Status).OneOf("status", body.Status, Retractions).Limited("reference", body.Reference, 500),
            () => desk.RecordRetraction(id, body.Status!, body.Reference ?? "", cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> ConfirmAdvice(string id, ReasonBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(new Input().Required("reason", body.Reason, 2_000), () => desk.ConfirmAdvice(id, body.Reason!, cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> Reply(string id, CaseReplyBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(
            new Input().Required("text", body.Text, 200_000).Required("from", body.From, 320).Required("receivedAt", body.ReceivedAt),
            () => desk.RecordReply(id, new ReplyToRecord(body.Text!, body.From!, body.ReceivedAt!.Value, body.AttemptNumber, body.Kind), cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> Note(string id, NoteBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(new Input().Required("text", body.Text, 20_000), () => desk.AddNote(id, body.Text!, cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> Resolve(string id, ResolveBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(
            new Input().Required("outcome", body.Outcome).OneOf("outcome", body.Outcome, Outcomes).OneOf("proof.kind", body.Proof?.Kind, Proofs).Limited("proof.reference", body.Proof?.Reference, 500),
            () => desk.Resolve(id, body.Outcome!, body.Proof?.Kind, body.Proof?.Reference, cancellationToken), cases, http, cancellationToken);

    private static Task<CaseAnswer> Reopen(string id, ReasonBody body, CaseDesk desk, CaseQueries cases, HttpContext http, CancellationToken cancellationToken) =>
        Answer(new Input().Required("reason", body.Reason, 2_000), () => desk.Reopen(id, body.Reason!, cancellationToken), cases, http, cancellationToken);

    internal static async Task<CaseAnswer> Answer(Input input, Func<Task<CaseReply>> command, CaseQueries cases, HttpContext http, CancellationToken cancellationToken)
    {
        if (input.Problem() is { } invalid) { return invalid; }
        var reply = await command();
        http.MarkReplayed(reply.Replayed);
        return reply is { Refusal: null, Case: { } after } ? TypedResults.Ok(await cases.Render(after, cancellationToken)) : reply.Refusal!.Problem();
    }

    private static ProblemHttpResult CursorInvalid() => ProblemResponses.Say(StatusCodes.Status400BadRequest, "request.cursor-invalid");
}
