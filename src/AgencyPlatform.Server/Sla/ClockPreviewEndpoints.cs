using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Sla;

/// <summary>The arithmetic of promises, for anybody who wants to check it. Nothing is stored.</summary>
internal static class ClockPreviewEndpoints
{
    public static void MapClockPreview(this IEndpointRouteBuilder api) =>
        api.MapPost("/sla/preview", Preview).WithName("PreviewClock").WithTags("Promises").ProducesProblem(400);

    private static Results<Ok<ClockPreviewModel>, ProblemHttpResult> Preview(ClockPreviewBody body)
    {
        var (preview, problem) = ClockPreviewReading.Read(body);
        return problem is null ? TypedResults.Ok(Count(preview!)) : problem;
    }

    private static ClockPreviewModel Count(ClockPreview preview)
    {
        var time = preview.Calendar is { } calendar ? WorkingTime.Of(calendar, []) : WorkingTime.Always;
        var clock = preview.Clock();
        ClockState At(DateTimeOffset instant) => SlaFunction.State(clock, (_, _) => time, instant);

        // Pauses that are still to come count towards the due instant, so the whole course is looked at first.
        var end = clock.Events.Max(e => e.At);
        var whole = At(end);
        var asked = At(preview.At ?? whole.DueAt ?? (whole.Phase == ClockPhase.Paused ? end : preview.Start));
        return new ClockPreviewModel
        {
            DueAt = whole.DueAt,
            Paused = (preview.At is null ? whole : asked) is { Phase: ClockPhase.Paused, DueAt: null },
            ElapsedSeconds = asked.UsedSeconds,
            RemainingSeconds = asked.LeftSeconds ?? preview.Target.Seconds - asked.UsedSeconds,
            Explain = [.. SlaFunction.Explain(clock, (_, _) => time, end).Where(l => l.Code != ExplainCodes.Breached).Select(l => ExplainSentences.Item(View(l), preview.Zone))],
        };
    }

    private static ExplainLineView View(ExplainLine line) =>
        new() { Code = line.Code, From = line.From, To = line.To, Seconds = line.Seconds, Name = line.Name, NameZh = line.Title?.Zh };
}
