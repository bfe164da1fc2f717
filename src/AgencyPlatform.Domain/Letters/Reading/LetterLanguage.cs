namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>Which of the seven languages a letter is written in, by script first and small words second.</summary>
internal static class LetterLanguage
{
    public const string Unknown = "und";

    private static readonly (string Language, HashSet<string> Words)[] SmallWords =
    [
        ("en", ["the", "and", "of", "to", "we", "our", "in", "for", "was", "is", "that", "have", "has", "with", "this", "were", "by", "on"]),
        ("de", ["der", "die", "das", "und", "wir", "unser", "unsere", "unserer", "nicht", "wurde", "wurden", "fur", "mit", "ist", "den", "haben", "von", "zu", "auf"]),
        ("es", ["el", "los", "las", "de", "y", "nosotros", "hemos", "que", "para", "con", "nuestro", "nuestra", "del", "por", "se"]),
        ("fr", ["le", "les", "et", "nous", "avons", "des", "pour", "est", "une", "notre", "nos", "du", "dans", "que", "de"]),
        ("it", ["il", "lo", "gli", "che", "abbiamo", "per", "con", "della", "di", "e", "nostro", "nostra", "sono", "dei", "del"]),
    ];

    public static string Of(Letter letter)
    {
        var (han, kana, latin) = (0, 0, 0);
        var votes = new int[SmallWords.Length];
        foreach (var token in letter.Tokens)
        {
            if (token.IsCjk)
            {
                if (Fold.IsKana(token.Text[0])) { kana++; } else { han++; }
                continue;
            }

            if (!char.IsLetter(token.Text[0])) { continue; }

            latin++;
            for (var i = 0; i < votes.Length; i++)
            {
                if (SmallWords[i].Words.Contains(token.Text)) { votes[i]++; }
            }
        }

        if ((han + kana) / 2 > latin) { return kana * 10 > han + kana ? "ja" : "zh"; } // two characters weigh about one word

        var best = Array.IndexOf(votes, votes.Max());
        return votes[best] >= 3 ? SmallWords[best].Language : Unknown;
    }
}
