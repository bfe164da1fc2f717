using AgencyPlatform.Domain.Accounts;

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

    /// <summary>Opens the case that Amazon's news asked for, under the id the payload names; payload <see cref="CaseToOpen"/>.</summary>
    public const string OpenCase = "account.open-case";

    /// <summary>Tells an open case what Amazon said; it may still be on its way, then later. Payload <see cref="NewsForCase"/>.</summary>
    public const string InformCase = "account.inform-case";

    /// <summary>Ends a case that Amazon's news ended; payload <see cref="NewsForCase"/>.</summary>
    public const string CloseCase = "account.close-case";
}

/// <summary>Payload of <see cref="OutgoingWork.Settle"/>.</summary>
public sealed record SettleAccount(string AccountId, string What, string Subject, bool EndsEnforcement = false);

/// <summary>Payload of <see cref="OutgoingWork.Check"/>.</summary>
public sealed record GrantToCheck(string AccountId, string CaseId, string GrantId);

/// <summary>Payload of <see cref="OutgoingWork.ApplyPlan"/>.</summary>
public sealed record PlanToApply(int Version, string Hash, string Choice);

/// <summary>Payload of <see cref="OutgoingWork.OpenCase"/>. The case's id follows from the news: opening it again opens none.</summary>
public sealed record CaseToOpen(string AccountId, WantedCase Case, AmazonNews News);

/// <summary>Payload of <see cref="OutgoingWork.InformCase"/> and <see cref="OutgoingWork.CloseCase"/>.</summary>
public sealed record NewsForCase(string AccountId, string CaseId, AmazonNews News);
