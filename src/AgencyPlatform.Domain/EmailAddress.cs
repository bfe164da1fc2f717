namespace AgencyPlatform.Domain;

/// <summary>Looks like an address; whether it works, only a mail can tell.</summary>
internal static class EmailAddress
{
    public static bool IsPlausible(string? text) =>
        text?.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.') && !host.StartsWith('.') && !host.EndsWith('.')
        && !text.Any(char.IsWhiteSpace);
}
