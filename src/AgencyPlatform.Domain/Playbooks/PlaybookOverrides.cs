using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyPlatform.Domain.Playbooks;

/// <summary>An agency's own values on top of a playbook: the changed playbook, or the refusal that names what cannot be.</summary>
public abstract record PlaybookChange
{
    private PlaybookChange() { }

    /// <summary>The playbook with every override in it and a hash of its own.</summary>
    public sealed record Changed(Playbook Playbook) : PlaybookChange;

    /// <summary>The override that was refused; nothing was changed.</summary>
    public sealed record Refused(Refusal Reason) : PlaybookChange;
}

/// <summary>Overrides address <c>{id}.{field}</c>, such as <c>ACC-AHR.c1.amount</c> or <c>NOTICE.name.zh</c>.</summary>
public static class PlaybookOverrides
{
    private static readonly string[] Fixed = ["id", "key", "signals", "ladder", "evidence", "clocks", "burns", "needs", "fromArticle", "schemaVersion", "contentHash"];

    /// <summary>Fields that may be absent in the canonical text and still be set.</summary>
    private static readonly Dictionary<string, JsonValueKind> Optional = new(StringComparer.Ordinal)
    {
        ["maxAgeDays"] = JsonValueKind.Number,
        ["validFrom"] = JsonValueKind.String,
        ["validTo"] = JsonValueKind.String,
        ["expectedYield"] = JsonValueKind.Number,
        ["check"] = JsonValueKind.String,
        ["rule"] = JsonValueKind.String,
        ["url"] = JsonValueKind.String,
    };

    public static PlaybookChange With(this Playbook playbook, IReadOnlyDictionary<string, string> overrides)
    {
        if (overrides.Count == 0) { return new PlaybookChange.Changed(playbook); }

        var tree = PlaybookContent.ToTree(playbook);
        var homes = Homes(tree);
        foreach (var (address, value) in overrides.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            if (Set(homes, address, value) is { } refusal) { return new PlaybookChange.Refused(refusal); }
        }

        Playbook changed;
        try { changed = PlaybookContent.FromTree(tree); }
        catch (JsonException fault) { return No("playbook.value-invalid", fault.Path ?? "", fault.Message); }

        // Only faults the overrides brought in count: the base may be an old version that was valid in its day.
        var known = PlaybookCheck.Of(playbook).ToHashSet();
        return PlaybookCheck.Of(changed).FirstOrDefault(f => !known.Contains(f)) is { } found
            ? No("playbook.value-invalid", found.Key, found.Reason)
            : new PlaybookChange.Changed(changed);
    }

    private static Refusal? Set(Dictionary<string, List<JsonObject>> homes, string address, string value)
    {
        var (candidates, path) = Home(homes, address);
        if (candidates.Count == 0) { return Say("playbook.id-unknown", address, "No such id."); }

        // LEGAL is both a desk and a category: the one that has the field is meant.
        Refusal? refusal = null;
        foreach (var home in candidates)
        {
            refusal = SetIn(home, path, address, value);
            if (refusal?.Code != "playbook.field-unknown") { return refusal; }
        }

        return refusal;
    }

    private static Refusal? SetIn(JsonObject home, string path, string address, string value)
    {
        JsonNode? node = home;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            node = node switch
            {
                JsonObject map when !Fixed.Contains(step, StringComparer.Ordinal) => map[step],
                JsonArray list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < list.Count => list[i],
                _ => null,
            };
        }

        var field = steps[^1];
        if (node is not JsonObject owner || Fixed.Contains(field, StringComparer.Ordinal)) { return Say("playbook.field-unknown", address, "No such field."); }

        var kind = owner[field]?.GetValueKind() ?? (Optional.TryGetValue(field, out var optional) && IsHome(owner, field) ? optional : JsonValueKind.Undefined);
        switch (kind)
        {
            case JsonValueKind.String:
                owner[field] = value;
                return null;
            case JsonValueKind.Number when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                owner[field] = whole;
                return null;
            case JsonValueKind.Number when field == "expectedYield" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share):
                owner[field] = share;
                return null;
            case JsonValueKind.True or JsonValueKind.False when bool.TryParse(value, out var flag):
                owner[field] = flag;
                return null;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return Say("playbook.value-invalid", address, $"{value} is not a value of this field.");
            default:
                return Say("playbook.field-unknown", address, "No such field.");
        }
    }

    /// <summary>An absent optional field is known by the fields that always stand beside it.</summary>
    private static bool IsHome(JsonObject owner, string field) => field switch
    {
        "maxAgeDays" => owner.ContainsKey("isRequired"),
        "validFrom" or "validTo" => owner.ContainsKey("address"),
        "expectedYield" => owner.ContainsKey("mandate"),
        "url" => owner.ContainsKey("title"),
        _ => owner.ContainsKey("text") && !owner.ContainsKey("purpose"),
    };

    private static (IReadOnlyList<JsonObject> Homes, string Path) Home(Dictionary<string, List<JsonObject>> homes, string address)
    {
        for (var dot = address.LastIndexOf('.'); dot > 0; dot = address.LastIndexOf('.', dot - 1))
        {
            if (homes.TryGetValue(address[..dot], out var home)) { return (home, address[(dot + 1)..]); }
        }

        return ([], "");
    }

    private static Dictionary<string, List<JsonObject>> Homes(JsonObject tree)
    {
        var homes = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        Collect(tree, isRoot: true);
        return homes;

        void Add(string id, JsonObject home)
        {
            if (!homes.TryGetValue(id, out var same)) { homes[id] = same = []; }

            same.Add(home);
        }

        void Collect(JsonNode? node, bool isRoot = false)
        {
            if (node is JsonArray list)
            {
                foreach (var item in list) { Collect(item); }
            }
            else if (node is JsonObject map)
            {
                if (!isRoot && map["id"] is JsonValue id) { Add(id.GetValue<string>(), map); }
                else if (map.ContainsKey("title") && map["key"] is JsonValue key) { Add(key.GetValue<string>(), map); }

                foreach (var (_, child) in map) { Collect(child); }
            }
        }
    }

    private static Refusal Say(string code, string address, string reason) =>
        new(code, new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = address, ["reason"] = reason });

    private static PlaybookChange.Refused No(string code, string address, string reason) => new(Say(code, address, reason));
}
