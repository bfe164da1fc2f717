using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace AgencyPlatform.Data.Playbooks;

/// <summary>
/// Named groups of synonyms in all languages (<c>signals/concepts.yaml</c>). A pattern names one as <c>@name</c>;
/// the playbook itself holds the patterns written out.
/// </summary>
internal sealed class Concepts(YamlShape shape)
{
    private const int Deepest = 6;

    private readonly Dictionary<string, string> groups = new(StringComparer.Ordinal);

    public void Read(string file, YamlMappingNode root)
    {
        foreach (var (name, value) in root.Children)
        {
            if (name is not YamlScalarNode { Value: "concepts" } || value is not YamlMappingNode entries)
            {
                shape.Report(file, name, name.ToString(), "Only the map concepts is expected here.");
                continue;
            }

            foreach (var (id, words) in entries.Children)
            {
                var key = $"concepts.{id}";
                shape.Remember(file, id, key);
                if (words is YamlScalarNode { Value: { Length: > 0 } text } && !text.Contains('&') && !text.Contains('!')) { groups[id.ToString()] = Flat(text); }
                else { shape.Report(file, id, key, "A concept is one group of alternatives."); }
            }
        }
    }

    /// <summary>Writes the concepts out in every pattern of a list.</summary>
    public JsonArray Expand(JsonArray patterns, string key)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i] is JsonObject pattern && pattern["match"] is JsonValue match)
            {
                pattern["match"] = WrittenOut(match.GetValue<string>(), $"{key}.{i}.match", 0);
            }
        }

        return patterns;
    }

    private string WrittenOut(string match, string key, int depth)
    {
        if (!match.Contains('@')) { return match; }

        return string.Join(" & ", match.Split('&').Select(Group));

        string Group(string group)
        {
            var trimmed = group.Trim();
            var sign = trimmed.StartsWith('!') ? "!" : "";
            return sign + string.Join('|', trimmed[sign.Length..].Split('|').Select(Alternative));
        }

        string Alternative(string alternative)
        {
            var trimmed = alternative.Trim();
            if (!trimmed.StartsWith('@')) { return trimmed; }

            if (groups.TryGetValue(trimmed[1..], out var words) && depth < Deepest) { return WrittenOut(words, key, depth + 1); }

            var (file, line) = shape.PlaceOf(key);
            shape.Report(file, line, key, $"The concept {trimmed} is unknown or names itself.");
            return trimmed;
        }
    }

    private static string Flat(string text) => string.Join('|', text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => w.ReplaceLineEndings(" ")));
}
