namespace AgencyPlatform.Domain.Sla;

/// <summary>Hours in which people are left alone, in their own zone.</summary>
public static class QuietHours
{
    /// <summary>The earliest instant, not before <paramref name="at"/>, outside the window; <paramref name="at"/> itself in a zone nobody knows.</summary>
    public static DateTimeOffset EndFor(Window window, string timeZone, DateTimeOffset at)
    {
        if (LocalClock.Zone(timeZone) is not { } zone) { return at; }
        var today = LocalClock.DateAt(zone, at);
        // Last night's window may reach into today.
        for (var date = today.PlusDays(-1); date <= today; date = date.PlusDays(1))
        {
            var end = LocalClock.End(zone, date, window.To + (window.CrossesMidnight ? Window.Day : 0));
            if (LocalClock.Start(zone, date, window.From) <= at && at < end) { return end; }
        }

        return at;
    }
}
