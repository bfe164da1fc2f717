namespace AgencyPlatform.Domain.Sla;

/// <summary>What a ladder's rules need to know beside the ladder under way: the facts of now, gathered by the caller.</summary>
public sealed record EscalationPlan
{
    /// <summary>The ladder as the plan version that the clock was set by has it.</summary>
    public required Ladder Ladder { get; init; }

    public required IReadOnlyList<CallableMember> Members { get; init; }
    public IReadOnlyList<Rota> Rotas { get; init; } = [];

    /// <summary>Read in each member's own zone.</summary>
    public Window? QuietHours { get; init; }

    /// <summary>When so many business seconds have passed since an instant, in the calendar of the clock; null where that never comes.</summary>
    public required Func<DateTimeOffset, long, DateTimeOffset?> BusinessDue { get; init; }
}

/// <param name="Role">The role's wire name, such as <c>case-worker</c>.</param>
/// <param name="TimeZone">IANA zone in which the member's quiet hours are read.</param>
public sealed record CallableMember(string Id, string Role, string TimeZone, bool IsActive);

/// <summary>A ladder after something happened to it, with what is to be announced because of it.</summary>
/// <param name="Calls">The calls made just now, in order; they stand in the escalation too.</param>
/// <param name="Gaps">The steps among them that reached nobody.</param>
public sealed record EscalationTurn(Escalation Escalation, IReadOnlyList<EscalationCall> Calls, IReadOnlyList<EscalationGap> Gaps);

/// <summary>Nobody could be called where the ladder wanted somebody: for the owners to mend.</summary>
/// <param name="Step">The empty step, as in <see cref="EscalationCall.Step"/>.</param>
/// <param name="Owners">Who is told; empty in an agency without active owners.</param>
public sealed record EscalationGap(string Step, DateTimeOffset At, EscalationTarget Target, IReadOnlyList<MemberCall> Owners);

/// <summary>The values of <see cref="EscalationTarget.Kind"/>, <see cref="LadderStep.Channel"/>, <see cref="LadderStep.StopsOn"/> and <see cref="Escalation.EndReason"/>.</summary>
public static class EscalationWords
{
    public const string Member = "member";
    public const string Role = "role";
    public const string Rota = "rota";

    public const string InApp = "in-app";
    public const string Mail = "mail";

    public const string Acknowledged = "acknowledged";
    public const string NextAction = "next-action";

    public const string Fulfilled = "fulfilled";
    public const string Cancelled = "cancelled";
    public const string Exhausted = "exhausted";

    /// <summary>The role that gaps are reported to.</summary>
    public const string OwnerRole = "owner";
}
