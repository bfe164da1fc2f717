using AgencyPlatform.Contracts.Webhooks;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Webhooks;

internal sealed record EndpointBody(string? Kind, string? Name, string? SellerAccountId);

/// <summary>Inbound endpoints over HTTP. Leads manage them; a secret is shown once, when it is made.</summary>
internal static class WebhookEndpoints
{
    private static readonly string[] Kinds = ["status", "sp-api"];

    public static void MapWebhookEndpoints(this IEndpointRouteBuilder api)
    {
        var endpoints = api.MapGroup("/webhook-endpoints").WithTags("Webhooks");
        endpoints.MapGet("", List).WithName("ListWebhookEndpoints").ProducesProblem(400);
        endpoints.MapGet("/{id}", Get).WithName("GetWebhookEndpoint").ProducesProblem(404);

        var manage = endpoints.MapGroup("").RequireAuthorization(Policies.Lead).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        manage.MapPost("", Create).WithName("CreateWebhookEndpoint").ProducesProblem(400);
        manage.MapPost("/{id}/rotate", Rotate).WithName("RotateWebhookSecret");
        manage.MapPost("/{id}/pause", Pause).WithName("PauseWebhookEndpoint");
        manage.MapPost("/{id}/resume", Unpause).WithName("ResumeWebhookEndpoint");
    }

    private static async Task<Results<Ok<Page<EndpointView>>, ProblemHttpResult>> List(WebhookDesk desk, CancellationToken cancellationToken, string? cursor = null, int limit = 50)
    {
        try
        {
            return TypedResults.Ok(await desk.Endpoints(cursor, limit, cancellationToken));
        }
        catch (CursorInvalidException)
        {
            return ProblemResponses.Say(StatusCodes.Status400BadRequest, "request.cursor-invalid");
        }
    }

    private static async Task<Results<Ok<EndpointView>, ProblemHttpResult>> Get(string id, WebhookDesk desk, CancellationToken cancellationToken) =>
        await desk.Find(id, cancellationToken) is { } endpoint ? TypedResults.Ok(endpoint) : ProblemResponses.Missing();

    private static async Task<Results<Created<EndpointSecretModel>, ProblemHttpResult>> Create(EndpointBody body, WebhookDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        var input = new Input().Required("kind", body.Kind).OneOf("kind", body.Kind, Kinds).Required("name", body.Name, 200).Limited("sellerAccountId", body.SellerAccountId, 64);
        if (input.Problem() is { } invalid) { return invalid; }
        var (reply, secret) = await desk.Create(body.Kind!, body.Name!, string.IsNullOrEmpty(body.SellerAccountId) ? null : body.SellerAccountId, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply is { Refusal: null, Endpoint: { } endpoint }
            ? TypedResults.Created($"/api/v1/webhook-endpoints/{endpoint.Id}", Shown(endpoint.Id, secret, http))
            : reply.Refusal!.Problem();
    }

    private static async Task<Results<Ok<EndpointSecretModel>, ProblemHttpResult>> Rotate(string id, WebhookDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        var (reply, secret) = await desk.Rotate(id, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no ? no.Problem() : TypedResults.Ok(Shown(id, secret, http));
    }

    private static async Task<Results<Ok<EndpointView>, ProblemHttpResult>> Pause(string id, WebhookDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        Answer(await desk.Pause(id, cancellationToken), http);

    private static async Task<Results<Ok<EndpointView>, ProblemHttpResult>> Unpause(string id, WebhookDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        Answer(await desk.Unpause(id, cancellationToken), http);

    private static Results<Ok<EndpointView>, ProblemHttpResult> Answer(EndpointReply reply, HttpContext http)
    {
        http.MarkReplayed(reply.Replayed);
        return reply is { Refusal: null, Endpoint: { } endpoint } ? TypedResults.Ok(endpoint) : reply.Refusal!.Problem();
    }

    private static EndpointSecretModel Shown(string id, string secret, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new EndpointSecretModel(id, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/webhooks/{id}", secret);
    }
}
