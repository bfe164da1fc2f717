using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Files;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Accounts;

internal sealed record AccountBody(string? ClientId, string? Name, string? SellerId, IReadOnlyList<string>? Marketplaces, string? TimeZone);

internal sealed record SubscriptionBody(string? SubscriptionId, string? NotificationType);

internal sealed record StatusBody(string? Status, string? Reason);

internal static class AccountEndpoints
{
    private static readonly string[] Statuses = ["normal", "at-risk", "deactivated"];

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/seller-accounts").WithTags("Seller accounts");
        accounts.MapGet("", List).WithName("ListSellerAccounts").ProducesProblem(400);
        accounts.MapGet("/{id}", Get).WithName("GetSellerAccount").ProducesProblem(404);
        accounts.MapGet("/{id}/evidence/{evidenceId}", Download).WithName("DownloadEvidence").ProducesProblem(404);

        var work = accounts.MapGroup("").RequireAuthorization(Policies.CaseWork).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        work.MapPost("", Register).WithName("RegisterSellerAccount");
        work.MapPost("/{id}/status", ChangeStatus).WithName("ChangeAccountStatus");
        work.MapPost("/{id}/amazon-subscriptions", Subscribe).WithName("AddAmazonSubscription");
        work.MapEvidenceUpload();
        work.MapReportUpload();
    }

    private static async Task<Results<Ok<Page<AccountLine>>, ProblemHttpResult>> List(
        AccountDesk desk, CancellationToken cancellationToken, string? clientId = null, string? cursor = null, int limit = 50)
    {
        try
        {
            return TypedResults.Ok(await desk.List(clientId, cursor, limit, cancellationToken));
        }
        catch (CursorInvalidException)
        {
            return ProblemResponses.Say(StatusCodes.Status400BadRequest, "request.cursor-invalid");
        }
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> Get(string id, AccountDesk desk, CancellationToken cancellationToken) =>
        await desk.Find(id, cancellationToken) is { } account ? TypedResults.Ok(account) : ProblemResponses.Missing();

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Download(
        string id, string evidenceId, AccountDesk desk, IFileStore files, CurrentTenant caller, HttpContext http, CancellationToken cancellationToken)
    {
        var file = (await desk.Find(id, cancellationToken))?.Evidence.FirstOrDefault(e => e.Id == evidenceId);
        if (file is null || files.Open(caller.Tenant, file.Sha256) is not { } content) { return ProblemResponses.Missing(); }
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox";
        return TypedResults.Stream(content, "application/octet-stream", file.FileName);
    }

    private static async Task<Results<Created<AccountView>, ProblemHttpResult>> Register(AccountBody body, AccountDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        var input = new Input().Required("clientId", body.ClientId, 64).Required("name", body.Name, 200).Required("sellerId", body.SellerId, 64)
            .Required("marketplaces", body.Marketplaces).Required("timeZone", body.TimeZone, 64);
        if (input.Problem() is { } invalid) { return invalid; }
        var reply = await desk.Register(body.ClientId!, body.Name!, body.SellerId!, body.Marketplaces!, body.TimeZone!, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply is { Refusal: null, Account: { } account } ? TypedResults.Created($"/api/v1/seller-accounts/{account.Id}", account) : reply.Refusal!.Problem();
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> ChangeStatus(string id, StatusBody body, AccountDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        if (new Input().Required("status", body.Status).OneOf("status", body.Status, Statuses).Required("reason", body.Reason, 2_000).Problem() is { } invalid) { return invalid; }
        var reply = await desk.ChangeStatus(id, body.Status!, body.Reason!, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply is { Refusal: null, Account: { } account } ? TypedResults.Ok(account) : reply.Refusal!.Problem();
    }

    private static async Task<Results<Created<SubscriptionView>, ProblemHttpResult>> Subscribe(
        string id, SubscriptionBody body, AccountDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        if (new Input().Required("subscriptionId", body.SubscriptionId, 200).Required("notificationType", body.NotificationType, 100).Problem() is { } invalid) { return invalid; }
        var reply = await desk.AddSubscription(id, body.SubscriptionId!, body.NotificationType!, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no
            ? no.Problem()
            : TypedResults.Created($"/api/v1/seller-accounts/{id}", new SubscriptionView { SubscriptionId = body.SubscriptionId!, NotificationType = body.NotificationType! });
    }
}
