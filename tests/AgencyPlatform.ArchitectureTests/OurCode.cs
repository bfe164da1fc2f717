using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AgencyPlatform.ArchitectureTests;

/// <summary>The assemblies the laws are about. The planted offenders live in this test assembly.</summary>
internal static class OurCode
{
    public static Assembly Domain { get; } = Assembly.Load("AgencyPlatform.Domain");
    public static Assembly Contracts { get; } = Assembly.Load("AgencyPlatform.Contracts");
    public static Assembly Grains { get; } = Assembly.Load("AgencyPlatform.Grains");
    public static Assembly Data { get; } = Assembly.Load("AgencyPlatform.Data");
    public static Assembly Server { get; } = Assembly.Load("AgencyPlatform.Server");
    public static Assembly Tests { get; } = typeof(OurCode).Assembly;

    public static IReadOnlyList<Assembly> All { get; } = [Domain, Contracts, Grains, Data, Server];

    /// <summary>The types people wrote: nothing of the compiler's and nothing of Orleans' code generator.</summary>
    public static IReadOnlyList<Type> Types(this IEnumerable<Assembly> assemblies) =>
        [.. assemblies.SelectMany(a => a.GetTypes()).Where(IsWritten)];

    private static bool IsWritten(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
        && !(type.Namespace ?? "").StartsWith("OrleansCodeGen", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
