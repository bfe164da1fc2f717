using AgencyPlatform.Contracts.Clients;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Clients;

internal sealed record ClientBody(string? Name, string? ContactEmail, string? Language);

internal static class ClientEndpoints
{
    public static void MapClients(this IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("Clients");
        clients.MapGet("", List).WithName("ListClients").ProducesProblem(400);
        clients.MapGet("/{id}", Get).WithName("GetClient").ProducesProblem(404);
        clients.MapPost("", Register).WithName("RegisterClient").RequireAuthorization(Policies.CaseWork).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<Page<ClientView>>, ProblemHttpResult>> List(ClientDesk desk, CancellationToken cancellationToken, string? cursor = null, int limit = 50)
    {
        try
        {
            return TypedResults.Ok(await desk.List(cursor, limit, cancellationToken));
        }
        catch (CursorInvalidException)
        {
            return ProblemResponses.Say(StatusCodes.Status400BadRequest, "request.cursor-invalid");
        }
    }

    private static async Task<Results<Ok<ClientView>, ProblemHttpResult>> Get(string id, ClientDesk desk, CancellationToken cancellationToken) =>
        await desk.Find(id, cancellationToken) is { } client ? TypedResults.Ok(client) : ProblemResponses.Missing();

    private static async Task<Results<Created<ClientView>, ProblemHttpResult>> Register(ClientBody body, ClientDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        if (new Input().Required("name", body.Name, 200).Limited("contactEmail", body.ContactEmail, 320).Limited("language", body.Language, 35).Problem() is { } invalid) { return invalid; }
        var reply = await desk.Register(body.Name!, body.ContactEmail, body.Language, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply is { Refusal: null, Client: { } client } ? TypedResults.Created($"/api/v1/clients/{client.Id}", client) : reply.Refusal!.Problem();
    }
}
