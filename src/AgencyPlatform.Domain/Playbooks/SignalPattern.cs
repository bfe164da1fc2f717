using System.Collections.Immutable;
using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Playbooks;

/// <summary>
/// A parsed pattern of the signal language: groups joined by <c>&amp;</c>, alternatives by <c>|</c>, <c>*</c> ends a prefix,
/// <c>!</c> negates a group. An alternative is a run of words, or a piece of unspaced script found anywhere.
/// </summary>
public sealed record SignalPattern(ImmutableArray<SignalGroup> Groups)
{
    private const int MostGroups = 8;

    /// <summary>The pattern, or null with the <paramref name="fault"/> that makes it invalid.</summary>
    public static SignalPattern? Parse(string match, out string? fault)
    {
        var groups = ImmutableArray.CreateBuilder<SignalGroup>();
        foreach (var part in match.Split('&'))
        {
            var group = part.Trim();
            var isNegated = group.StartsWith('!');
            var terms = ImmutableArray.CreateBuilder<SignalTerm>();
            foreach (var alternative in (isNegated ? group[1..] : group).Split('|'))
            {
                if (SignalTerm.Parse(alternative.Trim(), out fault) is not { } term) { return null; }

                terms.Add(term);
            }

            groups.Add(new SignalGroup(isNegated, terms.ToImmutable()));
        }

        fault = groups.All(g => g.IsNegated) ? "A pattern needs at least one group that is not negated."
            : groups.Count > MostGroups ? $"A pattern has at most {MostGroups} groups."
            : null;
        return fault is null ? new SignalPattern(groups.ToImmutable()) : null;
    }
}

/// <summary>One group of a pattern: any of its alternatives will do, or, negated, none may occur.</summary>
public sealed record SignalGroup(bool IsNegated, ImmutableArray<SignalTerm> Alternatives);

/// <summary>One alternative: a run of words or, where <see cref="Piece"/> is set, a piece of unspaced script.</summary>
public sealed record SignalTerm(ImmutableArray<SignalWord> Words, string? Piece)
{
    internal static SignalTerm? Parse(string alternative, out string? fault)
    {
        var folded = Script.Fold(alternative);
        fault = folded.Length == 0 ? "An alternative is empty."
            : folded.Contains('!') ? "The sign ! stands only at the start of a group."
            : folded.Contains('@') && !folded.Contains('.') && !folded.EndsWith("@*", StringComparison.Ordinal) ? $"The concept {alternative} is unknown."
            : null;
        if (fault is not null) { return null; }

        if (folded.Any(Script.IsCjk))
        {
            var piece = Squeeze(folded.TrimEnd('*'));
            if (piece.Contains('*')) { fault = $"The sign * stands only at the end of a word: {alternative}."; }

            return fault is null ? new SignalTerm([], piece) : null;
        }

        var words = ImmutableArray.CreateBuilder<SignalWord>();
        foreach (var word in SplitWords(folded))
        {
            var bare = word.TrimEnd('*');
            var isPrefix = bare.Length < word.Length;
            if (bare.Contains('*') || bare.Length == 0) { fault = $"The sign * stands only at the end of a word: {alternative}."; return null; }

            if (isPrefix && bare.Length < 2) { fault = $"A prefix has at least two letters: {alternative}."; return null; }

            words.Add(new SignalWord(bare, isPrefix));
        }

        if (words.Count == 0) { fault = $"The alternative {alternative} holds no word."; return null; }

        return new SignalTerm(words.ToImmutable(), null);
    }

    private static IEnumerable<string> SplitWords(string folded)
    {
        foreach (var part in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Contains('@')) { yield return part; continue; }

            var plain = part.EndsWith("'s", StringComparison.Ordinal) ? part[..^2] : part.Replace("'", "", StringComparison.Ordinal);
            var start = 0;
            for (var i = 0; i <= plain.Length; i++)
            {
                if (i < plain.Length && (Script.IsWordLetter(plain[i]) || plain[i] == '*')) { continue; }

                if (i > start) { yield return plain[start..i]; }

                start = i + 1;
            }
        }
    }

    private static string Squeeze(string folded)
    {
        var kept = new List<char>(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var isBeside = folded[i] == ' ' && ((kept.Count > 0 && Script.IsCjk(kept[^1])) || (i + 1 < folded.Length && Script.IsCjk(folded[i + 1])));
            if (!isBeside) { kept.Add(folded[i]); }
        }

        return new string([.. kept]);
    }
}

/// <summary>A word of an alternative; a prefix stands for every word that begins with it.</summary>
public readonly record struct SignalWord(string Text, bool IsPrefix);
