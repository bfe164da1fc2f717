using AgencyPlatform.Domain.Webhooks;
using CsCheck;

namespace AgencyPlatform.Specs.Webhooks;

/// <summary>Whatever comes in through a webhook is read or refused; it never ends a worker.</summary>
public sealed class Any_bytes
{
    private static readonly byte[][] Seeds =
    [
        """{"type":"case.status","timestamp":"2026-11-20T01:00:00Z","data":{"caseId":"c1","status":"denied","message":"No.","occurredAt":"2026-11-20T08:00:00+08:00"}}""".Utf8(),
        Amazon.Status("NORMAL", "AT_RISK").Utf8(), Amazon.Listing("\"BUYABLE\"").Utf8(), Amazon.Issues("\"NONE\"", "\"X\"").Utf8(), Amazon.Feed("DONE").Utf8(), Amazon.Transaction.Utf8(), Amazon.Stock.Utf8(),
        """{"accountStatuses":[{"marketplaceId":"A","status":"NORMAL"}],"performanceMetrics":[{"marketplaceId":"A","lateShipmentRate":{"rate":0.1},"documentRequests":{"defectsCount":1}}]}""".Utf8(),
    ];

    private static readonly byte[][] Pieces =
        [.. new[] { "{", "}", "[", "]", ",", ":", "\"", "null", "1e999", "-1", "\"\\ud800\"", "\"\\u0000\"", "true", "\"a\":", "99999999999", "\"9999-99-99T99:99:99Z\"", " ", "\\" }.Select(p => p.Utf8()), [0xFF], [0xED, 0xA0, 0x80], [0]];

    /// <summary>A seed with some of its bytes cut out and others put in.</summary>
    private static readonly Gen<byte[]> Mutated =
        from seed in One(Seeds)
        from cuts in Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12], One(Pieces)).Array[1, 5]
        select cuts.Aggregate(seed, (body, cut) => Cut(body, cut.Item1, cut.Item2, cut.Item3));

    private static Gen<byte[]> One(byte[][] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static byte[] Cut(byte[] body, double where, int length, byte[] piece)
    {
        var at = (int)(where * body.Length);
        return [.. body[..at], .. piece, .. body[Math.Min(body.Length, at + length)..]];
    }

    private static void IsReadOrRefused<T>(Reading<T> reading)
        where T : class => Assert.True(reading.Value is null != reading.Refusal is null);

    private static void ReadAll(byte[] body)
    {
        IsReadOrRefused(StatusEvent.Read(body));
        IsReadOrRefused(PerformanceReport.Read(body));
        var notification = AmazonNotification.Read(body);
        IsReadOrRefused(notification);
        if (notification.Value is { } read) { AmazonMeaning.Of(read); }
    }

    [Fact]
    public void are_read_or_refused() => Gen.Byte.Array[0, 300].Sample(ReadAll, iter: 5_000);

    [Fact]
    public void that_were_a_message_are_read_or_refused() => Mutated.Sample(ReadAll, iter: 20_000);

    [Fact]
    public void are_no_valid_signature() => Gen.Select(Gen.String, Gen.String, Gen.String, Gen.Byte.Array[0, 64]).Sample((id, time, signatures, body) =>
        Assert.NotEqual(WebhookVerdict.Valid, WebhookSignature.Verify([new byte[32]], id, time, "v1," + signatures, body, DateTimeOffset.UnixEpoch)), iter: 5_000);
}
