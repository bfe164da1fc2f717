using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace AgencyPlatform.ServerTests.Running;

/// <summary>What an HTTP call answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string Code => Json.GetProperty("code").GetString()!;

    public string Id => this["id"];

    public string this[string property] => Json.GetProperty(property).ToString();

    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");
        return this;
    }

    /// <summary>A refusal with this code, as problem details should be.</summary>
    public Answer Refused(HttpStatusCode status, string code)
    {
        Expect(status);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(code, Code);
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(this["traceId"]);
        Assert.NotEmpty(this["detail"]);
        return this;
    }
}

/// <summary>A program that calls the API with a key, or with the cookies it was given.</summary>
public sealed class Api : IDisposable
{
    private readonly HttpClient http;

    public Api(Uri address, string? key)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        if (key is not null) { http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key); }
    }

    public Task<Answer> Get(string path, string? language = null) => Send(HttpMethod.Get, path, null, null, language);

    public Task<Answer> Post(string path, object? body = null, string? key = null, string? language = null) => Send(HttpMethod.Post, path, body, key, language);

    public Task<Answer> Put(string path, object body) => Send(HttpMethod.Put, path, body, null, null);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path, null, null, null);

    public async Task<Answer> Send(HttpMethod method, string path, object? body, string? key, string? language)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}");
        request.Content = body switch
        {
            null => null,
            string raw => new StringContent(raw, Encoding.UTF8, "application/json"),
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        if (key is not null) { request.Headers.Add("Idempotency-Key", key); }
        if (language is not null) { request.Headers.AcceptLanguage.ParseAdd(language); }
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>A client with one seller account.</summary>
    public async Task<string> Account()
    {
        var client = (await Post("clients", new { name = "Harbor & Pine LLC", contactEmail = "hello@harborpine.example" })).Expect(HttpStatusCode.Created);
        return (await Post("seller-accounts", new { clientId = client.Id, name = "Harbor US", sellerId = "A2HARBOR0001", marketplaces = new[] { "US" }, timeZone = "America/Los_Angeles" }))
            .Expect(HttpStatusCode.Created).Id;
    }

    /// <summary>An open case about stock that customers called inauthentic.</summary>
    public async Task<Answer> Case(string? accountId = null) =>
        (await Post("cases", new { sellerAccountId = accountId ?? await Account(), noticeText = Notices.Inauthentic, categoryId = "PQ-INAUTHENTIC" })).Expect(HttpStatusCode.Created);

    /// <summary>A colleague with a key of their own.</summary>
    public async Task<string> Colleague(string role = "reviewer")
    {
        var member = (await Post("members", new { name = "Chen Yun", email = $"{Guid.NewGuid():n}@agency.example", role, timeZone = "Asia/Shanghai" })).Expect(HttpStatusCode.Created);
        return (await Post("api-keys", new { name = "colleague", memberId = member.Id })).Expect(HttpStatusCode.Created)["key"];
    }

    public void Dispose() => http.Dispose();
}

internal static class Notices
{
    public const string Inauthentic = """
        From: Amazon Seller Performance <seller-performance@amazon.com>
        Subject: Your Amazon.com listing has been removed

        Hello,
        We removed the listing below because of customer complaints that the item is inauthentic.
        ASIN: B0C4R7QK2M
        To reinstate it, send invoices from your supplier of the last 365 days that show your sales volume, and the supplier's contact details.
        Case ID: 14839201733
        """;

    public const string Letter = """
        Dear team,

        We understand why ASIN B0C4R7QK2M was acted on. Root cause: our intake did not compare the supplier's invoice with the delivery.
        What we have done: we stopped selling the item on the day of your notice and checked all 14 open orders.
        What we keep doing: two people check every delivery against a written list, which is kept with the invoice for two years.
        The invoices you asked for are attached. We ask you to review them and to reinstate the item.

        Kind regards, Harbor & Pine LLC
        """;
}
