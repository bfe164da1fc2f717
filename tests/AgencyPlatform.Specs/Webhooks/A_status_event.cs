using System.Text;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Specs.Webhooks;

internal static class Bodies
{
    public static byte[] Utf8(this string text) => Encoding.UTF8.GetBytes(text);

    public static T Read<T>(this Reading<T> reading)
        where T : class
    {
        Assert.Null(reading.Refusal);
        return Assert.IsType<T>(reading.Value);
    }

    public static void Refused<T>(this Reading<T> reading, string code, string? field = null)
        where T : class
    {
        Assert.Null(reading.Value);
        Assert.Equal((code, field), (reading.Refusal?.Code, reading.Refusal?.Fact("field")));
    }
}

public sealed class A_status_event
{
    private const string Data = """ "data":{"caseId":"c1","status":"denied","message":"No.","occurredAt":"2026-11-20T08:00:00+08:00"} """;

    private static Reading<StatusEvent> Read(string body) => StatusEvent.Read(body.Utf8());

    private static Reading<StatusEvent> ReadData(string data) =>
        Read($$$"""{"type":"case.status","timestamp":"2026-11-20T01:00:00Z","data":{{{data}}}}""");

    [Fact]
    public void names_case_status_and_times()
    {
        var read = Read($$$"""{"type":"case.status","timestamp":"2026-11-20T01:00:00.123456789Z",{{{Data}}}}""").Read();
        Assert.Equal(("c1", ReportedStatus.Denied, "No."), (read.CaseId, read.Status, read.Message));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), read.OccurredAt);
        Assert.Equal((TimeSpan.Zero, 1234567), (read.OccurredAt.Offset, read.Timestamp.Ticks % TimeSpan.TicksPerSecond));
    }

    [Theory]
    [InlineData("received", ReportedStatus.Received), InlineData("in-review", ReportedStatus.InReview), InlineData("more-info-needed", ReportedStatus.MoreInfoNeeded)]
    [InlineData("denied", ReportedStatus.Denied), InlineData("approved", ReportedStatus.Approved), InlineData("reinstated", ReportedStatus.Reinstated), InlineData("closed", ReportedStatus.Closed)]
    public void knows_seven_statuses(string word, ReportedStatus status) =>
        Assert.Equal(status, ReadData($$$"""{"amazonReference":"123","status":"{{{word}}}","occurredAt":"2026-11-20T00:00:00Z"}""").Read().Status);

    [Theory]
    [InlineData("lost"), InlineData("Denied"), InlineData("")]
    public void of_another_status_is_not_used(string word) =>
        ReadData($$$"""{"caseId":"c","status":"{{{word}}}","occurredAt":"2026-11-20T00:00:00Z"}""").Refused(RefusalCodes.Webhooks.StatusUnknown);

    [Theory]
    [InlineData("""{"type":"case.created"}"""), InlineData("{}"), InlineData("[]"), InlineData("null"), InlineData("\"case.status\""), InlineData("7")]
    public void of_another_type_is_not_used(string body) => Read(body).Refused(RefusalCodes.Webhooks.TypeUnknown);

    [Theory]
    [InlineData("""{"status":"denied","occurredAt":"2026-11-20T00:00:00Z"}""")]
    [InlineData("""{"caseId":"  ","amazonReference":null,"status":"denied","occurredAt":"2026-11-20T00:00:00Z"}""")]
    [InlineData("""{"asin":"B000000001","status":"denied","occurredAt":"2026-11-20T00:00:00Z"}""")]
    [InlineData("""{"sellerAccountId":"a","status":"denied","occurredAt":"2026-11-20T00:00:00Z"}""")]
    public void must_name_a_case(string data) => ReadData(data).Refused(RefusalCodes.Webhooks.NoCaseNamed);

    [Fact]
    public void may_name_an_item_of_an_account() =>
        Assert.Equal("B000000001", ReadData("""{"asin":"B000000001","sellerAccountId":"a","status":"denied","occurredAt":"2026-11-20T00:00:00Z"}""").Read().Asin);

    [Theory]
    [InlineData("2026-11-20"), InlineData("2026-11-20T00:00:00"), InlineData("2026-02-30T00:00:00Z"), InlineData("yesterday"), InlineData("1767225600"), InlineData("1999-12-31T23:59:59Z"), InlineData("9999-12-31T23:59:59-18:00"), InlineData("2026-11-20T24:00:01Z")]
    public void needs_instants_with_an_offset(string time) =>
        ReadData($$$"""{"caseId":"c","status":"denied","occurredAt":"{{{time}}}"}""").Refused(RefusalCodes.Webhooks.TimeInvalid, "occurredAt");

    [Fact]
    public void happened_when_it_was_written_where_nothing_else_is_said()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero), ReadData("""{"caseId":"c","status":"denied"}""").Read().OccurredAt);
        Read("""{"type":"case.status","data":{"caseId":"c","status":"denied"}}""").Refused(RefusalCodes.Webhooks.TimeInvalid, "occurredAt");
    }

    [Fact]
    public void without_data_or_with_data_of_another_kind_is_not_used()
    {
        Read("""{"type":"case.status","timestamp":"2026-11-20T01:00:00Z"}""").Refused(RefusalCodes.Webhooks.FieldMissing, "data");
        ReadData("[]").Refused(RefusalCodes.Webhooks.FieldInvalid, "data");
        ReadData("""{"caseId":7,"status":"denied"}""").Refused(RefusalCodes.Webhooks.FieldInvalid, "caseId");
        ReadData("""{"caseId":"a\nb","status":"denied"}""").Refused(RefusalCodes.Webhooks.FieldInvalid, "caseId");
        ReadData("""{"caseId":"c","status":"denied","message":{}}""").Refused(RefusalCodes.Webhooks.FieldInvalid, "message");
    }

    [Fact]
    public void keeps_texts_within_bounds()
    {
        var longest = new string('x', StatusEvent.MostMessageLetters);
        Assert.Equal(longest, ReadData($$$"""{"caseId":"c","status":"denied","message":"{{{longest}}}"}""").Read().Message);
        ReadData($$$"""{"caseId":"c","status":"denied","message":"{{{longest}}}x"}""").Refused(RefusalCodes.Webhooks.TextTooLong, "message");
        ReadData($$$"""{"caseId":"{{{new string('c', 257)}}}","status":"denied"}""").Refused(RefusalCodes.Webhooks.TextTooLong, "caseId");
    }
}

public sealed class A_body_that_is_no_proper_JSON
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "", RefusalCodes.Webhooks.NotJson },
        { new string(' ', 256 * 1024), RefusalCodes.Webhooks.NotJson },
        { new string(' ', (256 * 1024) + 1), RefusalCodes.Webhooks.TooLong },
        { "{", RefusalCodes.Webhooks.NotJson },
        { "{}{}", RefusalCodes.Webhooks.NotJson },
        { "{\"a\":NaN}", RefusalCodes.Webhooks.NotJson },
        { "{\"a\":Infinity}", RefusalCodes.Webhooks.NotJson },
        { "{\"a\":01}", RefusalCodes.Webhooks.NotJson },
        { "{'a':1}", RefusalCodes.Webhooks.NotJson },
        { "{\"a\":1,}", RefusalCodes.Webhooks.NotJson },
        { "// {}", RefusalCodes.Webhooks.NotJson },
        { "<a/>", RefusalCodes.Webhooks.NotJson },
        { new string('[', 10_000), RefusalCodes.Webhooks.TooDeep },
        { string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000), RefusalCodes.Webhooks.TooDeep },
        { "{\"a\":1,\"a\":2}", RefusalCodes.Webhooks.DuplicateKey },
        { "{\"a\":1,\"\\u0061\":2}", RefusalCodes.Webhooks.DuplicateKey },
        { "{\"x\":[{\"a\":{}},{\"a\":{\"b\":1,\"b\":1}}]}", RefusalCodes.Webhooks.DuplicateKey },
        { "{\"a\":\"\\ud800\"}", RefusalCodes.Webhooks.TextInvalid },
        { "{\"\\udc00\":1}", RefusalCodes.Webhooks.TextInvalid },
        { "{\"a\":\"x\\u0000y\"}", RefusalCodes.Webhooks.TextInvalid },
        { "{\"a\\u0000\":1}", RefusalCodes.Webhooks.TextInvalid },
    };

    [Theory, MemberData(nameof(Bodies))]
    public void is_refused_by_every_reader(string body, string code)
    {
        StatusEvent.Read(body.Utf8()).Refused(code);
        AmazonNotification.Read(body.Utf8()).Refused(code);
        PerformanceReport.Read(body.Utf8()).Refused(code);
    }

    [Theory]
    [InlineData("fffe0041"), InlineData("7b2261223a22ff227d"), InlineData("7b2261223a22c080227d"), InlineData("7b2261223a22eda080227d"), InlineData("00")]
    public void is_refused_where_it_is_no_UTF8(string hex) => StatusEvent.Read(Convert.FromHexString(hex)).Refused(RefusalCodes.Webhooks.NotJson);

    [Fact]
    public void may_nest_as_deep_as_a_sender_does_and_start_with_a_mark()
    {
        var deep = $$$"""{"type":"case.status","timestamp":"2026-11-20T01:00:00Z","data":{"caseId":"c","status":"denied","x":{{{new string('[', 30)}}}{{{new string(']', 30)}}}}}""";
        StatusEvent.Read(deep.Utf8()).Read();
        StatusEvent.Read((byte[])[0xEF, 0xBB, 0xBF, .. deep.Utf8()]).Read();
        StatusEvent.Read(deep.Replace("[]", "[[]]", StringComparison.Ordinal).Utf8()).Refused(RefusalCodes.Webhooks.TooDeep);
    }

    [Fact]
    public void names_twice_what_differs_in_casing_alone_only_where_casing_does_not_matter()
    {
        StatusEvent.Read("""{"type":"case.status","Type":"x","timestamp":"2026-11-20T01:00:00Z","data":{"caseId":"c","status":"denied"}}""".Utf8()).Read();
        AmazonNotification.Read("""{"notificationType":"X","NotificationType":"Y"}""".Utf8()).Refused(RefusalCodes.Webhooks.DuplicateKey);
    }
}
