using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Files;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AgencyPlatform.Server.Accounts;

/// <summary>The answer to an upload: the id that <c>evidenceIds</c> takes.</summary>
public sealed record UploadedEvidence(string Id, string Sha256, long Length);

/// <summary>Takes a document as a stream: it is never whole in memory, and on disk before it is acknowledged.</summary>
internal static class EvidenceUpload
{
    private const long FileLimit = 50L << 20;
    private const int FieldLimit = 1_000;

    public static void MapEvidenceUpload(this IEndpointRouteBuilder accounts) =>
        accounts.MapPost("/{id}/evidence", Upload).WithName("UploadEvidence")
            .WithMetadata(new RequestSizeLimitAttribute(FileLimit + (1 << 20)))
            .Accepts<EvidenceForm>("multipart/form-data").ProducesProblem(413).ProducesProblem(415);

    private static async Task<Results<Created<UploadedEvidence>, ProblemHttpResult>> Upload(
        string id, HttpContext http, AccountDesk desk, IFileStore files, CommandStamps stamps, CurrentTenant caller, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary)
        {
            return ProblemResponses.Say(StatusCodes.Status415UnsupportedMediaType, ProblemResponses.CodeOf(415));
        }

        if (await desk.Find(id, cancellationToken) is null) { return ProblemResponses.Missing(); }
        var form = await Read(new MultipartReader(boundary, http.Request.Body), caller.Tenant, files, cancellationToken);
        if (form.IsTooLong) { return ProblemResponses.Say(StatusCodes.Status413PayloadTooLarge, ProblemResponses.CodeOf(413)); }
        var issuedOn = form.Fields.GetValueOrDefault("issuedOn");
        DateOnly day = default;
        var input = new Input().Required("kind", form.Fields.GetValueOrDefault("kind"), 100).Limited("issuer", form.Fields.GetValueOrDefault("issuer"), 200)
            .Check(form.File is { Length: > 0 }, "file", "field.file-required")
            .Check(string.IsNullOrEmpty(issuedOn) || DateOnly.TryParseExact(issuedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day), "issuedOn", "field.day-required");
        if (input.Problem() is { } invalid) { return invalid; }

        var evidence = new EvidenceToAdd(
            form.Fields["kind"], form.File!.Sha256, form.FileName, form.ContentType, form.File.Length, form.Fields.GetValueOrDefault("issuer"), string.IsNullOrEmpty(issuedOn) ? null : day);
        var stamp = stamps.Next(Fingerprint(id, evidence));
        var evidenceId = stamp.NewId("evidence");
        var reply = await desk.AddEvidence(id, evidenceId, evidence, stamp, cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no
            ? no.Problem()
            : TypedResults.Created($"/api/v1/seller-accounts/{id}/evidence/{evidenceId}", new UploadedEvidence(evidenceId, evidence.Sha256, evidence.Length));
    }

    private static async Task<Form> Read(MultipartReader reader, string tenant, IFileStore files, CancellationToken cancellationToken)
    {
        var form = new Form();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) { continue; }
            if (part.IsFileDisposition() && form.File is null)
            {
                form.FileName = Path.GetFileName((HeaderUtilities.RemoveQuotes(part.FileNameStar).Value ?? HeaderUtilities.RemoveQuotes(part.FileName).Value ?? "file").Replace('\\', '/'));
                form.ContentType = section.ContentType ?? "application/octet-stream";
                form.File = await files.Save(tenant, section.Body, FileLimit, cancellationToken);
                form.IsTooLong |= form.File is null;
            }
            else if (part.IsFormDisposition() && form.Fields.Count < 10)
            {
                using var text = new StreamReader(section.Body, Encoding.UTF8);
                var buffer = new char[FieldLimit + 1];
                var length = await text.ReadBlockAsync(buffer, cancellationToken);
                form.Fields[HeaderUtilities.RemoveQuotes(part.Name).Value ?? ""] = new string(buffer, 0, length);
            }

            if (form.IsTooLong) { break; }
        }

        return form;
    }

    private static string Fingerprint(string accountId, EvidenceToAdd e) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"evidence\n{accountId}\n{e.Kind}\n{e.Issuer}\n{e.IssuedOn}\n{e.FileName}\n{e.Sha256}")));

    /// <summary>The form as the API's description shows it.</summary>
    internal sealed record EvidenceForm(IFormFile File, string Kind, string? Issuer, DateOnly? IssuedOn);

    private sealed class Form
    {
        public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);
        public StoredFile? File { get; set; }
        public string FileName { get; set; } = "";
        public string ContentType { get; set; } = "";
        public bool IsTooLong { get; set; }
    }
}
