using System.Net;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Answers_that_say_no(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task name_each_field_and_the_fix()
    {
        var no = (await api.Post("seller-accounts", new { name = new string('x', 300) })).Refused(HttpStatusCode.BadRequest, "request.invalid");

        var errors = no.Json.GetProperty("errors");
        Assert.Equal("Fill in clientId.", errors.GetProperty("clientId")[0].GetString());
        Assert.Equal("name has at most 200 characters.", errors.GetProperty("name")[0].GetString());
        Assert.True(errors.TryGetProperty("marketplaces", out _));
    }

    [Fact]
    public async Task speak_the_readers_language()
    {
        var no = (await api.Post("clients", new { }, language: "zh-CN,zh;q=0.9,en;q=0.5")).Refused(HttpStatusCode.BadRequest, "request.invalid");

        Assert.Equal("请填写 name。", no.Json.GetProperty("errors").GetProperty("name")[0].GetString());
        Assert.Equal("没有这个卖家账户。", (await api.Post("cases?lang=zh", new { sellerAccountId = "nobody", categoryId = "PQ-INAUTHENTIC" })).Refused(HttpStatusCode.NotFound, "account.unknown")["detail"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"name\": 1}")]
    public async Task call_a_body_malformed_without_quoting_it(string body)
    {
        var no = (await api.Post("clients", body)).Refused(HttpStatusCode.BadRequest, "request.malformed");

        Assert.DoesNotContain("Exception", no.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", no.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_the_same_for_what_is_missing_everywhere()
    {
        (await api.Get("cases/nothing")).Refused(HttpStatusCode.NotFound, "resource.not-found");
        (await api.Get("nothing")).Refused(HttpStatusCode.NotFound, "resource.not-found");
        (await api.Post($"cases/{Guid.NewGuid()}/notes", new { text = "x" })).Refused(HttpStatusCode.NotFound, "case.unknown");
        (await api.Delete("cases")).Refused(HttpStatusCode.MethodNotAllowed, "request.method-not-allowed");
    }

    [Fact]
    public async Task limit_what_is_read()
    {
        (await api.Post("triage", new { text = new string('a', 2_000_000) })).Refused(HttpStatusCode.RequestEntityTooLarge, "request.too-large");
        (await api.Post("clients", new StringContent("name=x"))).Refused(HttpStatusCode.UnsupportedMediaType, "request.media-type-unsupported");
    }

    [Fact]
    public async Task refuse_writes_that_come_from_another_site()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(shared.Server.Address, "/api/v1/session")) { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Add("Origin", "https://evil.example");
        using var http = new HttpClient();

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("request.cross-site", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
