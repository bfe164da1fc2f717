namespace AgencyPlatform.Server.Webhooks;

/// <summary>How long the inbox waits before it tries again.</summary>
internal sealed class InboxPauses(Random chance)
{
    /// <summary>Tries after which a failing event is dead.</summary>
    public const int Patience = 12;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstSearch = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSearch = TimeSpan.FromHours(6);

    /// <summary>A reference that nobody recorded within this time is for people to find out.</summary>
    private static readonly TimeSpan Searched = TimeSpan.FromDays(7);

    /// <summary>After a failure: twice as long each time, spread so that what failed together does not come back together.</summary>
    /// <returns>Null where it was tried often enough.</returns>
    public DateTimeOffset? Retry(Arrival arrival, DateTimeOffset now) =>
        arrival.Attempts + 1 >= Patience ? null : now + (FirstRetry * Math.Pow(2, arrival.Attempts) * (0.8 + (0.4 * chance.NextDouble())));

    /// <summary>While what it is about is unknown.</summary>
    /// <returns>Null after a week.</returns>
    public static DateTimeOffset? Search(Arrival arrival, DateTimeOffset now)
    {
        var pause = FirstSearch * Math.Pow(2, Math.Min(arrival.Attempts, Patience));
        var next = now + (pause < LongestSearch ? pause : LongestSearch);
        return next - arrival.ReceivedAt < Searched ? next : null;
    }
}
