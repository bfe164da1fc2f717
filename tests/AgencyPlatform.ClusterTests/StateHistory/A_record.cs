using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyPlatform.Grains.Accounts;
using AgencyPlatform.Grains.Agencies;
using AgencyPlatform.Grains.Cases;
using AgencyPlatform.Grains.Clients;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Webhooks;

namespace AgencyPlatform.ClusterTests.StateHistory;

/// <summary>What storage keeps of a grain: whole, and readable for every later version of the program.</summary>
public sealed class A_record
{
    private static readonly Type[] Kinds = [typeof(CaseRecord), typeof(AccountRecord), typeof(ClientRecord), typeof(AgencyRecord), typeof(EndpointRecord)];

    public static TheoryData<Type> Records => [.. Kinds];

    public static TheoryData<string> History => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)!)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "StateHistory");

    [Theory, MemberData(nameof(Records))]
    public void that_is_filled_to_the_brim_survives_the_serializer(Type record)
    {
        var filled = Fill(record, "r");
        var json = JsonSerializer.Serialize(filled, record, RecordJson.Options);
        var back = JsonSerializer.Deserialize(json, record, RecordJson.Options)!;
        Assert.Equivalent(filled, back, strict: true);
        Assert.Equal(json, JsonSerializer.Serialize(back, record, RecordJson.Options));
    }

    [Fact]
    public void of_every_kind_of_grain_is_in_the_history()
    {
        var kept = typeof(CaseRecord).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IJournaled))).Select(Name);
        Assert.Empty(kept.Except(Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f).Split('.')[0])));
    }

    [Theory, MemberData(nameof(History))]
    public void of_yesterday_still_loads_with_everything_it_said(string file)
    {
        var record = Kinds.Single(kind => Name(kind) == file.Split('.')[0]);
        var yesterday = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

        var today = JsonSerializer.SerializeToNode(yesterday.Deserialize(record, RecordJson.Options), record, RecordJson.Options);

        Assert.Empty(Lost(yesterday, today, "$"));
    }

    /// <summary>Paths of yesterday's values that today's record does not tell any more; new ones are welcome.</summary>
    private static IEnumerable<string> Lost(JsonNode? then, JsonNode? now, string path) => (then, now) switch
    {
        (JsonObject a, JsonObject b) => a.SelectMany(p => Lost(p.Value, b[p.Key], $"{path}.{p.Key}")),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.Select((item, i) => (item, i)).SelectMany(x => Lost(x.item, b[x.i], $"{path}[{x.i}]")),
        _ => JsonNode.DeepEquals(then, now) ? [] : [path],
    };

    private static string Name(Type record) => JsonNamingPolicy.KebabCaseLower.ConvertName(record.Name);

    /// <summary>A value of the type in which nothing is empty, null or default.</summary>
    private static object Fill(Type type, string seed)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) { return $"{seed}-值"; }
        if (plain == typeof(bool)) { return true; }
        if (plain == typeof(int) || plain == typeof(long)) { return Convert.ChangeType(seed.Length + 1, plain, System.Globalization.CultureInfo.InvariantCulture); }
        if (plain == typeof(DateTimeOffset)) { return new DateTimeOffset(2026, 11, 2, 9, 0, 0, 123, TimeSpan.FromHours(8)).AddMinutes(seed.Length); }
        if (plain == typeof(DateOnly)) { return new DateOnly(2026, 8, 14); }
        if (plain.IsEnum) { return Enum.GetValues(plain).Cast<object>().Last(); }
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) { return Many(plain.GenericTypeArguments[0], seed); }
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(plain.GenericTypeArguments))!;
            map[seed] = Fill(plain.GenericTypeArguments[1], seed + "v");
            return map;
        }

        return Made(plain, seed);
    }

    private static IList Many(Type item, string seed)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Fill(item, seed + "1"));
        list.Add(Fill(item, seed + "22"));
        return list;
    }

    private static object Made(Type type, string seed)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).Last();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Fill(p.ParameterType, seed + p.Name![0]))]);
        var given = constructor.GetParameters().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // The effects of a write are carried out, not stored.
            if (!property.CanWrite || given.Contains(property.Name) || property.Name == nameof(IJournaled.Pending)) { continue; }
            property.SetValue(made, Fill(property.PropertyType, seed + property.Name[0]));
        }

        return made;
    }
}
