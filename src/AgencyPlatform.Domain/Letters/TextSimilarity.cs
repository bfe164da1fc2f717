using System.Numerics;
using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters;

/// <summary>
/// How alike two texts are: the pairs of neighbouring words (for Chinese and Japanese, characters) they share. White space,
/// case, accents and punctuation do not count; the order of paragraphs hardly does. Work is linear in the length of both.
/// </summary>
public static class TextSimilarity
{
    /// <summary>Shared pairs over all pairs, 0 to 1; two empty texts are not alike.</summary>
    public static double Jaccard(string left, string right) => Jaccard(Shingles(left), Shingles(right));

    public static double Jaccard(IReadOnlySet<ulong> left, IReadOnlySet<ulong> right)
    {
        if (left.Count > right.Count) { (left, right) = (right, left); }
        var shared = left.Count(right.Contains);
        return shared == 0 ? 0 : (double)shared / (left.Count + right.Count - shared);
    }

    /// <summary>The pairs of a text, hashed the same way on every machine.</summary>
    public static IReadOnlySet<ulong> Shingles(string text) => Pairs(Token.Cut(text)).ToHashSet();

    /// <summary>One hash per token and its successor; a text of one word is its own pair.</summary>
    internal static ulong[] Pairs(List<Token> tokens)
    {
        if (tokens.Count < 2) { return [.. tokens.Select(t => Hash(t.Text))]; }

        var pairs = new ulong[tokens.Count - 1];
        var previous = Hash(tokens[0].Text);
        for (var i = 0; i < pairs.Length; i++)
        {
            var next = Hash(tokens[i + 1].Text);
            pairs[i] = BitOperations.RotateLeft(previous, 23) ^ next * 0x9E3779B97F4A7C15;
            previous = next;
        }

        return pairs;
    }

    /// <summary>FNV-1a: string.GetHashCode differs from process to process.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) { hash = (hash ^ c) * 1099511628211UL; }
        return hash;
    }
}
