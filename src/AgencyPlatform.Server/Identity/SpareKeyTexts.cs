namespace AgencyPlatform.Server.Identity;

/// <summary>The one key that need not look like ours: the one a developer chose for the demo agency.</summary>
internal sealed class SpareKeyTexts(string? demoKey)
{
    public bool Accepts(string key) => demoKey is { Length: > 0 } && string.Equals(key, demoKey, StringComparison.Ordinal);
}
