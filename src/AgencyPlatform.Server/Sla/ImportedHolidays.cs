using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Server.Sla;

/// <summary>What an iCalendar text gave: days to be compared and kept, or why it gave nothing.</summary>
internal sealed record ImportedHolidays
{
    /// <summary>In order of date, each date once.</summary>
    public IReadOnlyList<HolidayDay> Days { get; init; } = [];

    public IReadOnlyList<IgnoredEvent> Ignored { get; init; } = [];

    /// <summary><c>holidays.too-large</c>, <c>holidays.malformed</c> or <c>holidays.years-invalid</c>; null where the text was read.</summary>
    public Refusal? Fault { get; init; }
}

/// <summary>An event that is no day off, and why it was taken for none.</summary>
/// <param name="Line">1-based line of its BEGIN.</param>
/// <param name="Reason">See <see cref="IgnoredReasons"/>.</param>
internal sealed record IgnoredEvent(int Line, string Summary, string Reason);

internal static class IgnoredReasons
{
    /// <summary>It has hours, in whatever zone; a holiday is a date.</summary>
    public const string Timed = "timed";
    public const string NoStart = "no-start";
    public const string NoName = "no-name";
    public const string TooLong = "too-long";

    /// <summary>It repeats other than yearly, or by a rule that never comes true.</summary>
    public const string Repetition = "repetition";
    public const string Cancelled = "cancelled";

    /// <summary>The feed itself says that people work on it.</summary>
    public const string Observance = "observance";

    /// <summary>The feed says that it is kept in parts of the country only.</summary>
    public const string Regional = "regional";

    /// <summary>The feed marks its days off (休), and this is none of them.</summary>
    public const string Unmarked = "unmarked";
    public const string OutsideYears = "outside-years";
}
