using System.Net.Mail;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Agencies;

internal sealed record MemberBody(string? Name, string? Email, string? Role, string? TimeZone, string? Password);

internal sealed record KeyBody(string? Name, string? MemberId, IReadOnlyList<string>? Scopes, DateTimeOffset? ExpiresAt);

/// <summary>A new key; <see cref="Key"/> is shown this once.</summary>
public sealed record NewKeyModel(string Id, string Key, string Prefix);

internal static class AgencyEndpoints
{
    private static readonly string[] Roles = ["owner", "manager", "case-worker", "reviewer", "billing", "read-only"];
    private static readonly string[] Scopes = [Policies.AnyScope, Policies.ReadScope, Policies.WriteScope];

    public static void MapAgency(this IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/members").WithTags("Agency");
        members.MapGet("", Members).WithName("ListMembers");
        members.MapPost("", AddMember).WithName("AddMember").RequireAuthorization(Policies.Lead).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);

        var keys = api.MapGroup("/api-keys").WithTags("Agency").RequireAuthorization(Policies.Lead);
        keys.MapGet("", Keys).WithName("ListApiKeys");
        keys.MapPost("", AddKey).WithName("CreateApiKey").ProducesProblem(400).ProducesProblem(404);
        keys.MapDelete("/{id}", WithdrawKey).WithName("DeleteApiKey").ProducesProblem(404);
    }

    private static async Task<Ok<IReadOnlyList<MemberInfo>>> Members(AgencyDesk agency, CancellationToken cancellationToken) =>
        TypedResults.Ok((await agency.Describe(cancellationToken))?.Members ?? []);

    private static async Task<Results<Created<MemberInfo>, ProblemHttpResult>> AddMember(MemberBody body, AgencyDesk agency, HttpContext http, CancellationToken cancellationToken)
    {
        var input = new Input().Required("name", body.Name, 200).Required("email", body.Email, 320).Check(MailAddress.TryCreate(body.Email, out _), "email", "field.email-required")
            .Required("role", body.Role).OneOf("role", body.Role, Roles).Required("timeZone", body.TimeZone, 64)
            .Check(body.Password is null or { Length: >= 10 and <= 256 }, "password", "field.password-length");
        if (input.Problem() is { } invalid) { return invalid; }
        var (member, reply) = await agency.AddMember(new MemberToAdd(body.Name!, body.Email!, body.Role!, body.TimeZone!, body.Password), cancellationToken);
        http.MarkReplayed(reply.Replayed);
        return reply.Refusal is { } no ? no.Problem() : TypedResults.Created($"/api/v1/members/{member.Id}", member);
    }

    private static async Task<Ok<IReadOnlyList<KeyInfo>>> Keys(AgencyDesk agency, CancellationToken cancellationToken) => TypedResults.Ok(await agency.Keys(cancellationToken));

    private static async Task<Results<Created<NewKeyModel>, ProblemHttpResult>> AddKey(
        KeyBody body, AgencyDesk agency, CurrentTenant caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var input = new Input().Required("name", body.Name, 200).Required("memberId", body.MemberId, 64)
            .Check(body.Scopes is null || body.Scopes.All(Scopes.Contains), "scopes", "field.scopes").Check(body.ExpiresAt is null || body.ExpiresAt > time.GetUtcNow(), "expiresAt", "field.future-required");
        if (input.Problem() is { } invalid) { return invalid; }

        // Nobody hands out more than they have: only an owner makes a key that acts for an owner.
        var isOwnersKey = (await agency.Describe(cancellationToken))?.Members.FirstOrDefault(m => m.Id == body.MemberId) is { Role: "owner" };
        if (isOwnersKey && caller.Role != "owner") { return ProblemResponses.Say(StatusCodes.Status403Forbidden, ProblemResponses.CodeOf(403)); }
        return await agency.AddKey(body.Name!, body.MemberId!, body.Scopes is { Count: > 0 } scopes ? scopes : [Policies.AnyScope], body.ExpiresAt, cancellationToken) is var (key, text)
            ? TypedResults.Created($"/api/v1/api-keys/{key.Id}", new NewKeyModel(key.Id, text, key.Prefix))
            : ProblemResponses.Missing();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawKey(string id, AgencyDesk agency, CancellationToken cancellationToken) =>
        await agency.WithdrawKey(id, cancellationToken) ? TypedResults.NoContent() : ProblemResponses.Missing();
}
