namespace AgencyPlatform.Domain.Sla;

/// <summary>The calendar of that id in that version of a plan. Asked several times for one clock: whoever answers keeps what was made.</summary>
public delegate WorkingTime CalendarOf(PlanReference plan, string calendarId);
