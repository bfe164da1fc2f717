using AgencyPlatform.Contracts;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Webhooks;

using EventAnswer = Results<Ok<WebhookEventModel>, ProblemHttpResult>;

internal sealed record AttachBody(string? CaseId, string? SellerAccountId);

internal sealed record DismissBody(string? Reason);

/// <summary>What came in, over HTTP: everybody of the agency sees it, people who work on cases read bodies and settle what is held.</summary>
internal static class WebhookEvents
{
    private static readonly string[] States = ["new", "done", "held", "dead"];

    public static void MapWebhookEvents(this IEndpointRouteBuilder api)
    {
        var events = api.MapGroup("/webhook-events").WithTags("Webhooks");
        events.MapGet("", List).WithName("ListWebhookEvents").ProducesProblem(400);
        events.MapGet("/{id}", Get).WithName("GetWebhookEvent").ProducesProblem(404);

        var work = events.MapGroup("").RequireAuthorization(Policies.CaseWork).ProducesProblem(404).ProducesProblem(409);
        work.MapPost("/{id}/attach", Attach).WithName("AttachWebhookEvent").ProducesProblem(400);
        work.MapPost("/{id}/replay", Replay).WithName("ReplayWebhookEvent");
        work.MapPost("/{id}/dismiss", Dismiss).WithName("DismissWebhookEvent").ProducesProblem(400);
    }

    private static async Task<Results<Ok<Page<WebhookEventModel>>, ProblemHttpResult>> List(
        WebhookDesk desk, CancellationToken cancellationToken, string? state = null, string? endpointId = null, string? cursor = null, int limit = 50)
    {
        if (new Input().OneOf("state", state, States).Problem() is { } invalid) { return invalid; }
        try
        {
            return TypedResults.Ok(await desk.Events(Blank(state), Blank(endpointId), cursor, limit, cancellationToken));
        }
        catch (CursorInvalidException)
        {
            return ProblemResponses.Say(StatusCodes.Status400BadRequest, "request.cursor-invalid");
        }
    }

    private static async Task<EventAnswer> Get(string id, WebhookDesk desk, IAuthorizationService authorization, HttpContext http, CancellationToken cancellationToken)
    {
        var mayRead = (await authorization.AuthorizeAsync(http.User, Policies.CaseWork)).Succeeded;
        return await desk.Event(id, mayRead, cancellationToken) is { } found ? TypedResults.Ok(found) : ProblemResponses.Missing();
    }

    private static async Task<EventAnswer> Attach(string id, AttachBody body, WebhookDesk desk, CancellationToken cancellationToken)
    {
        var input = new Input().Check(Blank(body.CaseId) is null != Blank(body.SellerAccountId) is null, "caseId", "field.case-or-account")
            .Limited("caseId", body.CaseId, 64).Limited("sellerAccountId", body.SellerAccountId, 64);
        if (input.Problem() is { } invalid) { return invalid; }
        return await Answer(id, await desk.Attach(id, Blank(body.CaseId), Blank(body.SellerAccountId), cancellationToken), desk, cancellationToken);
    }

    private static async Task<EventAnswer> Replay(string id, WebhookDesk desk, CancellationToken cancellationToken) =>
        await Answer(id, await desk.Replay(id, cancellationToken), desk, cancellationToken);

    private static async Task<EventAnswer> Dismiss(string id, DismissBody body, WebhookDesk desk, CancellationToken cancellationToken) =>
        new Input().Required("reason", body.Reason, 2_000).Problem() is { } invalid
            ? invalid
            : await Answer(id, await desk.Dismiss(id, body.Reason!, cancellationToken), desk, cancellationToken);

    private static async Task<EventAnswer> Answer(string id, RefusalView? refusal, WebhookDesk desk, CancellationToken cancellationToken) =>
        refusal is { } no ? no.Problem() : TypedResults.Ok((await desk.Event(id, withBody: false, cancellationToken))!);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
