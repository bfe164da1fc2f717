using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AgencyPlatform.Server.Identity;

/// <summary>Reads <c>Authorization: Bearer apk_…</c>. A key whose checksum is wrong never reaches the database.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, IKeyRing keys, SpareKeyTexts spare)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "api-key";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Read());

    private AuthenticateResult Read()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) { return AuthenticateResult.NoResult(); }
        var key = header[Bearer.Length..].Trim();
        if (!ApiKeyText.IsWellFormed(key) && !spare.Accepts(key)) { return AuthenticateResult.Fail("No key of ours."); }
        return keys.Find(ApiKeyText.Hash(key)) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller.Principal(SchemeName), SchemeName))
            : AuthenticateResult.Fail("Not a valid key.");
    }
}
