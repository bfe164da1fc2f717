using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Server.Language;
using AgencyPlatform.Server.Localization;
using AgencyPlatform.Server.Problems;

namespace AgencyPlatform.Server.Cases;

/// <summary>Clocks in the reader's language.</summary>
internal static class ClockRendering
{
    private const string Deadline = "hard-deadline:";

    /// <summary>The clocks that run, those that ran, then what is only expected.</summary>
    public static IReadOnlyList<ClockModel> Clocks(CaseView c, Category? category) =>
    [
        .. c.Promises.Select(p => Clock(p, c, category)),
        .. c.Clocks.Where(k => c.Promises.All(p => p.Id != Deadline + k.Id)).Select(k => new ClockModel
        {
            Id = k.Id,
            Metric = "expectation",
            Purpose = k.Purpose,
            Phase = "information",
            StartedAt = k.StartedAt,
            DueAt = k.DueAt,
            Zone = c.TimeZone,
            Source = k.Source,
            Text = Text(k, category),
        }),
    ];

    public static ClockModel Clock(PromiseView p, CaseView c, Category? category)
    {
        var found = c.Clocks.FirstOrDefault(k => p.Id == Deadline + k.Id);
        return new ClockModel
        {
            Id = p.Id,
            Metric = p.Metric,
            Purpose = found?.Purpose,
            Cycle = p.Cycle,
            Phase = p.Phase,
            StartedAt = p.StartedAt,
            DueAt = p.DueAt,
            Unit = p.Unit,
            UsedSeconds = p.UsedSeconds,
            RemainingBusinessSeconds = p.Unit == "business" ? p.LeftSeconds : null,
            RemainingSeconds = p.LeftSeconds,
            RemainingWallSeconds = p.LeftWallSeconds,
            Calendar = p.Calendar,
            Zone = p.TimeZone,
            PausedReasons = p.PausedBy,
            FulfilledAt = p.FulfilledAt,
            BreachedAt = p.BreachedAt,
            BreachCause = p.BreachCause,
            BreachReason = p.BreachReason,
            BreachText = p.BreachText,
            PolicyVersion = p.PlanVersion,
            Source = p.Source,
            Fired = p.Fired,
            Text = found is null ? WordList.Metric(p.Metric) : Text(found, category),
        };
    }

    private static string Text(ClockView clock, Category? category) =>
        category?.Clocks.FirstOrDefault(c => c.Id == clock.Id)?.Text.In(ReaderLanguages.Current) ?? Refused.Say($"clock.{clock.Purpose}");
}
