using System.Globalization;
using System.Net;
using System.Text;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests.Webhooks;

/// <summary>Who is let in, and who is not.</summary>
[Collection(nameof(OneServer))]
public sealed class An_event_at_the_door(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    [Fact]
    public async Task is_taken_when_it_is_signed_and_lies_in_the_inbox()
    {
        using var sender = await Sender.Open(shared.Server);
        var id = Sender.NewId();

        var taken = (await sender.Send(new { amazonReference = "nobody-knows", status = "denied", occurredAt = DateTimeOffset.UtcNow }, id)).Expect(HttpStatusCode.Accepted);

        Assert.False(taken.Json.TryGetProperty("duplicate", out _));
        var kept = (await api.Get($"webhook-events/{taken.Id}")).Expect(HttpStatusCode.OK);
        Assert.Equal((id, sender.EndpointId), (kept["externalId"], kept["endpointId"]));
        Assert.Contains("nobody-knows", kept["body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_turned_away_without_each_of_its_headers()
    {
        using var sender = await Sender.Open(shared.Server);
        var body = Sender.Status(new { caseId = Guid.NewGuid(), status = "denied" });
        foreach (var name in (string[])["webhook-id", "webhook-timestamp", "webhook-signature"])
        {
            (await sender.Post(body, "msg_1", change: r => r.Headers.Remove(name))).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
            (await sender.Post(body, "msg_1", change: r => { r.Headers.Remove(name); r.Headers.TryAddWithoutValidation(name, ""); })).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        }

        (await sender.PostAs(sender.Bare(body))).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        await Empty(sender);
    }

    [Theory]
    [InlineData("webhook-id")]
    [InlineData("webhook-timestamp")]
    [InlineData("webhook-signature")]
    public async Task is_turned_away_when_a_header_comes_twice(string name)
    {
        using var sender = await Sender.Open(shared.Server);
        var body = "{}".Utf8();
        var request = sender.Signed(body, "msg_1", Now);
        var value = request.Headers.GetValues(name).Single();

        var answer = await Raw.Post(shared.Server.Address, sender.EndpointId, body, [.. request.Headers.Select(h => (h.Key, h.Value.Single())), (name, value)]);

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
        await Empty(sender);
    }

    [Fact]
    public async Task is_turned_away_with_a_signature_of_another_form()
    {
        using var sender = await Sender.Open(shared.Server);
        var body = "{}".Utf8();
        var right = WebhookSignature.Sign(WebhookSecret.Parse(sender.Secret)!.Key(), "msg_1", Now, body);
        var wrong = (string[])["v1,not-base64!", $"v1,{Convert.ToBase64String(new byte[31])}", right.Replace("v1,", "v2,", StringComparison.Ordinal), right.Replace("v1,", "v1a,", StringComparison.Ordinal), right[3..], "v1,"];
        foreach (var signature in wrong)
        {
            (await sender.Post(body, "msg_1", change: r => { r.Headers.Remove("webhook-signature"); r.Headers.TryAddWithoutValidation("webhook-signature", signature); }))
                .Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        }

        await Empty(sender);
        (await sender.Post(body, "msg_1", change: r => { var own = r.Headers.GetValues("webhook-signature").Single(); r.Headers.Remove("webhook-signature"); r.Headers.TryAddWithoutValidation("webhook-signature", $"garbage v1,AAAA {own}"); }))
            .Expect(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task is_turned_away_when_one_byte_of_it_is_another()
    {
        using var sender = await Sender.Open(shared.Server);
        var body = """{"type":"case.status","data":{"a":1}}""".Utf8();
        var others = (byte[][])[[.. body, (byte)'\n'], """{ "type": "case.status", "data": { "a": 1 } }""".Utf8(), """{"type":"case.status","data":{"a":2}}""".Utf8(), []];
        foreach (var other in others)
        {
            var signed = sender.Signed(body, "msg_1", Now);
            (await sender.PostAs(sender.Bare(other), r => { foreach (var (name, values) in signed.Headers) { r.Headers.TryAddWithoutValidation(name, values); } }))
                .Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        }

        await Empty(sender);
        (await sender.Post([], "msg_empty")).Expect(HttpStatusCode.Accepted);
        (await sender.Post([0xff, 0xfe, 0x00, 0x41], "msg_bin")).Expect(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task is_turned_away_when_its_time_is_too_far_off()
    {
        using var sender = await Sender.Open(shared.Server);
        var body = "{}".Utf8();

        // A second may pass on the way, so the outer edges are two seconds out and the inner ones two seconds in.
        (await sender.Post(body, "msg_1", Now - 302)).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        (await sender.Post(body, "msg_2", Now + 302)).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        await Empty(sender);
        (await sender.Post(body, "msg_3", Now - 295)).Expect(HttpStatusCode.Accepted);
        (await sender.Post(body, "msg_4", Now + 298)).Expect(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task is_taken_once_however_often_it_comes()
    {
        using var sender = await Sender.Open(shared.Server);
        var opened = await api.Case();
        var (id, body) = (Sender.NewId(), Sender.Status(new { caseId = opened.Id, status = "in-review", occurredAt = DateTimeOffset.UtcNow }));

        var first = (await sender.Post(body, id)).Expect(HttpStatusCode.Accepted);
        await api.Event(first.Id, "done");
        for (var i = 0; i < 5; i++)
        {
            var again = (await sender.Post(body, id, Now - i)).Expect(HttpStatusCode.Accepted);
            Assert.Equal((first.Id, "True"), (again.Id, again["duplicate"]));
        }

        Assert.Equal(1, await api.Happened(opened.Id, "case.status-reported.v1"));
    }

    [Fact]
    public async Task under_a_known_id_with_another_body_is_kept_beside_the_first()
    {
        using var sender = await Sender.Open(shared.Server);
        var id = Sender.NewId();
        var first = (await sender.Post("""{"a":1}""".Utf8(), id)).Expect(HttpStatusCode.Accepted);

        var second = (await sender.Post("""{"a":2}""".Utf8(), id)).Expect(HttpStatusCode.Accepted);
        var again = (await sender.Post("""{"a":2}""".Utf8(), id)).Expect(HttpStatusCode.Accepted);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal((second.Id, "True"), (again.Id, again["duplicate"]));
        Assert.StartsWith($"{id}#", (await api.Get($"webhook-events/{second.Id}"))["externalId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task counts_at_its_own_address_only()
    {
        using var sender = await Sender.Open(shared.Server);
        using var other = await Sender.Open(shared.Server);
        using var strangers = shared.Server.As(await shared.Server.FoundAgency("Elsewhere"));
        var theirs = (await strangers.Post("webhook-endpoints", new { kind = "status", name = "Theirs" })).Expect(HttpStatusCode.Created);
        var (body, id) = ("{}".Utf8(), Sender.NewId());
        foreach (var address in (string[])[other.EndpointId, theirs.Id])
        {
            using var astray = new Sender(shared.Server.Address, address, sender.Secret);
            (await astray.Post(body, id)).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        }

        (await sender.Post(body, id)).Expect(HttpStatusCode.Accepted);
        using var owner = new Sender(shared.Server.Address, theirs.Id, theirs["secret"]);
        var kept = (await owner.Post(body, id)).Expect(HttpStatusCode.Accepted);
        (await api.Get($"webhook-events/{kept.Id}")).Refused(HttpStatusCode.NotFound, "resource.not-found");
        (await api.Post($"webhook-events/{kept.Id}/replay")).Refused(HttpStatusCode.NotFound, "webhook-event.unknown");
        (await api.Get($"webhook-endpoints/{theirs.Id}")).Refused(HttpStatusCode.NotFound, "resource.not-found");
        (await api.Post($"webhook-endpoints/{theirs.Id}/rotate")).Refused(HttpStatusCode.NotFound, "endpoint.unknown");
    }

    [Theory]
    [InlineData("a.1767225600")]
    [InlineData("white space")]
    public async Task has_an_id_that_cannot_be_taken_for_anything_else(string id)
    {
        using var sender = await Sender.Open(shared.Server);
        (await sender.Post("{}".Utf8(), id)).Refused(HttpStatusCode.BadRequest, "webhook.id-invalid");
        (await sender.Post("{}".Utf8(), new string('a', 257))).Refused(HttpStatusCode.BadRequest, "webhook.id-invalid");
        await Empty(sender);
    }

    [Fact]
    public async Task at_an_address_nobody_has_is_told_so_whatever_it_carries()
    {
        using var nobody = new Sender(shared.Server.Address, Guid.NewGuid().ToString("n"), WebhookSecret.Make(new byte[32]).Text);
        (await nobody.Post("{}".Utf8(), "msg_1")).Refused(HttpStatusCode.NotFound, "resource.not-found");
        (await nobody.PostAs(nobody.Bare("{}".Utf8()))).Refused(HttpStatusCode.NotFound, "resource.not-found");
    }

    [Fact]
    public async Task that_is_too_large_or_packed_is_not_read()
    {
        using var sender = await Sender.Open(shared.Server);
        var large = new byte[(1 << 20) + 1];
        Array.Fill(large, (byte)' ');
        (await sender.Post(large, "msg_1")).Refused(HttpStatusCode.RequestEntityTooLarge, "request.too-large");
        (await sender.Post("{}".Utf8(), "msg_2", change: r => r.Content!.Headers.ContentEncoding.Add("gzip"))).Refused(HttpStatusCode.UnsupportedMediaType, "webhook.encoded");
        Assert.StartsWith("HTTP/1.1 413", await Raw.Send(shared.Server.Address, $"POST /webhooks/{sender.EndpointId} HTTP/1.1\r\nHost: x\r\nContent-Length: 10737418240\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413", await Raw.Chunked(shared.Server.Address, sender.EndpointId, (1 << 20) + 1), StringComparison.Ordinal);
        await Empty(sender);
        (await sender.Post(large[..(1 << 20)], "msg_3")).Expect(HttpStatusCode.Accepted);
        (await sender.Post("{}".Utf8(), "msg_4", change: r => r.Content!.Headers.ContentEncoding.Add("identity"))).Expect(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task that_drips_in_byte_by_byte_is_cut_off()
    {
        using var sender = await Sender.Open(shared.Server);

        var cut = await Raw.Drip(shared.Server.Address, sender.EndpointId, TimeSpan.FromSeconds(30));

        Assert.InRange(cut, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        await Empty(sender);
    }

    [Fact]
    public async Task finds_a_paused_endpoint_shut_and_nothing_lost()
    {
        using var sender = await Sender.Open(shared.Server);
        (await api.Post($"webhook-endpoints/{sender.EndpointId}/pause")).Expect(HttpStatusCode.OK);

        var shut = (await sender.Post("{}".Utf8(), "msg_1")).Refused(HttpStatusCode.ServiceUnavailable, "webhook.paused");
        Assert.NotNull(shut.Headers.RetryAfter);
        using var forger = new Sender(shared.Server.Address, sender.EndpointId, WebhookSecret.Make(new byte[32]).Text);
        (await forger.Post("{}".Utf8(), "msg_1")).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");

        (await api.Post($"webhook-endpoints/{sender.EndpointId}/resume")).Expect(HttpStatusCode.OK);
        (await sender.Post("{}".Utf8(), "msg_1")).Expect(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task may_be_signed_with_the_old_or_the_new_secret_after_a_rotation()
    {
        using var sender = await Sender.Open(shared.Server);
        var old = sender.Secret;
        var rotated = (await api.Post($"webhook-endpoints/{sender.EndpointId}/rotate")).Expect(HttpStatusCode.OK);
        Assert.NotEqual(old, rotated["secret"]);

        (await sender.Post("{}".Utf8(), "msg_1")).Expect(HttpStatusCode.Accepted);
        sender.Secret = rotated["secret"];
        (await sender.Post("{}".Utf8(), "msg_2")).Expect(HttpStatusCode.Accepted);
        Assert.True((await api.Get($"webhook-endpoints/{sender.EndpointId}")).Json.TryGetProperty("oldSecretUntil", out _));
    }

    private async Task Empty(Sender sender) =>
        Assert.Empty((await api.Get($"webhook-events?endpointId={sender.EndpointId}")).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray());
}
