using System.Numerics;

namespace AgencyPlatform.Domain.Triage.Signals;

/// <summary>A set of sentence numbers as bits.</summary>
internal sealed class SentenceSet(int count)
{
    private readonly ulong[] bits = new ulong[(count + 63) / 64];

    public void Add(int sentence) => bits[sentence >> 6] |= 1UL << (sentence & 63);

    public void CopyFrom(SentenceSet other) => other.bits.CopyTo(bits, 0);

    public void IntersectWith(SentenceSet other)
    {
        for (var i = 0; i < bits.Length; i++) { bits[i] &= other.bits[i]; }
    }

    public void UnionWith(SentenceSet other)
    {
        for (var i = 0; i < bits.Length; i++) { bits[i] |= other.bits[i]; }
    }

    public void Except(SentenceSet other)
    {
        for (var i = 0; i < bits.Length; i++) { bits[i] &= ~other.bits[i]; }
    }

    /// <summary>This set with the neighbours of each sentence.</summary>
    public SentenceSet Widened()
    {
        var wide = new SentenceSet(count);
        for (var i = 0; i < bits.Length; i++)
        {
            wide.bits[i] |= bits[i] | (bits[i] << 1) | (bits[i] >> 1);
            if (i > 0) { wide.bits[i] |= bits[i - 1] >> 63; }

            if (i + 1 < bits.Length) { wide.bits[i] |= bits[i + 1] << 63; }
        }

        return wide;
    }

    public int First()
    {
        for (var i = 0; i < bits.Length; i++)
        {
            if (bits[i] != 0) { return (i << 6) + BitOperations.TrailingZeroCount(bits[i]); }
        }

        return -1;
    }
}
