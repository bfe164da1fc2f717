namespace AgencyPlatform.Grains.Effects;

/// <summary>The kinds of work grains leave to the outbox, with their payloads.</summary>
public static class OutgoingWork
{
    /// <summary>Tells an account what became of a grant or a case; payload <see cref="SettleAccount"/>.</summary>
    public const string Settle = "account.settle";

    /// <summary>Asks a case, a minute after a reservation, whether the attempt was sent; payload <see cref="GrantToCheck"/>.</summary>
    public const string Check = "account.check-grant";

    /// <summary>Brings an edited plan to the running clocks of the agency's open cases; payload <see cref="PlanToApply"/>.</summary>
    public const string ApplyPlan = "agency.apply-plan";
}

/// <summary>Payload of <see cref="OutgoingWork.Settle"/>.</summary>
public sealed record SettleAccount(string AccountId, string What, string Subject, bool EndsEnforcement = false);

/// <summary>Payload of <see cref="OutgoingWork.Check"/>.</summary>
public sealed record GrantToCheck(string AccountId, string CaseId, string GrantId);

/// <summary>Payload of <see cref="OutgoingWork.ApplyPlan"/>.</summary>
public sealed record PlanToApply(int Version, string Hash, string Choice);
