using System.Text.Json;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Sla;

/// <summary>Plans, calendars and rotas over HTTP.</summary>
internal static class PlanEndpoints
{
    private static readonly string[] Choices = ["new-cases-only", "from-now", "recompute-all"];

    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var sla = api.MapGroup("/sla").WithTags("Promises");
        sla.MapGet("/plan", Plan).WithName("GetPlan");
        sla.MapGet("/calendars/{id}/days", Days).WithName("GetCalendarDays").ProducesProblem(400).ProducesProblem(404);
        sla.MapGet("/on-duty", OnDuty).WithName("GetOnDuty");

        var edit = sla.MapGroup("").RequireAuthorization(Policies.Lead).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        edit.MapPut("/plan", Save).WithName("SavePlan");
        edit.MapPost("/plan/preview", Preview).WithName("PreviewPlan");
        edit.MapPost("/holiday-sets/{id}/import", Import).WithName("ImportHolidays");
    }

    private static async Task<Ok<PlanModel>> Plan(PlanDesk desk, ISlaPlans plans, CancellationToken cancellationToken)
    {
        var current = await desk.Current(cancellationToken);
        return TypedResults.Ok(new PlanModel(current.Reference.Version, current.Reference.Hash, JsonElement.Parse(plans.Write(current.Plan))));
    }

    private static async Task<Results<Ok<PlanModel>, ProblemHttpResult>> Save(PlanBody body, PlanDesk desk, ISlaPlans plans, HttpContext http, CancellationToken cancellationToken)
    {
        var input = new Input().Check(body.Plan is { ValueKind: JsonValueKind.Object }, "plan", "field.plan").Required("choice", body.Choice).OneOf("choice", body.Choice, Choices);
        if (input.Problem() is { } invalid) { return invalid; }
        var reply = await desk.Save(body.Plan!.Value.GetRawText(), body.Choice!, body.BasedOn, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no ? no.Problem() : await Plan(desk, plans, cancellationToken);
    }

    private static async Task<Results<Ok<PlanPreviewModel>, ProblemHttpResult>> Preview(PlanBody body, PlanDesk desk, CancellationToken cancellationToken)
    {
        var input = new Input().Check(body.Plan is { ValueKind: JsonValueKind.Object }, "plan", "field.plan").Required("choice", body.Choice).OneOf("choice", body.Choice, Choices);
        if (input.Problem() is { } invalid) { return invalid; }
        var (preview, refusal) = await desk.Preview(body.Plan!.Value.GetRawText(), body.Choice!, cancellationToken);
        return refusal is null ? TypedResults.Ok(preview) : refusal.Problem();
    }

    private static async Task<Results<Ok<IReadOnlyList<CalendarDayModel>>, ProblemHttpResult>> Days(
        string id, PlanDesk desk, CancellationToken cancellationToken, DateOnly? from = null, int days = 14)
    {
        if (new Input().Check(days is > 0 and <= 400, "days", "field.days").Problem() is { } invalid) { return invalid; }
        return await desk.Days(id, from, days, cancellationToken) is { } found ? TypedResults.Ok(found) : ProblemResponses.Missing();
    }

    private static async Task<Ok<IReadOnlyList<OnDutyModel>>> OnDuty(PlanDesk desk, TimeProvider time, CancellationToken cancellationToken, DateTimeOffset? at = null)
    {
        var current = await desk.Current(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<OnDutyModel>>([.. current.Plan.Rotas.Select(r => new OnDutyModel(r.Id, r.Name, Rotas.OnDuty(r, at ?? time.GetUtcNow())))]);
    }

    private static async Task<Results<Ok<HolidayImportModel>, ProblemHttpResult>> Import(
        string id, HolidayImportBody body, HolidayDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        var input = new Input().Required("ics", body.Ics, 1_000_000).OneOf("choice", body.Choice, Choices).Check(!body.Apply || body.Choice is not null, "choice", "field.required");
        if (input.Problem() is { } invalid) { return invalid; }
        var (model, refusal, replayed) = await desk.Import(id, body, cancellationToken);
        http.MarkReplayed(replayed);
        return refusal is null ? TypedResults.Ok(model!) : refusal.Problem();
    }
}
