using AgencyPlatform.Contracts;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Commands;

/// <summary>From a grain's reply to an HTTP answer.</summary>
internal static class Answers
{
    /// <summary>Says that this is the stored answer of an earlier request with the same key.</summary>
    public static void MarkReplayed(this HttpContext http, bool replayed)
    {
        if (replayed) { http.Response.Headers[IdempotencyKeys.Replayed] = "true"; }
    }

    public static ProblemHttpResult Problem(this RefusalView refusal) => ProblemResponses.Refuse(refusal);
}
