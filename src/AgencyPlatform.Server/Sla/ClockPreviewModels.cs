using System.Text.Json.Serialization;
using AgencyPlatform.Server.Cases;

namespace AgencyPlatform.Server.Sla;

/// <summary>A promise to try out. Instants are RFC 3339 with their offset; times of the day are <c>HH:mm</c> in the calendar's zone.</summary>
/// <param name="Calendar">Needed for business seconds and for civil days.</param>
/// <param name="At">When the elapsed and remaining time is asked for; the due instant unless told.</param>
internal sealed record ClockPreviewBody(
    PreviewCalendarBody? Calendar, string? Start, PreviewBudgetBody? Budget, IReadOnlyList<PreviewPauseBody?>? Pauses = null, string? At = null);

/// <param name="Week">Windows of each weekday, <c>monday</c> to <c>sunday</c>, as pairs; an end at or before its start lies on the next day.</param>
internal sealed record PreviewCalendarBody(
    string? TimeZone, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>?>? Week = null, IReadOnlyList<PreviewOverrideBody?>? Overrides = null);

/// <param name="Windows">None: closed.</param>
internal sealed record PreviewOverrideBody(string? Date, IReadOnlyList<IReadOnlyList<string>>? Windows = null);

/// <param name="Unit"><c>business</c>, <c>elapsed</c> or <c>civilDays</c>.</param>
internal sealed record PreviewBudgetBody(string? Unit, long? Seconds = null, int? Days = null);

/// <param name="To">Absent while the pause lasts.</param>
internal sealed record PreviewPauseBody(string? From, string? To = null);

/// <summary>What the promise comes to.</summary>
public sealed record ClockPreviewModel
{
    /// <summary>Null while a pause without an end keeps it open, and where it would lie more than three years ahead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset? DueAt { get; init; }

    public required bool Paused { get; init; }

    /// <summary>Seconds used at the instant asked about, in the budget's unit.</summary>
    public required long ElapsedSeconds { get; init; }

    /// <summary>Seconds left at the instant asked about; negative once overdue.</summary>
    public required long RemainingSeconds { get; init; }

    public required IReadOnlyList<ExplainItem> Explain { get; init; }
}
