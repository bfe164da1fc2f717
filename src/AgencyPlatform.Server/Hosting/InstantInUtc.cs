using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgencyPlatform.Server.Hosting;

/// <summary>Instants leave as RFC 3339 in UTC with a Z; any offset may come in.</summary>
internal sealed class InstantInUtc : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var at) ? at : throw new JsonException("An instant in RFC 3339 is expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
