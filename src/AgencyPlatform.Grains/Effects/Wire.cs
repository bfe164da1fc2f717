using System.Collections.Concurrent;
using System.Text.Json;

namespace AgencyPlatform.Grains.Effects;

/// <summary>The kebab-case names under which enum values travel and are stored.</summary>
public static class Wire
{
    public static string Name<T>(T value)
        where T : struct, Enum => Names<T>.ByValue.GetOrAdd(value, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    public static bool TryRead<T>(string? name, out T value)
        where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.ByName.TryGetValue(name, out value);
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> ByValue = new();

        public static readonly IReadOnlyDictionary<string, T> ByName =
            Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);
    }
}
