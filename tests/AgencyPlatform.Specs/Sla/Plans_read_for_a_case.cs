using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.SamplePlans;

namespace AgencyPlatform.Specs.Sla;

public sealed class Plans_read_for_a_case
{
    private static readonly CaseFacts Facts = new(CasePriority.High, "ACC-RELATED", "acme", "acct-1", "notice", "America/Los_Angeles");

    private static ClockTarget? Target(CaseFacts facts, params PolicyRule[] rules) => Promises.Target(Sound with { Rules = rules }, SampleLadders.PlanVersion, facts, Metrics.Resolution);

    [Fact]
    public void promise_what_the_first_fitting_rule_says()
    {
        var target = Target(Facts,
            Resolution with { Id = "reply", Metric = Metrics.NextReply },
            Resolution with { Id = "urgent", Priorities = [CasePriority.Urgent] },
            Resolution with { Id = "ip", Categories = ["IP-TRADEMARK"] },
            Resolution with { Id = "silver", Tiers = ["silver"] },
            Resolution with { Id = "gold", Priorities = [CasePriority.High, CasePriority.Urgent], Categories = ["ACC-RELATED"], Tiers = ["gold"], GraceSeconds = 60 },
            Resolution)!;
        Assert.Equal(("gold", ClockUnit.Business, 144_000L, "de", "late", 60L), (target.Rule, target.Unit, target.Seconds, target.Calendar, target.BreachLadder, target.GraceSeconds));
        Assert.Equal((SampleLadders.PlanVersion, 2), (target.Plan, target.Thresholds.Count));
        Assert.Null(target.TimeZone);
    }

    [Fact]
    public void promise_nothing_where_no_rule_fits()
    {
        Assert.Null(Target(Facts, Resolution with { Tiers = ["silver"] }));
        Assert.Null(Target(Facts with { ClientId = "stranger" }, Resolution with { Tiers = ["gold"] }));
        Assert.Null(Target(Facts, Resolution with { Metric = Metrics.NextReply }));
    }

    [Theory]
    [InlineData("agency", "de", "de")]
    [InlineData("client", "cn", "de")]
    [InlineData("account", "cn", "de")]
    [InlineData("desk", "cn", "de")]
    [InlineData("cn", "cn", "cn")]
    [InlineData("lost", "de", "de")]
    public void count_in_the_calendar_that_is_meant(string selector, string ours, string strangers)
    {
        var rule = Resolution with { Calendar = selector };
        Assert.Equal(ours, Target(Facts, rule)!.Calendar);
        Assert.Equal(strangers, Target(Facts with { ClientId = "x", AccountId = "x", Desk = "x" }, rule)!.Calendar);
        // An account that happens to bear a desk's name is no desk.
        Assert.Equal("de", Target(Facts with { AccountId = "notice", Desk = "acct-1", ClientId = "x" }, Resolution with { Calendar = selector is "cn" ? "account" : selector })!.Calendar);
    }

    [Fact]
    public void count_civil_days_in_the_zone_of_the_account()
    {
        var target = Target(Facts, Resolution with { Unit = ClockUnit.CivilDays, Days = 17, Seconds = 5 })!;
        Assert.Equal((17, 0L, "America/Los_Angeles"), (target.Days, target.Seconds, target.TimeZone));
    }

    [Theory]
    [InlineData(Metrics.Resolution, "awaiting-client", "client")]
    [InlineData(Metrics.StageDraft, "awaiting-client", "client")]
    [InlineData(Metrics.StageReview, "awaiting-client", "client")]
    [InlineData(Metrics.StageSend, "awaiting-client", "client")]
    [InlineData(Metrics.PeriodicUpdate, "awaiting-client", null)]
    [InlineData(Metrics.Resolution, "drafting", null)]
    [InlineData(Metrics.Resolution, "awaiting-amazon", "amazon")]
    public void pause_what_they_name(string metric, string stage, string? reason) => Assert.Equal(reason, Promises.Pauses(Sound, Facts, metric, stage));

    [Fact]
    public void pause_by_contract_only_for_clients_who_agreed() =>
        Assert.Null(Promises.Pauses(Sound, Facts with { ClientId = "stranger" }, Metrics.Resolution, "awaiting-amazon"));

    [Fact]
    public void never_pause_what_never_pauses()
    {
        var plan = Sound with { Pauses = [new([.. Metrics.All, Metrics.AllStages], "awaiting-client", "client")] };
        foreach (var metric in Metrics.All) { Assert.Equal(Metrics.NeverPauses(metric) ? null : "client", Promises.Pauses(plan, Facts, metric, "awaiting-client")); }
    }
}
