namespace AgencyPlatform.Domain.Playbooks;

/// <summary>
/// How often one seller account may contact one desk. <see cref="Scope"/> is <c>account</c> or <c>enforcement</c>.
/// </summary>
/// <param name="Limit">Submissions allowed inside the window.</param>
/// <param name="WindowDays">Length of the sliding window in days.</param>
/// <param name="MinimumGapDays">Least number of days between two submissions; 0 for none.</param>
public sealed record ContactBudget(string Id, string Desk, string Scope, int Limit, int WindowDays, int MinimumGapDays, LocalText Text, Provenance From);

/// <summary>One rule of the letter lint; <see cref="Severity"/> "error" blocks sending, "warning" does not.</summary>
public sealed record LintRule(string Id, string Severity, LocalText Text, LocalText Fix, Provenance From);

/// <summary>What tells a mail of Amazon from a look-alike.</summary>
/// <param name="Domains">Registrable domains Amazon writes from, such as <c>amazon.com</c>.</param>
/// <param name="LinkHosts">Further hosts that genuine mails link to.</param>
/// <param name="LookAlikes">Patterns (signal language) typical of phishing.</param>
public sealed record SenderRules(IReadOnlyList<string> Domains, IReadOnlyList<string> LinkHosts, IReadOnlyList<KindSignal> LookAlikes);
