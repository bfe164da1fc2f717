using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AgencyPlatform.ArchitectureTests.State;

/// <summary>Where two values, or two JSON documents, are not the same.</summary>
internal static class Difference
{
    public static IEnumerable<string> Between(object? before, object? after, string path)
    {
        if (before is null || after is null) { return before is null && after is null ? [] : [path]; }

        if (before.GetType() is { } type && (type.IsPrimitive || type.IsEnum || before is string)) { return before.Equals(after) ? [] : [path]; }

        if (before is IEnumerable many) { return after is IEnumerable others ? InOrder(many, others, path) : [path]; }

        return before.GetType() != after.GetType() ? [path]
            : before.Equals(after) ? []
            : Fields(before.GetType()) is { Count: > 0 } fields && !IsForeign(before.GetType())
                ? fields.SelectMany(f => Between(f.GetValue(before), f.GetValue(after), $"{path}.{Written(f)}"))
                : [path];
    }

    /// <summary>Paths with their values in <paramref name="before"/> that <paramref name="after"/> does not hold any more.</summary>
    public static IEnumerable<string> Lost(JsonNode? before, JsonNode? after, string path) => before switch
    {
        JsonObject o => o.SelectMany(p => Lost(p.Value, (after as JsonObject)?[p.Key], $"{path}.{p.Key}")),
        JsonArray a => a.SelectMany((item, i) => Lost(item, after is JsonArray others && i < others.Count ? others[i] : null, $"{path}[{i}]")),
        null => [],
        _ => JsonNode.DeepEquals(before, after) ? [] : [path],
    };

    /// <summary>Every property path of a document; the elements of an array share one.</summary>
    public static IEnumerable<string> Shape(JsonNode? node, string path) => node switch
    {
        JsonObject o => o.SelectMany(p => Shape(p.Value, $"{path}.{p.Key}")),
        JsonArray a => a.SelectMany(item => Shape(item, path + "[]")),
        _ => [path],
    };

    private static IEnumerable<string> InOrder(IEnumerable before, IEnumerable after, string path)
    {
        if (Unordered(before)) { (before, after) = (ByText(before), ByText(after)); }

        var others = after.Cast<object?>().ToList();
        var items = before.Cast<object?>().ToList();
        return items.Count != others.Count ? [path] : items.SelectMany((item, i) => Between(item, others[i], $"{path}[{i}]"));
    }

    private static bool Unordered(IEnumerable many) =>
        many is IDictionary || many.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private static List<object?> ByText(IEnumerable many) => [.. many.Cast<object?>().OrderBy(i => i?.ToString(), StringComparer.Ordinal)];

    private static bool IsForeign(Type type) => type.Namespace?.Split('.')[0] is "System" or "NodaTime" && !type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal);

    private static List<FieldInfo> Fields(Type? type) => type is null || type == typeof(object)
        ? []
        : [.. type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(f => type.GetProperty(Written(f))?.IsDefined(typeof(JsonIgnoreAttribute)) != true), .. Fields(type.BaseType)];

    private static string Written(FieldInfo field) => field.Name.Replace("<", "", StringComparison.Ordinal).Replace(">k__BackingField", "", StringComparison.Ordinal);
}
