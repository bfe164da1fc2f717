namespace AgencyPlatform.Domain.Triage.Reading;

/// <summary>Tells the language of a notice from its script and its commonest words.</summary>
internal static class Languages
{
    private static readonly Dictionary<string, string[]> Common = new(StringComparer.Ordinal)
    {
        ["en"] = ["the", "and", "your", "you", "to", "of", "is", "we", "that", "for", "with", "this", "has", "have", "not", "or", "been", "are", "was", "please"],
        ["de"] = ["der", "die", "und", "sie", "ihr", "ihre", "ihrem", "ihren", "ist", "wir", "das", "nicht", "mit", "fur", "zu", "von", "wurde", "bitte", "ein", "eine", "auf", "haben", "dass", "oder"],
        ["es"] = ["el", "los", "las", "su", "sus", "usted", "que", "de", "y", "para", "con", "por", "ha", "hemos", "una", "del", "se", "cuenta", "la", "en"],
        ["fr"] = ["le", "les", "vous", "votre", "vos", "nous", "et", "des", "du", "est", "que", "pour", "avec", "une", "dans", "avons", "la", "de", "compte", "sur"],
        ["it"] = ["il", "gli", "che", "suo", "sua", "per", "con", "della", "di", "del", "abbiamo", "una", "stato", "stata", "nel", "non", "le", "la", "sono", "account"],
    };

    private static readonly Dictionary<string, List<string>> ByWord = Common
        .SelectMany(c => c.Value.Select(w => (Word: w, Language: c.Key)))
        .GroupBy(p => p.Word, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(p => p.Language).ToList(), StringComparer.Ordinal);

    private static readonly string[] Known = ["en", "de", "es", "fr", "it"];

    public static string Of(NoticeText notice, string? hint)
    {
        if (notice.KanaLetters >= 4 && notice.KanaLetters * 12 > notice.CjkLetters) { return "ja"; }

        if (notice.CjkLetters >= 4 && notice.CjkLetters >= notice.Words.Count) { return "zh"; }

        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in notice.Words)
        {
            if (!ByWord.TryGetValue(word.Text, out var languages)) { continue; }

            foreach (var language in languages) { scores[language] = scores.GetValueOrDefault(language) + (1.0 / languages.Count); }
        }

        var best = Known.MaxBy(l => scores.GetValueOrDefault(l))!;
        if (scores.GetValueOrDefault(best) >= 1) { return best; }

        var hinted = hint is { Length: >= 2 } ? Script.Fold(hint[..2]) : null;
        return hinted is "en" or "zh" or "de" or "ja" or "es" or "fr" or "it" ? hinted
            : notice.CjkLetters > 0 ? "zh"
            : notice.Words.Count > 0 ? "en"
            : "und";
    }
}
