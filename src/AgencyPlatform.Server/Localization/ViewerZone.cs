namespace AgencyPlatform.Server.Localization;

/// <summary>The time zone of the person in front of the browser; UTC until the browser has said.</summary>
internal sealed class ViewerZone
{
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public void Use(string? id)
    {
        if (id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found)) { Zone = found; }
    }
}
