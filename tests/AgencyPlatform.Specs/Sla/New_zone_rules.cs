using AgencyPlatform.Domain.Sla;
using NodaTime;
using NodaTime.TimeZones;
using static AgencyPlatform.Specs.Sla.Calendars;

namespace AgencyPlatform.Specs.Sla;

/// <summary>P21: a country abolishes its old offset from an instant on, and the zone data is exchanged.</summary>
public sealed class New_zone_rules
{
    private const string Zone = "Test/Republic";
    private static readonly DateTimeOffset Change = Utc("2027-03-28T01:00Z");

    private static readonly BusinessCalendar Office = Weekdays(Zone, Open(9, 17), new Window(22 * 3600, 4 * 3600));
    private static readonly WorkingTime Before = Office.Time(new Republic(hasChange: false));
    private static readonly WorkingTime After = Office.Time(new Republic(hasChange: true));

    [Fact]
    public void leave_what_is_due_before_they_hold()
    {
        var (same, moved) = (0, 0);
        for (var start = Change.AddDays(-40); start < Change.AddDays(20); start = start.AddMinutes(97))
        {
            for (var seconds = 0L; seconds < 200 * Hour; seconds += 17 * Hour)
            {
                var due = Before.Due(start, seconds);
                if (due <= Change)
                {
                    Assert.Equal(due, After.Due(start, seconds));
                    same++;
                }
                else if (due != After.Due(start, seconds)) { moved++; }
            }
        }
        Assert.True(same > 1_000 && moved > 1_000, $"{same} dues before the change, {moved} moved by it");
    }

    [Fact]
    public void open_offices_at_the_new_hour() => Assert.Equal(
        (Utc("2027-03-29T09:00Z"), Utc("2027-03-29T08:00Z")),
        (Before.Spans(Utc("2027-03-29T05:00Z"), Utc("2027-03-29T20:00Z"))[0].From, After.Spans(Utc("2027-03-29T05:00Z"), Utc("2027-03-29T20:00Z"))[0].From));

    private sealed class Republic(bool hasChange) : DateTimeZone(Zone, !hasChange, Offset.Zero, Offset.FromHours(1)), IDateTimeZoneProvider
    {
        private static readonly Instant At = Instant.FromDateTimeOffset(Change);

        public string VersionId => hasChange ? "new" : "old";

        public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids { get; } = new([Zone]);

        public DateTimeZone this[string id] => id == Zone ? this : throw new DateTimeZoneNotFoundException(id);

        public override ZoneInterval GetZoneInterval(Instant instant) =>
            !hasChange ? new ZoneInterval("OLD", null, null, Offset.Zero, Offset.Zero)
            : instant < At ? new ZoneInterval("OLD", null, At, Offset.Zero, Offset.Zero)
            : new ZoneInterval("NEW", At, null, Offset.FromHours(1), Offset.Zero);

        public DateTimeZone? GetZoneOrNull(string id) => id == Zone ? this : null;

        public DateTimeZone GetSystemDefault() => this;
    }
}
