using AgencyPlatform.Domain.Letters.Reading;
using static AgencyPlatform.Domain.Letters.LetterKinds;
using static AgencyPlatform.Domain.Letters.LintSeverity;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>Everything a rule may look at.</summary>
internal sealed record Matter(Letter Letter, LetterDraft Draft, LetterContext Context, DateTimeOffset Now)
{
    public Sections Sections => Letter.Sections;

    public bool Concerns(string categoryId) => Context.CategoryId == categoryId || Context.IssueCodes.Contains(categoryId);

    public bool IsLegalTrack => Draft.Desk == "LEGAL" || Context.CategoryId == "LEGAL";
}

/// <summary>One place where a rule objects.</summary>
internal sealed record Hit(Span Span, IReadOnlyDictionary<string, string> Facts)
{
    public string Key => string.Join('\n', Facts.Values);

    public static Hit At(Span span, params (string Name, string Value)[] facts) =>
        new(span, facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));

    /// <summary>For what the letter lacks: there is nothing to point at.</summary>
    public static Hit Absent(params (string Name, string Value)[] facts) => At(default, facts);
}

/// <summary>One rule of the table: who it applies to, how much it weighs by default and what it looks for.</summary>
internal sealed record Rule(string Id, LintSeverity Severity, IReadOnlyList<string> AppliesTo, Func<Matter, IEnumerable<Hit>> Check);

/// <summary>All rules, in one table. The severity is the default of the table; an agency's playbook may weigh differently.</summary>
internal static class Rulebook
{
    private static readonly string[] Plan = [PlanOfAction];
    private static readonly string[] Pleas = [PlanOfAction, Dispute, Escalation];
    private static readonly string[] Everything = [.. LetterKinds.All];
    private static readonly string[] ToAmazon = [.. LetterKinds.All.Where(k => k != RetractionRequest)];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("POA-L01", Error, Plan, Structure.ThreeSections),
        new("POA-L02", Error, Plan, Structure.EveryIssueInEverySection),
        new("POA-L03", Error, [PlanOfAction, Dispute, CounterNotice, RetractionRequest], Structure.EveryAsin),
        new("POA-L04", Warning, Plan, Cause.NamesNothingConcrete),
        new("POA-L05", Error, [PlanOfAction, Escalation], Cause.BlamesOthers),
        new("POA-L06", Error, Pleas, Cause.SupportAsExcuse),
        new("POA-L07", Warning, [PlanOfAction, Dispute], Cause.NotOurPage),
        new("POA-L08", Warning, Everything, Tone.Emotive),
        new("POA-L09", Error, Everything, Threats.Check),
        new("POA-L10", Warning, Plan, Tone.Introduction),
        new("POA-L11", Error, Plan, Actions.NotYetDone),
        new("POA-L12", Error, Everything, Claims.WithoutEvidence),
        new("POA-L13", Error, Everything, Repetition.SameAgain),
        new("POA-L14", Error, Everything, Repetition.Template),
        new("POA-L15", Error, [Dispute], Track.DisputeWithoutGround),
        new("POA-L16", Error, [PlanOfAction, Escalation], Track.OnlyPromisesRemoval),
        new("POA-L24", Error, ToAmazon, Form.ExternalLinks),
        new("POA-L25", Warning, ToAmazon, Form.Length),
        new("POA-L26", Warning, [PlanOfAction, Dispute], Scope.OtherMatters),
        new("POA-L27", Error, ToAmazon, Track.WrongAddressee),
        new("POA-L28", Error, ToAmazon, Form.Language),
        new("POA-L29", Warning, [PlanOfAction, Escalation], Scope.Admissions),
        new("POA-L31", Error, Plan, Actions.OnlyRefunds),
        new("POA-L32", Error, Plan, Actions.SingleOrders),
        new("POA-L33", Warning, Plan, Prevention.WithoutOwnerOrDate),
        new("POA-L34", Error, [PlanOfAction, Escalation], Track.RelatedAccountOpen),
        new("POA-L35", Error, [Escalation], Track.UnpreparedEscalation),
        new("POA-L36", Error, [CounterNotice], CounterNotices.MissingElements),
        new("POA-L37", Error, ToAmazon, BuyerData.Check),
        new("POA-L38", Warning, Everything, Scripts.Check),
    ];
}
