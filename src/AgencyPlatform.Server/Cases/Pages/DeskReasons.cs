using System.Text.Json;
using AgencyPlatform.Server.Localization;

namespace AgencyPlatform.Server.Cases.Pages;

/// <summary>Why a case stands with its desk: the rule of its last move, or the router's row it began with.</summary>
internal static class DeskReasons
{
    public static (string Rule, string Sentence) Of(CaseScreen screen, Wording wording)
    {
        var moved = screen.Timeline.LastOrDefault(e => e.Type == "case.ladder-moved.v1" && Text(e.Data, "desk") == screen.Case.Desk);
        var rule = moved is null ? $"router.{screen.Category?.RouterOrder}" : Text(moved.Data, "rule") ?? "";
        return (rule, wording.Rule(rule) ?? wording.Category(screen.Case.CategoryId));
    }

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var found) ? found.GetString() : null;
}
