using AgencyPlatform.Server.Agencies;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Playbooks;

/// <summary>A value of the agency's own for one entry of the playbook.</summary>
internal sealed record OverrideBody(string? Value);

internal static class PlaybookEndpoints
{
    public static void MapPlaybook(this IEndpointRouteBuilder api)
    {
        var playbook = api.MapGroup("/playbook").WithTags("Playbook");
        playbook.MapGet("/desks", Desks).WithName("ListDesks");
        playbook.MapGet("/categories", Categories).WithName("ListCategories");
        playbook.MapGet("/categories/{id}", Category).WithName("GetCategory").ProducesProblem(404);
        playbook.MapGet("/overrides", Overrides).WithName("ListOverrides");
        playbook.MapPut("/overrides/{entry}", Override).WithName("SetOverride").RequireAuthorization(Policies.Lead).ProducesProblem(400).ProducesProblem(409);
        playbook.MapDelete("/overrides/{entry}", TakeBack).WithName("DeleteOverride").RequireAuthorization(Policies.Lead).ProducesProblem(409);
    }

    private static async Task<Ok<IReadOnlyList<DeskModel>>> Desks(IPlaybooks playbooks, CurrentTenant caller, CancellationToken cancellationToken)
    {
        var playbook = await playbooks.Current(caller.Tenant, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<DeskModel>>([.. playbook.Desks.Values.Select(d => playbook.Render(d))]);
    }

    private static async Task<Ok<IReadOnlyList<CategorySummary>>> Categories(IPlaybooks playbooks, CurrentTenant caller, CancellationToken cancellationToken)
    {
        var playbook = await playbooks.Current(caller.Tenant, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<CategorySummary>>([.. playbook.Categories.Values.Select(c => c.Summary())]);
    }

    private static async Task<Results<Ok<CategoryModel>, ProblemHttpResult>> Category(string id, IPlaybooks playbooks, CurrentTenant caller, CancellationToken cancellationToken)
    {
        var playbook = await playbooks.Current(caller.Tenant, cancellationToken);
        return playbook.Categories.TryGetValue(id, out var category) ? TypedResults.Ok(playbook.Render(category)) : ProblemResponses.Missing();
    }

    private static async Task<Ok<IReadOnlyDictionary<string, string>>> Overrides(AgencyDesk agency, CancellationToken cancellationToken) =>
        TypedResults.Ok((await agency.Describe(cancellationToken))?.PlaybookOverrides ?? new Dictionary<string, string>());

    private static async Task<Results<NoContent, ProblemHttpResult>> Override(
        string entry, OverrideBody body, AgencyDesk agency, HttpContext http, CancellationToken cancellationToken)
    {
        if (new Input().Required("value", body.Value, 4_000).Problem() is { } invalid) { return invalid; }
        var reply = await agency.OverridePlaybook(entry, body.Value, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no ? no.Problem() : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(string entry, AgencyDesk agency, HttpContext http, CancellationToken cancellationToken)
    {
        var reply = await agency.OverridePlaybook(entry, null, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no ? no.Problem() : TypedResults.NoContent();
    }
}
