namespace AgencyPlatform.Domain;

/// <summary>A text that the product shows in English and Simplified Chinese; both are always present.</summary>
public sealed record LocalText(string En, string Zh)
{
    /// <param name="language">A BCP 47 tag; anything that starts with "zh" reads Chinese.</param>
    public string In(string? language) =>
        language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Zh : En;

    public override string ToString() => En;
}
