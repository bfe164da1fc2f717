namespace AgencyPlatform.Domain.Letters;

/// <summary>One objection to a letter. <see cref="Start"/> and <see cref="Length"/> are UTF-16 offsets; both are 0 for what is absent.</summary>
/// <param name="Rule">Rule id such as <c>POA-L08</c>; its sentence and its remedy stand in the playbook.</param>
/// <param name="Span">The offending text itself, empty for what is absent.</param>
/// <param name="Facts">Values that fill the rule's sentence (ids, counts, keys; never prose).</param>
public sealed record LintFinding(
    string Rule, LintSeverity Severity, int Start, int Length, string Span, IReadOnlyDictionary<string, string> Facts)
{
    public string? Fact(string name) => Facts.GetValueOrDefault(name);
}

/// <summary>What a finding does to the letter.</summary>
public enum LintSeverity
{
    /// <summary>It can be sent, but should be looked at.</summary>
    Warning,

    /// <summary>It cannot be sent.</summary>
    Error,
}
