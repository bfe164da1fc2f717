using AgencyPlatform.Contracts.Tenancy;
using Orleans.Concurrency;

namespace AgencyPlatform.Contracts.Agencies;

/// <summary>An agency's settings: members, playbook overrides, the next account number. Settings, not traffic. Key: <c>{tenant}/agency</c>.</summary>
[Alias("agency"), GrainInterfaceType("agency")]
public interface IAgencyGrain : ITenantGrain
{
    [Alias("found")] Task<AgencyReply> Found(FoundAgency command, CancellationToken cancellationToken = default);
    [Alias("add-member")] Task<AgencyReply> AddMember(AddMember command, CancellationToken cancellationToken = default);

    /// <summary>Replaces one entry of the playbook for this agency; a null value takes the override back.</summary>
    [Alias("override-playbook")] Task<AgencyReply> OverridePlaybook(OverridePlaybook command, CancellationToken cancellationToken = default);

    /// <summary>Gives an account its number. Idempotent by account.</summary>
    [Alias("number-account")] Task<AgencyReply> NumberAccount(NumberAccount command, CancellationToken cancellationToken = default);

    /// <summary>Saves a plan of promises as a new version.</summary>
    [Alias("save-plan")] Task<AgencyReply> SavePlan(SavePlan command, CancellationToken cancellationToken = default);

    [Alias("describe"), ReadOnly] Task<AgencyView?> Describe(CancellationToken cancellationToken = default);
}

[GenerateSerializer, Immutable, Alias("agency.reply.v1")]
public sealed record AgencyReply
{
    [Id(0)] public RefusalView? Refusal { get; init; }
    [Id(1)] public AgencyView? Agency { get; init; }
    [Id(2)] public bool Replayed { get; init; }

    /// <summary>For <see cref="NumberAccount"/>: the number given.</summary>
    [Id(3)] public int? AccountNumber { get; init; }
}

[GenerateSerializer, Immutable, Alias("agency.found.v1")]
public sealed record FoundAgency : Command
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required string DefaultLanguage { get; init; }
    [Id(2)] public required MemberInfo Owner { get; init; }
}

[GenerateSerializer, Immutable, Alias("agency.add-member.v1")]
public sealed record AddMember : Command
{
    [Id(0)] public required MemberInfo Member { get; init; }
}

[GenerateSerializer, Immutable, Alias("agency.override-playbook.v1")]
public sealed record OverridePlaybook : Command
{
    /// <summary><c>{id}.{field}</c>, such as <c>ACC-AHR.c1.amount</c>.</summary>
    [Id(0)] public required string Entry { get; init; }

    [Id(1)] public string? Value { get; init; }
}

[GenerateSerializer, Immutable, Alias("agency.number-account.v1")]
public sealed record NumberAccount : Command
{
    [Id(0)] public required string AccountId { get; init; }
}

[GenerateSerializer, Immutable, Alias("agency.save-plan.v1")]
public sealed record SavePlan : Command
{
    /// <summary>The plan as JSON.</summary>
    [Id(0)] public required string Content { get; init; }

    /// <summary><c>new-cases-only</c>, <c>from-now</c> or <c>recompute-all</c>.</summary>
    [Id(1)] public required string Choice { get; init; }

    /// <summary>The version that was edited; saving fails if another was saved meanwhile.</summary>
    [Id(2)] public int? BasedOn { get; init; }
}

/// <summary>A person who works for the agency.</summary>
[GenerateSerializer, Immutable, Alias("agency.member.v1")]
public sealed record MemberInfo
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required string Email { get; init; }
    [Id(3)] public required string Role { get; init; }
    [Id(4)] public required string TimeZone { get; init; }
    [Id(5)] public bool IsActive { get; init; } = true;
}

/// <summary>An agency as it stands.</summary>
[GenerateSerializer, Immutable, Alias("agency.view.v1")]
public sealed record AgencyView
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required string DefaultLanguage { get; init; }
    [Id(3)] public IReadOnlyList<MemberInfo> Members { get; init; } = [];
    [Id(4)] public IReadOnlyDictionary<string, string> PlaybookOverrides { get; init; } = new Dictionary<string, string>();

    /// <summary>Version of the plan in force; 0 is the shipped one.</summary>
    [Id(5)] public int PlanVersion { get; init; }

    /// <summary>Content hash of the plan in force; null for the shipped one.</summary>
    [Id(6)] public string? PlanHash { get; init; }
}
