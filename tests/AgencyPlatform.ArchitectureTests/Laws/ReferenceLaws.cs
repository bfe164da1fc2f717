using System.Reflection;
using AgencyPlatform.ArchitectureTests.Code;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>Who may know whom. The compiler drops unused references, so that the list in an assembly is exact.</summary>
internal static class ReferenceLaws
{
    public static IEnumerable<Offender> ReferencesOnly(Assembly assembly, params string[] allowed) =>
        References(assembly).Where(name => !Matches(name, allowed))
            .Select(name => new Offender(assembly.GetName().Name!, $"references {name}"));

    public static IEnumerable<Offender> NeverReferences(Assembly assembly, params string[] forbidden) =>
        References(assembly).Where(name => Matches(name, forbidden))
            .Select(name => new Offender(assembly.GetName().Name!, $"references {name}"));

    /// <summary>Types outside one namespace that name types of the given assemblies.</summary>
    public static IEnumerable<Offender> NamedOnlyIn(string home, IEnumerable<Use> code, params string[] assemblies) =>
        code.Where(u => assemblies.Contains(u.Target.Assembly) && !IsIn(u.Owner.Namespace, home))
            .Select(u => new Offender(u.Owner.FullName, $"{u.Method} names {u.Target.FullName}"));

    private static bool IsIn(string place, string home) => place == home || place.StartsWith(home + ".", StringComparison.Ordinal);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    /// <summary>A pattern is a whole name, or the beginning of one where it ends in a dot.</summary>
    private static bool Matches(string name, string[] patterns) =>
        patterns.Any(p => p.EndsWith('.') ? name.StartsWith(p, StringComparison.Ordinal) : name == p);
}
