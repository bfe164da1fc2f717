namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>One word, number or Chinese/Japanese character, folded; <see cref="Key"/> is what word lists are indexed by.</summary>
internal readonly record struct Token(int Start, int End, string Text, string Key)
{
    public const int KeyLength = 3;

    public Span Span => new(Start, End);

    public bool IsCjk => Text.Length == 1 && Fold.IsCjk(Text[0]);

    public bool IsNumber => Text.All(char.IsAsciiDigit);

    /// <summary>Cuts a text into tokens, in one pass.</summary>
    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        Span<char> folded = stackalloc char[MaximumLength];
        for (var i = 0; i < text.Length;)
        {
            var first = Fold.Char(text[i]);
            if (Fold.IsCjk(first)) { tokens.Add(Make(i, i + 1, first.ToString())); i++; continue; }
            if (!IsWordPart(first)) { i++; continue; }

            var (start, length) = (i, 0);
            for (; i < text.Length; i++)
            {
                var c = Fold.Char(text[i]);
                if (c == '\0') { continue; }
                var isInnerApostrophe = c == '\'' && i + 1 < text.Length && char.IsLetter(text[i + 1]);
                if (!IsWordPart(c) && !isInnerApostrophe) { break; }
                if (length < MaximumLength) { folded[length++] = c; } // a longer "word" is noise; its head is enough
            }

            tokens.Add(Make(start, i, new string(folded[..length])));
        }

        return tokens;
    }

    private const int MaximumLength = 64;

    private static Token Make(int start, int end, string text) =>
        new(start, end, text, text.Length <= KeyLength ? text : text[..KeyLength]);

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) && !Fold.IsCjk(c);
}
