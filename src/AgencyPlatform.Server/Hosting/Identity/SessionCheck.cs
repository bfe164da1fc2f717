using System.Globalization;
using AgencyPlatform.Data.Identity;
using AgencyPlatform.Server.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AgencyPlatform.Server.Hosting.Identity;

/// <summary>Looks once a minute whether a session may go on: member still active, same role, password unchanged.</summary>
internal static class SessionCheck
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(60);

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var items = context.Properties.Items;
        if (Last(items) is { } last && now - last < Interval) { return; }

        var credentials = context.HttpContext.RequestServices.GetRequiredService<Credentials>();
        if (items.TryGetValue(SessionCookie.User, out var user) && user is not null
            && items.TryGetValue(SessionCookie.Tenant, out var tenant)
            && credentials.Place(user, tenant) is { } place
            && items.TryGetValue(SessionCookie.Stamp, out var stamp) && stamp == place.Stamp)
        {
            items[SessionCookie.CheckedAt] = Text(now);
            context.ReplacePrincipal(new Caller(place.Tenant, user, context.Principal?.Identity?.Name ?? "", place.Role, Policies.AnyScope).Principal(SessionCookie.Scheme));
            context.ShouldRenew = true;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SessionCookie.Scheme);
    }

    public static string Text(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Last(IDictionary<string, string?> items) =>
        items.TryGetValue(SessionCookie.CheckedAt, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
