using System.Text.Json;

namespace AgencyPlatform.Server.Cases.Pages;

/// <summary>What a reader of the timeline may want to see alone.</summary>
internal static class TimelineGroups
{
    public const string Everything = "all";

    public static IReadOnlyList<string> All { get; } = [Everything, "letters", "replies", "evidence", "decisions", "clocks", "notes"];

    public static string Of(string type) => type switch
    {
        "case.attempt-drafted.v1" or "case.attempt-revised.v1" or "case.attempt-approved.v1" or "case.attempt-handed-to-client.v1" or "case.attempt-sent.v1" or "case.rule-overridden.v1" => "letters",
        "case.reply-received.v1" or "case.negative-advice-raised.v1" or "case.advice-confirmed.v1" or "case.retraction-recorded.v1" or "case.message-recorded.v1" => "replies",
        "case.evidence-marked.v1" => "evidence",
        "case.note-added.v1" => "notes",
        "case.clocks-moved.v1" or "case.clock-fired.v1" or "case.clocks-recounted.v1" or "case.escalation-changed.v1" or "case.next-action-passed.v1" or "case.breach-explained.v1" or "case.plan-applied.v1" => "clocks",
        _ => "decisions",
    };

    /// <summary>Free text of an event, shown as a quotation.</summary>
    public static string? Body(TimelineItem item) => item.Type switch
    {
        "case.note-added.v1" => Value(item.Data, "text"),
        "case.next-action-planned.v1" when item.Data.TryGetProperty("action", out var action) => Value(action, "question"),
        "case.advice-confirmed.v1" or "case.reopened.v1" or "case.category-changed.v1" or "case.rule-overridden.v1" => Value(item.Data, "reason"),
        "case.evidence-marked.v1" when item.Data.TryGetProperty("line", out var line) => Value(line, "reason"),
        _ => null,
    };

    private static string? Value(JsonElement data, string name) =>
        data.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
