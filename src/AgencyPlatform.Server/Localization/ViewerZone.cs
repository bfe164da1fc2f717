using System.Globalization;
using System.Text.RegularExpressions;

namespace AgencyPlatform.Server.Localization;

/// <summary>The time zone of the person in front of the browser; UTC until the browser has said.</summary>
internal sealed partial class ViewerZone
{
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public void Use(string? id)
    {
        if (id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found)) { Zone = found; }
    }

    /// <summary>Sentences made for programs and people alike name instants in UTC; a page shows the clock on the wall.</summary>
    public string InWallTime(string sentence, string? accountZone, Wording wording)
    {
        var zone = accountZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(accountZone, out var there) ? there : Zone;
        return UtcInstant().Replace(sentence, match =>
            DateTimeOffset.TryParseExact(match.Groups["at"].Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? $"{wording.Moment(at, zone)} {wording.ZoneName(zone.Id)}"
                : match.Value);
    }

    [GeneratedRegex(@"(?<at>\d{4}-\d{2}-\d{2} \d{2}:\d{2}) UTC", RegexOptions.NonBacktracking)]
    private static partial Regex UtcInstant();
}
