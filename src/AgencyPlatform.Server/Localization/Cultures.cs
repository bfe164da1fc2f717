using Microsoft.AspNetCore.Localization;

namespace AgencyPlatform.Server.Localization;

/// <summary>The languages a person can choose in the top bar; the choice lives in a cookie and wins over the browser's wish.</summary>
internal static class Cultures
{
    public static IReadOnlyList<(string Tag, string Name, string Short)> Offered { get; } = [("en", "English", "EN"), ("zh-Hans", "简体中文", "中文")];

    public static string LinkTo(string tag, string returnTo) => $"/culture/{tag}?returnTo={Uri.EscapeDataString(returnTo)}";

    /// <summary>Keeps the chosen language for a year and returns to the page; a language that is not offered changes nothing.</summary>
    public static IResult Choose(string tag, string? returnTo, HttpContext http)
    {
        if (Offered.Any(o => o.Tag == tag))
        {
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(tag)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
        }
        return TypedResults.LocalRedirect(returnTo is ['/', not ('/' or '\\'), ..] or "/" ? returnTo : "/");
    }
}
