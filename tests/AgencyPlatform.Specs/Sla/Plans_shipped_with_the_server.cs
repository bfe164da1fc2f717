using System.Globalization;
using AgencyPlatform.Data.Sla;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Specs.Playbooks;

namespace AgencyPlatform.Specs.Sla;

public sealed class Plans_shipped_with_the_server
{
    public static string Folder { get; } = Path.Combine(Shipped.Root, "src", "AgencyPlatform.Server", "Calendars");

    private static readonly PlanLoad Load = PlanFiles.Load(Folder, new(2026, 1, 1));

    private static SlaPlan Plan => Load.Plan ?? throw new InvalidOperationException(string.Join('\n', Load.Problems));

    private static WorkingTime Calendar(string id) => WorkingTime.Of(Plan.Calendars.Single(c => c.Id == id), Plan.HolidaySets);

    [Fact]
    public void are_without_faults() => Assert.Empty(Load.Problems);

    [Fact]
    public void promise_something_for_every_metric_and_every_case()
    {
        foreach (var metric in Metrics.All)
        {
            foreach (var priority in Enum.GetValues<CasePriority>())
            {
                var target = Promises.Target(Plan, new(0, "x"), new(priority, "ACC-AHR", "c", "a", "", "UTC"), metric);
                Assert.Contains(target!.Thresholds, t => t.Percent == 50);
                Assert.Contains(target.Thresholds, t => t.Percent == 75);
                Assert.Contains(target.Thresholds, t => t.Percent == 90);
                Assert.Contains(target.Thresholds, t => t.LeadSeconds > 0);
                Assert.NotNull(target.BreachLadder);
            }
        }
    }

    [Fact]
    public void promise_no_less_for_what_is_more_urgent()
    {
        foreach (var metric in Metrics.All)
        {
            var budgets = Enum.GetValues<CasePriority>().Order().Select(p => Promises.Target(Plan, new(0, "x"), new(p, "ACC-AHR", "c", "a", "", "UTC"), metric)!.Seconds).ToList();
            Assert.Equal(budgets.OrderDescending(), budgets);
        }
    }

    [Fact]
    public void call_case_workers_then_managers_then_owners() =>
        Assert.Equal(["case-worker", "manager", "owner"], Plan.Ladders.Single(l => l.Id == "missed").Steps.Select(s => s.Target.Id));

    [Fact]
    public void pause_as_the_trade_does()
    {
        var facts = new CaseFacts(CasePriority.Normal, "ACC-AHR", "c", "a", "", "UTC");
        Assert.Equal("awaiting-client", Promises.Pauses(Plan, facts, Metrics.StageDraft, "awaiting-client"));
        Assert.Null(Promises.Pauses(Plan, facts, Metrics.Resolution, "awaiting-amazon"));
        Assert.Equal("awaiting-amazon", Promises.Pauses(Plan with { Clients = [new("c", AmazonPausesResolution: true)] }, facts, Metrics.Resolution, "awaiting-amazon"));
        Assert.Null(Promises.Pauses(Plan with { Clients = [new("c", AmazonPausesResolution: true)] }, facts, Metrics.PeriodicUpdate, "awaiting-amazon"));
    }

    /// <summary>Examples worked out by hand and with another calculator: make-up days, long holidays, clock changes.</summary>
    [Theory]
    [InlineData("cn", "2026-02-13T17:00:00+08:00", 4, "2026-02-14T12:00:00+08:00")]
    [InlineData("cn", "2026-02-14T16:30:00+08:00", 8, "2026-02-24T17:00:00+08:00")]
    [InlineData("cn", "2026-09-30T17:30:00+08:00", 16, "2026-10-10T09:30:00+08:00")]
    [InlineData("cn", "2026-09-19T10:00:00+08:00", 2, "2026-09-20T11:00:00+08:00")]
    [InlineData("us", "2026-03-06T16:00:00-08:00", 3, "2026-03-09T11:00:00-07:00")]
    [InlineData("us", "2026-11-25T16:00:00-08:00", 8, "2026-11-27T16:00:00-08:00")]
    [InlineData("us", "2026-07-02T16:00:00-07:00", 2, "2026-07-06T10:00:00-07:00")]
    [InlineData("us", "2027-12-30T16:00:00-08:00", 2, "2028-01-03T10:00:00-08:00")]
    [InlineData("de", "2026-04-02T16:00:00+02:00", 4, "2026-04-07T12:00:00+02:00")]
    [InlineData("de", "2027-03-25T16:00:00+01:00", 2, "2027-03-30T10:00:00+02:00")]
    public void count_the_hours_of_each_country(string calendar, string start, int hours, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, CultureInfo.InvariantCulture), Calendar(calendar).Due(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), hours * 3_600));

    [Fact]
    public void name_every_day_in_both_languages() => Assert.All(Plan.HolidaySets.SelectMany(s => s.Days), d =>
    {
        Assert.NotEqual(d.Name.En, d.Name.Zh);
        Assert.Contains(d.Name.Zh, c => c >= 0x4E00);
    });

    [Fact]
    public void hold_the_days_that_were_published()
    {
        Assert.Equal((33, 6), Count("cn-2026"));
        Assert.Equal((23, 0), Count("us-federal"));
        Assert.Equal((18, 0), Count("de"));
        // Federal holidays are observed on working days.
        Assert.All(Days("us-federal"), d => Assert.False(d.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.All(Days("cn-2026").Where(d => d.WorksLike is not null), d => Assert.True(d.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));

        (int, int) Count(string set) => (Days(set).Count(d => d.WorksLike is null), Days(set).Count(d => d.WorksLike is not null));
        IReadOnlyList<HolidayDay> Days(string set) => Plan.HolidaySets.Single(s => s.Id == set).Days;
    }

    [Fact]
    public void can_be_kept_and_read_back() => Assert.Equal(PlanContent.Hash(Plan), PlanContent.Hash(PlanContent.Read(PlanContent.Write(Plan))));
}
