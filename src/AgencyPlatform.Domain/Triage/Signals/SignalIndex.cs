using System.Collections.Immutable;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Triage.Signals;

/// <summary>A pattern that spoke: for whom, how strongly, and in which sentence first.</summary>
internal readonly record struct Firing(string Owner, string SignalId, int Weight, int Sentence);

/// <summary>All patterns of a playbook in one structure: one pass over the notice, then a few bit operations per pattern.</summary>
internal sealed class SignalIndex
{
    private readonly record struct Compiled(string Owner, string Id, string Language, string Scope, int Weight, int[] Needs, int[] Forbids);

    private readonly WordIndex words;
    private readonly GlyphAutomaton glyphs;
    private readonly List<int[]> groupsOfTerm = [];
    private readonly List<Compiled> signals = [];
    private readonly int groupCount;

    public SignalIndex(IEnumerable<KindSignal> all)
    {
        var terms = new Dictionary<string, (SignalTerm Term, int Number)>(StringComparer.Ordinal);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var memberships = new List<HashSet<int>>();
        foreach (var signal in all)
        {
            var pattern = SignalPattern.Parse(signal.Match, out var fault)
                ?? throw new ArgumentException($"{signal.Id}: {fault}", nameof(all));
            var numbers = pattern.Groups.Select(g => (g.IsNegated, Group: GroupOf(g))).ToList();
            signals.Add(new Compiled(signal.Kind, signal.Id, signal.Language, signal.Scope, signal.Weight,
                [.. numbers.Where(n => !n.IsNegated).Select(n => n.Group)], [.. numbers.Where(n => n.IsNegated).Select(n => n.Group)]));
        }

        groupCount = groups.Count;
        groupsOfTerm.AddRange(memberships.Select(m => m.Order().ToArray()));
        words = new WordIndex(terms.Values.Where(t => t.Term.Piece is null).Select(t => ((IReadOnlyList<SignalWord>)t.Term.Words, t.Number)));
        glyphs = new GlyphAutomaton(terms.Values.Where(t => t.Term.Piece is not null).Select(t => (t.Term.Piece!, t.Number)));

        int GroupOf(SignalGroup group)
        {
            var names = group.Alternatives.Select(Name).ToList();
            var key = string.Join('|', names);
            if (groups.TryGetValue(key, out var known)) { return known; }

            var number = groups.Count;
            groups[key] = number;
            for (var i = 0; i < names.Count; i++)
            {
                if (!terms.TryGetValue(names[i], out var term))
                {
                    term = (group.Alternatives[i], memberships.Count);
                    terms[names[i]] = term;
                    memberships.Add([]);
                }

                memberships[term.Number].Add(number);
            }

            return number;
        }
    }

    private static string Name(SignalTerm term) =>
        term.Piece ?? string.Join(' ', term.Words.Select(w => w.IsPrefix ? w.Text + "*" : w.Text));

    public List<Firing> Examine(NoticeText notice, string language)
    {
        var count = notice.Sentences.Count;
        var fired = new List<Firing>();
        if (count == 0) { return fired; }

        var terms = new SentenceSet?[groupsOfTerm.Count];
        FindWords(notice, terms, count);
        FindGlyphs(notice, terms, count);
        var found = Gather(terms, count);

        var wide = new SentenceSet?[groupCount];
        var window = new SentenceSet(count);
        foreach (var signal in signals)
        {
            if (!Speaks(signal.Language, language)) { continue; }

            var sentence = FirstSentence(signal, found, wide, window);
            if (sentence >= 0) { fired.Add(new Firing(signal.Owner, signal.Id, signal.Weight, sentence)); }
        }

        return fired;
    }

    /// <summary>English and unspaced scripts always count (mixed mails are common); the other languages only in their own notices.</summary>
    private static bool Speaks(string pattern, string notice) =>
        pattern is "any" or "en" or "zh" or "ja" || pattern == notice || notice == "und";

    private static int FirstSentence(in Compiled signal, SentenceSet?[] found, SentenceSet?[] wide, SentenceSet window)
    {
        foreach (var group in signal.Needs)
        {
            if (found[group] is null) { return -1; }
        }

        if (signal.Scope == "notice")
        {
            foreach (var group in signal.Forbids)
            {
                if (found[group] is not null) { return -1; }
            }

            return found[signal.Needs[0]]!.First();
        }

        var isNear = signal.Scope == "near";
        window.CopyFrom(In(signal.Needs[0]));
        for (var i = 1; i < signal.Needs.Length; i++) { window.IntersectWith(In(signal.Needs[i])); }

        foreach (var group in signal.Forbids)
        {
            if (found[group] is not null) { window.Except(In(group)); }
        }

        return window.First();

        SentenceSet In(int group) => isNear ? wide[group] ??= found[group]!.Widened() : found[group]!;
    }

    private void FindWords(NoticeText notice, SentenceSet?[] terms, int count)
    {
        var atoms = new List<int>(8);
        var open = new List<int>();
        var next = new List<int>();
        var sentence = -1;
        foreach (var word in notice.Words)
        {
            if (word.Sentence != sentence) { open.Clear(); sentence = word.Sentence; }

            atoms.Clear();
            words.AtomsOf(word.Text, atoms);
            next.Clear();
            foreach (var atom in atoms)
            {
                if (words.Step(0, atom, out var started)) { Reach(started); }

                foreach (var node in open)
                {
                    if (words.Step(node, atom, out var continued)) { Reach(continued); }
                }
            }

            (open, next) = (next, open);
        }

        void Reach(int node)
        {
            next.Add(node);
            if (words.TermAt(node) is >= 0 and var term) { (terms[term] ??= new SentenceSet(count)).Add(sentence); }
        }
    }

    private void FindGlyphs(NoticeText notice, SentenceSet?[] terms, int count)
    {
        if (notice.CjkLetters == 0) { return; }

        var node = GlyphAutomaton.Root;
        foreach (var glyph in notice.Glyphs)
        {
            node = glyphs.Next(node, glyph.Letter);
            if (!glyphs.HasTerms(node)) { continue; }

            var sentence = Math.Min(glyph.Sentence, count - 1);
            for (var at = glyphs.FirstTerm(node); at != 0; at = glyphs.NextTerm(at)) { (terms[glyphs.TermAt(at)] ??= new SentenceSet(count)).Add(sentence); }
        }
    }

    /// <summary>A group is found wherever one of its terms is; common words belong to many groups, so this is done once per term.</summary>
    private SentenceSet?[] Gather(SentenceSet?[] terms, int count)
    {
        var found = new SentenceSet?[groupCount];
        for (var term = 0; term < terms.Length; term++)
        {
            if (terms[term] is not { } sentences) { continue; }

            foreach (var group in groupsOfTerm[term]) { (found[group] ??= new SentenceSet(count)).UnionWith(sentences); }
        }

        return found;
    }
}
