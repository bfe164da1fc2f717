using AgencyPlatform.ArchitectureTests.Code;

namespace AgencyPlatform.ArchitectureTests;

/// <summary>The offenders planted in this assembly, as types and as compiled code.</summary>
internal static class PlantedTypes
{
    private const string Home = "AgencyPlatform.ArchitectureTests.Planted";

    public static IReadOnlyList<Type> All { get; } =
        [.. new[] { OurCode.Tests }.Types().Where(t => t.Namespace?.StartsWith(Home, StringComparison.Ordinal) == true)];

    public static IReadOnlyList<Use> Code { get; } =
        [.. CompiledCode.Of(OurCode.Tests).Where(u => u.Owner.Namespace.StartsWith(Home, StringComparison.Ordinal))];
}
