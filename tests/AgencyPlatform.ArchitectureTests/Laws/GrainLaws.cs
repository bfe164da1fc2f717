using System.Reflection;
using System.Text.RegularExpressions;
using Orleans;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>Grain interfaces and the classes behind them.</summary>
internal static partial class GrainLaws
{
    /// <summary>The two markers; they are no grains themselves.</summary>
    private static readonly string[] Markers = ["ITenantGrain", "IPlatformGrain"];

    private static readonly string[] Interleaving = ["OneWay", "Reentrant", "AlwaysInterleave", "MayInterleave"];

    public static IEnumerable<Offender> InterfacesAreNamedForEver(IEnumerable<Type> types) =>
        Interfaces(types).Where(t => t.Text("Alias") is not { } alias || alias != t.Text("GrainInterfaceType") || !Kebab().IsMatch(alias))
            .Select(t => new Offender(t.Name, "needs [Alias] and [GrainInterfaceType], both the same kebab-case word"));

    /// <summary>That no two methods of an interface share an alias is seen to by Orleans' code generator.</summary>
    public static IEnumerable<Offender> MethodsAreNamedForEver(IEnumerable<Type> types) =>
        Methods(types).Where(m => m.Text("Alias") is not { } alias || !Kebab().IsMatch(alias))
            .Select(m => new Offender(Place(m), "needs an [Alias] in kebab case"));

    /// <summary>A grain belongs to a tenant; the few platform grains are listed with their reason.</summary>
    public static IEnumerable<Offender> BelongToATenant(IEnumerable<Type> types) =>
        Interfaces(types).Where(t => t.GetInterfaces().All(i => i.Name != "ITenantGrain"))
            .Select(t => new Offender(t.Name, "is not an ITenantGrain"));

    public static IEnumerable<Offender> MethodsAnswerWithATask(IEnumerable<Type> types) =>
        Methods(types).Where(m => !IsTask(m.ReturnType)).Select(m => new Offender(Place(m), $"returns {m.ReturnType.Name}"));

    public static IEnumerable<Offender> MethodsCanBeCancelled(IEnumerable<Type> types) =>
        Methods(types).Where(m => m.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
            .Select(m => new Offender(Place(m), "does not take a CancellationToken last"));

    public static IEnumerable<Offender> MethodsTakeOneMessage(IEnumerable<Type> types) =>
        Methods(types).Where(m => m.GetParameters().Count(p => p.ParameterType != typeof(CancellationToken)) > 1)
            .Select(m => new Offender(Place(m), "takes more than one message"));

    public static IEnumerable<Offender> MethodsAreVerbs(IEnumerable<Type> types) =>
        Methods(types).Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(m => new Offender(Place(m), "ends in Async; a grain has nothing else"));

    /// <summary>One request at a time is what a grain is for.</summary>
    public static IEnumerable<Offender> Interleave(IEnumerable<Type> types)
    {
        var written = types.ToList();
        return from member in Interfaces(written).Concat(Classes(written))
                .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly).Append<MemberInfo>(t))
               from attribute in Interleaving.Where(a => member.Has(a))
               select new Offender(Place(member), $"is [{attribute}]");
    }

    public static IEnumerable<Offender> ClassesAreInternalAndSealed(IEnumerable<Type> types) =>
        Classes(types).Where(t => t.IsVisible || !t.IsSealed).Select(t => new Offender(t.Name, "is not internal sealed"));

    public static IEnumerable<Offender> ClassesAreNamedForEver(IEnumerable<Type> types) =>
        Classes(types).Where(t => t.Text("GrainType") is not { } name || !Kebab().IsMatch(name) || !t.Name.EndsWith("Grain", StringComparison.Ordinal))
            .Select(t => new Offender(t.Name, "needs a [GrainType] in kebab case and a name that ends in Grain"));

    public static IEnumerable<Offender> ClassesHaveNoBaseOfOurs(IEnumerable<Type> types) =>
        Classes(types).Where(t => t.BaseType != typeof(Grain)).Select(t => new Offender(t.Name, $"has the base {t.BaseType?.Name}, not Grain"));

    internal static IEnumerable<Type> Classes(IEnumerable<Type> types) =>
        types.Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IGrain).IsAssignableFrom(t));

    private static IEnumerable<Type> Interfaces(IEnumerable<Type> types) =>
        types.Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t) && !Markers.Contains(t.Name));

    private static IEnumerable<MethodInfo> Methods(IEnumerable<Type> types) => Interfaces(types).SelectMany(t => t.GetMethods());

    private static bool IsTask(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    private static string Place(MemberInfo member) => member is Type ? member.Name : $"{member.DeclaringType!.Name}.{member.Name}";

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Kebab();
}
