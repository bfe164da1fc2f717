namespace AgencyPlatform.Domain.Webhooks;

/// <summary>
/// What reading a body gave: the value, or why there is none. A body comes from outside and may hold anything, so that not
/// being readable is an answer and never an exception; such a body stays visible in the inbox under the refusal's code.
/// </summary>
public sealed record Reading<T>
    where T : class
{
    private Reading() { }

    public T? Value { get; private init; }

    /// <summary>Null exactly where <see cref="Value"/> is not.</summary>
    public Refusal? Refusal { get; private init; }

    internal static Reading<T> Of(T value) => new() { Value = value };

    internal static Reading<T> Unreadable(Refusal reason) => new() { Refusal = reason };
}
