using System.Diagnostics.CodeAnalysis;

namespace AgencyPlatform.Contracts.Tenancy;

/// <summary>The key of a tenant's grain: <c>{tenantId}/{localId}</c>, both without a slash.</summary>
public readonly record struct TenantKey(string Tenant, string LocalId)
{
    /// <summary>Name of the request-context entry that carries the caller's tenant.</summary>
    public const string ContextName = "tenant";

    public static bool TryParse(string? key, [NotNullWhen(true)] out TenantKey? parsed)
    {
        parsed = null;
        var slash = key?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0 || slash == key!.Length - 1 || key.IndexOf('/', slash + 1) >= 0) { return false; }
        parsed = new TenantKey(key[..slash], key[(slash + 1)..]);
        return true;
    }

    /// <exception cref="FormatException">The key is not a tenant's.</exception>
    public static TenantKey Of(string key) => TryParse(key, out var parsed) ? parsed.Value : throw new FormatException("Not a tenant's key.");

    public override string ToString() => $"{Tenant}/{LocalId}";
}
