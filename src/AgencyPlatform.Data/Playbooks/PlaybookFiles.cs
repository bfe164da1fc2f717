using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyPlatform.Domain.Playbooks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AgencyPlatform.Data.Playbooks;

/// <summary>Reads a playbook folder (its shape: <c>Playbooks/README.md</c> of the server) and validates all of it at once.</summary>
public sealed class PlaybookFiles
{
    private readonly string folder;
    private readonly List<PlaybookProblem> problems = [];
    private readonly YamlShape shape;
    private readonly JsonObject tree = [];
    private readonly Dictionary<string, JsonArray> signals = new(StringComparer.Ordinal);
    private readonly Concepts concepts;

    private PlaybookFiles(string folder)
    {
        this.folder = folder;
        shape = new YamlShape(problems);
        concepts = new Concepts(shape);
    }

    public static PlaybookLoad Load(string folder)
    {
        var files = new PlaybookFiles(folder);
        return files.Read();
    }

    private PlaybookLoad Read()
    {
        if (!Directory.Exists(folder)) { return new PlaybookLoad(null, [new PlaybookProblem(folder, 0, "", "There is no such folder.")]); }

        tree["desks"] = new JsonObject();
        tree["categories"] = new JsonObject();
        tree["sources"] = new JsonObject();
        One("playbook.yaml", ReadHead);
        One("desks.yaml", (file, root) => Entries(file, root, "desks", typeof(Desk), "id"));
        One("sources.yaml", (file, root) => Entries(file, root, "sources", typeof(Source), "key"));
        One("budgets.yaml", (file, root) => Listed(file, root, "budgets", typeof(ContactBudget)));
        One("lint.yaml", (file, root) => Listed(file, root, "lintRules", typeof(LintRule)));
        One("signals/concepts.yaml", concepts.Read, isRequired: false);
        One("kinds.yaml", (file, root) => Listed(file, root, "kindSignals", typeof(KindSignal)));
        One("senders.yaml", (file, root) => Single(file, root, "senders", typeof(SenderRules)));
        Many("categories", (file, root) => Entries(file, root, "categories", typeof(Category), "id", ["signals"]));
        Many("signals", ReadSignals);
        Attach();
        return Finish();
    }

    private void ReadHead(string file, YamlMappingNode root)
    {
        var head = shape.Map(file, root, typeof(Playbook), "playbook",
            elsewhere: ["contentHash", "desks", "categories", "kindSignals", "senders", "budgets", "lintRules", "sources"]);
        foreach (var (name, value) in head ?? []) { tree[name] = value?.DeepClone(); }

        foreach (var (name, node) in root.Children) { shape.Remember(file, node, ((YamlScalarNode)name).Value ?? ""); }
    }

    private void Entries(string file, YamlMappingNode root, string section, Type type, string idName, string[]? elsewhere = null)
    {
        if (Section(file, root, section) is not YamlMappingNode entries) { return; }

        var all = (JsonObject)tree[section]!;
        foreach (var (nameNode, value) in entries.Children)
        {
            var id = (nameNode as YamlScalarNode)?.Value ?? "";
            if (all.ContainsKey(id)) { shape.Report(file, nameNode, $"{section}.{id}", $"The id {id} occurs twice."); continue; }

            shape.Remember(file, nameNode, $"{section}.{id}");
            var given = new Dictionary<string, string>(StringComparer.Ordinal) { [idName] = id };
            if (shape.Map(file, value, type, $"{section}.{id}", given, elsewhere) is { } bound) { all[id] = bound; }
        }
    }

    private void Listed(string file, YamlMappingNode root, string section, Type item)
    {
        if (Section(file, root, section) is { } node) { tree[section] = concepts.Expand(shape.List(file, node, item, section), section); }
    }

    private void Single(string file, YamlMappingNode root, string section, Type type)
    {
        if (Section(file, root, section) is not { } node || shape.Map(file, node, type, section) is not { } bound) { return; }

        tree[section] = bound;
        if (bound["lookAlikes"] is JsonArray patterns) { concepts.Expand(patterns, $"{section}.lookAlikes"); }
    }

    private void ReadSignals(string file, YamlMappingNode root)
    {
        if (file == "signals/concepts.yaml" || Section(file, root, "signals") is not YamlMappingNode entries) { return; }

        foreach (var (nameNode, value) in entries.Children)
        {
            var id = (nameNode as YamlScalarNode)?.Value ?? "";
            var key = $"categories.{id}.signals";
            if (signals.ContainsKey(id)) { shape.Report(file, nameNode, key, $"The signals of {id} occur twice."); continue; }

            signals[id] = concepts.Expand(shape.List(file, value, typeof(Signal), key), key);
            if (((JsonObject)tree["categories"]!).ContainsKey(id)) { continue; }

            shape.Report(file, nameNode, key, $"The category {id} is unknown.");
        }
    }

    private void Attach()
    {
        foreach (var (id, category) in (JsonObject)tree["categories"]!)
        {
            ((JsonObject)category!)["signals"] = signals.TryGetValue(id, out var found) ? found.DeepClone() : new JsonArray();
        }
    }

    private PlaybookLoad Finish()
    {
        if (problems.Count == 0)
        {
            tree["contentHash"] = "";
            var playbook = PlaybookContent.FromTree(tree);
            foreach (var fault in PlaybookCheck.Of(playbook))
            {
                var (file, line) = shape.PlaceOf(fault.Key);
                problems.Add(new PlaybookProblem(file, line, fault.Key, fault.Reason));
            }

            if (problems.Count == 0) { return new PlaybookLoad(playbook, []); }
        }
        else { CheckWhatIsWhole(); }

        return new PlaybookLoad(null, [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Entries of sound shape are checked even where others are not, so that one reading shows every problem.</summary>
    private void CheckWhatIsWhole()
    {
        var broken = problems.Select(p => p.Key).ToList();
        foreach (var section in (ReadOnlySpan<string>)["desks", "categories", "sources"])
        {
            var entries = (JsonObject)tree[section]!;
            foreach (var id in entries.Select(e => e.Key).Where(id => broken.Exists(b => IsIn(b, $"{section}.{id}"))).ToList())
            {
                if (section == "categories") { entries.Remove(id); }
            }
        }

        foreach (var (name, empty) in new (string, JsonNode)[] { ("id", ""), ("version", "0"), ("schemaVersion", 1), ("contentHash", ""), ("kindSignals", new JsonArray()), ("budgets", new JsonArray()), ("lintRules", new JsonArray()), ("senders", new JsonObject { ["domains"] = new JsonArray("amazon.com"), ["linkHosts"] = new JsonArray(), ["lookAlikes"] = new JsonArray() }) })
        {
            if (tree[name] is null || broken.Exists(b => IsIn(b, name))) { tree[name] = empty; }
        }

        try
        {
            foreach (var fault in PlaybookCheck.Of(PlaybookContent.FromTree(tree)).Where(f => !broken.Exists(b => IsIn(b, f.Key) || IsIn(f.Key, b))))
            {
                var (file, line) = shape.PlaceOf(fault.Key);
                problems.Add(new PlaybookProblem(file, line, fault.Key, fault.Reason));
            }
        }
        catch (JsonException)
        {
            // A desk or source is broken: its problem is reported already, and the references to it cannot be judged.
        }
    }

    private static bool IsIn(string key, string whole) =>
        key == whole || (key.StartsWith(whole, StringComparison.Ordinal) && key[whole.Length] == '.');

    private YamlNode? Section(string file, YamlMappingNode root, string section)
    {
        YamlNode? found = null;
        foreach (var (name, value) in root.Children)
        {
            var key = (name as YamlScalarNode)?.Value ?? "";
            if (key == section) { found = value; shape.Remember(file, name, section); }
            else { shape.Report(file, name, key, $"The key {key} is unknown here."); }
        }

        if (found is null) { shape.Report(file, root, section, $"The key {section} is missing."); }

        return found;
    }

    private void Many(string subfolder, Action<string, YamlMappingNode> read)
    {
        var path = Path.Combine(folder, subfolder);
        if (!Directory.Exists(path)) { shape.Report(subfolder, null, subfolder, "The folder is missing."); return; }

        foreach (var file in Directory.GetFiles(path, "*.yaml").Order(StringComparer.Ordinal)) { One($"{subfolder}/{Path.GetFileName(file)}", read); }
    }

    private void One(string file, Action<string, YamlMappingNode> read, bool isRequired = true)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            if (isRequired) { shape.Report(file, null, "", "The file is missing."); }

            return;
        }

        try
        {
            using var reader = File.OpenText(path);
            var stream = new YamlStream();
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) { read(file, root); }
            else { shape.Report(file, null, "", "The file holds no map."); }
        }
        catch (YamlException fault)
        {
            problems.Add(new PlaybookProblem(file, (int)fault.Start.Line, "", fault.Message));
        }
    }
}
