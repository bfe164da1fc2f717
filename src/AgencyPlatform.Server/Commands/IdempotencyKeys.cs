using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Problems;

namespace AgencyPlatform.Server.Commands;

/// <summary>Endpoints with this metadata take no request without an Idempotency-Key.</summary>
internal sealed class NeedsIdempotencyKey;

/// <summary>
/// Turns an <c>Idempotency-Key</c> into the command's id and the request's fingerprint. The grain's write keeps the reply under
/// both, so a repeat gets the same answer and a different request under the same key is refused.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotent-Replayed";

    public async Task InvokeAsync(HttpContext http, CommandStamps stamps, CurrentTenant caller)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint || HttpMethods.IsGet(http.Request.Method) || !caller.IsKnown || !http.Request.Path.StartsWithSegments("/api"))
        {
            await next(http);
            return;
        }

        var key = http.Request.Headers[Header].ToString().Trim('"');
        if (key.Length == 0)
        {
            if (endpoint.Metadata.GetMetadata<NeedsIdempotencyKey>() is null) { await next(http); return; }
            await ProblemResponses.Say(StatusCodes.Status400BadRequest, "idempotency-key-missing").ExecuteAsync(http);
            return;
        }

        if (key.Length is < 16 or > 255 || key.Any(c => c is < '!' or > '~'))
        {
            await ProblemResponses.Say(StatusCodes.Status400BadRequest, "idempotency-key-invalid").ExecuteAsync(http);
            return;
        }

        var principal = caller.Actor;
        var commandId = Hash($"{caller.Tenant}\n{principal.Kind}:{principal.Id}\n{http.Request.Method}\n{endpoint.RoutePattern.RawText}\n{key}");
        stamps.Key(commandId, await Fingerprint(http.Request, http.RequestAborted));
        await next(http);
    }

    private static async Task<string> Fingerprint(HttpRequest request, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var query = string.Join('&', request.Query.OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{q.Key}={q.Value}"));
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{query}\n{request.ContentType}\n"));

        // A multipart body has a random boundary; its endpoint tells the content's own hash instead.
        if (request.HasFormContentType) { return Convert.ToHexStringLower(hash.GetHashAndReset()); }
        request.EnableBuffering();
        var buffer = new byte[16 << 10];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read) { hash.AppendData(buffer, 0, read); }
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
