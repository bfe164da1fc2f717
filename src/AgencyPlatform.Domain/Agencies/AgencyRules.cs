using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Agencies;

/// <summary>What may happen to an agency. Members and playbook overrides belong to its owners and managers.</summary>
public static class AgencyRules
{
    public static Decision<AgencyEvent> Found(Agency? current, AgencyFounded request)
    {
        if (current is not null) { return current.Id == request.AgencyId ? Nothing : No(RefusalCodes.Agencies.Exists); }
        if (string.IsNullOrWhiteSpace(request.Name)) { return No(RefusalCodes.Agencies.NameMissing); }
        if (request.Owner is not { Role: MemberRole.Owner, IsActive: true }) { return No(RefusalCodes.Agencies.OwnerNeeded); }
        return Check(request.Owner, []) is { } no ? Decision<AgencyEvent>.No(no) : Decision<AgencyEvent>.Of(request);
    }

    public static Decision<AgencyEvent> AddMember(Agency? current, Member member, Actor actor)
    {
        if (Gate(current, actor) is { } shut) { return Decision<AgencyEvent>.No(shut); }
        var known = current!.Members.FirstOrDefault(m => m.Id == member.Id);
        if (known == member) { return Nothing; }
        if (known is not null) { return No(RefusalCodes.Members.Exists, ("member", member.Id)); }
        if (member.Role == MemberRole.Owner && !IsOwner(actor)) { return No(RefusalCodes.Agencies.OwnerOnly); }
        return Check(member, current.Members) is { } no ? Decision<AgencyEvent>.No(no) : Decision<AgencyEvent>.Of(new MemberAdded(member));
    }

    /// <summary>Also deactivates: a member is never removed, since the timelines name them.</summary>
    public static Decision<AgencyEvent> ChangeMember(Agency? current, Member member, Actor actor)
    {
        if (Gate(current, actor) is { } shut) { return Decision<AgencyEvent>.No(shut); }
        if (current!.Members.FirstOrDefault(m => m.Id == member.Id) is not { } known) { return No(RefusalCodes.Members.Unknown, ("member", member.Id)); }
        if (known == member) { return Nothing; }
        if ((known.Role == MemberRole.Owner || member.Role == MemberRole.Owner) && !IsOwner(actor)) { return No(RefusalCodes.Agencies.OwnerOnly); }

        var others = current.Members.Where(m => m.Id != member.Id).ToArray();
        if (!others.Append(member).Any(m => m is { Role: MemberRole.Owner, IsActive: true })) { return No(RefusalCodes.Agencies.OwnerNeeded); }
        return Check(member, others) is { } no ? Decision<AgencyEvent>.No(no) : Decision<AgencyEvent>.Of(new MemberChanged(member));
    }

    /// <summary>Whether the key exists and the value fits is the playbook's to say; a playbook is loaded with its overrides.</summary>
    public static Decision<AgencyEvent> OverridePlaybook(Agency? current, string key, string value, Actor actor)
    {
        if (Gate(current, actor) is { } shut) { return Decision<AgencyEvent>.No(shut); }
        if (!IsKey(key)) { return No(RefusalCodes.Playbooks.KeyInvalid, ("key", key)); }
        if (string.IsNullOrWhiteSpace(value)) { return No(RefusalCodes.Playbooks.ValueMissing, ("key", key)); }
        return current!.PlaybookOverrides.GetValueOrDefault(key) == value ? Nothing : Decision<AgencyEvent>.Of(new PlaybookOverridden(key, value));
    }

    public static Decision<AgencyEvent> RemovePlaybookOverride(Agency? current, string key, Actor actor)
    {
        if (Gate(current, actor) is { } shut) { return Decision<AgencyEvent>.No(shut); }
        return current!.PlaybookOverrides.ContainsKey(key) ? Decision<AgencyEvent>.Of(new PlaybookOverrideRemoved(key)) : Nothing;
    }

    /// <summary>A plan is saved whole, as a new version; clocks that run already follow by the owner's choice.</summary>
    /// <param name="basedOn">The version that was edited; null takes whatever is in force.</param>
    public static Decision<AgencyEvent> SavePlan(Agency? current, SlaPlan plan, string hash, PlanChoice choice, int? basedOn, Actor actor)
    {
        if (Gate(current, actor) is { } shut) { return Decision<AgencyEvent>.No(shut); }
        if (current!.Plan?.Reference.Hash == hash) { return Nothing; }
        var version = current.Plan?.Reference.Version ?? 0;
        if (basedOn is { } seen && seen != version) { return No(RefusalCodes.Plans.Moved, ("basedOn", Text(seen)), ("version", Text(version))); }
        return SlaPlanCheck.Check(plan) is [{ Reason: var fault }, ..]
            ? Decision<AgencyEvent>.No(fault)
            : Decision<AgencyEvent>.Of(new PlanSaved(new PlanReference(version + 1, hash), choice, plan));
    }

    /// <summary>Idempotent by account; <see cref="Agency.AccountNumbers"/> tells the number.</summary>
    public static Decision<AgencyEvent> TakeAccountNumber(Agency? current, string accountId) => current switch
    {
        null => No(RefusalCodes.Agencies.Unknown),
        _ when current.AccountNumbers.ContainsKey(accountId) => Nothing,
        _ => Decision<AgencyEvent>.Of(new AccountNumberTaken(accountId, current.NextAccountNumber)),
    };

    public static Agency Evolve(Agency? current, AgencyEvent happened) => (current, happened) switch
    {
        (null, AgencyFounded e) => new Agency { Id = e.AgencyId, Name = e.Name, DefaultLanguage = e.DefaultLanguage, Members = [e.Owner] },
        (null, _) => throw new InvalidOperationException($"{happened.GetType().Name} before the agency was founded."),
        (_, MemberAdded e) => current with { Members = [.. current.Members, e.Member] },
        (_, MemberChanged e) => current with { Members = [.. current.Members.Select(m => m.Id == e.Member.Id ? e.Member : m)] },
        (_, PlaybookOverridden e) => current with
        {
            PlaybookOverrides = new Dictionary<string, string>(current.PlaybookOverrides, StringComparer.Ordinal) { [e.Key] = e.Value },
        },
        (_, PlaybookOverrideRemoved e) => current with
        {
            PlaybookOverrides = current.PlaybookOverrides.Where(o => o.Key != e.Key).ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal),
        },
        (_, PlanSaved e) => current with { Plan = new SavedPlan(e.Plan, e.Content) },
        (_, AccountNumberTaken e) => current with
        {
            NextAccountNumber = e.Number + 1,
            AccountNumbers = new Dictionary<string, int>(current.AccountNumbers, StringComparer.Ordinal) { [e.AccountId] = e.Number },
        },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to an agency that exists."),
    };

    private static Refusal? Gate(Agency? current, Actor actor) =>
        current is null ? Refusal.Of(RefusalCodes.Agencies.Unknown)
        : actor is { IsLead: true, Kind: not ActorKind.Client } ? null
        : Refusal.Of(RefusalCodes.Agencies.NotPermitted);

    private static bool IsOwner(Actor actor) => actor.Kind == ActorKind.System || actor.Role == MemberRole.Owner;

    private static Refusal? Check(Member member, IReadOnlyList<Member> others) => member switch
    {
        _ when string.IsNullOrWhiteSpace(member.Name) => Refusal.Of(RefusalCodes.Members.NameMissing),
        _ when !EmailAddress.IsPlausible(member.Email) => Refusal.Of(RefusalCodes.Members.EmailInvalid),
        { Role: MemberRole.None } => Refusal.Of(RefusalCodes.Members.RoleMissing),
        _ when !CivilTime.IsZone(member.TimeZone) => Refusal.Of(RefusalCodes.Members.TimeZoneUnknown, ("timeZone", member.TimeZone)),
        _ when others.Any(m => string.Equals(m.Email, member.Email, StringComparison.OrdinalIgnoreCase)) =>
            Refusal.Of(RefusalCodes.Members.EmailTaken, ("email", member.Email)),
        _ => null,
    };

    // {id}.{field}: an id may hold dots itself, as in ACC-AHR.c1.amount.
    private static bool IsKey(string key) =>
        key.Split('.') is { Length: >= 2 } parts && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Decision<AgencyEvent> Nothing => Decision<AgencyEvent>.Of();

    private static Decision<AgencyEvent> No(string code, params (string Name, string Value)[] facts) => Decision<AgencyEvent>.No(code, facts);
}
