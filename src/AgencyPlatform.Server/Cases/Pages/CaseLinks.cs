using Microsoft.AspNetCore.WebUtilities;

namespace AgencyPlatform.Server.Cases.Pages;

/// <summary>Addresses of the queue: every filter can be bookmarked and sent to a colleague.</summary>
internal static class CaseLinks
{
    public static string Queue(string? stage, string? desk, string? text) => QueryHelpers.AddQueryString("/cases", Filters(stage, desk, text));

    public static string Case(string id) => $"/cases/{id}";

    private static IEnumerable<KeyValuePair<string, string?>> Filters(string? stage, string? desk, string? text)
    {
        if (!string.IsNullOrEmpty(stage)) { yield return new("stage", stage); }
        if (!string.IsNullOrEmpty(desk)) { yield return new("desk", desk); }
        if (!string.IsNullOrWhiteSpace(text)) { yield return new("q", text.Trim()); }
    }
}
