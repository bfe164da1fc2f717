using System.Net;
using System.Text.Json;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests.Clocks;

/// <summary>POST /api/v1/sla/preview: the worked examples over HTTP, and what is refused with which words.</summary>
[Collection(nameof(OneServer))]
public sealed class A_promise_tried_out(SharedServer shared)
{
    private static readonly string[][] Office = [["09:00", "17:00"]];
    private static readonly object Berlin = Weekdays("Europe/Berlin", Office);

    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task is_due_after_its_business_hours()
    {
        var answer = await Ask(new { calendar = Weekdays("America/Los_Angeles", Office), start = "2026-03-06T16:00:00-08:00", budget = Business(3) });

        Assert.Equal(At("2026-03-09T18:00:00Z"), Due(answer));
        Assert.Equal((false, 3 * 3_600L, 0L), Figures(answer));
    }

    [Fact]
    public async Task is_due_on_a_make_up_saturday_that_an_override_opens()
    {
        string[][] hours = [["09:00", "12:00"], ["13:30", "18:00"]];
        var calendar = new { timeZone = "Asia/Shanghai", week = Week(hours), overrides = new[] { new { date = "2026-02-14", windows = hours } } };

        var answer = await Ask(new { calendar, start = "2026-02-13T17:00:00+08:00", budget = Business(4) });

        Assert.Equal(At("2026-02-14T04:00:00Z"), Due(answer));
        Assert.Contains("other-hours", Codes(answer));
    }

    [Fact]
    public async Task moves_with_its_pauses()
    {
        var answer = await Ask(new
        {
            calendar = Berlin, start = "2026-03-26T15:00:00+01:00", budget = Business(16), at = "2026-03-28T12:00:00Z",
            pauses = new[] { new { from = "2026-03-27T16:00:00+01:00", to = "2026-03-30T10:00:00+02:00" } },
        });

        Assert.Equal(At("2026-03-30T15:00:00Z"), Due(answer));
        Assert.Equal((true, 9 * 3_600L, 7 * 3_600L), Figures(answer));
    }

    [Fact]
    public async Task has_no_due_instant_while_a_pause_lasts()
    {
        var answer = await Ask(new { calendar = Berlin, start = "2026-03-26T15:00:00+01:00", budget = Business(16), pauses = new[] { new { from = "2026-03-27T16:00:00+01:00" } } });

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("dueAt").ValueKind);
        Assert.Equal((true, 9 * 3_600L, 7 * 3_600L), Figures(answer));
    }

    [Fact]
    public async Task is_held_by_a_pause_that_began_before_it()
    {
        var answer = await Ask(new
        {
            budget = Elapsed(1), start = "2026-06-01T10:00:00Z",
            pauses = new[] { new { from = "2026-06-01T09:00:00Z", to = "2026-06-01T11:00:00Z" }, new { from = "2026-06-01T10:30:00Z", to = "2026-06-01T12:00:00Z" } },
        });

        Assert.Equal(At("2026-06-01T13:00:00Z"), Due(answer));
    }

    [Fact]
    public async Task may_run_through_the_night_and_to_the_end_of_a_day()
    {
        var nights = await Ask(new { calendar = Daily("America/Los_Angeles", [["22:00", "06:00"]]), start = "2026-03-07T22:00:00-08:00", budget = Business(8) });
        var always = await Ask(new { calendar = Daily("America/Los_Angeles", [["00:00", "24:00"]]), start = "2026-03-07T20:00:00-08:00", budget = Business(24) });

        Assert.Equal(At("2026-03-09T06:00:00Z"), Due(nights));
        Assert.Equal(At("2026-03-09T04:00:00Z"), Due(always));
    }

    [Fact]
    public async Task counts_civil_days_by_the_clock_on_the_wall()
    {
        var answer = await Ask(new { calendar = new { timeZone = "America/Los_Angeles" }, start = "2026-10-20T18:00:00-07:00", budget = new { unit = "civilDays", days = 17 } });

        Assert.Equal(At("2026-11-07T02:00:00Z"), Due(answer));
    }

    [Fact]
    public async Task counts_elapsed_seconds_without_a_calendar()
    {
        var answer = await Ask(new { start = "2026-03-06T09:00:00-08:00", budget = Elapsed(72), at = "2026-03-10T17:00:00Z" });

        Assert.Equal(At("2026-03-09T17:00:00Z"), Due(answer));
        Assert.Equal((false, 96 * 3_600L, -24 * 3_600L), Figures(answer));
    }

    [Fact]
    public async Task that_never_comes_due_says_so()
    {
        var answer = await Ask(new { calendar = new { timeZone = "UTC", week = new { } }, start = "2026-03-06T09:00:00Z", budget = Business(1) });

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("dueAt").ValueKind);
        Assert.Equal((false, 0L, 3_600L), Figures(answer));
        Assert.Contains("unschedulable", Codes(answer));
    }

    [Fact]
    public async Task is_explained_in_the_readers_language_and_the_calendars_zone()
    {
        var calendar = new { timeZone = "Europe/Berlin", week = Week(Office), overrides = new[] { new { date = "2026-04-03", windows = Array.Empty<string[]>() } } };
        var body = new { calendar, start = "2026-04-02T14:00:00Z", budget = Business(2) };

        var english = Texts(await Ask(body, "en"));
        var chinese = Texts(await Ask(body, "zh"));

        Assert.Equal(
            [
                "Started 2026-04-02 16:00 (Europe/Berlin) with a budget of 2 h.", "2026-04-02 (Thu): 1 h counted, 16:00–17:00.",
                "2026-04-03 (Fri): closed by the calendar, nothing counts.", "2026-04-06 (Mon): 1 h counted, 09:00–10:00.", "Due 2026-04-06 10:00 (Europe/Berlin).",
            ],
            english);
        Assert.Equal("2026-04-02 16:00（Europe/Berlin）开始计时，期限为 2 小时。", chinese[0]);
        Assert.Equal("截止时间：2026-04-06 10:00（Europe/Berlin）。", chinese[^1]);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task is_refused_with_the_field_and_what_to_do(string fault, object body, string field, string english, string chinese)
    {
        Assert.NotEmpty(fault);
        Assert.Contains(english, await Error(body, field, "en"), StringComparison.Ordinal);
        Assert.Contains(chinese, await Error(body, field, "zh"), StringComparison.Ordinal);
    }

    public static TheoryData<string, object, string, string, string> Faults()
    {
        var data = new TheoryData<string, object, string, string, string>();
        const string start = "2026-03-06T09:00:00Z";
        void Calendar(string fault, object calendar, string field, string english, string chinese) => data.Add(fault, new { calendar, start, budget = Business(1) }, field, english, chinese);
        void Other(string fault, object body, string field, string english, string chinese) => data.Add(fault, body, field, english, chinese);

        Calendar("unknown zone", Weekdays("Europe/Atlantis", Office), "calendar.timeZone", "IANA", "IANA");
        Calendar("overlap", Weekdays("UTC", [["09:00", "12:00"], ["11:00", "14:00"]]), "calendar.week.monday", "09:00–12:00 (Monday) and 11:00–14:00 (Monday) overlap. Shorten", "星期一");
        Calendar("overlap over midnight", new { timeZone = "UTC", week = new { sunday = new[] { new[] { "22:00", "06:00" } }, monday = new[] { new[] { "05:00", "09:00" } } } }, "calendar.week.sunday", "(Sunday) and 05:00–09:00 (Monday)", "星期日");
        Calendar("bad time", Weekdays("UTC", [["9 am", "17:00"]]), "calendar.week.monday", "9 am–17:00 is no window", "9 am–17:00 不是");
        Calendar("day past its end", Weekdays("UTC", [["24:00", "17:00"]]), "calendar.week.monday", "no window", "不是");
        Calendar("half a window", Weekdays("UTC", [["09:00"]]), "calendar.week.monday", "no window", "不是");
        Calendar("unknown weekday", new { timeZone = "UTC", week = new { funday = Office } }, "calendar.week", "monday", "monday");
        Calendar("too many windows", Weekdays("UTC", [.. Enumerable.Range(0, 30).Select(i => new[] { "09:00", "09:01" })]), "calendar.week.monday", "limit", "24");
        Calendar("bad date", new { timeZone = "UTC", week = Week(Office), overrides = new[] { new { date = "2026-02-30" } } }, "calendar.overrides[0].date", "2026-11-22", "2026-11-22");
        Calendar("date twice", new { timeZone = "UTC", week = Week(Office), overrides = new[] { new { date = "2026-02-03" }, new { date = "2026-02-03" } } }, "calendar.overrides[1].date", "once", "只写一次");
        Calendar("too many overrides", new { timeZone = "UTC", week = Week(Office), overrides = Enumerable.Range(0, 2_001).Select(_ => new { date = "2026-02-03" }) }, "calendar.overrides", "limit", "2000");
        Other("no calendar", new { start, budget = Business(1) }, "calendar", "Fill in", "请");
        Other("no budget", new { calendar = Berlin, start }, "budget.unit", "Fill in", "请");
        Other("unknown unit", new { calendar = Berlin, start, budget = new { unit = "moons", seconds = 1 } }, "budget.unit", "civilDays", "civilDays");
        Other("negative budget", new { calendar = Berlin, start, budget = new { unit = "business", seconds = -1 } }, "budget.seconds", "from 0 to", "0 到");
        Other("negative days", new { calendar = Berlin, start, budget = new { unit = "civilDays", days = -1 } }, "budget.days", "from 0 to", "0 到");
        Other("budget beyond the horizon", new { start, budget = new { unit = "elapsed", seconds = 4L * 366 * 86_400 } }, "budget.seconds", "from 0 to", "0 到");
        Other("civil days with pauses", new { calendar = Berlin, start, budget = new { unit = "civilDays", days = 3 }, pauses = new[] { new { from = start } } }, "pauses", "cannot be paused", "不能暂停");
        Other("start without an offset", new { start = "2026-03-06T09:00:00", budget = Elapsed(1) }, "start", "2026-11-22T09:30:00Z", "2026-11-22T09:30:00Z");
        Other("start past the calendars", new { start = "2199-03-06T09:00:00Z", budget = Elapsed(1) }, "start", "between the years", "年之间");
        Other("pause that ends before it begins", new { start, budget = Elapsed(1), pauses = new[] { new { from = "2026-03-07T09:00:00Z", to = start } } }, "pauses[0].to", "Swap", "对调");
        Other("pause years away", new { start, budget = Elapsed(1), pauses = new[] { new { from = "2066-03-07T09:00:00Z" } } }, "pauses[0].from", "10 years", "10 年");
        Other("too many pauses", new { start, budget = Elapsed(1), pauses = Enumerable.Range(0, 501).Select(_ => new { from = start, to = start }) }, "pauses", "at most 500", "最多 500");
        return data;
    }

    private async Task<JsonElement> Ask(object body, string? language = null) => (await api.Post("sla/preview", body, language: language)).Expect(HttpStatusCode.OK).Json;

    private async Task<string> Error(object body, string field, string language)
    {
        var answer = (await api.Post("sla/preview", body, language: language)).Refused(HttpStatusCode.BadRequest, "request.invalid");
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out var errors), answer.Text);
        return string.Join(' ', errors.EnumerateArray().Select(e => e.GetString()));
    }

    private static object Business(int hours) => new { unit = "business", seconds = hours * 3_600 };

    private static object Elapsed(int hours) => new { unit = "elapsed", seconds = hours * 3_600 };

    private static object Weekdays(string timeZone, string[][] windows) => new { timeZone, week = Week(windows) };

    private static object Daily(string timeZone, string[][] w) => new { timeZone, week = new { monday = w, tuesday = w, wednesday = w, thursday = w, friday = w, saturday = w, sunday = w } };

    private static object Week(string[][] w) => new { monday = w, tuesday = w, wednesday = w, thursday = w, friday = w };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Due(JsonElement answer) => answer.GetProperty("dueAt").GetDateTimeOffset();

    private static (bool Paused, long Elapsed, long Remaining) Figures(JsonElement answer) =>
        (answer.GetProperty("paused").GetBoolean(), answer.GetProperty("elapsedSeconds").GetInt64(), answer.GetProperty("remainingSeconds").GetInt64());

    private static string[] Codes(JsonElement answer) => [.. answer.GetProperty("explain").EnumerateArray().Select(l => l.GetProperty("code").GetString()!)];

    private static string[] Texts(JsonElement answer) => [.. answer.GetProperty("explain").EnumerateArray().Select(l => l.GetProperty("text").GetString()!)];
}
