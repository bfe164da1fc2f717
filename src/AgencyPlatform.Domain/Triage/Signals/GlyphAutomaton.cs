namespace AgencyPlatform.Domain.Triage.Signals;

/// <summary>Finds all pieces of unspaced script in one pass (Aho-Corasick), however many there are.</summary>
internal sealed class GlyphAutomaton
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<int> fallbacks = [0];
    private readonly List<int> outputs = [-1];
    private readonly List<int> links = [0];

    public GlyphAutomaton(IEnumerable<(string Piece, int Term)> pieces)
    {
        foreach (var (piece, term) in pieces)
        {
            var node = 0;
            foreach (var letter in piece)
            {
                if (!edges.TryGetValue(Key(node, letter), out var next))
                {
                    next = fallbacks.Count;
                    edges[Key(node, letter)] = next;
                    fallbacks.Add(0);
                    outputs.Add(-1);
                    links.Add(0);
                }

                node = next;
            }

            outputs[node] = term;
        }

        Connect();
    }

    public const int Root = 0;

    public int Next(int node, char letter)
    {
        while (true)
        {
            if (edges.TryGetValue(Key(node, letter), out var next)) { return next; }

            if (node == 0) { return 0; }

            node = fallbacks[node];
        }
    }

    /// <summary>The first node with a term that ends here, longest first; 0 where none does.</summary>
    public int FirstTerm(int node) => outputs[node] >= 0 ? node : links[node];

    public int NextTerm(int node) => links[node];

    public int TermAt(int node) => outputs[node];

    public bool HasTerms(int node) => outputs[node] >= 0 || links[node] != 0;

    private void Connect()
    {
        // A node is always made after its parent, but breadth-first order is what the fallbacks need.
        var children = edges.Select(e => (Parent: (int)(e.Key >> 16), Letter: (char)(e.Key & 0xffff), Node: e.Value)).ToLookup(e => e.Parent);
        var queue = new Queue<int>();
        queue.Enqueue(0);
        while (queue.TryDequeue(out var parent))
        {
            foreach (var (_, letter, node) in children[parent])
            {
                queue.Enqueue(node);
                if (parent != 0) { fallbacks[node] = Next(fallbacks[parent], letter); }

                var fallback = fallbacks[node];
                links[node] = outputs[fallback] >= 0 ? fallback : links[fallback];
            }
        }
    }

    private static long Key(int node, char letter) => ((long)node << 16) | letter;
}
