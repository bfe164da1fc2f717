using System.Security.Claims;

namespace AgencyPlatform.Server.Identity;

/// <summary>Who a credential stands for, before it becomes claims.</summary>
internal sealed record Caller(string Tenant, string MemberId, string Name, string Role, string Scopes, string? KeyId = null)
{
    /// <summary>The one place where claims are made, so that a log-in and a key yield the same ones.</summary>
    public ClaimsPrincipal Principal(string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimNames.Tenant, Tenant), new(ClaimNames.Subject, MemberId), new(ClaimNames.Role, Role), new(ClaimNames.Name, Name),
            .. Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => new Claim(ClaimNames.Scope, s)),
        ];
        if (KeyId is not null) { claims.Add(new(ClaimNames.ActingKey, KeyId)); }
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, ClaimNames.Name, ClaimNames.Role));
    }
}
