namespace AgencyPlatform.Server.Live;

/// <summary>
/// Whether due actions happen on time, as pages, health checks and figures tell it. Silence of the poller counts as lateness, since
/// nobody knows what is due meanwhile.
/// </summary>
public sealed class ClockHealth
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(30);

    /// <summary>A living poller is heard every few seconds; with what a page needs to notice, half a minute from its end.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Dead = TimeSpan.FromSeconds(60);

    /// <summary>Some cases in trouble are theirs; this many are ours.</summary>
    private const int StuckTolerated = 10;

    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private long passedAt;
    private TimeSpan overdue;
    private int backlog;
    private int stuck;

    public ClockHealth(TimeProvider time)
    {
        this.time = time;
        passedAt = time.GetTimestamp();
    }

    public ClockState Now
    {
        get
        {
            lock (gate)
            {
                var silence = time.GetElapsedTime(passedAt);
                var isLate = silence > Silence || overdue > Tolerated;
                var behind = silence > Silence ? overdue + silence : overdue;
                return new ClockState(isLate || stuck >= StuckTolerated, behind, backlog, stuck, silence > Dead)
                {
                    Since = isLate ? time.GetUtcNow() - behind : null,
                };
            }
        }
    }

    /// <summary>The poller has looked at the whole index.</summary>
    /// <param name="oldest">How long the oldest due row is overdue.</param>
    internal void Passed(TimeSpan oldest, int waiting, int troubled)
    {
        lock (gate)
        {
            passedAt = time.GetTimestamp();
            (overdue, backlog, stuck) = (oldest, waiting, troubled);
        }
    }
}

/// <summary>How the clocks stand.</summary>
/// <param name="IsLagging">True where due actions may come noticeably late.</param>
/// <param name="Behind">How late they may come.</param>
/// <param name="Backlog">Due rows that nobody works on yet.</param>
/// <param name="Stuck">Due rows whose cases fail again and again.</param>
/// <param name="IsDead">True where the poller itself has not been seen for so long that this server does not do its work.</param>
public sealed record ClockState(bool IsLagging, TimeSpan Behind, int Backlog, int Stuck, bool IsDead)
{
    /// <summary>What was due since then may still be missing; null where nothing is late.</summary>
    public DateTimeOffset? Since { get; init; }
}
