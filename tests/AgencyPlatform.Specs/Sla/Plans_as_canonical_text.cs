using System.Text.Json;
using AgencyPlatform.Domain.Sla;
using static AgencyPlatform.Specs.Sla.SamplePlans;

namespace AgencyPlatform.Specs.Sla;

public sealed class Plans_as_canonical_text
{
    private static readonly SlaPlan Full = Sound with
    {
        Calendars = [Berlin with { LaterWeeks = [new(new(2027, 1, 1), Weekdays)], Overrides = [new(new(2026, 6, 9), Office, "Strike")] }, Shanghai],
        HolidaySets = [German with { Days = [.. German.Days, new(new(2026, 2, 14), new("Make-up", "补班"), DayOfWeek.Monday)] }],
        Rules = [Resolution with { Priorities = [CasePriority.Urgent], Categories = ["a"], Tiers = ["b"] }],
        Rotas = [Duty with { Overrides = [new(SampleLadders.Tuesday, SampleLadders.Tuesday.AddHours(4), null)] }],
    };

    [Fact]
    public void are_read_back_as_they_were()
    {
        var text = PlanContent.Write(Full);
        Assert.Equal(text, PlanContent.Write(PlanContent.Read(text)));
        var read = PlanContent.Read(text);
        Assert.Equal((DayOfWeek.Monday, "补班", new Window(9 * 3_600, 12 * 3_600)), (read.HolidaySets[0].Days[2].WorksLike, read.HolidaySets[0].Days[2].Name.Zh, read.Calendars[0].Overrides[0].Windows[0]));
        Assert.Equal((Full.QuietHours, Full.Rules[0].Thresholds[1], Full.Rotas[0].Overrides[0]), (read.QuietHours, read.Rules[0].Thresholds[1], read.Rotas[0].Overrides[0]));
        Assert.DoesNotContain("crossesMidnight", text, StringComparison.Ordinal);
    }

    [Fact]
    public void have_one_hash_for_one_content()
    {
        Assert.Equal(PlanContent.Hash(Full), PlanContent.Hash(PlanContent.Read(PlanContent.Write(Full))));
        Assert.NotEqual(PlanContent.Hash(Full), PlanContent.Hash(Full with { ReopenWithinSeconds = 1 }));
        var elsewhere = Full with { Rotas = [Full.Rotas[0] with { Overrides = [new(SampleLadders.Tuesday.ToOffset(TimeSpan.FromHours(8)), SampleLadders.Tuesday.AddHours(4), null)] }] };
        Assert.Equal(PlanContent.Hash(Full), PlanContent.Hash(elsewhere));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"defaultCalendar\":null}")]
    public void are_not_anything_else(string text) => Assert.Throws<JsonException>(() => PlanContent.Read(text));

    [Fact]
    public void may_lack_what_has_a_default() => Assert.Equal(7 * 86_400, PlanContent.Read("{\"defaultCalendar\":\"de\"}").ReopenWithinSeconds);
}
