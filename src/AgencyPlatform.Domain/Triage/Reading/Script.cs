using System.Globalization;
using System.Text;

namespace AgencyPlatform.Domain.Triage.Reading;

/// <summary>Folds a letter to the form in which notices and patterns are compared: lower case, no accents, half width.</summary>
public static class Script
{
    private static readonly char[] Folded = BuildTable();

    public static char Fold(char letter) => letter switch
    {
        < '\u0250' => Folded[letter],
        '\u2018' or '\u2019' or '\u02bc' or '\u2032' or '\u00b4' => '\'',
        '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' or '\ufe63' => '-',
        '\u3000' => ' ',
        >= '\uff01' and <= '\uff5e' => Folded[letter - 0xfee0],
        _ => letter,
    };

    /// <summary>True for Han, kana and their neighbours, which are written without spaces.</summary>
    public static bool IsCjk(char letter) =>
        letter is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or '\u3005' or '\u3006';

    public static bool IsKana(char letter) => letter is >= '\u3040' and <= '\u30ff' and not '\u30fb' and not '\u30fc';

    /// <summary>True for what a word of a spaced script is made of (after folding).</summary>
    public static bool IsWordLetter(char folded) =>
        folded is >= 'a' and <= 'z' or >= '0' and <= '9' || (folded >= '\u00df' && !IsCjk(folded) && char.IsLetterOrDigit(folded));

    public static bool IsInvisible(char letter) =>
        letter is '\u00ad' or '\u2060' or '\ufeff' or >= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e';

    public static bool IsSpace(char letter) =>
        letter is ' ' or '\t' or '\u00a0' or '\u3000' or '\u202f' or '\u000b' or '\u000c' or >= '\u2000' and <= '\u200a';

    public static string Fold(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++) { target[i] = Fold(source[i]); }
    });

    private static char[] BuildTable()
    {
        var table = new char[0x250];
        for (var i = 0; i < table.Length; i++)
        {
            var lower = char.ToLowerInvariant((char)i);
            var parts = lower.ToString().Normalize(NormalizationForm.FormD);
            var isAccented = parts.Length > 1 && parts.Skip(1).All(c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
            table[i] = isAccented ? parts[0] : lower;
        }

        table[0xa0] = ' ';
        table[0xab] = table[0xbb] = '"';
        table[0xb4] = '\'';
        return table;
    }
}
