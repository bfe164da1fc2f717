using System.Net;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests.Webhooks;

/// <summary>From the door to the case.</summary>
[Collection(nameof(OneServer))]
public sealed class A_status_event(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task moves_the_case_whose_submission_it_names()
    {
        var (opened, reference) = await Sent();
        using var sender = await Sender.Open(shared.Server);

        var progress = (await sender.Send(new { amazonReference = reference, status = "in-review", occurredAt = DateTimeOffset.UtcNow })).Expect(HttpStatusCode.Accepted);
        Assert.Equal(opened.Id, (await api.Event(progress.Id, "done"))["caseId"]);
        Assert.Equal("awaiting-amazon", (await api.Get($"cases/{opened.Id}"))["stage"]);

        var denial = (await sender.Send(new { amazonReference = reference, status = "denied", message = "We cannot reinstate B0C4R7QK2M.", occurredAt = DateTimeOffset.UtcNow })).Expect(HttpStatusCode.Accepted);
        await api.Event(denial.Id, "done");

        var after = (await api.Get($"cases/{opened.Id}")).Expect(HttpStatusCode.OK);
        Assert.Equal("drafting", after["stage"]);
        Assert.Equal("answered", after.Json.GetProperty("attempts")[0].GetProperty("state").GetString());
        Assert.Equal(1, await api.Happened(opened.Id, "case.reply-received.v1"));
        var timeline = (await api.Get($"cases/{opened.Id}/timeline?limit=200", "zh-CN")).Text;
        Assert.DoesNotContain("We cannot reinstate", timeline, StringComparison.Ordinal);
        Assert.Contains("亚马逊通知已驳回", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task finds_its_case_by_id_number_or_item()
    {
        var account = await api.Account();
        var opened = await api.Case(account);
        using var sender = await Sender.Open(shared.Server);
        foreach (var data in (object[])[
            new { caseId = opened.Id, status = "received" },
            new { caseId = opened["number"], status = "received" },
            new { amazonReference = opened["number"], status = "received" },
            new { asin = "B0C4R7QK2M", sellerAccountId = account, status = "received" },
        ])
        {
            var taken = (await sender.Send(data)).Expect(HttpStatusCode.Accepted);
            Assert.Equal(opened.Id, (await api.Event(taken.Id, "done"))["caseId"]);
        }

        Assert.Equal(4, await api.Happened(opened.Id, "case.status-reported.v1"));
    }

    [Fact]
    public async Task without_a_case_stays_visible_until_a_person_attaches_it()
    {
        var opened = await api.Case();
        using var sender = await Sender.Open(shared.Server);
        var lost = (await sender.Send(new { amazonReference = $"ref-{Guid.NewGuid():n}", status = "in-review" })).Expect(HttpStatusCode.Accepted);
        var nameless = (await sender.Send(new { status = "in-review" })).Expect(HttpStatusCode.Accepted);

        var held = await api.Event(lost.Id, "held");
        Assert.Equal("webhook.case-not-found", held["reason"]);
        Assert.Contains("Attach", held["reasonText"], StringComparison.Ordinal);
        Assert.True(held.Json.TryGetProperty("nextAt", out _));
        Assert.Equal("webhook.no-case-named", (await api.Event(nameless.Id, "held"))["reason"]);
        var list = (await api.Get($"webhook-events?state=held&endpointId={sender.EndpointId}&limit=1")).Expect(HttpStatusCode.OK);
        Assert.Equal(nameless.Id, list.Json.GetProperty("items")[0].GetProperty("id").GetString());
        var rest = (await api.Get($"webhook-events?state=held&endpointId={sender.EndpointId}&limit=1&cursor={list["nextCursor"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal(lost.Id, rest.Json.GetProperty("items")[0].GetProperty("id").GetString());

        (await api.Post($"webhook-events/{lost.Id}/attach", new { caseId = Guid.NewGuid() })).Refused(HttpStatusCode.NotFound, "case.unknown");
        (await api.Post($"webhook-events/{lost.Id}/attach", new { })).Refused(HttpStatusCode.BadRequest, "request.invalid");
        foreach (var id in (string[])[lost.Id, nameless.Id])
        {
            (await api.Post($"webhook-events/{id}/attach", new { caseId = opened.Id })).Expect(HttpStatusCode.OK);
            Assert.Equal(opened.Id, (await api.Event(id, "done"))["caseId"]);
        }

        Assert.Equal(2, await api.Happened(opened.Id, "case.status-reported.v1"));
        (await api.Post($"webhook-events/{lost.Id}/attach", new { caseId = opened.Id })).Refused(HttpStatusCode.Conflict, "webhook-event.settled");
    }

    [Fact]
    public async Task replayed_after_it_was_applied_changes_nothing()
    {
        var opened = await api.Case();
        using var sender = await Sender.Open(shared.Server);
        var taken = (await sender.Send(new { caseId = opened.Id, status = "in-review" })).Expect(HttpStatusCode.Accepted);
        await api.Event(taken.Id, "done");

        for (var i = 0; i < 3; i++)
        {
            (await api.Post($"webhook-events/{taken.Id}/replay")).Expect(HttpStatusCode.OK);
            await api.Event(taken.Id, "done");
        }

        Assert.Equal(1, await api.Happened(opened.Id, "case.status-reported.v1"));
    }

    [Fact]
    public async Task of_a_kind_nobody_knows_can_be_set_aside_with_a_reason()
    {
        using var sender = await Sender.Open(shared.Server);
        var strange = (await sender.Send(new { caseId = Guid.NewGuid(), status = "pondering" })).Expect(HttpStatusCode.Accepted);
        Assert.Equal("webhook.status-unknown", (await api.Event(strange.Id, "held"))["reason"]);

        (await api.Post($"webhook-events/{strange.Id}/dismiss", new { reason = " " })).Refused(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Equal("webhook-event.dismissed", (await api.Post($"webhook-events/{strange.Id}/dismiss", new { reason = "A trial of the sender's." })).Expect(HttpStatusCode.OK)["reason"]);
        (await api.Post($"webhook-events/{strange.Id}/dismiss", new { reason = "Again." })).Refused(HttpStatusCode.Conflict, "webhook-event.settled");
    }

    [Theory]
    [InlineData("no json at all", "webhook.not-json")]
    [InlineData("""{"type":"case.status","type":"x"}""", "webhook.duplicate-key")]
    [InlineData("""{"type":"case.status","data":{"n":NaN}}""", "webhook.not-json")]
    [InlineData("""{"type":"case.status","data":{"caseId":"\ud800","status":"denied"}}""", "webhook.text-invalid")]
    [InlineData("""{"type":"case.status","timestamp":"2026-11-23T00:00:00Z","data":{"caseId":1e999,"status":"denied"}}""", "webhook.field-invalid")]
    [InlineData("deep", "webhook.too-deep")]
    public async Task that_nobody_can_read_is_dead_and_stops_no_other(string text, string reason)
    {
        var opened = await api.Case();
        using var sender = await Sender.Open(shared.Server);
        var body = (text == "deep" ? $"{new string('[', 10_000)}{new string(']', 10_000)}" : text).Utf8();

        var broken = (await sender.Post(body, Sender.NewId())).Expect(HttpStatusCode.Accepted);
        var sound = (await sender.Send(new { caseId = opened.Id, status = "received" })).Expect(HttpStatusCode.Accepted);

        Assert.Equal(reason, (await api.Event(broken.Id, "dead"))["reason"]);
        await api.Event(sound.Id, "done");
    }

    [Fact]
    public async Task shows_its_body_to_people_who_work_on_cases_only()
    {
        using var sender = await Sender.Open(shared.Server);
        using var reader = shared.Server.As(await api.Colleague("read-only"));
        var taken = (await sender.Send(new { amazonReference = "canary-4711", status = "in-review" })).Expect(HttpStatusCode.Accepted);

        var seen = (await reader.Get($"webhook-events/{taken.Id}")).Expect(HttpStatusCode.OK);

        Assert.DoesNotContain("canary-4711", seen.Text, StringComparison.Ordinal);
        (await reader.Post($"webhook-events/{taken.Id}/replay")).Expect(HttpStatusCode.Forbidden);
        (await reader.Post("webhook-endpoints", new { kind = "status", name = "Mine" })).Expect(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("canary-4711", (await api.Get("webhook-events")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", (await api.Get("webhook-endpoints?limit=200")).Text + (await api.Get($"webhook-endpoints/{sender.EndpointId}")).Text, StringComparison.Ordinal);
    }

    private async Task<(Answer Case, string Reference)> Sent()
    {
        var opened = await api.Case();
        var attempts = $"cases/{opened.Id}/attempts";
        (await api.Post(attempts, new { desk = opened["desk"], channel = "portal", letter = Notices.Letter })).Expect(HttpStatusCode.Created);
        using var colleague = shared.Server.As(await api.Colleague());
        (await colleague.Post($"{attempts}/1/approve")).Expect(HttpStatusCode.OK);
        var reference = $"15{Random.Shared.NextInt64(1_000_000_000)}";
        (await api.Post($"{attempts}/1/send", new { amazonReference = reference }, $"send-{Guid.NewGuid():n}")).Expect(HttpStatusCode.OK);
        return (opened, reference);
    }
}
