using System.Text.Json;
using AgencyPlatform.Benchmarks;

// dotnet run -c Release --project tests/AgencyPlatform.Benchmarks -- <scenario> [--seconds N] [--json FILE]
var scenarios = new Dictionary<string, Func<TimeSpan, Task<Report>>>(StringComparer.Ordinal)
{
    ["triage"] = TriageScenario.Run,
    ["commands"] = CommandsScenario.Run,
    ["queue"] = QueueScenario.Run,
    ["sla"] = SlaScenario.Run,
    ["activations"] = ActivationsScenario.Run,
    ["webhooks"] = WebhooksScenario.Run,
    ["deadlines"] = DeadlinesScenario.Run,
};

if (args is not [var name, .. var rest] || !scenarios.TryGetValue(name, out var scenario))
{
    Console.Error.WriteLine($"Usage: <{string.Join('|', scenarios.Keys)}> [--seconds N] [--json FILE]");
    return 2;
}

var seconds = Option("--seconds") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 15;
var report = await scenario(TimeSpan.FromSeconds(seconds));
report.Print(Console.Out, name);
if (Option("--json") is { } file)
{
    await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report.ToJson(name), new JsonSerializerOptions { WriteIndented = true }));
}

return 0;

string? Option(string key) => Array.IndexOf(rest, key) is >= 0 and var at && at + 1 < rest.Length ? rest[at + 1] : null;
