using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyPlatform.ArchitectureTests.State;
using Orleans.Runtime;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>What grains remember must be readable by the serializer that wrote it, today and next year.</summary>
internal static class StateLaws
{
    public static IEnumerable<Offender> OneStatePerGrain(IEnumerable<Type> types) =>
        GrainLaws.Classes(types).Where(t => States(t).Count() > 1).Select(t => new Offender(t.Name, "has more than one IPersistentState"));

    public static IEnumerable<Offender> Survives(IEnumerable<Type> types, JsonSerializerOptions options) =>
        Records(types).SelectMany(record => Lost(record, options).Select(what => new Offender(record.Name, what)));

    /// <summary>Samples are called <c>CaseRecord.1.json</c>: the state's type, then whatever tells them apart.</summary>
    public static IEnumerable<Offender> YesterdayLoads(IEnumerable<Type> types, JsonSerializerOptions options, Repository samples, string folder)
    {
        var records = Records(types).ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (var file in samples.Files(folder, ".json"))
        {
            var name = Path.GetFileName(file).Split('.')[0];
            var problems = records.TryGetValue(name, out var record) ? Loaded(record, samples.Text(file), options) : [$"no grain keeps a {name}"];
            foreach (var problem in problems) { yield return new Offender(file, problem); }
        }
    }

    /// <summary>A member that no sample holds is a member whose loss nobody would notice.</summary>
    public static IEnumerable<Offender> TodayIsSampled(IEnumerable<Type> types, JsonSerializerOptions options, Repository samples, string folder, string fresh)
    {
        foreach (var record in Records(types))
        {
            var today = JsonSerializer.SerializeToNode(Filled.Of(record), record, options);
            var seen = samples.Files(folder, ".json").Where(f => Path.GetFileName(f).Split('.')[0] == record.Name)
                .SelectMany(f => Difference.Shape(JsonNode.Parse(samples.Text(f)), "$")).ToHashSet(StringComparer.Ordinal);
            var missing = Difference.Shape(today, "$").Where(p => !seen.Contains(p)).Distinct().ToList();
            if (missing.Count == 0) { continue; }

            Directory.CreateDirectory(fresh);
            File.WriteAllText(Path.Combine(fresh, record.Name + ".json"), today!.ToJsonString(new JsonSerializerOptions(options) { WriteIndented = true }) + "\n");
            yield return new Offender(record.Name, $"no sample in {folder} holds {string.Join(", ", missing.Take(5))}; check in the one that now lies in {fresh}");
        }
    }

    /// <summary>The serializer the storage uses: a static class <c>RecordJson</c> with <c>Options</c>, in whichever feature it lives.</summary>
    public static JsonSerializerOptions OptionsOf(Assembly assembly)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;
        var home = assembly.GetTypes().SingleOrDefault(t => t.Name == "RecordJson");
        return home is null
            ? JsonSerializerOptions.Default
            : (home.GetProperty("Options", Any)?.GetValue(null) ?? home.GetField("Options", Any)?.GetValue(null)) as JsonSerializerOptions
                ?? throw new InvalidOperationException("RecordJson has no Options of type JsonSerializerOptions.");
    }

    private static IEnumerable<Type> Records(IEnumerable<Type> types) => GrainLaws.Classes(types).SelectMany(States).Distinct();

    private static IEnumerable<Type> States(Type grain) =>
        grain.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .SelectMany(c => c.GetParameters()).Select(p => p.ParameterType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IPersistentState<>))
            .Select(t => t.GetGenericArguments()[0]);

    private static List<string> Lost(Type record, JsonSerializerOptions options)
    {
        try
        {
            var before = Filled.Of(record);
            var after = JsonSerializer.Deserialize(JsonSerializer.Serialize(before, record, options), record, options);
            return [.. Difference.Between(before, after, "$").Select(path => $"{path} does not survive the serializer")];
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException or InvalidOperationException or MissingMethodException)
        {
            return [$"cannot be written and read: {refused.Message}"];
        }
    }

    private static List<string> Loaded(Type record, string sample, JsonSerializerOptions options)
    {
        try
        {
            var state = JsonSerializer.Deserialize(sample, record, options);
            return [.. Difference.Lost(JsonNode.Parse(sample), JsonSerializer.SerializeToNode(state, record, options), "$").Select(path => $"{path} is lost")];
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException)
        {
            return [$"does not load: {refused.Message}"];
        }
    }
}
