using System.Text.Json.Serialization;

namespace AgencyPlatform.Server.Sla;

/// <summary>A promise to count out, with nothing stored. Instants carry an offset; times of windows are local to the calendar.</summary>
internal sealed record PreviewBody
{
    public CalendarBody? Calendar { get; init; }
    public string? Start { get; init; }
    public BudgetBody? Budget { get; init; }
    public IReadOnlyList<PauseBody?>? Pauses { get; init; }

    /// <summary>The instant that used and left seconds are asked for; the due instant where it is left out.</summary>
    public string? At { get; init; }
}

internal sealed record CalendarBody
{
    public string? TimeZone { get; init; }

    /// <summary>Per weekday its windows, each as start and end.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string?>?>?>? Week { get; init; }

    public IReadOnlyList<OverrideBody?>? Overrides { get; init; }
}

/// <summary>One date as it is; without windows it is closed.</summary>
internal sealed record OverrideBody(string? Date, IReadOnlyList<IReadOnlyList<string?>?>? Windows, string? Name);

internal sealed record BudgetBody(string? Unit, long? Seconds, int? Days);

/// <summary>A pause; one without an end lasts still.</summary>
internal sealed record PauseBody(string? From, string? To);

/// <summary>When the promise is due and why.</summary>
public sealed record PreviewModel
{
    /// <summary>Null while paused with time left.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset? DueAt { get; init; }

    public required bool Paused { get; init; }

    /// <summary>Seconds used, in the budget's unit; of civil days plain seconds.</summary>
    public required long ElapsedSeconds { get; init; }

    /// <summary>Seconds left; negative once overdue.</summary>
    public required long RemainingSeconds { get; init; }

    public required IReadOnlyList<ExplainModel> Explain { get; init; }
}

/// <summary>One line of the count.</summary>
public sealed record ExplainModel(string Code, DateTimeOffset From, DateTimeOffset? To, long? Seconds, string? Name, string Text);
