using System.Text.Json;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Server.Sla;

/// <summary>An agency's plan of promises: calendars, policy, client terms, ladders, rotas.</summary>
/// <param name="Version">0 is the shipped plan.</param>
public sealed record PlanModel(int Version, string Hash, JsonElement Plan);

internal sealed record PlanBody(JsonElement? Plan, string? Choice, int? BasedOn);

/// <summary>What an edit would change on clocks that run.</summary>
/// <param name="Cases">Open cases looked at.</param>
/// <param name="Clocks">Clocks whose due instant would move.</param>
/// <param name="ColourChanges">Clocks that would turn broken, or would no longer be.</param>
/// <param name="IsComplete">False where there are more cases than are looked at.</param>
public sealed record PlanPreviewModel(int Cases, int Clocks, int ColourChanges, bool IsComplete, IReadOnlyList<PlanPreviewCase> Items);

/// <summary>One case that an edit would touch.</summary>
public sealed record PlanPreviewCase(string CaseId, IReadOnlyList<PlanEffectView> Clocks);

/// <summary>What a calendar makes of one date.</summary>
public sealed record CalendarDayModel(DateOnly Date, string Weekday, IReadOnlyList<CalendarSpanModel> Open, long OpenSeconds, string? Name);

/// <summary>Open time, in the calendar's zone and as instants.</summary>
public sealed record CalendarSpanModel(string From, string To, DateTimeOffset FromAt, DateTimeOffset ToAt);

/// <param name="Ics">iCalendar text.</param>
/// <param name="Years">The years to take; this one and the next where absent.</param>
/// <param name="Apply">False only shows the difference.</param>
internal sealed record HolidayImportBody(string? Ics, IReadOnlyList<int>? Years, bool Apply, string? Choice, string? NameEn, string? NameZh, bool WithRegional);

/// <summary>What an import changes in a set of holidays, and the plan's version it stands in.</summary>
public sealed record HolidayImportModel(
    IReadOnlyList<HolidayDay> Added, IReadOnlyList<HolidayDay> Removed, IReadOnlyList<HolidayChange> Changed, IReadOnlyList<IgnoredEventModel> Ignored, int PlanVersion, bool IsSaved);

/// <summary>An event of the feed that is no day off, and why.</summary>
public sealed record IgnoredEventModel(int Line, string Summary, string Reason);

/// <summary>Who is on duty of a rota.</summary>
public sealed record OnDutyModel(string RotaId, string Name, string? MemberId);
