namespace AgencyPlatform.Domain;

/// <summary>
/// Who does something. <see cref="Id"/> is the member, key or process id; <see cref="OnBehalfOf"/> the member a key acts for.
/// </summary>
public sealed record Actor(ActorKind Kind, string Id, MemberRole Role, string? OnBehalfOf = null)
{
    /// <summary>The person behind the act: two acts of one person are one pair of eyes, whatever credential was used.</summary>
    public string Person => OnBehalfOf ?? Id;

    /// <summary>Managers and owners do the work domain experts call lead and strategist.</summary>
    public bool IsLead => Kind == ActorKind.System || Role is MemberRole.Owner or MemberRole.Manager;
}

/// <summary>What kind of principal acts.</summary>
public enum ActorKind { Member, ApiKey, Client, System }

/// <summary>What a member may do in the agency.</summary>
public enum MemberRole { None, Owner, Manager, CaseWorker, Reviewer, Billing, ReadOnly }
