using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgencyPlatform.Domain.Sla;

/// <summary>A plan as canonical JSON; its SHA-256 names the version.</summary>
public static class PlanContent
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write(SlaPlan plan) => JsonSerializer.Serialize(plan, Options);

    /// <exception cref="JsonException">The text is no plan.</exception>
    public static SlaPlan Read(string json) => JsonSerializer.Deserialize<SlaPlan>(json, Options) ?? throw new JsonException("A plan is a JSON object.");

    public static string Hash(SlaPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(plan))));
}
