using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Sla;

namespace AgencyPlatform.ServerTests.Sla;

public sealed class Holidays_that_are_imported
{
    /// <summary>As Chinese feeds look: days off marked 休, make-up days 班, seasons in between.</summary>
    private const string Chinese = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Apple Inc.//China Holidays 2026//ZH
        X-WR-CALNAME:中国大陆节假日
        BEGIN:VEVENT
        UID:a1@feed.example
        DTSTAMP:20251105T000000Z
        DTSTART;VALUE=DATE:20260215
        DTEND;VALUE=DATE:20260224
        SUMMARY;LANGUAGE=zh_CN:春节（休）
        X-APPLE-SPECIAL-DAY:WORK-HOLIDAY
        END:VEVENT
        BEGIN:VEVENT
        UID:a2@feed.example
        DTSTAMP:20251105T000000Z
        DTSTART;VALUE=DATE:20260214
        DTEND;VALUE=DATE:20260215
        SUMMARY;LANGUAGE=zh_CN:春节（班）
        X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY
        END:VEVENT
        BEGIN:VEVENT
        UID:a3@feed.example
        DTSTAMP:20251105T000000Z
        DTSTART;VALUE=DATE:20260204
        SUMMARY:立春
        END:VEVENT
        BEGIN:VEVENT
        UID:a4@feed.example
        DTSTAMP:20251105T000000Z
        DTSTART;VALUE=DATE:20260228
        SUMMARY:春节补班
        END:VEVENT
        END:VCALENDAR
        """;

    private const string American = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Agency//US//EN
        BEGIN:VEVENT
        UID:us1
        DTSTART;VALUE=DATE:20201126
        RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
        SUMMARY:Thanksgiving Day
        END:VEVENT
        BEGIN:VEVENT
        UID:us2
        DTSTART;VALUE=DATE:20200101
        DURATION:P1D
        RRULE:FREQ=YEARLY
        EXDATE;VALUE=DATE:20270101
        SUMMARY:New Year's Day
        END:VEVENT
        BEGIN:VEVENT
        UID:us3
        DTSTART;TZID=America/New_York:20260704T210000
        DTEND;TZID=America/New_York:20260704T230000
        SUMMARY:Fireworks
        END:VEVENT
        BEGIN:VEVENT
        UID:us4
        DTSTART;VALUE=DATE:20260613
        SUMMARY:Make-up workday
        END:VEVENT
        END:VCALENDAR
        """;

    /// <summary>As Google's feeds look: the description tells observances and regional days.</summary>
    private const string Regional = """
        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261003
        DTEND;VALUE=DATE:20261004
        UID:20261003_x@google.com
        DESCRIPTION:Public holiday
        SUMMARY:German Unity Day
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260106
        DTEND;VALUE=DATE:20260107
        UID:20260106_x@google.com
        DESCRIPTION:Public holiday in Baden-Württemberg\, Bavaria\, Saxony-Anhalt
        SUMMARY:Epiphany
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260214
        DTEND;VALUE=DATE:20260215
        UID:20260214_x@google.com
        DESCRIPTION:Observance\nTo hide observances\, go to Google Calendar Sett
         ings > Holidays in Germany
        SUMMARY:Valentine's Day
        END:VEVENT
        END:VCALENDAR
        """;

    private static IEnumerable<string> Shown(ImportedHolidays read) => read.Days.Select(d => $"{d.Date:MM-dd} {d.Name.Zh}{(d.WorksLike is { } like ? $" like {like}" : "")}");

    private static ImportedHolidays Fine(string text, int first, int last, bool withRegional = false)
    {
        var read = HolidayImport.Read(text, first, last, withRegional);
        Assert.Null(read.Fault);
        return read;
    }

    private static string With(params string[] lines) => $"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:x\n{string.Join('\n', lines)}\nEND:VEVENT\nEND:VCALENDAR\n";

    [Fact]
    public void bring_chinese_days_off_and_make_up_days()
    {
        var read = Fine(Chinese, 2026, 2026);
        Assert.Equal(
            ["02-14 春节 like Monday", .. Enumerable.Range(15, 9).Select(day => $"02-{day} 春节"), "02-28 春节补班 like Monday"],
            Shown(read));
        Assert.Equal([new IgnoredEvent(21, "立春", IgnoredReasons.Unmarked)], read.Ignored);
    }

    [Fact]
    public void repeat_yearly_within_the_years_asked_for()
    {
        var read = Fine(American, 2026, 2028);
        Assert.Equal(["2026-01-01", "2026-06-13", "2026-11-26", "2027-11-25", "2028-01-01", "2028-11-23"], read.Days.Select(d => $"{d.Date:yyyy-MM-dd}"));
        Assert.Equal(DayOfWeek.Monday, read.Days[1].WorksLike);
        Assert.Equal([("Fireworks", IgnoredReasons.Timed, 18)], read.Ignored.Select(i => (i.Summary, i.Reason, i.Line)));
    }

    [Fact]
    public void leave_out_observances_always_and_regional_days_unless_wanted()
    {
        Assert.Equal(["10-03 German Unity Day"], Shown(Fine(Regional, 2026, 2026)));
        Assert.Equal([IgnoredReasons.Regional, IgnoredReasons.Observance], Fine(Regional, 2026, 2026).Ignored.Select(i => i.Reason));
        Assert.Equal(["01-06 Epiphany", "10-03 German Unity Day"], Shown(Fine(Regional, 2026, 2026, withRegional: true)));
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260101", "SUMMARY:Labour (non-working day)", "01-01 Labour (non-working day)")]
    [InlineData("DTSTART;VALUE=DATE:20260110", "SUMMARY:Working day", "01-10 Working day like Monday")]
    [InlineData("DTSTART;VALUE=DATE:20260110", "SUMMARY:元旦(班)", "01-10 元旦 like Monday")]
    public void know_make_up_work_by_its_name(string start, string summary, string shown) => Assert.Equal([shown], Shown(Fine(With(start, summary), 2026, 2026)));

    [Theory]
    [InlineData(IgnoredReasons.NoName, "DTSTART;VALUE=DATE:20260101")]
    [InlineData(IgnoredReasons.NoStart, "SUMMARY:x")]
    [InlineData(IgnoredReasons.Timed, "SUMMARY:x", "DTSTART:20260101T000000Z")]
    [InlineData(IgnoredReasons.TooLong, "SUMMARY:x", "DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260301")]
    [InlineData(IgnoredReasons.Cancelled, "SUMMARY:x", "DTSTART;VALUE=DATE:20260101", "STATUS:CANCELLED")]
    [InlineData(IgnoredReasons.Repetition, "SUMMARY:x", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY")]
    [InlineData(IgnoredReasons.Repetition, "SUMMARY:x", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=SECONDLY")]
    [InlineData(IgnoredReasons.OutsideYears, "SUMMARY:x", "DTSTART;VALUE=DATE:20250101")]
    [InlineData(IgnoredReasons.OutsideYears, "SUMMARY:x", "DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY;COUNT=3")]
    public void say_why_an_event_is_none(string reason, params string[] lines)
    {
        var read = Fine(With(lines), 2026, 2026);
        Assert.Empty(read.Days);
        Assert.Equal((3, reason), (Assert.Single(read.Ignored).Line, read.Ignored[0].Reason));
    }

    [Fact]
    public void do_not_look_for_ever_for_a_day_that_never_comes()
    {
        var read = HolidayImport.Read(With("SUMMARY:x", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), 2026, 2030);
        Assert.DoesNotContain(read.Days, d => d.Date.Month == 2);
    }

    [Fact]
    public void cross_the_end_of_a_year_and_share_a_date()
    {
        var text = With("SUMMARY:New Year", "DTSTART;VALUE=DATE:20201230", "DTEND;VALUE=DATE:20210103", "RRULE:FREQ=YEARLY")
            .Replace("END:VCALENDAR", "BEGIN:VEVENT\nSUMMARY:Eve\nDTSTART;VALUE=DATE:20261231\nEND:VEVENT\nEND:VCALENDAR", StringComparison.Ordinal);
        Assert.Equal(["01-01 New Year", "01-02 New Year", "12-30 New Year", "12-31 New Year / Eve"], Shown(Fine(text, 2026, 2026)));
    }

    [Theory]
    [InlineData("SUMMARY:国庆节\nDTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261004", "SUMMARY:补班\nDTSTART;VALUE=DATE:20261002")]
    [InlineData("SUMMARY:补班\nDTSTART;VALUE=DATE:20261002", "SUMMARY:国庆节\nDTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261004")]
    public void mean_the_working_day_within_a_long_holiday(string first, string second)
    {
        var text = With(first).Replace("END:VCALENDAR", $"BEGIN:VEVENT\n{second}\nEND:VEVENT\nEND:VCALENDAR", StringComparison.Ordinal);
        Assert.Equal(["10-01 国庆节", "10-02 补班 like Monday", "10-03 国庆节"], Shown(Fine(text, 2026, 2026)));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("hello", 1)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VCALENDAR\n", 4)]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nnonsense\nEND:VCALENDAR\n", 3)]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\n", 3)]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT\n", 1)]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n", 3)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2026-01-01\nEND:VEVENT\nEND:VCALENDAR\n", 3)]
    [InlineData("<html>\n<body>", 1)]
    public void name_the_line_that_is_wrong(string text, int line)
    {
        var fault = HolidayImport.Read(text, 2026, 2026).Fault!;
        Assert.Equal(("holidays.malformed", line.ToString(System.Globalization.CultureInfo.InvariantCulture)), (fault.Code, fault.Fact("line")));
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261345")]
    [InlineData("RRULE:FREQ=SOMETIMES")]
    public void name_the_event_that_cannot_be_read(string line)
    {
        var text = With("SUMMARY:fine", "DTSTART;VALUE=DATE:20260101").Replace("END:VCALENDAR", $"BEGIN:VEVENT\nSUMMARY:x\nDTSTART;VALUE=DATE:20260102\n{line}\nEND:VEVENT\nEND:VCALENDAR", StringComparison.Ordinal);
        var fault = HolidayImport.Read(text, 2026, 2026).Fault!;
        Assert.Equal(("holidays.malformed", "8"), (fault.Code, fault.Fact("line")));
    }

    [Fact]
    public void are_refused_when_there_are_too_many_or_for_too_many_years()
    {
        Assert.Equal("holidays.too-large", HolidayImport.Read(new string('字', 1024 * 1024), 2026, 2026).Fault!.Code);
        var many = $"BEGIN:VCALENDAR\n{string.Concat(Enumerable.Repeat("BEGIN:VEVENT\nEND:VEVENT\n", HolidayImport.MostEvents + 1))}END:VCALENDAR";
        Assert.Equal("holidays.too-large", HolidayImport.Read(many, 2026, 2026).Fault!.Code);
        Assert.Equal("holidays.years-invalid", HolidayImport.Read(American, 2026, 2046).Fault!.Code);
        Assert.Equal("holidays.years-invalid", HolidayImport.Read(American, 2027, 2026).Fault!.Code);
    }

    [Fact]
    public void are_read_with_any_line_ends_and_a_byte_order_mark() =>
        Assert.Equal(Shown(Fine(Chinese, 2026, 2026)), Shown(Fine('\uFEFF' + Chinese.ReplaceLineEndings("\r\n"), 2026, 2026)));

    [Fact]
    public void can_be_compared_with_what_is_there()
    {
        var read = Fine(Regional, 2026, 2026, withRegional: true);
        Assert.Equal(2, HolidayDiff.Between(null, read.Days).Added.Count);
    }
}
