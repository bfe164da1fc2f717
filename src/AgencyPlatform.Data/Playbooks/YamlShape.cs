using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyPlatform.Data.Sla;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Sla;
using YamlDotNet.RepresentationModel;

namespace AgencyPlatform.Data.Playbooks;

/// <summary>Reads YAML into the shape of the playbook's and the plan's records; what does not fit becomes a problem with its place.</summary>
internal sealed class YamlShape(List<PlaybookProblem> problems)
{
    private static readonly Dictionary<string, string> Certainties = new(StringComparer.Ordinal)
    {
        ["A"] = nameof(Certainty.Amazon), ["P"] = nameof(Certainty.Practitioner), ["K"] = nameof(Certainty.Knowledge), ["S"] = nameof(Certainty.Article),
    };

    private static readonly Dictionary<(Type, string), string> Defaults = new()
    {
        [(typeof(Signal), "scope")] = "sentence", [(typeof(Signal), "language")] = "any",
        [(typeof(KindSignal), "scope")] = "sentence", [(typeof(KindSignal), "language")] = "any",
    };

    private readonly Dictionary<string, (string File, int Line)> places = new(StringComparer.Ordinal);

    /// <summary>Where a value stands; a value that stands nowhere is looked for at what contains it.</summary>
    public (string File, int Line) PlaceOf(string key)
    {
        for (var path = key; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOf('.'))])
        {
            if (places.TryGetValue(path, out var place)) { return place; }
        }

        return ("playbook.yaml", 0);
    }

    public void Report(string file, YamlNode? at, string key, string reason) =>
        problems.Add(new PlaybookProblem(file, at is null ? 0 : (int)at.Start.Line, key, reason));

    public void Report(string file, int line, string key, string reason) => problems.Add(new PlaybookProblem(file, line, key, reason));

    public void Remember(string file, YamlNode node, string key) => places.TryAdd(key, (file, (int)node.Start.Line));

    public JsonObject? Map(string file, YamlNode node, Type type, string key, IReadOnlyDictionary<string, string>? given = null, string[]? elsewhere = null)
    {
        Remember(file, node, key);
        if (node is not YamlMappingNode map) { Report(file, node, key, "A map is expected here."); return null; }

        var members = Members(type).Where(m => elsewhere?.Contains(m.Name, StringComparer.Ordinal) != true).ToDictionary(m => m.Name, StringComparer.Ordinal);
        var result = new JsonObject();
        foreach (var (name, value) in given ?? new Dictionary<string, string>()) { result[name] = value; }

        foreach (var (nameNode, value) in map.Children)
        {
            var name = (nameNode as YamlScalarNode)?.Value ?? "";
            if (given?.ContainsKey(name) == true || !members.TryGetValue(name, out var member))
            {
                Report(file, nameNode, $"{key}.{name}", $"The key {name} is unknown here.");
                continue;
            }

            if (IsNull(value) && member.IsOptional) { continue; }

            if (Value(file, value, member.Type, $"{key}.{name}") is { } bound) { result[name] = bound; }
        }

        foreach (var member in members.Values.Where(m => !result.ContainsKey(m.Name) && given?.ContainsKey(m.Name) != true))
        {
            if (map.Children.Keys.OfType<YamlScalarNode>().Any(k => k.Value == member.Name)) { continue; }

            if (Defaults.TryGetValue((type, member.Name), out var usual)) { result[member.Name] = usual; }
            else if (IsList(member.Type)) { result[member.Name] = new JsonArray(); }
            else if (!member.IsOptional) { Report(file, node, $"{key}.{member.Name}", $"The key {member.Name} is missing."); }
        }

        return result;
    }

    public JsonArray List(string file, YamlNode node, Type item, string key)
    {
        Remember(file, node, key);
        var result = new JsonArray();
        if (node is not YamlSequenceNode list) { Report(file, node, key, "A list is expected here."); return result; }

        for (var i = 0; i < list.Children.Count; i++)
        {
            if (Value(file, list.Children[i], item, $"{key}.{i}") is { } bound) { result.Add(bound); }
        }

        return result;
    }

    private JsonNode? Value(string file, YamlNode node, Type type, string key)
    {
        Remember(file, node, key);
        if (IsList(type)) { return List(file, node, type.GetGenericArguments()[0], key); }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsClass && plain != typeof(string) && plain != typeof(Window)) { return Map(file, node, plain, key); }

        if (node is not YamlScalarNode { Value: { } text }) { Report(file, node, key, "A single value is expected here."); return null; }

        return Scalar(plain, text) ?? Unfit();

        JsonNode? Unfit()
        {
            Report(file, node, key, plain == typeof(Certainty) ? $"{text} is none of {string.Join(", ", Certainties.Keys)}." : $"{text} is not a value of this key.");
            return null;
        }
    }

    private static JsonNode? Scalar(Type type, string text)
    {
        if (type == typeof(string)) { return JsonValue.Create(text); }

        if (type == typeof(Window)) { return PlanScalars.Hours(text); }

        if (type == typeof(long)) { return PlanScalars.Seconds(text); }

        if (type == typeof(DateTimeOffset)) { return PlanScalars.Instant(text); }

        if (type == typeof(int)) { return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : null; }

        if (type == typeof(double)) { return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null; }

        if (type == typeof(bool)) { return text is "true" or "false" ? JsonValue.Create(text == "true") : null; }

        if (type == typeof(DateOnly)) { return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? JsonValue.Create(text) : null; }

        if (type.IsEnum && type != typeof(Certainty)) { return Array.Find(Enum.GetNames(type), n => JsonNamingPolicy.CamelCase.ConvertName(n) == text) is { } name ? JsonValue.Create(name) : null; }

        return type == typeof(Certainty) && Certainties.TryGetValue(text, out var certainty) ? JsonValue.Create(certainty) : null;
    }

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && type.IsAssignableTo(typeof(IEnumerable));

    private sealed record Member(string Name, Type Type, bool IsOptional);

    private static IEnumerable<Member> Members(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var positional = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        if (positional.GetParameters().Length > 0)
        {
            return positional.GetParameters().Select(p => new Member(JsonNamingPolicy.CamelCase.ConvertName(p.Name!), p.ParameterType,
                p.HasDefaultValue || nullability.Create(p).WriteState == NullabilityState.Nullable));
        }

        // A playbook tells every number it has; a plan may leave out what its records have a default for.
        var isPlan = type.Namespace == typeof(SlaPlan).Namespace;
        return type.GetProperties().Where(p => p.SetMethod is not null).Select(p => new Member(JsonNamingPolicy.CamelCase.ConvertName(p.Name), p.PropertyType,
            nullability.Create(p).ReadState == NullabilityState.Nullable || (isPlan && !p.IsDefined(typeof(RequiredMemberAttribute)))));
    }
}
