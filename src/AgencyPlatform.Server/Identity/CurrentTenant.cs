using System.Security.Claims;
using AgencyPlatform.Contracts;

namespace AgencyPlatform.Server.Identity;

/// <summary>
/// The agency and person this request or circuit acts for. The only reader of claims; the tenant never comes from a body,
/// a route or a header.
/// </summary>
public sealed class CurrentTenant(IHttpContextAccessor http)
{
    private ClaimsPrincipal? circuit;

    public bool IsKnown => Principal?.Identity?.IsAuthenticated == true && Find(ClaimNames.Tenant) is not null;

    public string Tenant => Read(ClaimNames.Tenant);

    /// <summary>The person behind the credential.</summary>
    public string MemberId => Read(ClaimNames.Subject);

    public string Name => Find(ClaimNames.Name) ?? MemberId;

    public string Role => Read(ClaimNames.Role);

    /// <summary>The actor that commands carry: the member, or the key on the member's behalf.</summary>
    public ActorInfo Actor => Find(ClaimNames.ActingKey) is { } key
        ? new ActorInfo { Kind = "api-key", Id = key, Role = Role, OnBehalfOf = MemberId }
        : new ActorInfo { Kind = "member", Id = MemberId, Role = Role };

    private ClaimsPrincipal? Principal => circuit ?? http.HttpContext?.User;

    /// <summary>In a circuit there is no request to ask: its principal is given once, when it opens.</summary>
    internal void Use(ClaimsPrincipal principal) => circuit = principal;

    private string? Find(string claim) => Principal?.FindFirst(claim)?.Value;

    private string Read(string claim) => Find(claim) ?? throw new InvalidOperationException("Nobody is logged in here.");
}
