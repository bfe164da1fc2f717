namespace AgencyPlatform.Server.Components;

/// <summary>Ids that tie labels to inputs on one page.</summary>
internal static class ElementId
{
    private static long last;

    public static string Create(string prefix) => $"{prefix}-{Interlocked.Increment(ref last)}";
}
