namespace AgencyPlatform.Domain.Sla;

/// <summary>Seconds since 1970 as instants in UTC.</summary>
internal static class Instants
{
    public static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    public static DateTimeOffset? At(long? seconds) => seconds is { } some ? At(some) : null;
}
