using System.Globalization;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Language;

namespace AgencyPlatform.Server.Sla;

/// <summary>A calendar day by day, as people check it.</summary>
internal static class CalendarDays
{
    public static DateOnly Today(BusinessCalendar calendar, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone(calendar)).DateTime);

    public static IReadOnlyList<CalendarDayModel> Of(BusinessCalendar calendar, SlaPlan plan, WorkingTime time, DateOnly from, int days)
    {
        var zone = Zone(calendar);
        var named = calendar.HolidaySets.Select(id => plan.HolidaySets.First(s => s.Id == id)).SelectMany(s => s.Days).ToLookup(d => d.Date);
        return
        [
            .. Enumerable.Range(0, days).Select(i => from.AddDays(i)).Select(date =>
            {
                var spans = time.Spans(Midnight(date, zone), Midnight(date.AddDays(1), zone));
                return new CalendarDayModel(
                    date, CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(date.DayOfWeek), [.. spans.Select(s => Span(s, zone))], spans.Sum(s => (long)(s.To - s.From).TotalSeconds),
                    calendar.Overrides.FirstOrDefault(o => o.Date == date)?.Name ?? named[date].FirstOrDefault()?.Name.In(ReaderLanguages.Current));
            }),
        ];
    }

    private static CalendarSpanModel Span(WorkSpan span, TimeZoneInfo zone) => new(Clock(span.From, zone), Clock(span.To, zone), span.From, span.To);

    private static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Midnight(DateOnly date, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local)) { local = local.AddMinutes(15); }
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeZoneInfo Zone(BusinessCalendar calendar) => TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
}
