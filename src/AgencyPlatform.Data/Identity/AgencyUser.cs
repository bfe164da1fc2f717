using AgencyPlatform.Data.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace AgencyPlatform.Data.Identity;

/// <summary>A person who logs in; belongs to agencies through <see cref="Membership"/>.</summary>
public sealed class AgencyUser : IdentityUser
{
    public string DisplayName { get; set; } = "";

    /// <summary>BCP 47 tag of the language the person chose; null follows the browser.</summary>
    public string? Language { get; set; }
}

/// <summary>A person's place in one agency. The member of the agency grain with the same id carries name and zone.</summary>
public sealed class Membership : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string UserId { get; init; }

    /// <summary>Kebab-case role, such as <c>owner</c>.</summary>
    public required string Role { get; set; }

    public bool IsActive { get; set; } = true;
}

/// <summary>A key for programs. Only a hash is kept; the key itself is shown once.</summary>
public sealed class ApiKey : ITenantOwned
{
    public required string Tenant { get; init; }
    public required string Id { get; init; }

    /// <summary>SHA-256 of the whole key, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>First 13 characters, for people to recognise it.</summary>
    public required string Prefix { get; init; }

    public required string Name { get; init; }

    /// <summary>The member the key acts for; it can never do more than that member.</summary>
    public required string MemberId { get; init; }

    public required string Role { get; init; }

    /// <summary>Space-separated scopes; <c>*</c> is everything the role may do.</summary>
    public required string Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
