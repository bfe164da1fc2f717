using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Domain.Agencies;

/// <summary>A firm that logs in: its members, what it changed in the playbook, and the numbers of its seller accounts.</summary>
public sealed record Agency
{
    /// <summary>The number of an agency's first seller account; four digits read well from the start.</summary>
    public const int FirstAccountNumber = 1001;

    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>BCP 47 tag: <c>en</c> or <c>zh-Hans</c>.</summary>
    public required string DefaultLanguage { get; init; }

    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>Values that replace the playbook's own, by <c>{id}.{field}</c>.</summary>
    public IReadOnlyDictionary<string, string> PlaybookOverrides { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The plan in force; null while the agency works with the shipped one.</summary>
    public SavedPlan? Plan { get; init; }

    public int NextAccountNumber { get; init; } = FirstAccountNumber;

    /// <summary>Numbers already taken, by seller account id; taking twice gives the same number.</summary>
    public IReadOnlyDictionary<string, int> AccountNumbers { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}

/// <summary>A person of the agency. <see cref="TimeZone"/> is an IANA zone.</summary>
public sealed record Member(string Id, string Name, string Email, MemberRole Role, string TimeZone, bool IsActive = true);

/// <summary>A version of the agency's plan, with its number and content hash.</summary>
public sealed record SavedPlan(PlanReference Reference, SlaPlan Content);
