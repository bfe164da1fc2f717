using AgencyPlatform.Domain.Triage.Reading;

namespace AgencyPlatform.Domain.Triage.Finding;

/// <summary>The notice without quote marks as one string in half width, and its folded twin; both share positions.</summary>
internal sealed class FlatText
{
    private readonly List<int> positions;

    private FlatText(string text, List<int> positions) => (Text, Folded, this.positions) = (text, Script.Fold(text), positions);

    public string Text { get; }

    public string Folded { get; }

    public static FlatText Of(NoticeText notice)
    {
        var clean = notice.Clean.Text;
        var text = new List<char>();
        var positions = new List<int>();
        foreach (var (start, end) in notice.Lines)
        {
            for (var i = start; i < end;)
            {
                var skip = Spelled(clean, i, end, out var sign);
                text.Add(skip > 0 ? sign : Narrow(clean[i]));
                positions.Add(i);
                i += Math.Max(1, skip);
            }

            text.Add('\n');
            positions.Add(Math.Max(0, end - 1));
        }

        return new FlatText(new string([.. text]), positions);
    }

    public int CleanPosition(int index) => positions.Count == 0 ? 0 : positions[Math.Clamp(index, 0, positions.Count - 1)];

    private static char Narrow(char c) => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;

    /// <summary>"(at)" and "[dot]", by which people hide addresses.</summary>
    private static int Spelled(string text, int at, int end, out char sign)
    {
        sign = default;
        if (text[at] is not ('[' or '(' or '{')) { return 0; }

        var close = at + 1;
        while (close < end && close - at < 6 && text[close] is not (']' or ')' or '}')) { close++; }

        if (close >= end || close - at >= 6) { return 0; }

        var name = Script.Fold(text[(at + 1)..close]).Trim();
        sign = name switch { "at" or "@" => '@', "dot" or "." or "punkt" => '.', _ => default };
        return sign == default ? 0 : close + 1 - at;
    }
}
