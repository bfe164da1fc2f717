using System.Globalization;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Server.Sla;

/// <summary>A promise to try out, understood.</summary>
/// <param name="Zone">In which people read its instants.</param>
/// <param name="Pauses">An end that is null has not come.</param>
internal sealed record ClockPreview(
    BusinessCalendar? Calendar, string Zone, DateTimeOffset Start, ClockTarget Target, IReadOnlyList<(DateTimeOffset From, DateTimeOffset? To)> Pauses, DateTimeOffset? At)
{
    /// <summary>The same as a clock's history. Each pause has a reason of its own, so that overlapping ones last until the last of them ends.</summary>
    public SlaClock Clock()
    {
        List<ClockEvent> events = [new() { Sequence = 1, Kind = ClockEventKind.Started, At = Start, Target = Target }];
        for (var i = 0; i < Pauses.Count; i++)
        {
            var (from, to) = Pauses[i];
            if (to <= Start) { continue; }
            var reason = string.Create(CultureInfo.InvariantCulture, $"#{i + 1}");
            // One that began before the promise did holds it from its start.
            events.Add(new ClockEvent { Sequence = events.Count + 1, Kind = ClockEventKind.Paused, At = from > Start ? from : Start, Reason = reason });
            if (to is { } end) { events.Add(new ClockEvent { Sequence = events.Count + 1, Kind = ClockEventKind.Resumed, At = end, Reason = reason }); }
        }

        return new SlaClock { Id = "preview", Metric = Metrics.Resolution, Events = events };
    }
}
