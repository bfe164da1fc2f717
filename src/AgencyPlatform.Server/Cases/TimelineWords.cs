using System.Globalization;
using System.Resources;
using System.Text.Json;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Server.Localization;
using AgencyPlatform.Server.Playbooks;

namespace AgencyPlatform.Server.Cases;

/// <summary>What an event's data says, in the reader's words: ids of desks, categories, clocks and members become names, instants become readable.</summary>
internal sealed class TimelineWords(JsonElement data, Playbook playbook, IReadOnlyList<MemberInfo> members)
{
    private static readonly ResourceManager Sentences = new("AgencyPlatform.Server.Resources.Timeline", typeof(TimelineWords).Assembly);

    public JsonElement Data => data;

    /// <summary>The same words over a part of the data.</summary>
    public TimelineWords Within(JsonElement part) => new(part, playbook, members);

    public static string? Say(string key) => Sentences.GetString(key, CultureInfo.CurrentUICulture);

    /// <summary>Several words as one reads them in a sentence.</summary>
    public static string List(IEnumerable<string> words) => string.Join(Say("list.comma"), words);

    /// <param name="facts">Values that no single field holds; looked at before the data.</param>
    public string Fill(string sentence, IReadOnlyDictionary<string, string?>? facts = null) =>
        Template.Fill(sentence, gap => facts is not null && facts.TryGetValue(gap, out var fact) ? fact : Readable(gap), missing: "–");

    /// <summary>The value as it is stored; null where there is none.</summary>
    public string? Find(string path) => Find(data, path);

    public static string? Find(JsonElement data, string path)
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

    /// <summary>The elements of a list; none where there is no such list.</summary>
    public static IEnumerable<JsonElement> Each(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public string Member(string id) => members.FirstOrDefault(m => m.Id == id)?.Name ?? id;

    private string? Readable(string path) => Find(path) is not { } value ? null : path switch
    {
        _ when path.EndsWith("desk", StringComparison.OrdinalIgnoreCase) => playbook.DeskName(value),
        _ when path.EndsWith("categoryId", StringComparison.Ordinal) => playbook.CategoryName(value),
        _ when path.EndsWith("line.id", StringComparison.Ordinal) => Evidence(value),
        "clockId" or "escalation.clock" => WordList.Clock(value),
        "by" or "addressee" => Member(value),
        _ when path.EndsWith("By", StringComparison.Ordinal) => Member(value),
        _ when IsInstant(path) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) =>
            at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => Say($"{LastPart(path)}.{value}") ?? value,
    };

    private string Evidence(string id) =>
        playbook.Categories.Values.SelectMany(c => c.Evidence).FirstOrDefault(e => e.Id == id)?.Label.In(Language.ReaderLanguages.Current) ?? id;

    private static bool IsInstant(string path) => path.EndsWith("At", StringComparison.Ordinal) || path.EndsWith("Until", StringComparison.Ordinal);

    private static string LastPart(string path) => path[(path.LastIndexOf('.') + 1)..];
}
