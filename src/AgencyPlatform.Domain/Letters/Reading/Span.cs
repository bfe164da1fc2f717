namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>A half-open stretch of the letter, in UTF-16 offsets.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int position) => Start <= position && position < End;

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    public Span Clip(Span to) => new(Math.Max(Start, to.Start), Math.Min(End, to.End));

    public Span Upto(Span later) => new(Math.Min(Start, later.Start), Math.Max(End, later.End));
}
