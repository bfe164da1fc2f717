using System.Text.Json;
using AgencyPlatform.Server.Localization;
using AgencyPlatform.Server.Problems;

namespace AgencyPlatform.Server.Notifications;

/// <summary>Turns a stored notification into a sentence in the reader's language.</summary>
internal static class NotificationSentences
{
    public static NotificationModel Item(NotificationLine line)
    {
        using var data = JsonDocument.Parse(line.Data);
        var number = Value(data.RootElement, "number");
        return new(line.Id, line.Kind, line.CaseId, number, line.At, line.DeliverAt, line.SeenAt, Text(line.Kind, number, data.RootElement));
    }

    private static string Text(string kind, string? number, JsonElement data) => Refused.Say(
        $"notification.{kind}",
        ("number", number ?? "–"),
        ("clock", Value(data, "clock") is { } clock ? WordList.Clock(clock) : "–"),
        ("action", Value(data, "kind") is { } action ? WordList.NextAction(action) : "–"));

    private static string? Value(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
