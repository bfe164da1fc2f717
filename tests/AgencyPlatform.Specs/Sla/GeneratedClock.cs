using System.Text.Json;
using AgencyPlatform.Domain.Sla;
using CsCheck;

namespace AgencyPlatform.Specs.Sla;

/// <summary>Clocks on one random calendar, each with an instant at which to look at it.</summary>
internal sealed record Told(BusinessCalendar Calendar, (Clock Clock, DateTimeOffset Now)[] Stories)
{
    public override string ToString() =>
        $"{JsonSerializer.Serialize(Calendar)} {string.Join('\n', Stories.Select(s => $"{s.Now:O} {JsonSerializer.Serialize(s.Clock.Events)}"))}";
}

/// <summary>Clocks to which anything happens, possible or not, many things in the same second.</summary>
internal static class GeneratedClock
{
    private static readonly Gen<Threshold[]> Thresholds = Gen.OneOf(
        Gen.Const(Array.Empty<Threshold>()),
        Gen.Const(new[] { new Threshold("75%", 75), new Threshold("50%", 50), new Threshold("90%", 90) }),
        Gen.Select(Gen.Long[1, 40 * 3_600], Gen.Bool, (lead, isBusiness) =>
            new[] { new Threshold("lead", LeadSeconds: lead, LeadUnit: isBusiness ? ClockUnit.Business : ClockUnit.Elapsed), new Threshold("50%", 50) }));

    private static readonly Gen<long> Grace = Gen.Frequency((3, Gen.Const(0L)), (1, Gen.Long[1, 20 * 3_600]));

    // Whole hours, so that events often share a second.
    private static readonly Gen<long> Offset = Gen.OneOf(Gen.Int[0, 200].Select(hours => hours * 3_600L), Gen.Long[0, 20L * Window.Day]);

    private static readonly Gen<(ClockEventKind Kind, long Offset, string Reason, bool Recount)> Happening = Gen.Select(
        Gen.Frequency(
            (6, ClockEventKind.Paused), (6, ClockEventKind.Resumed), (3, ClockEventKind.Retargeted), (2, ClockEventKind.Reopened), (1, ClockEventKind.Fulfilled), (1, ClockEventKind.Started)),
        Offset, Gen.Bool.Select(isClient => isClient ? "client" : "amazon"), Gen.Bool);

    public static Gen<Told> With(int stories) =>
        from year in Generated.Year
        from calendar in Generated.Calendar(year)
        let time = WorkingTime.Of(calendar, [Generated.Holidays(year)])
        from told in Story(year, calendar.TimeZone, time).Array[stories]
        select new Told(calendar, told);

    private static Gen<(Clock Clock, DateTimeOffset Now)> Story(int year, string zone, WorkingTime time) =>
        from start in Generated.Instant(year, zone)
        from first in Target(start, zone)
        from happened in Gen.Select(Happening, Target(start, zone)).Array[0, 9]
        from now in Offset
        select (happened.Aggregate(Clock.Started(start, first, time), (clock, next) => clock.Then(
            next.Item1.Kind, start.AddSeconds(next.Item1.Offset), next.Item1.Reason,
            next.Item1.Kind is ClockEventKind.Retargeted or ClockEventKind.Started ? next.Item2 : null, next.Item1.Recount)), start.AddSeconds(now));

    private static Gen<ClockTarget> Target(DateTimeOffset start, string zone) => Gen.Select(
        Gen.Frequency((6, ClockUnit.Business), (2, ClockUnit.Elapsed), (1, ClockUnit.CivilDays), (1, ClockUnit.Fixed)), Gen.Long[0, 60 * 3_600], Thresholds, Grace,
        (unit, seconds, thresholds, grace) => (unit switch
        {
            ClockUnit.CivilDays => Clock.CivilDays((int)(seconds % 20), zone),
            ClockUnit.Fixed => Clock.FixedAt(start.AddSeconds(seconds)),
            _ => Clock.Budget(seconds, unit),
        }) with { Thresholds = thresholds, GraceSeconds = grace });
}
