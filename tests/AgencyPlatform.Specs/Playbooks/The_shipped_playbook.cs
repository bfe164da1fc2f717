using System.Globalization;
using System.Text.Json.Nodes;
using AgencyPlatform.Domain.Playbooks;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AgencyPlatform.Specs.Playbooks;

public sealed class The_shipped_playbook
{
    private static readonly string SchemaFile = Path.Combine(Shipped.Root, "src", "AgencyPlatform.Server", "Playbooks", "playbook.schema.json");

    public static TheoryData<string> Files { get; } = [.. Directory.GetFiles(Shipped.Folder, "*.yaml", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Shipped.Folder, f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void has_no_problems() => Assert.Empty(Shipped.Load.Problems);

    [Theory, MemberData(nameof(Files))]
    public async Task keeps_to_its_schema(string file)
    {
        var schema = await Schema();

        var faults = schema.Validate(Json(Path.Combine(Shipped.Folder, file)).ToJsonString());
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(5)));
    }

    [Fact]
    public async Task would_not_keep_to_its_schema_with_a_key_too_many_or_a_wrong_value()
    {
        var schema = await Schema();

        Assert.NotEmpty(schema.Validate("""{"desk": {}}"""));
        Assert.NotEmpty(schema.Validate("""{"kindSignals": [{"id": "x.s1", "kind": "other", "match": "a", "weight": 9}]}"""));
        Assert.NotEmpty(schema.Validate("""{"signals": {"ACC-AHR": [{"id": "ACC-AHR.s1", "match": "a", "scope": "page", "weight": 1}]}}"""));
    }

    [Fact]
    public void has_patterns_in_English_and_Chinese_for_every_category() => Assert.All(Shipped.Playbook.Categories.Values, category =>
    {
        var terms = category.Signals.Where(s => s.Weight > 0).SelectMany(s => SignalPattern.Parse(s.Match, out _)!.Groups).SelectMany(g => g.Alternatives).ToList();
        Assert.Contains(terms, t => t.Piece is not null);
        Assert.Contains(terms, t => t.Piece is null);
    });

    [Fact]
    public void is_named_by_a_hash_that_any_reading_repeats()
    {
        var again = Data.Playbooks.PlaybookFiles.Load(Shipped.Folder).Playbook!;

        Assert.Equal(Shipped.Playbook.ContentHash, again.ContentHash);
        Assert.Matches("^[0-9a-f]{64}$", again.ContentHash);
    }

    [Fact]
    public void can_be_stored_as_text_and_read_back_under_the_same_hash()
    {
        var read = PlaybookContent.Read(PlaybookContent.Write(Shipped.Playbook));

        Assert.Equal(Shipped.Playbook.ContentHash, read.ContentHash);
        Assert.Equal(Shipped.Playbook.Categories.Count, read.Categories.Count);
        Assert.Equal(Shipped.Playbook.Desks["NOTICE"].Name, read.Desks["NOTICE"].Name);
    }

    [Fact]
    public void reads_an_old_text_that_lacks_what_may_be_absent()
    {
        var tree = PlaybookContent.ToTree(Shipped.Playbook);
        ((JsonObject)tree["desks"]!["NOTICE"]!).Remove("expectedReply");

        Assert.Null(PlaybookContent.Read(tree.ToJsonString()).Desks["NOTICE"].ExpectedReply);
    }

    /// <summary>NJsonSchema knows the shared parts of a schema by their name before draft 2019-09 only.</summary>
    private static async Task<JsonSchema> Schema() =>
        await JsonSchema.FromJsonAsync((await File.ReadAllTextAsync(SchemaFile)).Replace("$defs", "definitions", StringComparison.Ordinal));

    private static JsonNode Json(string path)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(path);
        stream.Load(reader);
        return Json(stream.Documents[0].RootNode)!;
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } number when int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        YamlScalarNode { Style: ScalarStyle.Plain } number when double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => JsonValue.Create(real),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}
