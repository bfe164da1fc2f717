using System.Collections;
using System.Reflection;
using System.Text;
using NodaTime;

namespace AgencyPlatform.ArchitectureTests.State;

/// <summary>
/// Makes a value of a type with nothing left empty: two elements in every list, every case of a union, a value that
/// depends only on the member's name in every leaf.
/// </summary>
internal static class Filled
{
    private const int Deepest = 12;

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 30, 15, 123, TimeSpan.Zero);

    private static readonly Dictionary<Type, Func<string, object>> Leaves = new()
    {
        [typeof(string)] = name => name,
        [typeof(bool)] = _ => true,
        [typeof(byte)] = name => (byte)(Number(name) % 200),
        [typeof(short)] = name => (short)Number(name),
        [typeof(int)] = name => Number(name),
        [typeof(long)] = name => 5_000_000_000L + Number(name),
        [typeof(uint)] = name => (uint)Number(name),
        [typeof(ulong)] = name => (ulong)Number(name),
        [typeof(float)] = name => Number(name) + 0.5f,
        [typeof(double)] = name => Number(name) + 0.25,
        [typeof(decimal)] = name => Number(name) + 0.01m,
        [typeof(char)] = _ => 'x',
        [typeof(Guid)] = name => new Guid(Number(name), 7, 7, 1, 2, 3, 4, 5, 6, 7, 8),
        [typeof(DateTimeOffset)] = name => Monday.AddMinutes(Number(name)),
        [typeof(DateTime)] = name => Monday.UtcDateTime.AddMinutes(Number(name)),
        [typeof(DateOnly)] = name => new DateOnly(2026, 3, 2).AddDays(Number(name)),
        [typeof(TimeOnly)] = name => new TimeOnly(9, 30).AddMinutes(Number(name)),
        [typeof(TimeSpan)] = name => TimeSpan.FromSeconds(Number(name)),
        [typeof(Uri)] = name => new Uri($"https://agency.example/{name}"),
        [typeof(byte[])] = Encoding.UTF8.GetBytes,
        [typeof(Instant)] = name => Instant.FromDateTimeOffset(Monday.AddMinutes(Number(name))),
        [typeof(Duration)] = name => Duration.FromSeconds(Number(name)),
        [typeof(LocalDate)] = name => new LocalDate(2026, 3, 2).PlusDays(Number(name)),
        [typeof(LocalTime)] = name => new LocalTime(9, 30).PlusMinutes(Number(name)),
        [typeof(LocalDateTime)] = name => new LocalDateTime(2026, 3, 2, 9, 30).PlusMinutes(Number(name)),
    };

    public static object Of(Type type) => Make(type, type.Name, 0)!;

    /// <summary>The cases of a union, or the type itself.</summary>
    private static List<Type> Cases(Type type) =>
        type is { IsAbstract: false, IsInterface: false }
            ? [type]
            : [.. type.Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false } && type.IsAssignableFrom(t)).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    private static object? Make(Type type, string name, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Leaves.TryGetValue(type, out var leaf)) { return leaf(name); }

        if (type.IsEnum) { return Enum.GetValues(type).Cast<object>().Last(); }

        if (depth > Deepest) { return null; }

        if (Many(type) is { } element) { return Sequence(type, element, name, depth); }

        return !IsOurs(type) ? throw new NotSupportedException($"{name}: no way to fill a {type}")
            : Cases(type) is [var first, ..] ? One(first, name, depth)
            : throw new NotSupportedException($"{name}: {type} has no cases");
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.Split('.')[0] is not ("System" or "NodaTime") || type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal);

    private static object One(Type type, string name, int depth)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type)
            .OrderByDescending(c => c.IsPublic).ThenByDescending(c => c.GetParameters().Length).FirstOrDefault();
        var isPair = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>); // keys must differ
        var made = constructor?.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, isPair ? name : p.Name!, depth + 1))])
            ?? Activator.CreateInstance(type)
            ?? throw new NotSupportedException($"{name}: no way to make a {type}");

        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0))
        {
            property.SetValue(made, Make(property.PropertyType, property.Name, depth + 1));
        }

        return made;
    }

    private static object Sequence(Type type, Type element, string name, int depth)
    {
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in Elements(element, name, depth).Where(i => i is not null)) { items.Add(item); }

        if (type.IsArray)
        {
            var array = Array.CreateInstance(element, items.Count);
            items.CopyTo(array, 0);
            return array;
        }

        return type.IsInstanceOfType(items) ? items : Collected(type, element, items);
    }

    private static IEnumerable<object?> Elements(Type element, string name, int depth) => Cases(element) switch
    {
        { Count: > 1 } cases => cases.Select(c => (object?)One(c, name, depth + 1)),
        _ => [Make(element, name + "-1", depth + 1), Make(element, name + "-2", depth + 1)],
    };

    /// <summary>A set, a dictionary or an immutable collection, made the way a collection expression or a copy makes it.</summary>
    private static object Collected(Type type, Type element, IList items)
    {
        var arguments = type.GetGenericArguments();
        if (element.IsGenericType && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            var plain = typeof(Dictionary<,>).MakeGenericType(element.GetGenericArguments());
            var dictionary = Activator.CreateInstance(plain, items)!;
            return type.IsInstanceOfType(dictionary) ? dictionary : Copied(type, arguments, dictionary);
        }

        var set = Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), items)!;
        return type.IsInstanceOfType(set) ? set : Copied(type, arguments, items);
    }

    private static object Copied(Type type, Type[] arguments, object source)
    {
        var maker = type.Assembly.GetType($"{type.Namespace}.{type.Name.Split('`')[0].TrimStart('I')}")
            ?? type.Assembly.GetType($"{type.Namespace}.{type.Name.Split('`')[0]}")
            ?? throw new NotSupportedException($"no way to fill a {type}");
        var create = maker.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .First(m => m.Name == "CreateRange" && m.GetGenericArguments().Length == arguments.Length
                && m.GetParameters() is [{ ParameterType: { IsGenericType: true } only }] && only.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return create.MakeGenericMethod(arguments).Invoke(null, [source])!;
    }

    private static Type? Many(Type type) =>
        type.IsArray
            ? type.GetElementType()
            : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static int Number(string name) => name.Aggregate(17, (hash, letter) => ((hash * 31) + letter) % 9_973) + 1;
}
