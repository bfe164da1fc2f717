using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Agencies;

/// <summary>What happened to an agency.</summary>
public abstract record AgencyEvent;

/// <summary>An agency began with its first owner.</summary>
public sealed record AgencyFounded(string AgencyId, string Name, string DefaultLanguage, Member Owner) : AgencyEvent;

public sealed record MemberAdded(Member Member) : AgencyEvent;

public sealed record MemberChanged(Member Member) : AgencyEvent;

public sealed record PlaybookOverridden(string Key, string Value) : AgencyEvent;

public sealed record PlaybookOverrideRemoved(string Key) : AgencyEvent;

public sealed record AccountNumberTaken(string AccountId, int Number) : AgencyEvent;

/// <param name="Choice">What its owner wants for clocks that run already.</param>
public sealed record PlanSaved(PlanReference Plan, PlanChoice Choice, SlaPlan Content) : AgencyEvent;
