using AgencyPlatform.Contracts.Cases;

namespace AgencyPlatform.Server.Cases;

/// <summary>A clock as it stood when it was asked for.</summary>
public sealed record ClockModel
{
    public required string Id { get; init; }

    /// <summary><c>first-response</c>, <c>next-reply</c>, <c>periodic-update</c>, <c>resolution</c>, <c>stage-draft</c>, <c>stage-review</c>, <c>stage-send</c>, <c>amazon-reply</c>, <c>hard-deadline</c>, or <c>expectation</c> for what only the notice or the playbook says.</summary>
    public required string Metric { get; init; }

    /// <summary>For expectations and hard deadlines: what the instant is about.</summary>
    public string? Purpose { get; init; }

    public int? Cycle { get; init; }

    /// <summary><c>running</c>, <c>paused</c>, <c>met</c>, <c>missed</c>, <c>cancelled</c>, <c>unschedulable</c>, or <c>information</c>.</summary>
    public required string Phase { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Absent while paused with time left, and once cancelled.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary><c>business</c>, <c>elapsed</c>, <c>civil-days</c> or <c>fixed</c>.</summary>
    public string? Unit { get; init; }

    public long? UsedSeconds { get; init; }

    /// <summary>Working seconds left; negative once overdue; absent for clocks that count no working time.</summary>
    public long? RemainingBusinessSeconds { get; init; }

    /// <summary>Seconds left in the clock's own unit.</summary>
    public long? RemainingSeconds { get; init; }

    public long? RemainingWallSeconds { get; init; }
    public string? Calendar { get; init; }

    /// <summary>IANA zone of the calendar, else of the seller account.</summary>
    public required string Zone { get; init; }

    public IReadOnlyList<string> PausedReasons { get; init; } = [];
    public DateTimeOffset? FulfilledAt { get; init; }
    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary><c>time</c>, or <c>retarget</c> where a change made it late at once.</summary>
    public string? BreachCause { get; init; }

    /// <summary>Why it was missed, as a person told.</summary>
    public string? BreachReason { get; init; }

    public string? BreachText { get; init; }
    public int? PolicyVersion { get; init; }

    /// <summary>The policy rule, <c>notice</c>, <c>desk</c> or a source of the playbook.</summary>
    public string? Source { get; init; }

    /// <summary>Warnings and breaches that were acted on, each once for ever.</summary>
    public IReadOnlyList<FiringView> Fired { get; init; } = [];

    public required string Text { get; init; }
}

/// <summary>Why a clock is due when it is.</summary>
public sealed record ClockExplanationModel(ClockModel Clock, IReadOnlyList<ExplainItem> Explain);

/// <summary>One line of an explanation; <see cref="Text"/> is its sentence for the reader.</summary>
public sealed record ExplainItem(string Code, DateTimeOffset From, DateTimeOffset? To, long? Seconds, string? Name, string Text);
