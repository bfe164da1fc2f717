using System.Buffers;
using System.Globalization;
using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>Links, length and language.</summary>
internal static class Form
{
    private const int MostWords = 800;
    private const int FewestWords = 150;
    private const double CharactersPerWord = 1.7; // Chinese and Japanese

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n<>\"'()，。；、）（");

    private static readonly string[] FileHosts =
        ["drive.google.com", "docs.google.com", "dropbox.com", "wetransfer.com", "we.tl", "onedrive.live.com", "1drv.ms", "pan.baidu.com", "imgur.com", "icloud.com", "box.com", "mega.nz", "sharepoint.com"];

    private static readonly string[] WebsiteLabels = ["website", "web site", "web", "homepage", "网址", "网站", "官网", "webseite", "ウェブサイト", "url", "sitio web", "site web", "sito"];

    /// <summary>POA-L24 (n009). The website of a supplier is a fact Amazon asks for (n046), and its own pages are not external.</summary>
    public static IEnumerable<Hit> ExternalLinks(Matter matter)
    {
        if (matter.Context.AcceptsLinks) { yield break; }

        var text = matter.Letter.Text;
        for (var i = 0; i < text.Length;)
        {
            var space = text.AsSpan(i).IndexOfAny(WordEnds) is >= 0 and var n ? i + n : text.Length;
            if (space > i && IsLink(text[i..space], out var offset) && !IsWebsiteField(text, i + offset))
            {
                yield return Hit.At(new Span(i + offset, i + text[i..space].TrimEnd('.', ',', ';', ':', '!', '?').Length));
            }

            i = space + 1;
        }
    }

    /// <summary>POA-L25. Under the lower limit only a plan can be: other letters may be short.</summary>
    public static IEnumerable<Hit> Length(Matter matter)
    {
        var cjk = matter.Letter.Tokens.Count(t => t.IsCjk);
        var words = matter.Letter.Tokens.Count - cjk + (int)(cjk / CharactersPerWord);
        var isShort = words < FewestWords && matter.Draft.Kind == LetterKinds.PlanOfAction;
        return words > MostWords || isShort ? [Hit.Absent(("words", words.ToString(CultureInfo.InvariantCulture)), ("limit", (isShort ? FewestWords : MostWords).ToString(CultureInfo.InvariantCulture)))] : [];
    }

    /// <summary>POA-L28 (n086).</summary>
    public static IEnumerable<Hit> Language(Matter matter)
    {
        var (letter, accepted) = (matter.Letter, matter.Context.MarketplaceLanguages);
        return accepted.Count > 0 && letter.Language != LetterLanguage.Unknown && !accepted.Contains(letter.Language, StringComparer.OrdinalIgnoreCase)
            ? [Hit.At(letter.Sentences[0], ("language", letter.Language), ("accepted", string.Join(' ', accepted)))]
            : [];
    }

    private static bool IsLink(string word, out int offset)
    {
        offset = Math.Max(word.IndexOf("http://", StringComparison.OrdinalIgnoreCase), word.IndexOf("https://", StringComparison.OrdinalIgnoreCase));
        if (offset < 0) { offset = word.IndexOf("www.", StringComparison.OrdinalIgnoreCase); }

        var fileHost = FileHosts.Select(h => word.IndexOf(h, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (offset < 0) { offset = fileHost; }
        if (offset < 0 || word.Contains('@')) { return false; }

        return fileHost >= 0 || !IsAmazon(word[offset..]);
    }

    private static bool IsAmazon(string link)
    {
        var host = link[(link.IndexOf("//", StringComparison.Ordinal) is >= 0 and var n ? n + 2 : 0)..].Split('/', 2)[0];
        var labels = host.ToLowerInvariant().Split('.');
        return labels.Length >= 2 && (labels[^2] == "amazon" || (labels.Length >= 3 && labels[^3] == "amazon" && labels[^2].Length <= 3));
    }

    private static bool IsWebsiteField(string text, int link)
    {
        var lineStart = link == 0 ? 0 : text.LastIndexOf('\n', link - 1) + 1;
        var before = text.AsSpan(Math.Max(lineStart, link - 20), link - Math.Max(lineStart, link - 20)).TrimEnd(" :：-–").ToString();
        return WebsiteLabels.Any(l => before.EndsWith(l, StringComparison.OrdinalIgnoreCase));
    }
}
