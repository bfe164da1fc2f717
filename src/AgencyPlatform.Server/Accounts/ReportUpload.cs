using System.Security.Cryptography;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AgencyPlatform.Server.Accounts;

/// <summary>Takes Amazon's performance report: as the JSON it is, or as a file in a form.</summary>
internal static class ReportUpload
{
    private const int Limit = 256 << 10;

    public static void MapReportUpload(this IEndpointRouteBuilder accounts) =>
        accounts.MapPost("/{id}/performance-report", Upload).WithName("UploadPerformanceReport")
            .WithSummary("GET_V2_SELLER_PERFORMANCE_REPORT, as JSON or as the file of a multipart form")
            .Accepts<object>("application/json", "multipart/form-data").ProducesProblem(413).ProducesProblem(415);

    /// <param name="reportId">Amazon's id of the report; without it the content tells a repetition.</param>
    /// <param name="asOf">When Amazon made it; without it now.</param>
    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> Upload(
        string id, HttpContext http, AccountDesk desk, TimeProvider time, CancellationToken cancellationToken, string? reportId = null, DateTimeOffset? asOf = null)
    {
        if (new Input().Limited("reportId", reportId, 200).Problem() is { } invalid) { return invalid; }
        if (await Content(http.Request, cancellationToken) is not { } content) { return ProblemResponses.Say(StatusCodes.Status415UnsupportedMediaType, ProblemResponses.CodeOf(415)); }
        var body = await Read(content, cancellationToken);
        if (body.Length > Limit) { return ProblemResponses.Say(StatusCodes.Status413PayloadTooLarge, ProblemResponses.CodeOf(413)); }
        var key = string.IsNullOrEmpty(reportId) ? Convert.ToHexStringLower(SHA256.HashData(body)) : reportId;
        var reply = await desk.ReceiveReport(id, body, key, asOf ?? time.GetUtcNow(), cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply is { Refusal: null, Account: { } account } ? TypedResults.Ok(account) : reply.Refusal!.Problem();
    }

    /// <returns>Null where the request is neither JSON nor a form with a file.</returns>
    private static async Task<Stream?> Content(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) { return null; }
        if (type.MediaType == "application/json") { return request.Body; }
        if (type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary) { return null; }
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) && part.IsFileDisposition()) { return section.Body; }
        }

        return null;
    }

    /// <summary>At most one byte more than allowed, so that what is too long shows.</summary>
    private static async Task<byte[]> Read(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[Limit + 1];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer[..length];
    }
}
