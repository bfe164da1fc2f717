using System.Collections.Frozen;
using System.Text.Json;

namespace AgencyPlatform.Grains.Effects;

/// <summary>
/// The stable names of a feature's events: <c>{area}.{event}.v1</c>, made from the type's name once and written to the timeline
/// for ever. A renamed event type must keep its name through <paramref name="renamed"/>.
/// </summary>
public sealed class EventNames<TEvent>(string area, IReadOnlyDictionary<Type, string>? renamed = null)
{
    private readonly FrozenDictionary<Type, string> names = typeof(TEvent).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(TEvent)))
        .ToFrozenDictionary(t => t, t => renamed?.GetValueOrDefault(t) ?? $"{area}.{WithoutArea(t.Name, area)}.v1");

    public string Of(TEvent happened) => names[happened!.GetType()];

    public string Write(TEvent happened) => JsonSerializer.Serialize(happened, happened!.GetType(), RecordJson.Options);

    /// <returns>Null for a name this version does not know.</returns>
    public TEvent? Read(string name, string json) =>
        names.FirstOrDefault(n => n.Value == name).Key is { } type ? (TEvent?)JsonSerializer.Deserialize(json, type, RecordJson.Options) : default;

    public IEnumerable<string> All => names.Values;

    private static string WithoutArea(string typeName, string area)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(typeName);
        return name.StartsWith(area + "-", StringComparison.Ordinal) ? name[(area.Length + 1)..] : name;
    }
}
