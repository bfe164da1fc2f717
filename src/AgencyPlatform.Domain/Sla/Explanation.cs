namespace AgencyPlatform.Domain.Sla;

/// <summary>Tells how a due instant came about.</summary>
internal static class Explanation
{
    public const int Lines = 60;

    public static IReadOnlyList<ExplainLine> Of(SlaClock clock, CalendarOf calendars, long now) => [];
}
