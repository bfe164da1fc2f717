using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.SampleLadders;

namespace AgencyPlatform.Specs.Sla;

public sealed class Ladders_in_quiet_hours
{
    private static readonly Window Night = new(21 * 3_600, 8 * 3_600);

    [Fact]
    public void are_called_in_time_but_delivered_when_each_member_gets_up()
    {
        var plan = Plan(Of(Step("case-worker", 0))) with { QuietHours = Night };
        var at = Utc("2026-06-09T20:30:00Z"); // 22:30 in Berlin, 04:30 in Shanghai

        var call = Escalations.Step(Begin(plan, at), plan, at).Calls.Single();

        Assert.Equal(at, call.At);
        Assert.Equal([new("ann", Utc("2026-06-10T06:00:00Z")), new("ben", Utc("2026-06-10T00:00:00Z"))], call.Members);
    }

    [Fact]
    public void are_delivered_at_once_when_they_are_critical()
    {
        var plan = Plan(Of(Step("case-worker", 0)) with { IsCritical = true }) with { QuietHours = Night };
        var at = Utc("2026-06-09T20:30:00Z");
        Assert.All(Escalations.Step(Begin(plan, at), plan, at).Calls.Single().Members, m => Assert.Equal(at, m.DeliverAt));
    }

    [Fact]
    public void leave_owners_alone_with_gaps_too()
    {
        var plan = Plan(Of(Step("reviewer", 0))) with { QuietHours = Night };
        var at = Utc("2026-06-09T05:00:00Z"); // 22:00 the evening before in Los Angeles
        Assert.Equal(Utc("2026-06-09T15:00:00Z"), Escalations.Step(Begin(plan, at), plan, at).Gaps.Single().Owners.Single().DeliverAt);
    }

    [Theory]
    [InlineData("2026-06-09T18:59:59Z", "2026-06-09T18:59:59Z")] // a second before nine in the evening
    [InlineData("2026-06-09T19:00:00Z", "2026-06-10T06:00:00Z")]
    [InlineData("2026-06-10T05:59:59Z", "2026-06-10T06:00:00Z")]
    [InlineData("2026-06-10T06:00:00Z", "2026-06-10T06:00:00Z")]
    [InlineData("2026-03-28T20:00:00Z", "2026-03-29T06:00:00Z")] // the night loses an hour
    [InlineData("2026-10-24T20:00:00Z", "2026-10-25T07:00:00Z")] // the night gains one
    public void end_at_the_local_hour_in_every_night_of_the_year(string at, string delivered) =>
        Assert.Equal(Utc(delivered), QuietHours.EndFor(Night, "Europe/Berlin", Utc(at)));

    [Theory]
    [InlineData(1_800, 9_000, "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z")] // ends at 02:30, which does not exist: 03:00
    [InlineData(1_800, 9_000, "2026-10-25T00:40:00Z", "2026-10-25T01:30:00Z")] // ends at the second 02:30
    public void end_in_a_gap_after_it_and_in_a_fold_at_the_later_one(int from, int to, string at, string delivered) =>
        Assert.Equal(Utc(delivered), QuietHours.EndFor(new Window(from, to), "Europe/Berlin", Utc(at)));

    [Fact]
    public void do_not_count_in_a_zone_nobody_knows() =>
        Assert.Equal(Tuesday, QuietHours.EndFor(Night, "Mars/Olympus", Tuesday));
}
