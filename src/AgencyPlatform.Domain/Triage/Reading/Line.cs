namespace AgencyPlatform.Domain.Triage.Reading;

/// <summary>One line of the clean text without its quote marks; <see cref="Depth"/> counts them.</summary>
internal readonly record struct Line(int Start, int End, int Depth)
{
    public bool IsBlank => Start >= End;

    public int Length => End - Start;

    public static List<Line> Split(string text)
    {
        var lines = new List<Line>();
        for (var at = 0; at <= text.Length;)
        {
            var stop = text.IndexOf('\n', at);
            if (stop < 0) { stop = text.Length; }

            var (start, depth) = (at, 0);
            while (start < stop && text[start] is ' ' or '>' && start < stop)
            {
                if (text[start] == '>') { depth++; }

                start++;
                if (start >= text.Length) { break; }
            }

            var end = stop;
            while (end > start && text[end - 1] == ' ') { end--; }

            lines.Add(new Line(Math.Min(start, end), end, depth));
            at = stop + 1;
        }

        return lines;
    }
}
