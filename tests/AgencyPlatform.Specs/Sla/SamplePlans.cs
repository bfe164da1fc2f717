using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Specs.Sla;

/// <summary>A small sound plan, for specifications to break.</summary>
internal static class SamplePlans
{
    public static readonly IReadOnlyList<Window> Office = [new(9 * 3_600, 12 * 3_600), new(13 * 3_600, 17 * 3_600)];

    public static readonly WeekPlan Weekdays = new() { Monday = Office, Tuesday = Office, Wednesday = Office, Thursday = Office, Friday = Office };

    public static readonly BusinessCalendar Berlin = new() { Id = "de", Name = "Berlin", TimeZone = "Europe/Berlin", Week = Weekdays, HolidaySets = ["de"] };

    public static readonly BusinessCalendar Shanghai = new() { Id = "cn", Name = "Shanghai", TimeZone = "Asia/Shanghai", Week = Weekdays };

    public static readonly HolidaySet German = new()
    {
        Id = "de", Name = new("Germany", "德国"), Source = "https://example.org/de",
        Days = [new(new(2026, 5, 1), new("Labour Day", "劳动节")), new(new(2026, 12, 25), new("Christmas", "圣诞节"))],
    };

    public static readonly PolicyRule Resolution = new()
    {
        Id = "resolution", Metric = Metrics.Resolution, Unit = ClockUnit.Business, Seconds = 40 * 3_600, BreachLadder = "late",
        Thresholds = [new("75%", 75), new("2h", LeadSeconds: 7_200, Ladder: "late")],
    };

    public static readonly Rota Duty = new() { Id = "duty", Name = "Duty", TimeZone = "Europe/Berlin", Members = ["ann"], From = new(2026, 1, 5) };

    public static readonly SlaPlan Sound = new()
    {
        DefaultCalendar = "de",
        Calendars = [Berlin, Shanghai],
        HolidaySets = [German],
        Rules = [Resolution],
        Pauses = [new([Metrics.Resolution, Metrics.AllStages], "awaiting-client", "client"), new([Metrics.Resolution], "awaiting-amazon", "amazon", ByContract: true)],
        Clients = [new("acme", "gold", "cn", true)],
        Assignments = [new("account", "acct-1", "cn"), new("desk", "notice", "cn")],
        Ladders = [SampleLadders.Three],
        Rotas = [Duty],
        QuietHours = new(21 * 3_600, 8 * 3_600),
    };
}
