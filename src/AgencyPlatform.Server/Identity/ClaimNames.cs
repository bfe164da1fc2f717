namespace AgencyPlatform.Server.Identity;

/// <summary>The claims that every credential yields.</summary>
internal static class ClaimNames
{
    public const string Tenant = "tenant";

    /// <summary>The member, also where a key acts for them.</summary>
    public const string Subject = "sub";

    public const string Role = "role";
    public const string Scope = "scope";
    public const string Name = "name";

    /// <summary>Id of the key that acts for the member.</summary>
    public const string ActingKey = "act";
}
