using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Triage.Finding;

/// <summary>What the sender, the links and the addresses of a mail say about where it comes from.</summary>
internal enum Origin { Unknown, Amazon, Stranger, LookAlike }

/// <summary>Tells Amazon's own hosts from those that only look like them.</summary>
internal sealed class Senders(SenderRules rules)
{
    private static readonly string[] FreeMail =
        ["gmail", "googlemail", "outlook", "hotmail", "yahoo", "protonmail", "proton", "gmx", "mail", "icloud", "aol", "qq", "163", "126", "yandex", "live", "msn", "zoho", "tutanota"];

    private readonly HashSet<string> own = [.. rules.Domains.Select(d => d.ToLowerInvariant())];
    private readonly HashSet<string> linked = [.. rules.LinkHosts.Select(d => d.ToLowerInvariant())];

    public (Origin Origin, int Start, int End) Judge(CleanText clean, Mail mail, FlatText flat)
    {
        var hosts = Addresses.Links(flat.Text).Select(l => (l.Host, At: flat.CleanPosition(l.At)))
            .Concat(clean.Links.Where(l => l.Target.Contains("://", StringComparison.Ordinal))
                .Select(l => (Host: Addresses.HostOf(l.Target, l.Target.IndexOf("://", StringComparison.Ordinal) + 3), At: l.Start)));
        foreach (var (host, at) in hosts)
        {
            if (!IsOwn(host) && !IsUnder(host, linked) && IsLookAlike(host)) { return (Origin.LookAlike, at, at + host.Length); }
        }

        foreach (var address in Addresses.Mails(flat.Text))
        {
            var at = flat.CleanPosition(address.At);
            if (IsOwn(address.Host)) { continue; }

            var posesByName = FreeMail.Contains(address.Host.Split('.')[0]) && Skeleton(address.Local).Contains("amazon", StringComparison.Ordinal);
            if (IsLookAlike(address.Host) || posesByName) { return (Origin.LookAlike, Math.Max(0, at - address.Local.Length), at + address.Host.Length + 1); }
        }

        return JudgeSender(clean, mail);
    }

    public bool IsOwn(string host) => IsUnder(host, own);

    private (Origin Origin, int Start, int End) JudgeSender(CleanText clean, Mail mail)
    {
        if (mail.From is not var (start, end)) { return (Origin.Unknown, 0, 0); }

        var value = clean.Text[start..end];
        var senders = Addresses.Mails(value);
        if (senders.Count == 0) { return (Origin.Unknown, 0, 0); }

        var isOwn = senders.TrueForAll(s => IsOwn(s.Host));
        if (isOwn && mail.ReplyTo is var (replyStart, replyEnd))
        {
            var replies = Addresses.Mails(clean.Text[replyStart..replyEnd]);
            if (replies.Exists(r => !IsOwn(r.Host)) && !IsBounce(clean.Text, replyStart)) { return (Origin.LookAlike, replyStart, replyEnd); }
        }

        if (isOwn) { return (Origin.Amazon, start, end); }

        var name = Skeleton(value[..Math.Max(0, value.IndexOf('@'))]);
        var poses = name.Contains("amazon", StringComparison.Ordinal) || name.Contains("亚马逊", StringComparison.Ordinal) || name.Contains("brand registry", StringComparison.Ordinal);
        return (poses ? Origin.LookAlike : Origin.Stranger, start, end);
    }

    /// <summary>The return path belongs to the carrier of a mail, not to its sender.</summary>
    private static bool IsBounce(string text, int valueStart)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, valueStart - 1)) + 1;
        return Script.Fold(text[lineStart..valueStart]).Contains("return-path", StringComparison.Ordinal);
    }

    private static bool IsUnder(string host, HashSet<string> domains)
    {
        for (var rest = host; ;)
        {
            if (domains.Contains(rest)) { return true; }

            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) { return false; }

            rest = rest[(dot + 1)..];
        }
    }

    private static bool IsLookAlike(string host)
    {
        var skeleton = Skeleton(host);
        if (skeleton.Replace("-", "", StringComparison.Ordinal).Contains("sellercentral", StringComparison.Ordinal) || host.Contains("xn--amaz", StringComparison.Ordinal)) { return true; }

        foreach (var label in skeleton.Split('.', '-', '_'))
        {
            if (label is "amazonia" or "amazonas" || label.StartsWith("amazonia", StringComparison.Ordinal)) { continue; }

            if (label.Contains("amazon", StringComparison.Ordinal) || label is "amzn" || IsOneSlip(label, "amazon")) { return true; }
        }

        return skeleton.Replace("-", "", StringComparison.Ordinal).Contains("amazon", StringComparison.Ordinal) && !skeleton.Contains("amazonia", StringComparison.Ordinal);
    }

    /// <summary>Signs that are swapped for their likes fall together.</summary>
    private static string Skeleton(string text)
    {
        var folded = string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = Script.Fold(source[i]) switch
                {
                    '0' or 'о' or 'ο' => 'o',
                    '1' or '|' or 'і' or 'ι' => 'l',
                    '3' or 'е' => 'e',
                    '4' or '@' or 'а' or 'α' => 'a',
                    '5' or 'ѕ' => 's',
                    'м' => 'm',
                    'п' => 'n',
                    '2' => 'z',
                    var c => c,
                };
            }
        });
        return folded.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);
    }

    private static bool IsOneSlip(string label, string name)
    {
        if (label.Length < name.Length - 1 || label.Length > name.Length + 1 || label == name) { return false; }

        var shortest = Math.Min(label.Length, name.Length);
        var head = 0;
        while (head < shortest && label[head] == name[head]) { head++; }

        var tail = 0;
        while (tail < shortest - head && label[^(tail + 1)] == name[^(tail + 1)]) { tail++; }

        var isSwap = label.Length == name.Length && head + tail == name.Length - 2 && label[head] == name[head + 1] && label[head + 1] == name[head];
        return isSwap || head + tail >= Math.Max(label.Length, name.Length) - 1;
    }
}
