using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Triage.Signals;

/// <summary>The owners of signals beside the kinds of notice.</summary>
internal static class Owners
{
    public const string Category = "category:";
    public const string Desk = "desk:";
    public const string LookAlike = "look-alike";
    public const string Amazon = "amazon";
    public const string NoCase = "no-case";

    /// <summary>What gives a stranger away often stands in the last line.</summary>
    public static bool IsAboutOrigin(string owner) => owner is NoticeKinds.NotAmazon or LookAlike;
}

/// <summary>What the signals add up to for each owner. What a notice says first weighs more than what it adds at the end.</summary>
internal sealed class Scores
{
    private const double FadeToEnd = 0.45;
    private const double KindFadeToEnd = 0.8;
    private const double Echo = 0.45;
    private const int LongestQuote = 300;

    private readonly NoticeText notice;
    private readonly Dictionary<string, double> sums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Firing>> firings = new(StringComparer.Ordinal);

    public Scores(NoticeText notice, List<Firing> fired)
    {
        this.notice = notice;
        var spread = Math.Max(8, notice.Sentences.Count);
        foreach (var byOwner in fired.GroupBy(f => f.Owner, StringComparer.Ordinal))
        {
            var list = byOwner.ToList();
            firings[byOwner.Key] = list;
            var isCategory = byOwner.Key.StartsWith(Owners.Category, StringComparison.Ordinal);
            var fade = Owners.IsAboutOrigin(byOwner.Key) ? 0 : isCategory ? FadeToEnd : KindFadeToEnd;
            sums[byOwner.Key] = list.GroupBy(f => f.Sentence).Sum(s => Sum(s, isCategory) * (1 - (fade * s.Key / spread)));
        }
    }

    /// <summary>Patterns that fire on one sentence mostly say the same thing: after the first, each adds less to a category.</summary>
    private static double Sum(IEnumerable<Firing> sentence, bool isCategory)
    {
        if (!isCategory) { return sentence.Sum(f => f.Weight); }

        var (sum, share) = (0.0, 1.0);
        foreach (var firing in sentence.Where(f => f.Weight > 0).OrderByDescending(f => f.Weight))
        {
            sum += firing.Weight * share;
            share *= Echo;
        }

        return sum + sentence.Where(f => f.Weight < 0).Sum(f => f.Weight);
    }

    public double Of(string owner) => sums.GetValueOrDefault(owner);

    public IEnumerable<(string Id, double Score)> Under(string prefix) => sums
        .Where(s => s.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(s => (s.Key[prefix.Length..], s.Value))
        .OrderByDescending(s => s.Value).ThenBy(s => s.Item1, StringComparer.Ordinal);

    /// <summary>The sentences that spoke for an owner, strongest first.</summary>
    public IReadOnlyList<Reason> Why(string owner, Func<Firing, string> rule, int most = 3) =>
        firings.TryGetValue(owner, out var list)
            ? [.. list.Where(f => f.Weight > 0).OrderByDescending(f => f.Weight).ThenBy(f => f.Sentence).ThenBy(f => f.SignalId, StringComparer.Ordinal)
                .DistinctBy(f => f.Sentence).Take(most).Select(f => Quote(rule(f), f.Sentence))]
            : [];

    public Reason Quote(string rule, int sentence)
    {
        if (sentence < 0 || sentence >= notice.Sentences.Count) { return new Reason(rule, 0, 0, ""); }

        var (start, end) = notice.Sentences[sentence];
        var (at, length) = notice.Clean.Original(start, end);
        length = Math.Min(length, LongestQuote);
        return new Reason(rule, at, length, notice.Clean.Source.Substring(at, length));
    }

    public Reason Quote(string rule, (int Start, int Length) original) =>
        new(rule, original.Start, original.Length, notice.Clean.Source.Substring(original.Start, original.Length));
}
