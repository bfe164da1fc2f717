using AgencyPlatform.Data.Identity;
using AgencyPlatform.Server.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AgencyPlatform.Server.Hosting.Identity;

internal sealed class PasswordLogIn(
    UserManager<AgencyUser> users, SignInManager<AgencyUser> signIn, Credentials credentials, IPasswordHasher<AgencyUser> hasher, TimeProvider time) : ILogIn
{
    /// <summary>Checked where there is no such person, so that the answer takes as long.</summary>
    private static string? nobodysHash;

    public async Task<bool> Enter(HttpContext http, string email, string password, CancellationToken cancellationToken)
    {
        if (password.Length > 256 || await users.FindByEmailAsync(email) is not { } user)
        {
            nobodysHash ??= hasher.HashPassword(new AgencyUser(), "nobody's password");
            hasher.VerifyHashedPassword(new AgencyUser(), nobodysHash, password[..Math.Min(password.Length, 256)]);
            return false;
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (!result.Succeeded || credentials.Place(user.Id, null) is not { } place) { return false; }

        var session = new AuthenticationProperties
        {
            IsPersistent = true,
            Items =
            {
                [SessionCookie.User] = user.Id, [SessionCookie.Tenant] = place.Tenant, [SessionCookie.Stamp] = place.Stamp,
                [SessionCookie.CheckedAt] = SessionCheck.Text(time.GetUtcNow()),
            },
        };
        var caller = new Caller(place.Tenant, user.Id, user.DisplayName, place.Role, Policies.AnyScope);
        await http.SignInAsync(SessionCookie.Scheme, caller.Principal(SessionCookie.Scheme), session);
        return true;
    }
}
