using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Domain.Sla;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AgencyPlatform.Data.Sla;

/// <summary>The outcome of reading a plan's files: the plan, or everything that is wrong with them.</summary>
public sealed record PlanLoad(SlaPlan? Plan, IReadOnlyList<PlaybookProblem> Problems);

/// <summary>
/// Reads a folder of YAML files into one plan and checks all of it at once. Calendars, holiday sets, ladders and rotas are maps
/// by id and may stand in several files; every other key stands once. Names are the camelCase of the records' properties.
/// </summary>
public sealed partial class PlanFiles
{
    private static readonly Dictionary<string, (Type Item, string IdName)> ById = new(StringComparer.Ordinal)
    {
        ["calendars"] = (typeof(BusinessCalendar), "id"),
        ["holidaySets"] = (typeof(HolidaySet), "id"),
        ["ladders"] = (typeof(Ladder), "id"),
        ["rotas"] = (typeof(Rota), "id"),
    };

    private readonly List<PlaybookProblem> problems = [];
    private readonly JsonObject tree = [];
    private readonly HashSet<(string Section, string Id)> ids = [];
    private readonly YamlShape shape;

    private PlanFiles() => shape = new YamlShape(problems);

    /// <param name="from">From which date on clocks will start; see <see cref="SlaPlanCheck.Check"/>.</param>
    public static PlanLoad Load(string folder, DateOnly? from = null)
    {
        if (!Directory.Exists(folder)) { return new PlanLoad(null, [new PlaybookProblem(folder, 0, "", "There is no such folder.")]); }

        var files = new PlanFiles();
        foreach (var path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)) { files.Read(path); }
        return files.Finish(from);
    }

    private void Read(string path)
    {
        var file = Path.GetFileName(path);
        try
        {
            using var reader = File.OpenText(path);
            var stream = new YamlStream();
            stream.Load(reader);
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }]) { shape.Report(file, null, "", "The file holds no map."); return; }

            var rest = new YamlMappingNode();
            foreach (var (name, value) in root.Children)
            {
                var key = (name as YamlScalarNode)?.Value ?? "";
                if (ById.TryGetValue(key, out var section)) { Entries(file, key, value, section.Item, section.IdName); }
                else if (tree.ContainsKey(key)) { shape.Report(file, name, key, $"The key {key} stands in another file too."); }
                else
                {
                    shape.Remember(file, name, key);
                    rest.Children[name] = value;
                }
            }

            Rest(file, rest);
        }
        catch (YamlException fault)
        {
            problems.Add(new PlaybookProblem(file, (int)fault.Start.Line, "", fault.Message));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner throws this, without a place, for a flow list that is broken off within a word.
            problems.Add(new PlaybookProblem(file, 0, "", "The file is no YAML: a list or map is not closed."));
        }
    }

    private void Entries(string file, string section, YamlNode node, Type item, string idName)
    {
        if (node is not YamlMappingNode entries) { shape.Report(file, node, section, "A map by id is expected here."); return; }

        var list = tree[section] as JsonArray ?? [];
        tree[section] = list;
        foreach (var (name, value) in entries.Children)
        {
            var id = (name as YamlScalarNode)?.Value ?? "";
            // Faults speak of the position in the plan, as the check of plans does.
            var key = $"{section}.{list.Count}";
            if (!ids.Add((section, id))) { shape.Report(file, name, $"{section}.{id}", $"The id {id} occurs twice."); continue; }

            shape.Remember(file, name, key);
            if (shape.Map(file, value, item, key, new Dictionary<string, string>(StringComparer.Ordinal) { [idName] = id }) is { } bound) { list.Add(bound); }
        }
    }

    /// <summary>The keys of the plan itself. Which of them are needed can be told only when all files are read.</summary>
    private void Rest(string file, YamlMappingNode rest)
    {
        var before = problems.Count;
        var bound = shape.Map(file, rest, typeof(SlaPlan), "plan", elsewhere: [.. ById.Keys]) ?? [];
        for (var i = problems.Count - 1; i >= before; i--)
        {
            if (problems[i].Key == "plan.defaultCalendar" && !Has(rest, "defaultCalendar")) { problems.RemoveAt(i); }
            else { problems[i] = problems[i] with { Key = problems[i].Key["plan.".Length..] }; }
        }

        foreach (var (name, value) in bound.Where(p => Has(rest, p.Key))) { tree[name] = value?.DeepClone(); }
    }

    private static bool Has(YamlMappingNode node, string key) => node.Children.Keys.OfType<YamlScalarNode>().Any(k => k.Value == key);

    private PlanLoad Finish(DateOnly? from)
    {
        if (!tree.ContainsKey("defaultCalendar") && !problems.Exists(p => p.Key == "defaultCalendar")) { problems.Add(new PlaybookProblem("plan.yaml", 0, "defaultCalendar", "The key defaultCalendar is missing.")); }
        if (problems.Count > 0) { return new PlanLoad(null, Sorted()); }

        var plan = PlanContent.FromTree(tree);
        foreach (var fault in SlaPlanCheck.Check(plan, from))
        {
            var key = Index().Replace(fault.Path, ".$1");
            var (file, line) = PlaceOf(key);
            problems.Add(new PlaybookProblem(file, line, key, $"{fault.Code}{string.Concat(fault.Facts.Select(f => $" {f.Key}={f.Value}"))}"));
        }

        return new PlanLoad(problems.Count == 0 ? plan : null, Sorted());
    }

    /// <summary>Values of the plan itself are remembered below <c>plan</c>.</summary>
    private (string File, int Line) PlaceOf(string key)
    {
        var place = shape.PlaceOf($"plan.{key}");
        return ById.ContainsKey(key.Split('.')[0]) || place.Line == 0 ? shape.PlaceOf(key) : place;
    }

    private PlaybookProblem[] Sorted() => [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Key, StringComparer.Ordinal)];

    [GeneratedRegex(@"\[(\d+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Index();
}
