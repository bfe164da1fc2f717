using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.Calendars;
using static AgencyPlatform.Specs.Sla.Clock;

namespace AgencyPlatform.Specs.Sla;

/// <summary>A promise over a year costs what one over a week costs: the number of events counts, not that of days.</summary>
public sealed class Costs
{
    private static readonly DateTimeOffset Start = At(Berlin, "2026-01-05 09:00");
    private static readonly WorkingTime Office = Germany.Time();

    [Fact] // P20
    public void do_not_grow_with_the_days_between()
    {
        var (week, year) = (Bytes(Story(TimeSpan.FromHours(4), 20 * Hour)), Bytes(Story(TimeSpan.FromDays(17), 2_000 * Hour)));
        Assert.Equal(week, year);
        Assert.InRange(year, 1, 8 * 1024);
    }

    [Fact]
    public void of_counting_are_no_memory_at_all()
    {
        Office.Due(Start, 4_000 * Hour);
        Office.Back(Start.AddYears(1), 1_000 * Hour);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Office.Due(Start, 4_000 * Hour);
            Office.Back(Start.AddYears(1), 1_000 * Hour);
            Office.Elapsed(Start, Start.AddYears(1));
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static Clock Story(TimeSpan between, long seconds)
    {
        var clock = Started(Start, Budget(seconds) with { Thresholds = [new Threshold("75%", 75), new Threshold("1h", LeadSeconds: Hour)] }, Office);
        for (var i = 1; i <= 20; i++) { clock = clock.PausedBetween(Start + between * i, Start + between * i + TimeSpan.FromHours(2)); }
        return clock;
    }

    private static long Bytes(Clock clock)
    {
        var record = new SlaClock { Id = "c", Metric = Metrics.Resolution, Events = clock.Events };
        var now = clock.Events[^1].At;
        SlaFunction.State(record, clock.Calendars, now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SlaFunction.State(record, clock.Calendars, now);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
