namespace AgencyPlatform.Domain;

/// <summary>
/// The answer of a pure rule: the events that follow, or the reason why nothing does.
/// A refusal is a business "no"; it never travels as an exception.
/// </summary>
/// <typeparam name="TEvent">The event union of the deciding feature.</typeparam>
public abstract record Decision<TEvent>
{
    private Decision() { }

    /// <summary>The command is accepted; an empty list means that it changes nothing.</summary>
    public sealed record Accepted(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    /// <summary>The command is refused for <paramref name="Reason"/>.</summary>
    public sealed record Refused(Refusal Reason) : Decision<TEvent>;

    public static Decision<TEvent> Of(params TEvent[] events) => new Accepted(events);

    public static Decision<TEvent> No(string code, params (string Name, string Value)[] facts) =>
        new Refused(Refusal.Of(code, facts));

    public static Decision<TEvent> No(Refusal reason) => new Refused(reason);
}

/// <summary>
/// Why a command was refused. <see cref="Code"/> is stable (<c>area.reason</c>, kebab case) and is also the key of the
/// sentence shown to people; <see cref="Facts"/> fill that sentence (ids, counts, RFC 3339 instants; never prose).
/// </summary>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, string> Facts)
{
    public static Refusal Of(string code, params (string Name, string Value)[] facts) =>
        new(code, facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));

    public string? Fact(string name) => Facts.GetValueOrDefault(name);
}
