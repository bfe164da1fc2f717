namespace AgencyPlatform.ArchitectureTests;

/// <summary>How a law is judged: it holds for our code, and it names an offender planted for it.</summary>
internal static class Law
{
    public static void Holds(IEnumerable<Offender> offenders)
    {
        var found = offenders.Select(o => o.ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{found.Count} offender(s):{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }

    public static void Names(IEnumerable<Offender> offenders, params string[] places) =>
        Assert.Equal(places.Order(StringComparer.Ordinal), offenders.Select(o => o.Where).Distinct().Order(StringComparer.Ordinal));

    /// <summary>
    /// Takes away what the allow-list excuses (place to reason). An entry that excuses nothing any more is an offender
    /// itself, so that the list only gets longer for a reason.
    /// </summary>
    public static IEnumerable<Offender> Except(this IEnumerable<Offender> offenders, IReadOnlyDictionary<string, string> excused)
    {
        var found = offenders.ToList();
        return found.Where(o => !excused.ContainsKey(o.Where))
            .Concat(excused.Keys.Except(found.Select(o => o.Where)).Select(place => new Offender(place, "is excused but does nothing that needs an excuse")))
            .Concat(excused.Where(e => e.Value.Length < 20).Select(e => new Offender(e.Key, "is excused without a reason")));
    }
}
