using System.Text.RegularExpressions;

namespace AgencyPlatform.Server.Sla;

/// <summary>
/// The outer shape of an iCalendar text (RFC 5545, 3.1 and 3.4), judged before its meaning is: what is wrong with it can be
/// told with a line, which the parser behind it cannot.
/// </summary>
internal static partial class CalendarLines
{
    private const int Deepest = 8;

    /// <summary>The line of each event's BEGIN in the order of the text; or the first line that is wrong.</summary>
    public static (IReadOnlyList<int> Events, int? Wrong) Read(string text)
    {
        var events = new List<int>();
        var open = new Stack<string>();
        var number = 0;
        var calendars = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            // A line that begins with a space goes on with the one before.
            if (line.IsEmpty || (line[0] is ' ' or '\t' && number > 1)) { continue; }
            if (!IsProperty(line) || (IsDate(line) && !Date().IsMatch(line))) { return (events, number); }

            if (ValueOf(line, "BEGIN") is { } begun)
            {
                if (open.Count == 0 && (begun != "VCALENDAR" || ++calendars > 1)) { return (events, number); }
                if (begun == "VEVENT") { events.Add(number); }
                open.Push(begun);
                if (open.Count > Deepest) { return (events, number); }
            }
            else if (open.Count == 0) { return (events, number); }
            else if (ValueOf(line, "END") is { } ended && (!open.TryPop(out var innermost) || innermost != ended)) { return (events, number); }
        }

        return (events, open.Count > 0 || calendars == 0 ? Math.Max(1, number) : null);
    }

    private static bool IsProperty(ReadOnlySpan<char> line)
    {
        var name = line.IndexOfAny(':', ';');
        return name > 0 && line.Contains(':') && line[..name].IndexOfAnyExcept(Names) < 0;
    }

    private static bool IsDate(ReadOnlySpan<char> line) =>
        line.StartsWith("DTSTART", StringComparison.OrdinalIgnoreCase) || line.StartsWith("DTEND", StringComparison.OrdinalIgnoreCase);

    // The parser passes over a date that it cannot read, and the holiday with it.
    [GeneratedRegex(@":\d{8}(?:T\d{6}Z?)?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    private static readonly System.Buffers.SearchValues<char> Names = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    private static string? ValueOf(ReadOnlySpan<char> line, string name) =>
        line.Length > name.Length && line[name.Length] == ':' && line[..name.Length].Equals(name, StringComparison.OrdinalIgnoreCase)
            ? line[(name.Length + 1)..].Trim().ToString().ToUpperInvariant()
            : null;
}
