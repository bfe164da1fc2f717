using Microsoft.AspNetCore.Authentication;

namespace AgencyPlatform.Server.Identity;

/// <summary>Logging in with a password, and out.</summary>
public interface ILogIn
{
    /// <summary>Checks the password and, where it is right, sets the session cookie. Wrong, unknown and locked look the same.</summary>
    Task<bool> Enter(HttpContext http, string email, string password, CancellationToken cancellationToken);

    Task Leave(HttpContext http) => http.SignOutAsync(SessionCookie.Scheme);
}

/// <summary>The session cookie's scheme.</summary>
public static class SessionCookie
{
    public const string Scheme = "session";

    /// <summary>Item of a session's ticket: the user, their agency and the stamp that a changed password changes.</summary>
    internal const string User = "user", Tenant = "tenant", Stamp = "stamp", CheckedAt = "checked-at";
}
