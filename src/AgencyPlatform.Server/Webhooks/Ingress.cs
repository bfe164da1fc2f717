using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>What the door answers. <see cref="Id"/> is set exactly where the event is on disk.</summary>
internal readonly record struct IngressAnswer(string Outcome, string? Id = null);

/// <summary>
/// Takes events in: checks the raw bytes against the endpoint's keys, stores them, and only then says yes. What a body means is
/// found out later and elsewhere, so that a sender never waits for it and a strange one harms nobody.
/// </summary>
internal sealed class Ingress(IDoors doors, IInbox inbox, Gates gates, Tallies tallies, TimeProvider time)
{
    private const string IdHeader = "webhook-id";
    private const string TimestampHeader = "webhook-timestamp";
    private const string SignatureHeader = "webhook-signature";
    private const string ApiKeyHeader = "x-api-key";
    private const int LongestId = 256;
    private const int LongestHeader = 200;

    private static readonly Histogram<double> AckTime = Tallies.Meter.CreateHistogram<double>("agency.webhooks.ack", "ms", "From a request's first byte to its answer");

    public async Task<IngressAnswer> Take(string endpointId, HttpRequest request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var door = doors.Find(endpointId) ?? Door.Nowhere;
        var answer = await Enter(door, request, cancellationToken);
        tallies.Note(door, answer.Outcome, time.GetUtcNow());
        AckTime.Record(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return answer;
    }

    private async Task<IngressAnswer> Enter(Door door, HttpRequest request, CancellationToken cancellationToken)
    {
        if (gates.TryEnter(door) is not { } gate) { return new IngressAnswer(Outcomes.Crowded); }
        try
        {
            // A packed body could unfold to anything; the signature covers the bytes that came.
            if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity") { return new IngressAnswer(Outcomes.Encoded); }
            using var body = new Body(gates);
            switch (await body.Read(request, cancellationToken))
            {
                case BodyFault.TooLong: return new IngressAnswer(Outcomes.TooLong);
                case BodyFault.NoRoom: return new IngressAnswer(Outcomes.Busy);
            }

            return await Admit(door, request.Headers, body.Bytes, cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<IngressAnswer> Admit(Door door, IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var verdict = Verify(door, headers, body.Span, time.GetUtcNow());

        // A stranger's guess of an address costs him as much time as a wrong signature at a right one.
        if (door == Door.Nowhere) { return new IngressAnswer(Outcomes.Unknown); }
        if (verdict == WebhookVerdict.IdInvalid) { return new IngressAnswer(Outcomes.Malformed); }
        if (verdict != WebhookVerdict.Valid) { return new IngressAnswer(Outcomes.Unsigned); }
        if (door.IsPaused) { return new IngressAnswer(Outcomes.Paused); }
        return await inbox.Store(door, ExternalId(door, headers, body), Kept(headers), body, cancellationToken) is { } stored
            ? new IngressAnswer(stored.IsDuplicate ? Outcomes.Duplicate : Outcomes.Accepted, stored.Id)
            : new IngressAnswer(Outcomes.Busy);
    }

    private static WebhookVerdict Verify(Door door, IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var keys = door.KeysAt(now);
        return door.IsAmazon && headers.ContainsKey(ApiKeyHeader)
            ? WebhookApiKey.Verify(keys, Single(headers, ApiKeyHeader)) ? WebhookVerdict.Valid : WebhookVerdict.SignatureWrong
            : WebhookSignature.Verify(keys, Single(headers, IdHeader), Single(headers, TimestampHeader), Single(headers, SignatureHeader), body, now);
    }

    /// <summary>By what a repeated event is known: Amazon's own id, else the sender's, else the content itself.</summary>
    private static string ExternalId(Door door, IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        var own = door.IsAmazon ? AmazonNotification.Read(body).Value?.NotificationId : null;
        var id = own ?? Single(headers, IdHeader);
        return id is { Length: > 0 and <= LongestId } ? id : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(body.Span))}";
    }

    /// <summary>What is worth knowing of the headers later; never a signature or a key.</summary>
    private static string Kept(IHeaderDictionary headers) =>
        $$"""{"webhook-id":"{{Safe(headers, IdHeader)}}","webhook-timestamp":"{{Safe(headers, TimestampHeader)}}","content-type":"{{Safe(headers, "content-type")}}","user-agent":"{{Safe(headers, "user-agent")}}"}""";

    private static string Safe(IHeaderDictionary headers, string name)
    {
        var value = Single(headers, name) ?? "";
        return JavaScriptEncoder.Default.Encode(value.Length > LongestHeader ? value[..LongestHeader] : value);
    }

    /// <returns>Null where the header is missing or was sent more than once: nobody may choose which of two counts.</returns>
    private static string? Single(IHeaderDictionary headers, string name) => headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
}
