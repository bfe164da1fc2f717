using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Triage.Signals;

/// <summary>Finds words, prefixes and runs of them: a dictionary for whole words, a trie for prefixes, a trie of both for runs.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<SignalWord, int> atoms = [];
    private readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> prefixEdges = [];
    private readonly List<int> prefixAtoms = [-1];
    private readonly Dictionary<long, int> runEdges = [];
    private readonly List<int> runTerms = [-1];

    public WordIndex(IEnumerable<(IReadOnlyList<SignalWord> Words, int Term)> terms)
    {
        foreach (var (words, term) in terms)
        {
            var node = 0;
            foreach (var word in words) { node = Child(node, Atom(word)); }

            runTerms[node] = term;
        }
    }

    /// <summary>The whole-word and prefix atoms this word satisfies.</summary>
    public void AtomsOf(string word, List<int> into)
    {
        if (exact.TryGetValue(word, out var whole)) { into.Add(whole); }

        var node = 0;
        foreach (var letter in word)
        {
            if (!prefixEdges.TryGetValue(PrefixKey(node, letter), out node)) { return; }

            if (prefixAtoms[node] >= 0) { into.Add(prefixAtoms[node]); }
        }
    }

    public bool Step(int node, int atom, out int next) => runEdges.TryGetValue(((long)node << 32) | (uint)atom, out next);

    public int TermAt(int node) => runTerms[node];

    private int Atom(SignalWord word)
    {
        if (atoms.TryGetValue(word, out var known)) { return known; }

        var atom = atoms.Count;
        atoms[word] = atom;
        if (!word.IsPrefix) { exact[word.Text] = atom; return atom; }

        var node = 0;
        foreach (var letter in word.Text)
        {
            var key = PrefixKey(node, letter);
            if (!prefixEdges.TryGetValue(key, out var next))
            {
                next = prefixAtoms.Count;
                prefixEdges[key] = next;
                prefixAtoms.Add(-1);
            }

            node = next;
        }

        prefixAtoms[node] = atom;
        return atom;
    }

    private int Child(int node, int atom)
    {
        var key = ((long)node << 32) | (uint)atom;
        if (!runEdges.TryGetValue(key, out var next))
        {
            next = runTerms.Count;
            runEdges[key] = next;
            runTerms.Add(-1);
        }

        return next;
    }

    private static long PrefixKey(int node, char letter) => ((long)node << 16) | letter;
}
