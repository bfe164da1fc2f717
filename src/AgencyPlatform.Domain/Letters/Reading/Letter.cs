namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>A letter, read once: its words, sentences, blocks, sections and language. Every rule looks here.</summary>
internal sealed class Letter
{
    private readonly Lazy<Sections> sections;
    private readonly int[] sentenceEnds;

    public Letter(string text)
    {
        Text = text;
        Tokens = Token.Cut(text);
        Sentences = SentenceCut.Of(text);
        Blocks = Block.Of(text);
        Language = LetterLanguage.Of(this);
        sections = new(() => Sections.Of(this));
        sentenceEnds = SentenceEnds();
    }

    public string Text { get; }

    public List<Token> Tokens { get; }

    public List<Span> Sentences { get; }

    public List<Block> Blocks { get; }

    /// <summary>Two-letter language, or <c>und</c>.</summary>
    public string Language { get; }

    public Sections Sections => sections.Value;

    public Span All => new(0, Text.Length);

    public string this[Span span] => Text[span.Start..span.End];

    /// <summary>Index of the first token that starts at or after <paramref name="position"/>.</summary>
    public int FirstTokenFrom(int position)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Start < position) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    public IEnumerable<Token> TokensIn(Span span)
    {
        for (var i = FirstTokenFrom(span.Start); i < Tokens.Count && Tokens[i].End <= span.End; i++) { yield return Tokens[i]; }
    }

    public int CountTokens(Span span) => FirstTokenFrom(span.End) - FirstTokenFrom(span.Start);

    public int SentenceEndAt(int token) => sentenceEnds[token];

    /// <summary>The sentences of a stretch, cut to it.</summary>
    public IEnumerable<Span> SentencesIn(Span span)
    {
        for (var i = FirstEndingAfter(Sentences, s => s, span.Start); i < Sentences.Count && Sentences[i].Start < span.End; i++) { yield return Sentences[i].Clip(span); }
    }

    public IEnumerable<Span> SentencesIn(IEnumerable<Span> spans) => spans.SelectMany(SentencesIn);

    /// <summary>The blocks that touch a stretch.</summary>
    public IEnumerable<Block> BlocksIn(Span span)
    {
        for (var i = FirstEndingAfter(Blocks, b => b.Span, span.Start); i < Blocks.Count && Blocks[i].Span.Start < span.End; i++) { yield return Blocks[i]; }
    }

    /// <summary>The whole sentence that holds the start of <paramref name="span"/>.</summary>
    public Span SentenceAround(Span span)
    {
        var at = FirstEndingAfter(Sentences, s => s, span.Start);
        return at < Sentences.Count && Sentences[at].Start <= span.Start ? Sentences[at] : span;
    }

    /// <summary>True for a sentence that reads as a statement, not as a heading, a lone number or a name.</summary>
    public bool IsStatement(Span sentence) => CountTokens(sentence) >= 4 && Text[sentence.End - 1] is not (':' or '：');

    private static int FirstEndingAfter<T>(List<T> ordered, Func<T, Span> span, int position)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span(ordered[middle]).End <= position) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    private int[] SentenceEnds()
    {
        var ends = new int[Tokens.Count];
        var sentence = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            while (sentence < Sentences.Count - 1 && Sentences[sentence].End <= Tokens[i].Start) { sentence++; }
            ends[i] = Sentences.Count == 0 ? Text.Length : Sentences[sentence].End;
        }

        return ends;
    }
}
