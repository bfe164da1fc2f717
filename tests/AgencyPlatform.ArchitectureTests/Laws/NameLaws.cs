namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>Names that say nothing.</summary>
internal static class NameLaws
{
    private static readonly string[] Empty =
        ["Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Service", "Services"];

    public static IEnumerable<Offender> SaysNothing(IEnumerable<Type> types) =>
        types.Where(t => Array.Exists(Empty, e => t.Name.Split('`')[0].EndsWith(e, StringComparison.Ordinal)))
            .Select(t => new Offender(t.FullName!, "says nothing about what it is"));
}
