using AgencyPlatform.Domain.Sla;
using NodaTime;

namespace AgencyPlatform.Specs.Sla;

/// <summary>
/// The slow way to know when people work: look at every second and at the wall clock it shows. A window is open from the first
/// second that shows its start or later until after the last second that shows less than its end.
/// </summary>
internal static class SecondBySecond
{
    // A repeated or skipped hour is looked at whole, also where it reaches out of the span.
    private const int Margin = 2 * 3_600;

    public static bool[] Open(BusinessCalendar calendar, HolidaySet holidays, long start, int length)
    {
        var zone = DateTimeZoneProviders.Tzdb[calendar.TimeZone];
        var shown = new DateTime[length + 2 * Margin];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = DateTime.UnixEpoch.AddSeconds(start - Margin + i + zone.GetUtcOffset(Instant.FromUnixTimeSeconds(start - Margin + i)).Seconds);
        }
        var latestSoFar = (DateTime[])shown.Clone();
        for (var i = 1; i < shown.Length; i++) { if (latestSoFar[i - 1] > latestSoFar[i]) { latestSoFar[i] = latestSoFar[i - 1]; } }
        var earliestToCome = (DateTime[])shown.Clone();
        for (var i = shown.Length - 2; i >= 0; i--) { if (earliestToCome[i + 1] < earliestToCome[i]) { earliestToCome[i] = earliestToCome[i + 1]; } }

        var open = new bool[length];
        var (first, last) = (DateOnly.FromDateTime(shown[0]).AddDays(-2), DateOnly.FromDateTime(shown[^1]).AddDays(1));
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            foreach (var window in WindowsOn(calendar, holidays, date))
            {
                var midnight = date.ToDateTime(TimeOnly.MinValue);
                var (from, to) = (midnight.AddSeconds(window.From), midnight.AddSeconds(window.To > window.From ? window.To : window.To + 86_400));
                for (var i = 0; i < length; i++)
                {
                    if (latestSoFar[Margin + i] >= from && earliestToCome[Margin + i] < to) { open[i] = true; }
                }
            }
        }
        return open;
    }

    private static IReadOnlyList<Window> WindowsOn(BusinessCalendar calendar, HolidaySet holidays, DateOnly date)
    {
        foreach (var day in calendar.Overrides.Reverse()) { if (day.Date == date) { return day.Windows; } }
        var week = calendar.LaterWeeks.Where(w => w.From <= date).MaxBy(w => w.From)?.Week ?? calendar.Week;
        var holiday = calendar.HolidaySets.Count == 0 ? null : holidays.Days.SingleOrDefault(d => d.Date == date);
        if (holiday is { WorksLike: null }) { return []; }
        return (holiday?.WorksLike ?? date.DayOfWeek) switch
        {
            DayOfWeek.Monday => week.Monday,
            DayOfWeek.Tuesday => week.Tuesday,
            DayOfWeek.Wednesday => week.Wednesday,
            DayOfWeek.Thursday => week.Thursday,
            DayOfWeek.Friday => week.Friday,
            DayOfWeek.Saturday => week.Saturday,
            _ => week.Sunday,
        };
    }
}
