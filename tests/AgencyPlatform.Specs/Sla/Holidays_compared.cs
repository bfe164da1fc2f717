using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.SamplePlans;

namespace AgencyPlatform.Specs.Sla;

public sealed class Holidays_compared
{
    private static HolidayDay Day(int year, int month, int day, string name, DayOfWeek? like = null) => new(new(year, month, day), new(name, name), like);

    private static readonly HolidaySet Before = German with { Days = [Day(2025, 5, 1, "Labour"), Day(2026, 5, 1, "Labour"), Day(2026, 10, 3, "Unity"), Day(2026, 12, 25, "Christmas")] };

    [Fact]
    public void show_what_is_added_removed_and_changed_in_the_years_they_speak_for()
    {
        var diff = HolidayDiff.Between(Before, [Day(2026, 12, 25, "Christmas"), Day(2026, 10, 3, "Unity", DayOfWeek.Monday), Day(2026, 12, 26, "Boxing"), Day(2027, 1, 1, "New Year")]);
        Assert.Equal([new(2026, 12, 26), new(2027, 1, 1)], diff.Added.Select(d => d.Date));
        Assert.Equal([new(2026, 5, 1)], diff.Removed.Select(d => d.Date));
        var change = Assert.Single(diff.Changed);
        Assert.Equal((null, DayOfWeek.Monday), (change.Before.WorksLike, change.After.WorksLike));
        Assert.False(diff.IsEmpty);
    }

    [Fact]
    public void keep_the_years_they_do_not_speak_for()
    {
        var merged = HolidayDiff.Merge(Before, [Day(2026, 12, 25, "Christmas"), Day(2026, 1, 1, "New Year")]);
        Assert.Equal([new(2025, 5, 1), new(2026, 1, 1), new(2026, 12, 25)], merged.Days.Select(d => d.Date));
        Assert.True(HolidayDiff.Between(merged, [.. merged.Days]).IsEmpty);
        Assert.True(HolidayDiff.Between(Before, []).IsEmpty);
    }

    [Fact]
    public void are_all_new_where_there_was_nothing() => Assert.Equal(4, HolidayDiff.Between(null, Before.Days).Added.Count);

    [Fact]
    public void take_the_last_word_on_a_date_told_twice() =>
        Assert.Equal("Second", HolidayDiff.Between(null, [Day(2026, 1, 1, "First"), Day(2026, 1, 1, "Second")]).Added.Single().Name.En);
}
