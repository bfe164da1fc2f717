using NodaTime.Text;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>
/// Instants as senders write them: RFC 3339, and Amazon's form without seconds (<c>2020-09-06T00:00Z</c>). An offset is always
/// needed; a year outside 2000–2199 is a mistake of the sender, whatever it means.
/// </summary>
internal static class WebhookTime
{
    private static readonly OffsetDateTimePattern WithSeconds = OffsetDateTimePattern.Rfc3339;

    private static readonly OffsetDateTimePattern WithoutSeconds =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>");

    public static bool TryRead(string text, out DateTimeOffset time)
    {
        time = default;
        var letters = text.ToUpperInvariant();
        var read = WithSeconds.Parse(letters);
        if (!read.Success) { read = WithoutSeconds.Parse(letters); }
        if (!read.TryGetValue(default, out var value) || value.Year is < 2000 or > 2199) { return false; }

        time = value.ToInstant().ToDateTimeOffset();
        return true;
    }
}
