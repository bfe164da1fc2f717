namespace AgencyPlatform.Domain.Sla;

/// <summary>Finds the compiled calendar of a plan version.</summary>
public delegate WorkingTime CalendarOf(PlanReference plan, string calendarId);

/// <summary>Everything about a clock follows from its events: one pure function, the same on every machine and in every culture.</summary>
public static partial class SlaFunction
{
    /// <param name="now">The instant of asking; events recorded as later than it count all the same.</param>
    public static ClockState State(SlaClock clock, CalendarOf calendars, DateTimeOffset now)
    {
        var course = new ClockCourse(clock.Metric, calendars);
        foreach (var happened in Ordered(clock.Events)) { course.Take(happened); }
        return course.At(now.ToUnixTimeSeconds());
    }

    /// <summary>By second, then by sequence, whatever order they were learnt in.</summary>
    internal static IReadOnlyList<ClockEvent> Ordered(IReadOnlyList<ClockEvent> events)
    {
        for (var i = 1; i < events.Count; i++)
        {
            if (Compare(events[i - 1], events[i]) > 0) { return [.. events.Order(Comparer<ClockEvent>.Create(Compare))]; }
        }

        return events;
    }

    private static int Compare(ClockEvent a, ClockEvent b) =>
        a.At.ToUnixTimeSeconds().CompareTo(b.At.ToUnixTimeSeconds()) is not 0 and var order ? order : a.Sequence.CompareTo(b.Sequence);
}
