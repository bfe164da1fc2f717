using System.Text.Json;
using AgencyPlatform.Server.Localization;

namespace AgencyPlatform.Server.Cases;

/// <summary>
/// Sentences about clocks and ladders, whose events hold lists: what happened to several clocks at once, or several warnings of one
/// clock, is one sentence.
/// </summary>
internal static class ClockSentences
{
    /// <summary>One part for each move, in the order in which they happened; null where no clock moved.</summary>
    public static string? Moves(string type, TimelineWords words)
    {
        List<(string Kind, string? Reason, JsonElement Move, List<string> Clocks)> parts = [];
        foreach (var move in TimelineWords.Each(words.Data, "moves"))
        {
            var (kind, reason) = (TimelineWords.Find(move, "event.kind") ?? "", TimelineWords.Find(move, "event.reason"));
            var clock = WordList.Clock(TimelineWords.Find(move, "clockId") ?? "");
            // A case that begins or ends to wait stops or starts several clocks for one reason: that is one piece of news.
            if (kind is "paused" or "resumed" && parts is [.., var last] && last.Kind == kind && last.Reason == reason) { last.Clocks.Add(clock); }
            else { parts.Add((kind, reason, move, [clock])); }
        }

        return parts.Count == 0 ? null : string.Join(TimelineWords.Say("list.next"), parts.Select(p => Sentence(type, p.Kind, words.Within(p.Move), new()
        {
            ["clocks"] = TimelineWords.List(p.Clocks),
            ["why"] = p.Reason is null ? null : TimelineWords.Say($"why.{p.Reason}") ?? p.Reason,
        })));
    }

    /// <summary>Warnings and the breach of one clock that came together.</summary>
    public static string? Firings(string type, TimelineWords words)
    {
        var firings = TimelineWords.Each(words.Data, "firings").ToArray();
        var warnings = firings.Where(f => TimelineWords.Find(f, "kind") == "warning").Select(f => TimelineWords.Find(f, "step") ?? "").ToArray();
        var breach = firings.FirstOrDefault(f => TimelineWords.Find(f, "kind") == "breach");
        var isBroken = breach.ValueKind == JsonValueKind.Object;
        var variant = isBroken ? (warnings.Length > 0 ? "warned-and-broken" : "broken") : "warned";
        return Sentence(type, variant, isBroken ? words.Within(breach) : words, new()
        {
            ["clock"] = WordList.Clock(words.Find("clockId") ?? ""),
            ["steps"] = TimelineWords.List(warnings),
            ["late"] = firings.Any(f => TimelineWords.Find(f, "isLate") == "true") ? TimelineWords.Say("fired.late") : null,
        });
    }

    /// <summary>How far a ladder got, with the names of those who were called.</summary>
    public static string? Escalation(string type, TimelineWords words)
    {
        var members = TimelineWords.Each(words.Data, "calls").SelectMany(c => TimelineWords.Each(c, "members")).Select(m => words.Member(TimelineWords.Find(m, "member") ?? "")).Distinct().ToArray();
        var gaps = TimelineWords.Each(words.Data, "gaps").Select(g => TimelineWords.Find(g, "step") ?? "").ToArray();
        var what = words.Find("what") ?? "";
        return Sentence(type, what == "called" && members.Length == 0 ? "nobody" : what, words, new()
        {
            ["members"] = TimelineWords.List(members),
            ["gaps"] = gaps.Length == 0 ? null : TimelineWords.List(gaps),
        });
    }

    private static string Sentence(string type, string variant, TimelineWords words, Dictionary<string, string?> facts) =>
        TimelineWords.Say($"{type}:{variant}") is { } sentence ? words.Fill(sentence, facts) : variant;
}
