using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace AgencyPlatform.Server.Sla;

/// <summary>Counts promises out without storing anything.</summary>
internal static class SlaEndpoints
{
    public static void MapSla(this IEndpointRouteBuilder api) =>
        api.MapPost("/sla/preview", Preview).WithName("PreviewSla").WithTags("SLA").ProducesProblem(400);

    private static Results<Ok<PreviewModel>, ProblemHttpResult> Preview(PreviewBody body)
    {
        var input = new Input();
        var question = new PreviewInput(input).Read(body);
        if (input.Problem() is { } invalid) { return invalid; }

        var time = WorkingTime.Of(question.Calendar, []);
        WorkingTime Calendar(PlanReference plan, string id) => time;
        var final = SlaFunction.State(question.Clock, Calendar, question.LastEvent);
        if (final.Phase == ClockPhase.Unschedulable) { return input.Check(false, "calendar.week", "sla.never-due").Problem()!; }

        var asked = question.At ?? final.DueAt ?? question.LastEvent;
        var state = SlaFunction.State(question.Clock, Calendar, asked);
        var zone = DateTimeZoneProviders.Tzdb[question.Calendar.TimeZone];
        return TypedResults.Ok(new PreviewModel
        {
            DueAt = final.DueAt,
            Paused = state is { Phase: ClockPhase.Paused, DueAt: null },
            ElapsedSeconds = state.UsedSeconds,
            RemainingSeconds = state.LeftSeconds ?? 0,
            // Whether it will be kept is not known; that it was due is only worth saying afterwards.
            Explain =
            [
                .. SlaFunction.Explain(question.Clock, Calendar, final.DueAt ?? question.LastEvent)
                    .Where(line => line.Code != ExplainCodes.Breached || question.At > final.DueAt).Select(line => ExplainSentences.Render(line, zone)),
            ],
        });
    }
}
