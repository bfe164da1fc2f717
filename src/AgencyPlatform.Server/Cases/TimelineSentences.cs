using System.Text.Json;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Server.Cases;

/// <summary>
/// Turns a stored event into a sentence in the reader's language. The sentence's gaps are paths into the event's data, such as
/// <c>{attempt.number}</c>; an event may have several sentences, chosen by what it says.
/// </summary>
public sealed class TimelineSentences
{
    /// <returns>Null for an event that tells people nothing.</returns>
    public TimelineItem? Item(TimelineLine line, Playbook playbook, IReadOnlyList<MemberInfo> members)
    {
        using var data = JsonDocument.Parse(line.Data);
        var words = new TimelineWords(data.RootElement, playbook, members);
        return Text(line.Type, words) is { } text
            ? new TimelineItem
            {
                Id = $"{line.Version}-{line.Ordinal}",
                Type = line.Type,
                OccurredAt = line.OccurredAt,
                RecordedAt = line.RecordedAt,
                Actor = new TimelineActorModel(line.ActorKind, line.ActorId, line.OnBehalfOf, Name(line, members)),
                Text = text,
                Data = data.RootElement.Clone(),
            }
            : null;
    }

    private static string? Text(string type, TimelineWords words) => type switch
    {
        "case.clocks-moved.v1" => ClockSentences.Moves(type, words),
        "case.clock-fired.v1" => ClockSentences.Firings(type, words),
        "case.escalation-changed.v1" => ClockSentences.Escalation(type, words),
        _ => Sentence(type, words) is { } sentence ? words.Fill(sentence) : type,
    };

    private static string? Sentence(string type, TimelineWords words) =>
        Variants(words).Select(v => TimelineWords.Say($"{type}:{v}")).FirstOrDefault(s => s is not null) ?? TimelineWords.Say(type);

    /// <summary>What may choose among an event's sentences, the most special first.</summary>
    private static IEnumerable<string> Variants(TimelineWords words)
    {
        if (words.Find("message.direction") is { } direction)
        {
            yield return $"{direction}.{words.Find("message.kind")}";
            yield return direction;
        }

        foreach (var path in (string[])["decision", "status", "line.state", "news.what"])
        {
            if (words.Find(path) is { } variant) { yield return variant; }
        }
    }

    private static string Name(TimelineLine line, IReadOnlyList<MemberInfo> members) =>
        members.FirstOrDefault(m => m.Id == (line.OnBehalfOf ?? line.ActorId))?.Name ?? TimelineWords.Say($"actor.{line.ActorKind}") ?? line.ActorId;
}
