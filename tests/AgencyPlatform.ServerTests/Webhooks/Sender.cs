using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests.Webhooks;

/// <summary>An outside system that posts events to one endpoint, rightly signed unless a test says otherwise.</summary>
internal sealed class Sender(Uri address, string endpointId, string secret) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public string EndpointId => endpointId;

    public string Secret { get; set; } = secret;

    public static async Task<Sender> Open(RunningServer server, string kind = "status", string? accountId = null)
    {
        using var api = server.As();
        var made = (await api.Post("webhook-endpoints", new { kind, name = "Case log", sellerAccountId = accountId })).Expect(HttpStatusCode.Created);
        return new Sender(server.Address, made.Id, made["secret"]);
    }

    public static string NewId() => $"msg_{Guid.NewGuid():n}";

    public static byte[] Status(object data) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = "case.status", timestamp = DateTimeOffset.UtcNow, data });

    public Task<Answer> Send(object data, string? id = null) => Post(Status(data), id ?? NewId());

    public Task<Answer> Post(byte[] body, string id, long? timestamp = null, Action<HttpRequestMessage>? change = null) =>
        PostAs(Signed(body, id, timestamp ?? DateTimeOffset.UtcNow.ToUnixTimeSeconds()), change);

    public async Task<Answer> PostAs(HttpRequestMessage request, Action<HttpRequestMessage>? change = null)
    {
        change?.Invoke(request);
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    public HttpRequestMessage Signed(byte[] body, string id, long timestamp)
    {
        var request = Bare(body);
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Sign(WebhookSecret.Parse(Secret)!.Key(), id, timestamp, body));
        return request;
    }

    public HttpRequestMessage Bare(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return new HttpRequestMessage(HttpMethod.Post, $"/webhooks/{endpointId}") { Content = content };
    }

    public void Dispose() => http.Dispose();
}

internal static class Events
{
    /// <summary>The event once it stands where it is expected to.</summary>
    public static async Task<Answer> Event(this Api api, string id, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var seen = (await api.Get($"webhook-events/{id}")).Expect(HttpStatusCode.OK);
            if (seen["state"] == state) { return seen; }
            try { await poll.WaitForNextTickAsync(patience.Token); }
            catch (OperationCanceledException) { Assert.Fail($"Not {state} but {seen.Text}"); }
        }
    }

    /// <summary>How many events of this type the case's timeline has.</summary>
    public static async Task<int> Happened(this Api api, string caseId, string type) =>
        (await api.Get($"cases/{caseId}/timeline?limit=200")).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Count(i => i.GetProperty("type").GetString() == type);

    public static byte[] Utf8(this string text) => Encoding.UTF8.GetBytes(text);
}
