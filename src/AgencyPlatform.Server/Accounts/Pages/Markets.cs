using System.Collections.Frozen;
using AgencyPlatform.Domain.Accounts;

namespace AgencyPlatform.Server.Accounts.Pages;

/// <summary>Marketplaces as people call them.</summary>
internal static class Markets
{
    private static readonly FrozenDictionary<string, string> CodeById = Marketplaces.IdByCode.ToFrozenDictionary(m => m.Value, m => m.Key);

    public static IReadOnlyList<string> Codes { get; } = [.. Marketplaces.IdByCode.Keys.Order(StringComparer.Ordinal)];

    public static string Code(string codeOrId) => CodeById.GetValueOrDefault(codeOrId, codeOrId);
}
