namespace AgencyPlatform.Domain.Sla;

/// <summary>Everything that follows from a clock's events at an instant.</summary>
public sealed record ClockState
{
    public required ClockPhase Phase { get; init; }

    /// <summary>When the promise is broken if nothing else happens; null while paused with time left, and once cancelled.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The target in force.</summary>
    public required ClockTarget Target { get; init; }

    /// <summary>Seconds used, in the target's unit.</summary>
    public long UsedSeconds { get; init; }

    /// <summary>Seconds left in the target's unit; negative once overdue; kept while paused. Null where the clock no longer runs.</summary>
    public long? LeftSeconds { get; init; }

    /// <summary>Wall seconds to <see cref="DueAt"/>, negative once overdue; null while there is no due instant or the clock has ended.</summary>
    public long? LeftWallSeconds { get; init; }

    public IReadOnlyList<string> PausedBy { get; init; } = [];
    public DateTimeOffset? FulfilledAt { get; init; }

    /// <summary>Set once the promise is broken, for ever; the instant it broke.</summary>
    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary><c>time</c>, or <c>retarget</c> where a new target was already exceeded when it came.</summary>
    public string? BreachCause { get; init; }

    /// <summary>Warnings and the breach in order of time, with the instants they are due at under the present course; none where the clock does not run.</summary>
    public IReadOnlyList<FiringPoint> Points { get; init; } = [];
}

/// <summary>Running and Paused are open; Met and Missed are fulfilled; Unschedulable has no due instant within three years.</summary>
public enum ClockPhase { Running, Paused, Met, Missed, Cancelled, Unschedulable }

/// <summary>A moment at which something is to be done about a clock.</summary>
public sealed record FiringPoint(string Kind, string Step, DateTimeOffset At, string? Ladder = null);

/// <summary>One line of the answer to "why is this due then?". Rendered as a sentence in the reader's language.</summary>
/// <param name="Code">One of <see cref="ExplainCodes"/>.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends, for spans.</param>
/// <param name="Seconds">Seconds counted in the span, or what the code says.</param>
/// <param name="Title">The name as a holiday set gives it, in both languages.</param>
public sealed record ExplainLine(string Code, DateTimeOffset From, DateTimeOffset? To = null, long? Seconds = null, string? Name = null, LocalText? Title = null);
