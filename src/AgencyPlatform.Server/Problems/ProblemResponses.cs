using System.Diagnostics;
using AgencyPlatform.Contracts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AgencyPlatform.Server.Problems;

/// <summary>Every "no" of the API: RFC 9457 problem details with a stable code, a sentence for people and a trace id.</summary>
internal static class ProblemResponses
{
    public const string NotFound = "resource.not-found";

    private const string Types = "urn:agency-platform:problem:";

    /// <summary>A rule said no.</summary>
    public static ProblemHttpResult Refuse(RefusalView refusal) => Make(StatusOf(refusal.Code), refusal.Code, Refused.Sentence(refusal), facts: refusal.Facts);

    /// <summary>Input that cannot be understood; every field with what to do about it.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        Make(StatusCodes.Status400BadRequest, "request.invalid", Refused.Say("request.invalid"), errors);

    public static ProblemHttpResult Missing() => Make(StatusCodes.Status404NotFound, NotFound, Refused.Say(NotFound));

    public static ProblemHttpResult Say(int status, string code) => Make(status, code, Refused.Say(code));

    /// <summary>API, webhook and health callers read problems; browsers get pages.</summary>
    public static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/webhooks") || http.Request.Path.StartsWithSegments("/health");

    /// <summary>Turns a status without a body into a problem; pages keep their own answers.</summary>
    public static async Task ForBareStatus(StatusCodeContext context)
    {
        if (!IsForPrograms(context.HttpContext)) { return; }
        var status = context.HttpContext.Response.StatusCode;
        await Say(status, CodeOf(status)).ExecuteAsync(context.HttpContext);
    }

    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions.TryAdd("code", CodeOf(problem.Status ?? 500));
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        problem.Instance ??= context.HttpContext.Request.Path;
    }

    public static string CodeOf(int status) => status switch
    {
        400 => "request.malformed",
        401 => "request.unauthenticated",
        403 => "request.forbidden",
        404 => NotFound,
        405 => "request.method-not-allowed",
        413 => "request.too-large",
        415 => "request.media-type-unsupported",
        429 => "request.too-many",
        503 => "server.busy",
        _ => "server.error",
    };

    private static int StatusOf(string code) => code switch
    {
        "request.idempotency-key-reused" => StatusCodes.Status422UnprocessableEntity,
        _ when code.StartsWith("webhook.", StringComparison.Ordinal) => StatusCodes.Status400BadRequest,
        _ when code.EndsWith(".unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ when code.EndsWith(".not-allowed-for-role", StringComparison.Ordinal) || code.EndsWith(".not-permitted", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };

    private static ProblemHttpResult Make(
        int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null, IReadOnlyDictionary<string, string>? facts = null)
    {
        var problem = new ProblemDetails { Status = status, Type = Types + code, Title = Refused.Say($"title.{status}"), Detail = detail, Extensions = { ["code"] = code } };
        if (errors is not null) { problem.Extensions["errors"] = errors; }
        if (facts is { Count: > 0 }) { problem.Extensions["facts"] = facts; }
        return TypedResults.Problem(problem);
    }
}
