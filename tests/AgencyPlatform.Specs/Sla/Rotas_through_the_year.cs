using AgencyPlatform.Domain.Sla;
using CsCheck;
using static AgencyPlatform.Specs.Sla.SampleLadders;

namespace AgencyPlatform.Specs.Sla;

public sealed class Rotas_through_the_year
{
    /// <summary>Weekly from Monday 2 March 2026, 09:00 in Berlin; clocks change on 29 March and 25 October.</summary>
    private static readonly Rota Weekly = new() { Id = "r", Name = "Weeks", TimeZone = "Europe/Berlin", Members = ["ann", "ben", "lea"], From = new(2026, 3, 2) };

    [Theory]
    [InlineData("2026-03-02T07:59:59Z", null)]
    [InlineData("2026-03-02T08:00:00Z", "ann")]
    [InlineData("2026-03-09T07:59:59Z", "ann")]
    [InlineData("2026-03-09T08:00:00Z", "ben")]
    [InlineData("2026-03-30T06:59:59Z", "ann")] // summer time began the day before: the hand-over stays at nine
    [InlineData("2026-03-30T07:00:00Z", "ben")]
    [InlineData("2026-10-26T07:59:59Z", "ann")] // and winter time
    [InlineData("2026-10-26T08:00:00Z", "ben")]
    public void are_handed_over_at_the_same_local_hour(string at, string? member) => Assert.Equal(member, Rotas.OnDuty(Weekly, Utc(at)));

    [Fact]
    public void hand_over_after_a_gap_and_at_the_first_of_two_equal_hours()
    {
        var nightly = Weekly with { ShiftDays = 1, HandOver = 9_000, From = new(2026, 3, 28) };
        Assert.Equal("ann", Rotas.OnDuty(nightly, Utc("2026-03-29T00:59:59Z")));
        Assert.Equal("ben", Rotas.OnDuty(nightly, Utc("2026-03-29T01:00:00Z")));
        var autumn = nightly with { From = new(2026, 10, 24) };
        Assert.Equal("ann", Rotas.OnDuty(autumn, Utc("2026-10-25T00:29:59Z")));
        Assert.Equal("ben", Rotas.OnDuty(autumn, Utc("2026-10-25T00:30:00Z")));
        Assert.Equal("ben", Rotas.OnDuty(autumn, Utc("2026-10-25T01:29:59Z")));
    }

    [Fact]
    public void let_the_last_override_that_fits_stand_in()
    {
        var rota = Weekly with
        {
            Overrides =
            [
                new(Utc("2026-03-03T00:00:00Z"), Utc("2026-03-06T00:00:00Z"), "otto"),
                new(Utc("2026-03-04T00:00:00Z"), Utc("2026-03-05T00:00:00Z"), null),
                new(Utc("2026-02-01T00:00:00Z"), Utc("2026-02-02T00:00:00Z"), "lea"),
            ],
        };
        Assert.Equal("otto", Rotas.OnDuty(rota, Utc("2026-03-03T00:00:00Z")));
        Assert.Null(Rotas.OnDuty(rota, Utc("2026-03-04T12:00:00Z")));
        Assert.Equal("otto", Rotas.OnDuty(rota, Utc("2026-03-05T00:00:00Z")));
        Assert.Equal("ann", Rotas.OnDuty(rota, Utc("2026-03-06T00:00:00Z")));
        Assert.Equal("lea", Rotas.OnDuty(rota, Utc("2026-02-01T12:00:00Z")));
        Assert.Equal(
            ["02-28 00 ", "03-02 08 ann", "03-03 00 otto*", "03-04 00 *", "03-05 00 otto*", "03-06 00 ann"],
            Rotas.Shifts(rota, Utc("2026-02-28T00:00:00Z"), Utc("2026-03-09T00:00:00Z")).Select(s => $"{s.From:MM-dd HH} {s.Member}{(s.IsOverride ? "*" : "")}"));
    }

    [Fact]
    public void without_members_or_days_have_nobody_on_duty()
    {
        foreach (var broken in new[] { Weekly with { Members = [] }, Weekly with { ShiftDays = 0 }, Weekly with { TimeZone = "Mars/Olympus" } })
        {
            Assert.Null(Rotas.OnDuty(broken, Utc("2026-05-01T00:00:00Z")));
            Assert.Empty(Rotas.Shifts(broken, Utc("2026-05-01T00:00:00Z"), Utc("2026-06-01T00:00:00Z")));
        }
    }

    [Fact]
    public void are_drawn_for_no_more_than_they_can_show() =>
        Assert.Equal(Utc("2026-03-02T08:00:00Z") + Rotas.LongestView, Rotas.Shifts(Weekly, Utc("2026-03-02T08:00:00Z"), DateTimeOffset.MaxValue)[^1].To);

    private static readonly Gen<DateTimeOffset> Instant = Gen.Long[0, 17L * 366 * 86_400].Select(s => Utc("2020-01-01T00:00:00Z").AddSeconds(s));

    private static readonly string[] Zones =
        ["Europe/Berlin", "America/Los_Angeles", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "Asia/Tehran", "Asia/Kathmandu", "America/St_Johns", "Asia/Beirut", "America/Havana"];

    private static readonly Gen<Rota> Any = Gen.Select(
        Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]),
        Gen.Int[0, 86_399], Gen.Int[1, 14], Gen.Int[1, 5], Gen.Int[0, 5_000],
        Gen.Select(Instant, Gen.Int[1, 2_000], Gen.Int[0, 3]).Array[0, 4],
        (zone, handOver, days, members, start, overrides) => new Rota
        {
            Id = "r", Name = "r", TimeZone = zone, HandOver = handOver, ShiftDays = days, From = new DateOnly(2020, 1, 1).AddDays(start),
            Members = [.. Enumerable.Range(0, members).Select(i => $"m{i}")],
            Overrides = [.. overrides.Select(o => new RotaOverride(o.Item1, o.Item1.AddHours(o.Item2), o.Item3 == 0 ? null : $"o{o.Item3}"))],
        });

    [Fact]
    public void have_exactly_the_member_of_its_shift_at_every_instant() => Gen.Select(Any, Instant, Gen.Int[1, 90 * 86_400]).Sample((rota, from, length) =>
    {
        var to = from.AddSeconds(length);
        var shifts = Rotas.Shifts(rota, from, to);
        Assert.Equal((from, to), (shifts[0].From, shifts[^1].To));
        Assert.All(shifts.Zip(shifts.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        foreach (var shift in shifts)
        {
            foreach (var at in new[] { shift.From, shift.From + (shift.To - shift.From) / 2, shift.To.AddSeconds(-1) }) { Assert.Equal(shift.Member, Rotas.OnDuty(rota, at)); }
        }
    });

    [Fact]
    public void follow_the_members_in_turn_where_nobody_stands_in() => Gen.Select(Any, Gen.Int[1, 60]).Sample((rota, days) =>
    {
        var from = Utc("2020-01-01T00:00:00Z");
        var plain = rota with { Overrides = [], From = new(2020, 1, 10) };
        var members = Rotas.Shifts(plain, from, from.AddDays(days + 12)).Where(s => s.Member is not null).Select(s => s.Member);
        Assert.All(members.Select((member, i) => (member, i)), shift => Assert.Equal(plain.Members[shift.i % plain.Members.Count], shift.member));
    });
}
