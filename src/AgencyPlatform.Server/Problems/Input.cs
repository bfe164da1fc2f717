using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Problems;

/// <summary>Looks at the fields of a request body and remembers, for each, what to do about it.</summary>
internal sealed class Input
{
    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    public Input Required(string field, string? value, int limit = 1_000)
    {
        if (string.IsNullOrWhiteSpace(value)) { Add(field, Refused.Say("field.required", ("field", field))); }
        return Limited(field, value, limit);
    }

    public Input Required(string field, DateTimeOffset? value) => value is null ? Add(field, Refused.Say("field.instant-required", ("field", field))) : this;

    public Input Required<T>(string field, IReadOnlyCollection<T>? values) => values is null or { Count: 0 } ? Add(field, Refused.Say("field.list-required", ("field", field))) : this;

    public Input Limited(string field, string? value, int limit) =>
        value?.Length > limit ? Add(field, Refused.Say("field.too-long", ("field", field), ("limit", limit))) : this;

    /// <summary>Where the field is given, it is one of these.</summary>
    public Input OneOf(string field, string? value, params IReadOnlyCollection<string> allowed) =>
        string.IsNullOrEmpty(value) || allowed.Contains(value) ? this : Add(field, Refused.Say("field.not-one-of", ("field", field), ("allowed", string.Join(", ", allowed))));

    public Input Check(bool isFine, string field, string messageKey, params (string Name, object Value)[] facts) =>
        isFine ? this : Add(field, Refused.Say(messageKey, [("field", field), .. facts]));

    /// <summary>Whether every field so far can be used.</summary>
    public bool IsFine => errors.Count == 0;

    public ProblemHttpResult? Problem() => errors.Count == 0 ? null : ProblemResponses.Invalid(errors);

    private Input Add(string field, string message)
    {
        errors[field] = errors.TryGetValue(field, out var before) ? [.. before, message] : [message];
        return this;
    }
}
