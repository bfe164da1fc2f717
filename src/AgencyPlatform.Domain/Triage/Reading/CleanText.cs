using System.Net;

namespace AgencyPlatform.Domain.Triage.Reading;

/// <summary>A notice freed of mark-up and invisible characters; every character still knows where it stood.</summary>
internal sealed class CleanText
{
    /// <summary>Only this much is examined: no genuine notice comes near, and the time spent stays bounded.</summary>
    public const int Limit = 32 * 1024;

    /// <summary>Mark-up is longer than what it says, so more of the source is looked at.</summary>
    private const int SourceLimit = 256 * 1024;

    private const int LongestTag = 4000;

    private readonly int[] origins;

    private CleanText(string source, char[] text, int[] origins, List<(int Start, string Target)> links, int examined)
    {
        Examined = examined;
        Source = source;
        Text = new string(text);
        this.origins = origins;
        Links = links;
    }

    public string Source { get; }

    public string Text { get; }

    /// <summary>How much of the source was read; less than all of it where the mail is endless.</summary>
    public int Examined { get; }

    /// <summary>Targets of HTML links, which need not be what the reader sees.</summary>
    public IReadOnlyList<(int Start, string Target)> Links { get; }

    public (int Start, int Length) Original(int start, int end)
    {
        if (origins.Length == 0) { return (0, 0); }

        var first = origins[Math.Clamp(start, 0, origins.Length - 1)];
        var last = end > start ? origins[Math.Clamp(end - 1, 0, origins.Length - 1)] + 1 : first;
        return (first, last - first);
    }

    public static CleanText Of(string source)
    {
        var end = Math.Min(source.Length, SourceLimit);
        if (end < source.Length && char.IsHighSurrogate(source[end - 1])) { end--; }

        var cleaner = new Cleaner(source, end);
        var examined = cleaner.Run();
        return new CleanText(source, [.. cleaner.Text], [.. cleaner.Origins], cleaner.Links, examined);
    }

    private sealed class Cleaner(string source, int end)
    {
        private int nextClose = -1;

        public List<char> Text { get; } = new(Math.Min(end, Limit));

        public List<int> Origins { get; } = new(Math.Min(end, Limit));

        public List<(int Start, string Target)> Links { get; } = [];

        public int Run()
        {
            var i = 0;
            while (i < end && Text.Count < Limit)
            {
                var c = source[i];
                if (c == '<' && Tag(i) is { } afterTag) { i = afterTag; }
                else if (c == '&' && Entity(i) is { } afterEntity) { i = afterEntity; }
                else if (c == '=' && SoftBreak(i) is { } afterBreak) { i = afterBreak; }
                else { Put(c, i++); }
            }

            return i;
        }

        private void Put(char c, int origin)
        {
            if (c == '\r')
            {
                if (origin + 1 < end && source[origin + 1] == '\n') { return; }

                c = '\n';
            }

            if (Script.IsInvisible(c)) { return; }

            Text.Add(c is '\u2028' or '\u2029' or '\u0085' ? '\n' : Script.IsSpace(c) || (char.IsControl(c) && c != '\n') ? ' ' : c);
            Origins.Add(origin);
        }

        /// <summary>A line that quoted-printable transport broke with a trailing equals sign.</summary>
        private int? SoftBreak(int at)
        {
            var i = at + 1;
            if (i < end && source[i] == '\r') { i++; }

            return i < end && source[i] == '\n' && at > 0 && source[at - 1] is not '=' and not '\n' ? i + 1 : null;
        }

        private int? Entity(int at)
        {
            var close = source.IndexOf(';', at, Math.Min(12, end - at));
            if (close < 0) { return null; }

            var name = source[at..(close + 1)];
            if (name == "&amp;" && close + 1 < end && source.IndexOf(';', close + 1, Math.Min(9, end - close - 1)) is > 0 and var second)
            {
                var inner = "&" + source[(close + 1)..(second + 1)];
                if (WebUtility.HtmlDecode(inner) is { Length: 1 } twice) { Put(twice[0], at); return second + 1; }
            }

            var decoded = WebUtility.HtmlDecode(name);
            if (decoded == name) { return null; }

            foreach (var c in decoded) { Put(c, at); }

            return close + 1;
        }

        private int? Tag(int at)
        {
            if (at + 1 >= end || !(char.IsAsciiLetter(source[at + 1]) || source[at + 1] is '/' or '!')) { return null; }

            if (nextClose < at)
            {
                nextClose = source.IndexOf('>', at, end - at);
                if (nextClose < 0) { nextClose = int.MaxValue; }
            }

            if (nextClose == int.MaxValue || nextClose - at > LongestTag) { return null; }

            var body = source.AsSpan(at + 1, nextClose - at - 1);
            if (body.Contains('<') || IsAddress(body)) { return null; }

            var name = TagName(body);
            if (name.Equals("a", StringComparison.OrdinalIgnoreCase)) { Link(body, at); }

            if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
            {
                var close = source.IndexOf("</" + name.ToString(), nextClose, Math.Min(LongestTag, end - nextClose), StringComparison.OrdinalIgnoreCase);
                return close < 0 ? nextClose + 1 : close;
            }

            if (IsBlock(name)) { Put('\n', at); }
            else if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("img", StringComparison.OrdinalIgnoreCase)) { Put(' ', at); }

            return nextClose + 1;
        }

        private static bool IsAddress(ReadOnlySpan<char> body) =>
            body.StartsWith("http", StringComparison.OrdinalIgnoreCase) || body.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || (body.Contains('@') && !body.Contains('='));

        private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> body)
        {
            var start = body.Length > 0 && body[0] == '/' ? 1 : 0;
            var i = start;
            while (i < body.Length && char.IsAsciiLetterOrDigit(body[i])) { i++; }

            return body[start..i];
        }

        private void Link(ReadOnlySpan<char> body, int at)
        {
            var href = body.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
            if (href < 0) { return; }

            var target = body[(href + 5)..].TrimStart("\"' ");
            var stop = target.IndexOfAny('"', '\'', ' ');
            Links.Add((at, (stop < 0 ? target : target[..stop]).ToString()));
        }

        private static bool IsBlock(ReadOnlySpan<char> name)
        {
            foreach (var block in (ReadOnlySpan<string>)["br", "p", "div", "li", "tr", "table", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "body", "head", "title"])
            {
                if (name.Equals(block, StringComparison.OrdinalIgnoreCase)) { return true; }
            }

            return false;
        }
    }
}
