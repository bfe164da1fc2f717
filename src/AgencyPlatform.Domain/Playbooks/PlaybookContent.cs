using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AgencyPlatform.Domain.Playbooks;

/// <summary>
/// A playbook as canonical JSON: keys in ordinal order, absent values left out. Equal knowledge has equal text,
/// so its SHA-256 names the version, and a stored text can be read back years later.
/// </summary>
public static class PlaybookContent
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowAbsence } },
    };

    /// <summary>The same playbook with the hash of its own content.</summary>
    public static Playbook Sealed(Playbook playbook) => playbook with { ContentHash = HashOf(playbook) };

    public static string HashOf(Playbook playbook) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(playbook))));

    public static string Write(Playbook playbook) => ToTree(playbook with { ContentHash = "" }).ToJsonString(Options);

    /// <summary>The playbook a canonical text holds; throws <see cref="JsonException"/> where it holds none.</summary>
    public static Playbook Read(string canonical) =>
        FromTree(JsonNode.Parse(canonical) as JsonObject ?? throw new JsonException("A playbook is a JSON object."));

    public static JsonObject ToTree(Playbook playbook) => (JsonObject)Sorted(JsonSerializer.SerializeToNode(playbook, Options))!;

    public static Playbook FromTree(JsonObject tree)
    {
        var playbook = tree.Deserialize<Playbook>(Options) ?? throw new JsonException("A playbook is a JSON object.");
        return Sealed(playbook);
    }

    /// <summary>What may be null may also be left out: old texts stay readable when a record gains such a property.</summary>
    private static void AllowAbsence(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.IsSetNullable)) { property.IsRequired = false; }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
