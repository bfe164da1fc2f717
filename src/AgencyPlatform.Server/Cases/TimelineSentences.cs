using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Server.Playbooks;

namespace AgencyPlatform.Server.Cases;

/// <summary>
/// Turns a stored event into a sentence in the reader's language. The sentence's blanks are paths into the event's data, such
/// as <c>{attempt.number}</c>; ids of desks, categories and members become names.
/// </summary>
public sealed partial class TimelineSentences
{
    private static readonly ResourceManager Sentences = new("AgencyPlatform.Server.Resources.Timeline", typeof(TimelineSentences).Assembly);

    public TimelineItem Item(TimelineLine line, Playbook playbook, IReadOnlyList<MemberInfo> members)
    {
        using var data = JsonDocument.Parse(line.Data);
        return new TimelineItem
        {
            Id = $"{line.Version}-{line.Ordinal}",
            Type = line.Type,
            OccurredAt = line.OccurredAt,
            RecordedAt = line.RecordedAt,
            Actor = new TimelineActorModel(line.ActorKind, line.ActorId, line.OnBehalfOf, Name(line, members)),
            Text = Text(line.Type, data.RootElement, playbook, members),
            Data = data.RootElement.Clone(),
        };
    }

    private static string Text(string type, JsonElement data, Playbook playbook, IReadOnlyList<MemberInfo> members)
    {
        var variant = Find(data, "decision") ?? Find(data, "status") ?? Find(data, "line.state") ?? Find(data, "news.what");
        var sentence = (variant is null ? null : Say($"{type}:{variant}")) ?? Say(type);
        return sentence is null
            ? type
            : Blank().Replace(sentence, blank => Readable(blank.Groups[1].Value, Find(data, blank.Groups[1].Value), playbook, members));
    }

    private static string Readable(string path, string? value, Playbook playbook, IReadOnlyList<MemberInfo> members) => value switch
    {
        null => "–",
        _ when path.EndsWith("desk", StringComparison.OrdinalIgnoreCase) => playbook.DeskName(value),
        _ when path.EndsWith("categoryId", StringComparison.Ordinal) => playbook.CategoryName(value),
        _ when path.EndsWith("line.id", StringComparison.Ordinal) => Evidence(value, playbook),
        _ when path.EndsWith("By", StringComparison.Ordinal) || path == "by" => members.FirstOrDefault(m => m.Id == value)?.Name ?? value,
        _ when path.EndsWith("At", StringComparison.Ordinal) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => Say($"{LastPart(path)}.{value}") ?? value,
    };

    private static string Evidence(string id, Playbook playbook) =>
        playbook.Categories.Values.SelectMany(c => c.Evidence).FirstOrDefault(e => e.Id == id)?.Label.In(Language.ReaderLanguages.Current) ?? id;

    private static string Name(TimelineLine line, IReadOnlyList<MemberInfo> members) =>
        members.FirstOrDefault(m => m.Id == (line.OnBehalfOf ?? line.ActorId))?.Name ?? Say($"actor.{line.ActorKind}") ?? line.ActorId;

    private static string? Find(JsonElement data, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(step, out data)) { return null; }
        }

        return data.ValueKind switch
        {
            JsonValueKind.String => data.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => data.GetRawText(),
            _ => null,
        };
    }

    private static string LastPart(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string? Say(string key) => Sentences.GetString(key, CultureInfo.CurrentUICulture);

    [GeneratedRegex(@"\{([\w.]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
