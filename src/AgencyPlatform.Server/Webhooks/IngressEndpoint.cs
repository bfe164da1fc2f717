using System.Globalization;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Mvc;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>The answer to an event that is stored.</summary>
/// <param name="Duplicate">True where the same event had come before; absent otherwise.</param>
public sealed record WebhookReceipt(string Id, bool? Duplicate);

/// <summary>The door over HTTP. Anybody may knock; a signature lets in.</summary>
internal static class IngressEndpoint
{
    /// <summary>Seconds after which a sender should come again.</summary>
    private const int Soon = 1, Later = 5, MuchLater = 60;

    /// <summary>
    /// What the server reads off the wire, and throws away, of a body it has refused: a sender hears why only if he may finish
    /// speaking. Beyond this the connection is cut.
    /// </summary>
    private const long Drained = 4L * Body.Limit;

    public static void MapIngress(this WebApplication app) =>
        app.MapPost("/webhooks/{endpointId}", Receive).AllowAnonymous().WithName("ReceiveWebhook").WithTags("Webhooks")
            .WithSummary("Takes a signed event; 202 means that it is on disk")
            .WithMetadata(new RequestSizeLimitAttribute(Drained))
            .Produces<WebhookReceipt>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(401).ProducesProblem(404)
            .ProducesProblem(413).ProducesProblem(415).ProducesProblem(429).ProducesProblem(503);

    private static async Task Receive(string endpointId, HttpContext http, Ingress ingress)
    {
        var answer = await ingress.Take(endpointId, http.Request, http.RequestAborted);
        if (answer.Id is not { } id)
        {
            await Refuse(http, answer.Outcome);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.ContentType = "application/json";
        // The id is a UUID of ours, so that nothing needs escaping.
        await http.Response.WriteAsync(answer.Outcome == Outcomes.Duplicate ? $$"""{"id":"{{id}}","duplicate":true}""" : $$"""{"id":"{{id}}"}""", http.RequestAborted);
    }

    private static Task Refuse(HttpContext http, string outcome)
    {
        var (status, code, retryAfter) = outcome switch
        {
            Outcomes.Unknown => (StatusCodes.Status404NotFound, ProblemResponses.NotFound, 0),
            Outcomes.Encoded => (StatusCodes.Status415UnsupportedMediaType, "webhook.encoded", 0),
            Outcomes.TooLong => (StatusCodes.Status413PayloadTooLarge, ProblemResponses.CodeOf(413), 0),
            Outcomes.Malformed => (StatusCodes.Status400BadRequest, "webhook.id-invalid", 0),
            Outcomes.Unsigned => (StatusCodes.Status401Unauthorized, "webhook.signature-invalid", 0),
            Outcomes.Crowded => (StatusCodes.Status429TooManyRequests, ProblemResponses.CodeOf(429), Soon),
            Outcomes.Paused => (StatusCodes.Status503ServiceUnavailable, "webhook.paused", MuchLater),
            _ => (StatusCodes.Status503ServiceUnavailable, ProblemResponses.CodeOf(503), Later),
        };
        if (retryAfter > 0) { http.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture); }
        return ProblemResponses.Say(status, code).ExecuteAsync(http);
    }
}
