using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>What travels between grains: messages, views and the enums and exceptions inside them.</summary>
internal static partial class WireLaws
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<Offender> HasAnAlias(IEnumerable<Type> types) =>
        OnTheWire(types).Where(t => !t.Has("Alias")).Select(t => new Offender(t.Name, "is [GenerateSerializer] without an [Alias]"));

    public static IEnumerable<Offender> AliasIsVersionedAndUnique(IEnumerable<Type> types)
    {
        var named = OnTheWire(types).Where(t => t.Has("Alias")).Select(t => (Type: t, Alias: t.Text("Alias") ?? "")).ToList();
        return named.Where(n => !VersionedAlias().IsMatch(n.Alias))
            .Select(n => new Offender(n.Type.Name, $"has the alias '{n.Alias}', not area.word.v1"))
            .Concat(named.GroupBy(n => n.Alias, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .SelectMany(g => g.Select(n => new Offender(n.Type.Name, $"shares the alias '{g.Key}'"))));
    }

    public static IEnumerable<Offender> IsImmutable(IEnumerable<Type> types) =>
        Messages(types).Where(t => !t.Has("Immutable")).Select(t => new Offender(t.Name, "is not [Immutable]"));

    public static IEnumerable<Offender> SetsOnlyOnce(IEnumerable<Type> types) =>
        from type in Messages(types)
        from property in type.GetProperties(Declared)
        where property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select new Offender(type.Name, $"{property.Name} has a setter that is not init");

    /// <summary>A record that only others build on is abstract instead; no message is both sent and built on.</summary>
    public static IEnumerable<Offender> IsASealedRecord(IEnumerable<Type> types) =>
        Messages(types).Where(t => !(t.IsSealed || t.IsAbstract) || !IsRecord(t)).Select(t => new Offender(t.Name, "is not a sealed record"));

    /// <summary>Constructor parameters of a record get ids nobody wrote; moving one breaks the wire.</summary>
    public static IEnumerable<Offender> HasNoPositionalParameters(IEnumerable<Type> types) =>
        Messages(types).Where(t => t.GetMethod("Deconstruct", Declared) is not null)
            .Select(t => new Offender(t.Name, "has positional parameters"));

    public static IEnumerable<Offender> CountsItsIds(IEnumerable<Type> types)
    {
        foreach (var type in OnTheWire(types).Where(t => !t.IsEnum))
        {
            var ids = type.GetMembers(Declared).Where(m => m.Has("Id")).Select(m => m.Number("Id")!.Value).Order().ToList();
            if (!ids.SequenceEqual(Enumerable.Range(0, ids.Count).Select(i => (long)i)))
            {
                yield return new Offender(type.Name, $"has the ids {string.Join(", ", ids)}, not 0, 1, 2, …");
            }

            foreach (var forgotten in type.GetProperties(Declared).Where(p => p.SetMethod is not null && !p.Has("Id") && !p.Has("NonSerialized")))
            {
                yield return new Offender(type.Name, $"{forgotten.Name} has no [Id] and would not travel");
            }
        }
    }

    private static IEnumerable<Type> OnTheWire(IEnumerable<Type> types) => types.Where(t => t.Has("GenerateSerializer"));

    private static IEnumerable<Type> Messages(IEnumerable<Type> types) =>
        OnTheWire(types).Where(t => !t.IsEnum && !typeof(Exception).IsAssignableFrom(t));

    private static bool IsRecord(Type type) =>
        type.IsValueType ? type.GetMethod("PrintMembers", Declared) is not null : type.GetMethod("<Clone>$", Declared) is not null;

    [GeneratedRegex(@"^[a-z-]+(\.[a-z-]+)*\.v\d+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VersionedAlias();
}
