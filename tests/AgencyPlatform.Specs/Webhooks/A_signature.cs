using System.Text;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Specs.Webhooks;

/// <summary>The vectors were made with OpenSSL and, for H, published by Standard Webhooks.</summary>
public sealed class A_signature
{
    private const string S1 = "whsec_YWdlbmN5cGxhdGZvcm0tdGVzdC1zZWNyZXQtMDAwMSE=";
    private const string S2 = "whsec_YWdlbmN5cGxhdGZvcm0tdGVzdC1zZWNyZXQtMDAwMiE=";
    private const string Upstream = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Created = """{"type":"case.created","timestamp":"2026-01-01T00:00:00Z","data":{"id":"0198c0de-0000-7000-8000-000000000001"}}""";
    private const string Empty = "v1,4/3N0rL4Mq1kVaHOrsq10IsQTNcb4p6uJ/XaPqLAOPc=";
    private const string Garbage = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private const long NewYear = 1767225600;

    private static byte[] Key(string secret) => WebhookSecret.Parse(secret)!.Key();

    private static WebhookVerdict Verify(string? signatures, string? id = "msg_empty", string? timestamp = "1767225600", byte[]? body = null, long now = NewYear, params string[] secrets) =>
        WebhookSignature.Verify([.. (secrets.Length == 0 ? [S1] : secrets).Select(Key)], id, timestamp, signatures, body, DateTimeOffset.FromUnixTimeSeconds(now));

    public static TheoryData<string, string, long, string, string> Vectors => new()
    {
        { S1, "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", NewYear, Convert.ToHexString(Encoding.UTF8.GetBytes(Created)), "v1,3NrnbuliIdc/eiecVPnRMEio+AJqvEq1ortPT6lxf/k=" },
        { S1, "msg_empty", NewYear, "", Empty },
        { S1, "msg_utf8", NewYear, "7b226e616d65223a225a6fc3ab20e58c97e4baac20f09f9a80227d", "v1,aRv2aR5xg2CkkMC9iLtKYBy+KkiOmFFvHxYx3eYEwgY=" },
        { S1, "msg_nl", NewYear, "7b2261223a317d0a", "v1,oMrtSYHOU+/amVTstQH2LAZjuk6u4oAmVpi/9jtihh8=" },
        { S1, "msg_nl", NewYear, "7b202261223a2031207d", "v1,vUQqqeGj2ZhNPhymTfCWWP1h/IFYZhj1avEDXJmJMWg=" },
        { S1, "msg_bin", NewYear, "fffe0041", "v1,OwE2lD8i+IRA2r19u7h+p8mMqMVtXmEdm7Pbsyi7xA4=" },
        { Upstream, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Convert.ToHexString("{\"test\": 2432232314}"u8), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" },
    };

    [Theory, MemberData(nameof(Vectors))]
    public void is_the_published_one(string secret, string id, long timestamp, string body, string signature)
    {
        var bytes = Convert.FromHexString(body);
        Assert.Equal(signature, WebhookSignature.Sign(Key(secret), id, timestamp, bytes));
        Assert.Equal(WebhookVerdict.Valid, Verify(signature, id, $"{timestamp}", bytes, timestamp, secret));
    }

    [Fact]
    public void covers_every_byte_of_a_body_of_a_megabyte()
    {
        var body = new byte[1 << 20];
        var signature = WebhookSignature.Sign(Key(S1), "msg", NewYear, body);
        Assert.Equal(WebhookVerdict.Valid, Verify(signature, "msg", body: body));
        body[^1] = 1;
        Assert.Equal(WebhookVerdict.SignatureWrong, Verify(signature, "msg", body: body));
    }

    [Fact]
    public void of_one_line_feed_more_is_another() =>
        Assert.Equal(WebhookVerdict.SignatureWrong, Verify("v1,oMrtSYHOU+/amVTstQH2LAZjuk6u4oAmVpi/9jtihh8=", "msg_nl", body: "{\"a\":1}"u8.ToArray()));

    [Fact]
    public void could_stand_for_two_messages_if_an_id_held_a_dot()
    {
        const string shared = "v1,go5driFpmFLkfxInxUJGm1h6FyohvTgrBAPAisJL6hA=";
        Assert.Equal(shared, WebhookSignature.Sign(Key(S1), "a.1767225600", 5, "x"u8));
        Assert.Equal(shared, WebhookSignature.Sign(Key(S1), "a", NewYear, "5.x"u8));
        Assert.Equal(WebhookVerdict.IdInvalid, Verify(shared, "a.1767225600", "5", "x"u8.ToArray(), now: 5));
        Assert.Equal(WebhookVerdict.Valid, Verify(shared, "a", body: "5.x"u8.ToArray()));
    }

    [Theory]
    [InlineData(null, "1", "v1,x"), InlineData("a", null, "v1,x"), InlineData("a", "1", null)]
    [InlineData("", "1", "v1,x"), InlineData("a", "", "v1,x"), InlineData("a", "1", "")]
    public void needs_its_three_headers(string? id, string? timestamp, string? signatures) =>
        Assert.Equal(WebhookVerdict.HeaderMissing, Verify(signatures, id, timestamp));

    [Theory]
    [InlineData("a.b"), InlineData("a b"), InlineData("a,b"), InlineData("msg_é"), InlineData("a\n"), InlineData(".")]
    public void takes_no_other_letters_in_an_id(string id) => Assert.Equal(WebhookVerdict.IdInvalid, Verify(Empty, id));

    [Fact]
    public void takes_ids_of_up_to_256_letters()
    {
        var id = new string('a', 256);
        Assert.Equal(WebhookVerdict.Valid, Verify(WebhookSignature.Sign(Key(S1), id, NewYear, []), id));
        Assert.Equal(WebhookVerdict.IdInvalid, Verify(Empty, id + "a"));
    }

    [Theory]
    [InlineData("+1767225600"), InlineData("-1767225600"), InlineData(" 1767225600"), InlineData("1767225600 "), InlineData("01767225600")]
    [InlineData("1767225600.0"), InlineData("1.7e9"), InlineData("0x69"), InlineData("１７６７２２５６００"), InlineData("99999999999999999999"), InlineData("now"), InlineData("1767225600\n")]
    public void takes_a_timestamp_in_one_form_only(string timestamp) => Assert.Equal(WebhookVerdict.TimestampInvalid, Verify(Empty, timestamp: timestamp));

    [Theory]
    [InlineData(-301, WebhookVerdict.TimestampOutside), InlineData(-300, WebhookVerdict.Valid)]
    [InlineData(300, WebhookVerdict.Valid), InlineData(301, WebhookVerdict.TimestampOutside)]
    public void is_good_for_five_minutes_both_ways(int seconds, WebhookVerdict verdict) => Assert.Equal(verdict, Verify(Empty, now: NewYear + seconds));

    [Fact]
    public void of_the_year_3_has_a_timestamp_far_outside() => Assert.Equal(WebhookVerdict.TimestampOutside, Verify(Empty, timestamp: "99999999999", now: -62_000_000_000));

    [Theory]
    [InlineData("v2,4/3N0rL4Mq1kVaHOrsq10IsQTNcb4p6uJ/XaPqLAOPc=")]
    [InlineData("v1a,4/3N0rL4Mq1kVaHOrsq10IsQTNcb4p6uJ/XaPqLAOPc=")]
    [InlineData("4/3N0rL4Mq1kVaHOrsq10IsQTNcb4p6uJ/XaPqLAOPc=")]
    [InlineData("V1,4/3N0rL4Mq1kVaHOrsq10IsQTNcb4p6uJ/XaPqLAOPc=")]
    [InlineData("v1,4_3N0rL4Mq1kVaHOrsq10IsQTNcb4p6uJ_XaPqLAOPc=")]
    [InlineData("v1,4/3N0rL4Mq1kVaHOrsq10IsQTNcb4p6uJ/XaPqLAOPc")]
    [InlineData("v1,4/3N0rL4Mq1kVaHOrsq10IsQTNcb4p6uJ/XaPqLAOA==")]
    [InlineData("v1,4/3N0rL4Mq1kVaHOrsq10IsQTNcb\t4p6uJ/XaPqLAOPc=")]
    [InlineData("v1,"), InlineData("v1"), InlineData("v1,!!!"), InlineData(" "), InlineData(Garbage)]
    public void of_another_scheme_length_or_spelling_is_wrong(string signatures) => Assert.Equal(WebhookVerdict.SignatureWrong, Verify(signatures));

    [Theory]
    [InlineData(Garbage + " " + Empty), InlineData("nonsense " + Empty), InlineData("v1, " + Empty), InlineData("v1a,x v2,y " + Empty), InlineData(Empty + " " + Garbage), InlineData(Empty + " "), InlineData("  " + Empty)]
    public void is_looked_for_in_every_entry(string signatures) => Assert.Equal(WebhookVerdict.Valid, Verify(signatures));

    [Fact]
    public void is_looked_for_in_eight_entries_of_its_scheme_and_no_more()
    {
        Assert.Equal(WebhookVerdict.Valid, Verify(string.Join(' ', Enumerable.Repeat(Garbage, 7).Append(Empty))));
        Assert.Equal(WebhookVerdict.SignatureWrong, Verify(string.Join(' ', Enumerable.Repeat(Garbage, 8).Append(Empty))));
        Assert.Equal(WebhookVerdict.SignatureWrong, Verify(string.Join(' ', Enumerable.Repeat("v1,short", 8).Append(Empty))));
        Assert.Equal(WebhookVerdict.Valid, Verify(string.Join(' ', Enumerable.Repeat("v1a,other", 20).Append(Empty))));
    }

    [Fact]
    public void of_either_key_is_good_while_a_secret_is_changed()
    {
        var second = WebhookSignature.Sign(Key(S2), "msg_empty", NewYear, []);
        Assert.Equal(WebhookVerdict.Valid, Verify(Empty, secrets: [S1, S2]));
        Assert.Equal(WebhookVerdict.Valid, Verify(second, secrets: [S1, S2]));
        Assert.Equal(WebhookVerdict.SignatureWrong, Verify(second, secrets: [S1]));
        Assert.Equal(WebhookVerdict.SignatureWrong, WebhookSignature.Verify([], "msg_empty", "1767225600", Empty, [], DateTimeOffset.FromUnixTimeSeconds(NewYear)));
    }

    [Fact]
    public void with_one_bit_changed_is_wrong()
    {
        var mac = Convert.FromBase64String(Empty[3..]);
        for (var bit = 0; bit < mac.Length * 8; bit++)
        {
            mac[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(WebhookVerdict.SignatureWrong, Verify("v1," + Convert.ToBase64String(mac)));
            mac[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }
}

public sealed class A_webhook_secret
{
    [Theory, InlineData(24), InlineData(32), InlineData(64)]
    public void is_read_back_from_its_text(int length)
    {
        var randomness = Enumerable.Range(1, length).Select(i => (byte)i).ToArray();
        var secret = WebhookSecret.Make(randomness);
        Assert.Equal(randomness, WebhookSecret.Parse(secret.Text)?.Key());
        Assert.StartsWith("whsec_", secret.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(23), InlineData(65)]
    public void has_24_to_64_bytes(int length)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WebhookSecret.Make(new byte[length]));
        Assert.Null(WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[length])));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("whsec_"), InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), InlineData("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw "), InlineData("whsec_MfKQ9r8GKYqrTwjU PD8ILPZIo2LaLaSw"), InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!")]
    public void has_one_text_only(string? text) => Assert.Null(WebhookSecret.Parse(text));

    [Fact]
    public void does_not_print_its_key() => Assert.DoesNotContain("MfKQ", $"{WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")}", StringComparison.Ordinal);

    [Fact]
    public void is_accepted_as_an_api_key_while_it_is_valid()
    {
        var (old, current, other) = (WebhookSecret.Make(new byte[32]), WebhookSecret.Make([.. Enumerable.Repeat((byte)7, 24)]), WebhookSecret.Make([.. Enumerable.Repeat((byte)7, 25)]));
        byte[][] keys = [old.Key(), current.Key()];
        Assert.True(WebhookApiKey.Verify(keys, old.Text));
        Assert.True(WebhookApiKey.Verify(keys, current.Text));
        Assert.False(WebhookApiKey.Verify(keys, other.Text));
        Assert.False(WebhookApiKey.Verify(keys, current.Text + " "));
        Assert.False(WebhookApiKey.Verify(keys, null));
        Assert.False(WebhookApiKey.Verify([], current.Text));
    }
}
