namespace AgencyPlatform.Server.Components.Elements;

/// <summary>A piece of a text worth showing, by UTF-16 position.</summary>
/// <param name="Class">Kind of mark: <c>rule</c>, <c>error</c> or <c>warning</c>.</param>
public sealed record Mark(int Start, int Length, string Class, string Title, string? Anchor = null);

/// <summary>A run of text with the mark it stands under.</summary>
public sealed record Piece(string Text, Mark? Mark);

/// <summary>Cuts a text at its marks.</summary>
internal static class Pieces
{
    /// <summary>Marks that overlap an earlier one, or lie outside the text, are left out.</summary>
    public static IEnumerable<Piece> Of(string text, IEnumerable<Mark> marks)
    {
        var at = 0;
        foreach (var mark in marks.Where(m => m.Length > 0).OrderBy(m => m.Start).ThenByDescending(m => m.Length))
        {
            if (mark.Start < at || mark.Start + mark.Length > text.Length) { continue; }
            if (mark.Start > at) { yield return new Piece(text[at..mark.Start], null); }
            yield return new Piece(text.Substring(mark.Start, mark.Length), mark);
            at = mark.Start + mark.Length;
        }
        if (at < text.Length) { yield return new Piece(text[at..], null); }
    }
}
