using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AgencyPlatform.FaultTests;

/// <summary>Status webhooks to an endpoint, over all the server's lives: what was sent, and what was answered with 202.</summary>
public sealed class SignedEvents
{
    private readonly ConcurrentDictionary<string, string> accepted = new(StringComparer.Ordinal);
    private string endpoint = "";
    private byte[] key = [];
    private int sent;

    /// <summary>The message of each event that the server promised to keep, by its inbox id.</summary>
    public IReadOnlyDictionary<string, string> Accepted => accepted;

    public async Task CreateEndpoint(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/webhook-endpoints", new { kind = "status", name = "Gateway" });
        answer.EnsureSuccessStatusCode();
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        endpoint = made.GetProperty("id").GetString()!;
        key = Convert.FromBase64String(made.GetProperty("secret").GetString()!["whsec_".Length..]);
    }

    /// <summary>Sends one event after the other, every third one twice, until the server is gone.</summary>
    public async Task Run(HttpClient http, IReadOnlyList<string> cases, CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var n = Interlocked.Increment(ref sent);
                await Send(http, $"evt-{n}", cases[n % cases.Count], $"event {n}", cancellationToken);
                if (n % 3 == 0) { await Send(http, $"evt-{n}", cases[n % cases.Count], $"event {n}", cancellationToken); }
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed.
        }
    }

    private async Task Send(HttpClient http, string id, string caseId, string message, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "case.status", timestamp = "2026-11-23T00:00:00Z", data = new { caseId, status = "in-review", message, occurredAt = "2026-11-23T00:00:00Z" },
        });
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{id}.{timestamp}.").Concat(body).ToArray());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/{endpoint}") { Content = new ByteArrayContent(body) };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(mac)}");
        using var answer = await http.SendAsync(request, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests) { return; }
        if (answer.StatusCode != HttpStatusCode.Accepted) { throw new InvalidOperationException($"{(int)answer.StatusCode} for an event: {await answer.Content.ReadAsStringAsync(cancellationToken)}"); }
        accepted[(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!] = message;
    }
}
