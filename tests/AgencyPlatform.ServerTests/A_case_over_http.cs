using System.Net;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class A_case_over_http(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task goes_from_notice_to_outcome()
    {
        var triage = (await api.Post("triage", new { text = Notices.Inauthentic })).Expect(HttpStatusCode.OK);
        Assert.Equal("PQ-INAUTHENTIC", triage.Json.GetProperty("categories")[0].GetProperty("id").GetString());
        Assert.Equal("B0C4R7QK2M", triage.Json.GetProperty("entities").GetProperty("asins")[0].GetString());

        var opened = await api.Case();
        Assert.Equal($"/api/v1/cases/{opened.Id}", opened.Headers.Location?.ToString());
        Assert.NotEmpty(opened.Json.GetProperty("ladder").EnumerateArray());
        Assert.NotEmpty(opened.Json.GetProperty("evidence").EnumerateArray());
        Assert.Equal("intake", opened["stage"]);
        var attempts = $"cases/{opened.Id}/attempts";

        (await api.Post(attempts, new { desk = "SELLER_SUPPORT", channel = "portal", letter = Notices.Letter })).Refused(HttpStatusCode.Conflict, "attempt.desk-not-competent");
        (await api.Post(attempts, new { desk = "EXECUTIVE_SELLER_RELATIONS", channel = "email", letter = Notices.Letter })).Refused(HttpStatusCode.Conflict, "escalation.too-early");

        var desk = opened["desk"];
        var draft = (await api.Post(attempts, new { desk, channel = "portal", letter = Notices.Letter })).Expect(HttpStatusCode.Created);
        Assert.Equal("draft", draft["state"]);
        Assert.Equal("1", draft["number"]);
        (await api.Post($"{attempts}/1/send", new { }, "send-before-approval-01")).Refused(HttpStatusCode.Conflict, "attempt.not-approved");
        (await api.Post($"{attempts}/1/approve")).Refused(HttpStatusCode.Conflict, "attempt.four-eyes");

        using var colleague = shared.Server.As(await api.Colleague());
        Assert.Equal("approved", (await colleague.Post($"{attempts}/1/approve")).Expect(HttpStatusCode.OK)["state"]);
        var sent = (await api.Post($"{attempts}/1/send", new { amazonReference = "15003337771", proof = "screenshot" }, "send-after-approval-001")).Expect(HttpStatusCode.OK);
        Assert.Equal("sent", sent["state"]);
        Assert.Contains("the platform itself sent nothing", sent["submission"], StringComparison.Ordinal);

        var reply = (await api.Post($"{attempts}/1/reply", new
        {
            text = "Hello, we reviewed the information you sent. Your listing has been reinstated.",
            from = "seller-performance@amazon.com",
            receivedAt = DateTimeOffset.UtcNow,
            kind = "reinstated",
        })).Expect(HttpStatusCode.OK);
        Assert.Equal("1", reply["number"]);

        (await api.Post($"cases/{opened.Id}/resolve", new { outcome = "reinstated" })).Refused(HttpStatusCode.Conflict, "case.proof-missing");
        var resolved = (await api.Post($"cases/{opened.Id}/resolve", new { outcome = "reinstated", proof = new { kind = "amazon-mail", reference = "mail-1" } })).Expect(HttpStatusCode.OK);
        Assert.Equal("resolved", resolved["stage"]);
        Assert.Equal("drafting", (await api.Post($"cases/{opened.Id}/reopen", new { reason = "The offer is down again." })).Expect(HttpStatusCode.OK)["stage"]);
    }

    [Fact]
    public async Task tells_its_story_in_both_languages()
    {
        var opened = await api.Case();
        (await api.Post($"cases/{opened.Id}/notes", new { text = "Rechnung liegt vor 发票已收到" })).Expect(HttpStatusCode.OK);

        var english = (await api.Get($"cases/{opened.Id}/timeline")).Expect(HttpStatusCode.OK).Json.GetProperty("items");
        var chinese = (await api.Get($"cases/{opened.Id}/timeline", "zh-CN")).Expect(HttpStatusCode.OK).Json.GetProperty("items");

        Assert.Equal("case.opened.v1", english[0].GetProperty("type").GetString());
        Assert.StartsWith($"Case {opened["number"]} opened", english[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith($"建立案件 {opened["number"]}", chinese[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(chinese.EnumerateArray(), i => i.GetProperty("text").GetString() == "备注：Rechnung liegt vor 发票已收到");
        Assert.DoesNotContain(english.EnumerateArray().Concat(chinese.EnumerateArray()), i => i.GetProperty("text").GetString()!.Contains('{', StringComparison.Ordinal));
        Assert.Equal(english[0].GetProperty("data").ToString(), chinese[0].GetProperty("data").ToString());
    }

    [Fact]
    public async Task keeps_the_notice_and_every_letter_as_they_were()
    {
        var opened = await api.Case();
        var draft = (await api.Post($"cases/{opened.Id}/attempts", new { desk = opened["desk"], channel = "portal", letter = Notices.Letter })).Expect(HttpStatusCode.Created);

        Assert.Equal(Notices.Inauthentic, (await api.Get($"cases/{opened.Id}/notice")).Expect(HttpStatusCode.OK).Text);
        Assert.Equal(Notices.Letter, (await api.Get($"cases/{opened.Id}/texts/{draft["letterHash"]}")).Expect(HttpStatusCode.OK).Text);
        (await api.Get($"cases/{opened.Id}/texts/{new string('0', 64)}")).Refused(HttpStatusCode.NotFound, "resource.not-found");
    }

    [Fact]
    public async Task says_what_each_rung_of_the_ladder_still_needs()
    {
        var opened = await api.Case();

        var advice = (await api.Get($"cases/{opened.Id}/advice")).Expect(HttpStatusCode.OK).Json;

        Assert.Contains(advice.GetProperty("moves").EnumerateArray(), m => m.GetProperty("move").GetString() == "draft" && !m.TryGetProperty("refusal", out _));
        Assert.Contains(advice.GetProperty("moves").EnumerateArray(), m => m.TryGetProperty("refusal", out var no) && no.GetProperty("text").GetString()!.Length > 20);
        Assert.Contains(advice.GetProperty("ladder").EnumerateArray().SelectMany(s => s.GetProperty("needs").EnumerateArray()), n => n.TryGetProperty("isMet", out var met) && !met.GetBoolean());
    }

    [Fact]
    public async Task is_worked_on_step_by_step()
    {
        var opened = await api.Case();
        var line = opened.Json.GetProperty("evidence")[0].GetProperty("id").GetString();

        var marked = (await api.Put($"cases/{opened.Id}/evidence/{line}", new { state = "requested" })).Expect(HttpStatusCode.OK);
        Assert.Equal("requested", marked.Json.GetProperty("evidence")[0].GetProperty("state").GetString());
        var planned = (await api.Post($"cases/{opened.Id}/next-action", new { kind = "ask-client", question = "Where is the invoice of May?", dueAt = DateTimeOffset.UtcNow.AddDays(1) })).Expect(HttpStatusCode.OK);
        Assert.Equal("ask-client", planned.Json.GetProperty("nextAction").GetProperty("kind").GetString());
        (await api.Post($"cases/{opened.Id}/retraction", new { status = "requested", reference = "mail-7" })).Refused(HttpStatusCode.Conflict, "retraction.not-ip");
        Assert.Equal("PQ-USEDNEW", (await api.Post($"cases/{opened.Id}/category", new { categoryId = "PQ-USEDNEW", reason = "The complaint is about used items." })).Expect(HttpStatusCode.OK)["categoryId"]);
    }
}
