using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace AgencyPlatform.Server.Language;

/// <summary>The language a reader gets: <c>?lang=</c>, else the cookie that the dashboard sets, else <c>Accept-Language</c>; English otherwise.</summary>
internal sealed class ReaderLanguages : RequestCultureProvider
{
    public const string English = "en";
    public const string Chinese = "zh-Hans";

    public static IReadOnlyList<string> All { get; } = [English, Chinese];

    /// <summary>The language of the request or circuit under way.</summary>
    public static string Current => Known(CultureInfo.CurrentUICulture.Name) ?? English;

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = Known(httpContext.Request.Query["lang"])
            ?? Known(CookieRequestCultureProvider.ParseCookieValue(httpContext.Request.Cookies[CookieRequestCultureProvider.DefaultCookieName] ?? "")?.UICultures.FirstOrDefault().Value)
            ?? httpContext.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(a => a.Quality ?? 1).Select(a => Known(a.Value.Value)).FirstOrDefault(known => known is not null)
            ?? English;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language));
    }

    private static string? Known(string? tag) => tag switch
    {
        null or "" => null,
        _ when tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => Chinese,
        _ when tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) => English,
        _ => null,
    };
}
