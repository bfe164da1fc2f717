using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>When a desk's answer is due, and when silence has lasted long enough to write again.</summary>
internal static class ReplyTimes
{
    /// <summary>Silence that practitioners wait out before a chase, and the guess for desks that promise nothing (domain 2.0).</summary>
    private const int SilenceBusinessDays = 5;

    /// <summary>R27: an executive letter is followed up in days, never hours.</summary>
    private static readonly TimeSpan LeastExecutiveWait = TimeSpan.FromDays(2);

    // Amazon's desks keep no zone of their own; UTC days are near enough for an expectation.
    private const string Zone = "UTC";

    public static DateTimeOffset ReplyDue(Desk desk, DateTimeOffset sentAt)
    {
        var due = desk.ExpectedReply is { } reply
            ? CivilTime.Add(sentAt, reply.Amount, reply.Unit, Zone)
            : SilenceEnds(sentAt);
        return desk.IsExecutive && due < sentAt + LeastExecutiveWait ? sentAt + LeastExecutiveWait : due;
    }

    /// <summary>The instant from which an unanswered submission no longer stands in the way of the next one (I1).</summary>
    public static DateTimeOffset LapsesAt(Desk desk, DateTimeOffset sentAt)
    {
        var due = ReplyDue(desk, sentAt);
        var silence = SilenceEnds(sentAt);
        return due > silence ? due : silence;
    }

    private static DateTimeOffset SilenceEnds(DateTimeOffset sentAt) =>
        CivilTime.Add(sentAt, SilenceBusinessDays, CivilTime.BusinessDays, Zone);
}
