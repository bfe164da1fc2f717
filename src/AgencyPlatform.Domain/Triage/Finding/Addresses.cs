using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Triage.Finding;

/// <summary>An e-mail address in the text, in lower case.</summary>
internal readonly record struct Address(string Local, string Host, int At)
{
    public override string ToString() => $"{Local}@{Host}";
}

/// <summary>Reads e-mail addresses and link hosts, also where spaces, "(at)" or line wraps break them.</summary>
internal static class Addresses
{
    public static List<Address> Mails(string text)
    {
        var found = new List<Address>();
        for (var at = text.IndexOf('@'); at >= 0 && found.Count < 300; at = text.IndexOf('@', at + 1))
        {
            var local = LocalBefore(text, at);
            var host = HostAfter(text, at + 1);
            if (local.Length > 0 && host.Contains('.')) { found.Add(new Address(local.ToLowerInvariant(), host.ToLowerInvariant(), at)); }
        }

        return found;
    }

    /// <summary>Hosts of links in the text, with their positions.</summary>
    public static List<(string Host, int At)> Links(string text)
    {
        var found = new List<(string, int)>();
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0 && found.Count < 300; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var host = HostOf(text, at + 3);
            if (host.Length > 3) { found.Add((host, at)); }
        }

        for (var at = text.IndexOf("www.", StringComparison.OrdinalIgnoreCase); at >= 0 && found.Count < 300; at = text.IndexOf("www.", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || text[at - 1] != '/') { found.Add((HostOf(text, at), at)); }
        }

        return found;
    }

    public static string HostOf(string text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < 200 && (char.IsLetterOrDigit(text[i]) || text[i] is '.' or '-' or '_' or '@' or ':')) { i++; }

        var host = text[at..i];
        host = host[(host.LastIndexOf('@') + 1)..];
        var port = host.IndexOf(':', StringComparison.Ordinal);
        return (port >= 0 ? host[..port] : host).Trim('.', '-').ToLowerInvariant();
    }

    private static string LocalBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && at - end < 2 && text[end - 1] == ' ') { end--; }

        var start = end;
        while (start > 0 && end - start < 64)
        {
            if (IsLocal(text[start - 1])) { start--; }
            else if (text[start - 1] == '\n' && start > 1 && text[start - 2] == '-' && start < end) { start--; }
            else { break; }
        }

        return text[start..end].Replace("\n", "", StringComparison.Ordinal).Trim('.', '-', '_');
    }

    private static string HostAfter(string text, int from)
    {
        var i = from;
        while (i < text.Length && i - from < 3 && text[i] is ' ' or '\n') { i++; }

        var host = new List<char>();
        var gap = 0;
        while (i < text.Length && host.Count < 120)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) && !Script.IsCjk(c)) { host.Add(c); gap = 0; i++; }
            else if (c is '.' or '-' && gap == 0 && host.Count > 0 && host[^1] != '.') { host.Add(c); i++; }
            else if (c is ' ' or '\n' && gap < 2 && IsBroken(text, i, host)) { gap++; i++; }
            else if (c == '.' && gap > 0)
            {
                host.Add(c);
                gap = 0;
                i += i + 1 < text.Length && text[i + 1] == ' ' ? 2 : 1;
            }
            else { break; }
        }

        return new string([.. host]).Trim('.', '-');
    }

    /// <summary>True where the host plainly goes on behind the gap.</summary>
    private static bool IsBroken(string text, int at, List<char> host)
    {
        if (host.Count == 0) { return false; }

        var next = at;
        while (next < text.Length && next - at < 2 && text[next] is ' ' or '\n') { next++; }

        if (next >= text.Length) { return false; }

        var dots = host.Count(c => c == '.');
        var behindDot = next + 1 < text.Length && text[next + 1] == ' ' ? next + 2 : next + 1;
        var isDotAhead = text[next] == '.' && behindDot < text.Length && char.IsAsciiLetterLower(text[behindDot]);
        var endsOpen = host[^1] is '-' || (host[^1] == '.' && dots == 1);
        return isDotAhead || (endsOpen && char.IsAsciiLetterLower(text[next]));
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';
}
