using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AgencyPlatform.Domain.Sla;

/// <summary>
/// A plan as canonical JSON: keys in ordinal order, absent values left out, instants in UTC. Equal plans have equal text, so
/// its SHA-256 names the version, and the version a clock was set by can be read back years later.
/// </summary>
public static class PlanContent
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcInstants() },
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowAbsence } },
    };

    /// <summary>SHA-256 of the canonical text, in lower-case hexadecimal.</summary>
    public static string Hash(SlaPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(plan))));

    public static string Write(SlaPlan plan) => Sorted(JsonSerializer.SerializeToNode(plan, Options))!.ToJsonString(Options);

    /// <summary>The plan a text holds; throws <see cref="JsonException"/> where it holds none.</summary>
    public static SlaPlan Read(string canonical) =>
        JsonSerializer.Deserialize<SlaPlan>(canonical, Options) ?? throw new JsonException("A plan is a JSON object.");

    /// <summary>The plan a tree of values holds, as a file gives it; throws <see cref="JsonException"/> where it holds none.</summary>
    public static SlaPlan FromTree(JsonObject tree) => tree.Deserialize<SlaPlan>(Options) ?? throw new JsonException("A plan is a JSON object.");

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

    /// <summary>One instant has one text, whatever offset it was written with.</summary>
    private sealed class UtcInstants : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
    }
}
