using System.Net;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Previews_of_a_promise(SharedServer shared)
{
    private static readonly object Weekdays = Week(["09:00", "17:00"]);
    private static readonly object Germany = new { timeZone = "Europe/Berlin", week = Weekdays, overrides = new[] { new { date = "2026-04-03", windows = Array.Empty<string[]>(), name = "Good Friday" } } };

    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task count_business_time_over_a_clock_change()
    {
        var answer = await Ask(new { calendar = Germany, start = "2026-03-26T15:00:00+01:00", budget = new { unit = "business", seconds = 57_600 } });

        Assert.Equal("2026-03-30T13:00:00Z", answer["dueAt"]);
        Assert.Equal(("False", "57600", "0"), (answer["paused"], answer["elapsedSeconds"], answer["remainingSeconds"]));
    }

    [Fact]
    public async Task go_on_after_a_pause_with_what_was_left()
    {
        var pauses = new[] { new { from = "2026-03-27T16:00:00+01:00", to = "2026-03-30T10:00:00+02:00" } };
        object Question(string? at) => new { calendar = Germany, start = "2026-03-26T14:00:00Z", budget = new { unit = "business", seconds = 57_600 }, pauses, at };

        var answer = await Ask(Question(null));
        Assert.Equal("2026-03-30T15:00:00Z", answer["dueAt"]);
        Assert.Equal(("False", "57600", "0"), (answer["paused"], answer["elapsedSeconds"], answer["remainingSeconds"]));

        var meanwhile = await Ask(Question("2026-03-28T12:00:00Z"));
        Assert.Equal(("2026-03-30T15:00:00Z", "True", "32400", "25200"), (meanwhile["dueAt"], meanwhile["paused"], meanwhile["elapsedSeconds"], meanwhile["remainingSeconds"]));

        var overdue = await Ask(Question("2026-03-31T08:00:00Z"));
        Assert.Equal(("False", "61200", "-3600"), (overdue["paused"], overdue["elapsedSeconds"], overdue["remainingSeconds"]));
        Assert.Contains(overdue.Json.GetProperty("explain").EnumerateArray(), line => line.GetProperty("code").GetString() == "breached");
    }

    [Fact]
    public async Task have_no_due_instant_while_a_pause_lasts()
    {
        var answer = await Ask(new { calendar = Germany, start = "2026-03-26T14:00:00Z", budget = new { unit = "business", seconds = 57_600 }, pauses = new[] { new { from = "2026-03-27T15:00:00Z" } } });

        Assert.Equal(("", "True", "32400", "25200"), (answer["dueAt"], answer["paused"], answer["elapsedSeconds"], answer["remainingSeconds"]));
        Assert.Equal("Paused with 7 h left.", answer.Json.GetProperty("explain").EnumerateArray().Last().GetProperty("text").GetString());
    }

    [Fact]
    public async Task know_nights_and_midnight()
    {
        object night = new { timeZone = "America/Los_Angeles", week = Week(["22:00", "06:00"], weekend: true) };
        Assert.Equal("2026-11-01T13:00:00Z", (await Ask(new { calendar = night, start = "2026-10-31T22:00:00-07:00", budget = new { unit = "business", seconds = 28_800 } }))["dueAt"]);
        object always = new { timeZone = "America/Los_Angeles", week = Week(["00:00", "24:00"], weekend: true) };
        Assert.Equal("2026-03-09T04:00:00Z", (await Ask(new { calendar = always, start = "2026-03-07T20:00:00-08:00", budget = new { unit = "business", seconds = 86_400 } }))["dueAt"]);
    }

    [Fact]
    public async Task take_make_up_days_as_overrides()
    {
        object china = new
        {
            timeZone = "Asia/Shanghai",
            week = Week(["09:00", "12:00"], second: ["13:30", "18:00"]),
            overrides = new object[] { new { date = "2026-02-14", windows = new[] { new[] { "09:00", "12:00" }, ["13:30", "18:00"] } } },
        };
        Assert.Equal("2026-02-14T04:00:00Z", (await Ask(new { calendar = china, start = "2026-02-13T17:00:00+08:00", budget = new { unit = "business", seconds = 14_400 } }))["dueAt"]);
    }

    [Fact]
    public async Task count_civil_days_and_plain_hours()
    {
        object la = new { timeZone = "America/Los_Angeles" };
        Assert.Equal("2026-11-07T02:00:00Z", (await Ask(new { calendar = la, start = "2026-10-20T18:00:00-07:00", budget = new { unit = "civilDays", days = 17 } }))["dueAt"]);

        object[] pauses = [new { from = "2026-03-06T18:00:00Z", to = "2026-03-06T20:00:00Z" }, new { from = "2026-03-06T19:00:00Z", to = "2026-03-06T21:00:00Z" }];
        Assert.Equal("2026-03-09T17:00:00Z", (await Ask(new { calendar = la, start = "2026-03-06T17:00:00Z", budget = new { unit = "elapsed", seconds = 259_200 } }))["dueAt"]);
        Assert.Equal("2026-03-09T20:00:00Z", (await Ask(new { start = "2026-03-06T17:00:00Z", budget = new { unit = "elapsed", seconds = 259_200 }, pauses }))["dueAt"]);
    }

    [Theory]
    [InlineData("en", "Started Thu 2026-04-02 16:00 with a budget of 4 h.", "Thu 2026-04-02 16:00 to 17:00: 1 h counted.", "Fri 2026-04-03 to Fri 2026-04-03: closed (Good Friday), nothing counts.", "Due Mon 2026-04-06 12:00.")]
    [InlineData("zh-CN", "周四 2026-04-02 16:00 开始，预算 4 小时。", "周四 2026-04-02 16:00 至 17:00：计入 1 小时。", "周五 2026-04-03 至 周五 2026-04-03：休息（Good Friday），不计时。", "周一 2026-04-06 12:00 到期。")]
    public async Task explain_themselves_in_the_readers_language(string language, params string[] expected)
    {
        var answer = await Ask(new { calendar = Germany, start = "2026-04-02T14:00:00Z", budget = new { unit = "business", seconds = 14_400 } }, language);

        var said = answer.Json.GetProperty("explain").EnumerateArray().Select(line => line.GetProperty("text").GetString()).ToArray();
        Assert.Equal(expected, new[] { said[0], said[1], said[2], said[^1] });
        Assert.Equal(14_400, answer.Json.GetProperty("explain").EnumerateArray().Where(l => l.GetProperty("code").GetString() == "worked").Sum(l => l.GetProperty("seconds").GetInt64()));
    }

    [Theory]
    [InlineData("""{}""", "calendar.timeZone", "must be an IANA time zone", "须为 IANA 时区")]
    [InlineData("""{"calendar":{"timeZone":"Mars/Olympus"}}""", "calendar.timeZone", "must be an IANA time zone", "须为 IANA 时区")]
    [InlineData("""{"calendar":{"timeZone":"UTC","week":{"mon":[]}}}""", "calendar.week.mon", "is not a weekday", "不是星期名称")]
    [InlineData("""{"calendar":{"timeZone":"UTC","week":{"monday":[["9","17:00"]]}}}""", "calendar.week.monday[0]", "as start and end", "起止时间")]
    [InlineData("""{"calendar":{"timeZone":"UTC","week":{"monday":[["24:00","17:00"]]}}}""", "calendar.week.monday[0]", "as start and end", "起止时间")]
    [InlineData("""{"calendar":{"timeZone":"UTC","week":{"monday":[["09:00","13:00"],["12:00","17:00"]]}}}""", "calendar.week.monday", "monday 09:00–13:00 and monday 12:00–17:00 overlap", "monday 09:00–13:00 与 monday 12:00–17:00 重叠")]
    [InlineData("""{"calendar":{"timeZone":"UTC","week":{"sunday":[["22:00","06:00"]],"monday":[["05:00","08:00"]]}}}""", "calendar.week.sunday", "sunday 22:00–06:00 and monday 05:00–08:00 overlap", "sunday 22:00–06:00 与 monday 05:00–08:00 重叠")]
    [InlineData("""{"calendar":{"timeZone":"UTC","overrides":[{"date":"2026-02-30"}]}}""", "calendar.overrides[0].date", "as a date", "格式的日期")]
    [InlineData("""{"calendar":{"timeZone":"UTC","overrides":[{"date":"2026-02-03"},{"date":"2026-02-03"}]}}""", "calendar.overrides[1].date", "2026-02-03 a second time", "重复指定了 2026-02-03")]
    [InlineData("""{"calendar":{"timeZone":"UTC","overrides":[{"date":"2026-02-03","windows":[["09:00","13:00"],["12:59:30","17:00"]]}]}}""", "calendar.overrides[0].windows", "09:00–13:00 and 12:59:30–17:00 overlap", "09:00–13:00 与 12:59:30–17:00 重叠")]
    [InlineData("""{"start":"2026-02-03T09:00:00"}""", "start", "as an instant with offset", "带时差的时间")]
    [InlineData("""{"start":"2999-02-03T09:00:00Z"}""", "start", "the years 2000 to 2150", "2000 年至 2150 年")]
    [InlineData("""{"at":"soon"}""", "at", "as an instant with offset", "带时差的时间")]
    [InlineData("""{"budget":{"unit":"weeks"}}""", "budget.unit", "must be one of: business, elapsed, civilDays", "必须是以下之一")]
    [InlineData("""{"budget":{"unit":"business","seconds":-1}}""", "budget.seconds", "as a whole number from 0 to 94694400", "0 到 94694400")]
    [InlineData("""{"budget":{"unit":"elapsed"}}""", "budget.seconds", "as a whole number", "之间的整数")]
    [InlineData("""{"budget":{"unit":"civilDays","days":1097}}""", "budget.days", "as a whole number from 0 to 1096", "0 到 1096")]
    [InlineData("""{"budget":{"unit":"civilDays","days":3},"pauses":[{"from":"2026-02-03T09:00:00Z"}]}""", "pauses", "nothing pauses", "不能暂停")]
    [InlineData("""{"pauses":[{"to":"2026-02-03T09:00:00Z"}]}""", "pauses[0].from", "as an instant with offset", "带时差的时间")]
    [InlineData("""{"pauses":[{"from":"2026-02-03T09:00:00Z","to":"2026-02-03T08:00:00Z"}]}""", "pauses[0].to", "must not lie before", "不能早于")]
    [InlineData("""{"calendar":{"timeZone":"UTC"},"start":"2026-02-03T09:00:00Z","budget":{"unit":"business","seconds":1}}""", "calendar.week", "not used up within three years", "三年内用不完")]
    public async Task name_each_field_that_cannot_be_used_and_the_fix(string body, string field, string english, string chinese)
    {
        foreach (var (language, expected) in new[] { ("en", english), ("zh-CN", chinese) })
        {
            var no = (await api.Post("sla/preview", body, language: language)).Refused(HttpStatusCode.BadRequest, "request.invalid");
            Assert.True(no.Json.GetProperty("errors").TryGetProperty(field, out var said), no.Text);
            Assert.Contains(expected, said[0].GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task take_only_so_much_at_once()
    {
        var window = new[] { "09:00", "09:01" };
        var no = (await api.Post("sla/preview", new
        {
            calendar = new { timeZone = "UTC", week = new { monday = Enumerable.Repeat(window, 25) }, overrides = Enumerable.Range(0, 1_001).Select(i => new { date = new DateOnly(2026, 1, 1).AddDays(i) }) },
            pauses = Enumerable.Repeat(new { from = "2026-02-03T09:00:00Z" }, 201),
        })).Refused(HttpStatusCode.BadRequest, "request.invalid");

        var errors = no.Json.GetProperty("errors");
        Assert.Equal("calendar.week.monday has at most 24 entries.", errors.GetProperty("calendar.week.monday")[0].GetString());
        Assert.Equal("calendar.overrides has at most 1000 entries.", errors.GetProperty("calendar.overrides")[0].GetString());
        Assert.Equal("pauses has at most 200 entries.", errors.GetProperty("pauses")[0].GetString());
    }

    [Fact]
    public async Task are_for_members_only()
    {
        using var stranger = shared.Server.As(null);
        (await stranger.Post("sla/preview", new { })).Refused(HttpStatusCode.Unauthorized, "request.unauthenticated");
    }

    private async Task<Answer> Ask(object question, string? language = null) => (await api.Post("sla/preview", question, language: language)).Expect(HttpStatusCode.OK);

    private static Dictionary<string, string[][]> Week(string[] window, bool weekend = false, string[]? second = null)
    {
        string[] days = ["monday", "tuesday", "wednesday", "thursday", "friday", .. weekend ? ["saturday", "sunday"] : Array.Empty<string>()];
        return days.ToDictionary(day => day, _ => second is null ? new[] { window } : [window, second]);
    }
}
