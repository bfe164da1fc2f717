namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>What a stretch of a Plan of Action is about.</summary>
internal enum Part { Cause, Actions, Prevention, Annex }

/// <summary>One headed stretch; a letter with several issues may hold several of the same part.</summary>
internal readonly record struct Section(Part Part, Span Heading, Span Body);

/// <summary>
/// The headed stretches of a letter. A heading is a short line, or the words before a colon, that uses the vocabulary of
/// a part; where a part has no heading, a paragraph that opens with its vocabulary will do.
/// </summary>
internal sealed class Sections
{
    private const int LongestHeading = 14;
    private const int LongestCjkHeading = 26;
    private const int LongestItemLabel = 5;

    private static readonly (Part Part, Phrases Words)[] Vocabulary =
    [
        (Part.Prevention, Phrases.Of("""
            prevent*, future, going forward, recurrence, reoccurrence, long term, safeguard*, not happen again, avoid ~ again
            预防, 防止, 避免, 今后, 未来, 长期, 杜绝, 后续措施
            vorbeug*, pravent*, vermeid*, verhinder*, kunftig*, zukunftig*, zukunft
            再発防止, 予防, 今後, 防止策, 再発
            preveni*, prevenc*, evitar*, futuro, eviter, avenir, prevenz*, evitare
            """)),
        (Part.Actions, Phrases.Of("""
            actions taken, action taken, corrective action*, immediate action*, steps taken, steps we took, steps we have taken, actions we, action we, what we have done, what we did, resol*, remed*, measures taken, corrections, corrective measure*, actions to resolve, actions, how we fixed, how we solved
            采取的措施, 采取的行动, 已采取, 已经采取, 纠正措施, 纠正行动, 整改措施, 整改情况, 解决措施, 解决办法, 如何解决, 补救措施, 处理措施, 采取措施, 改善措施, 已完成的
            massnahmen, maßnahmen, sofortmassnahmen, sofortmaßnahmen, korrekturmassnahmen, korrekturmaßnahmen, abhilf*, behebung, behoben, getan
            対応, 是正措置, 是正処置, 実施した, 講じた, 措置, 対策
            medidas, acciones, mesures, actions prises, azioni, misure
            """)),
        (Part.Cause, Phrases.Of("""
            root cause*, cause, causes, caused, reason for, reasons for, reason, why ~ happened, why it happened, what happened, what went wrong, explanation of, origin of
            原因, 根源, 起因, 问题所在, 为什么
            ursache*, grund, grunde, hauptursache*, fehlerursache*, wie es dazu kam
            理由, 経緯
            causa, causas, motivo*, raison*, origine, cause profonde
            """)),
        (Part.Annex, Phrases.Of("annex*, attachments, attached documents, enclosures, enclosed documents, exhibits, list of documents, supporting documents, evidence list, 附件, 附录, 证据清单, 随附文件, anlagen, anhang, 添付, 添付書類, anexos, annexes, pieces jointes, allegati")),
    ];

    private static readonly Phrases Closings = Phrases.Of("""
        sincerely, yours sincerely, yours faithfully, kind regards, best regards, regards, respectfully, thank you, we ask for, we ask you, we ask amazon, we ask that, we ask the, we kindly ask, we kindly request, we request, we respectfully, we hope, we look forward, we therefore ask, please review, please reinstate, please let
        此致, 敬礼, 顺祝, 谨上, 请恢复, 请审核, 请贵, 请亚马逊, 感谢, 谢谢, 希望, 我们请求, 恳请, wir bitten, vielen dank, mit freundlichen grussen, mit freundlichen grüßen, freundliche gruße, 敬具, 以上, ご確認, よろしく, 何卒, atentamente, cordialement, cordiali saluti
        """);

    private readonly List<Section> all;

    private Sections(List<Section> all) => this.all = all;

    public IReadOnlyList<Section> All => all;

    public bool Has(Part part) => all.Any(s => s.Part == part);

    /// <summary>The bodies of a part, in order.</summary>
    public IEnumerable<Span> Of(Part part) => all.Where(s => s.Part == part).Select(s => s.Body);

    public bool IsHeading(Span span) => all.Any(s => s.Heading.Contains(span));

    /// <summary>A greeting or a request at the end belongs to no part; a list item never is one.</summary>
    public static bool IsClosing(Letter letter, Block block) =>
        !block.IsItem && Closings.First(letter, block.Span) is { } closing && closing.Start - block.Span.Start <= 2;

    public static Sections Of(Letter letter)
    {
        var marks = Marks(letter, HeadingOf);
        var found = marks.Where(m => m.Part is not null).Select(m => m.Part!.Value).ToHashSet();
        marks.AddRange(Marks(letter, OpeningOf).Where(m => m.Part is { } part && !found.Contains(part)));
        marks = [.. marks.DistinctBy(m => m.Span.Start).OrderBy(m => m.Span.Start)];

        var sections = new List<Section>();
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Span.Start : letter.Text.Length;
            if (marks[i].Part is { } part) { sections.Add(new Section(part, marks[i].Span, new Span(marks[i].IsOpening ? marks[i].Span.Start : marks[i].Span.End, end))); }
        }

        return new Sections(sections);
    }

    private static List<Mark> Marks(Letter letter, Func<Letter, Block, Mark?> read) =>
        [.. letter.Blocks.Select(b => read(letter, b)).OfType<Mark>()];

    private static Mark? HeadingOf(Letter letter, Block block)
    {
        var span = block.Span;
        var colon = letter.Text.AsSpan(span.Start, Math.Min(span.Length, 120)).IndexOfAny(':', '：');
        var heading = colon > 0 ? new Span(span.Start, span.Start + colon + 1) : span;
        if (IsClosing(letter, block)) { return new Mark(null, span, false); }

        var words = letter.CountTokens(heading);
        if (words == 0) { return null; }

        var isCjk = letter.Tokens[letter.FirstTokenFrom(heading.Start)].IsCjk || letter.Language is "zh" or "ja";
        if (words > (isCjk ? LongestCjkHeading : LongestHeading)) { return null; }
        if (block.IsItem && colon > 0 && heading.End < span.End && words > LongestItemLabel && !isCjk) { return null; }
        if (colon < 0 && (letter.Text[span.End - 1] is '.' or '。' or ';' or '；' or ',' or '，' || char.IsLower(letter.Text[span.Start]))) { return null; }
        if (block.IsItem && letter.Text[span.Start] is '-' or '•' or '·' or '–' && (colon < 0 || heading.End < span.End)) { return null; }

        return PartOf(letter, heading) is { } part ? new Mark(part, heading, false) : null;
    }

    private static Mark? OpeningOf(Letter letter, Block block)
    {
        if (!block.StartsParagraph || block.IsItem) { return null; }

        var first = letter.FirstTokenFrom(block.Span.Start);
        var last = Math.Min(first + LongestHeading, letter.Tokens.Count) - 1;
        if (last < first) { return null; }

        var sentence = letter.SentenceAround(block.Span).Clip(block.Span);
        if (PartOf(letter, sentence) is null) { return null; }

        var opening = new Span(block.Span.Start, letter.Tokens[last].End).Clip(sentence);
        return PartOf(letter, opening) is { } part ? new Mark(part, opening, true) : null;
    }

    /// <summary>A line that names all three parts announces the plan and heads none of them.</summary>
    private static Part? PartOf(Letter letter, Span span)
    {
        var parts = Vocabulary.Where(v => v.Words.In(letter, span)).Select(v => v.Part).ToList();
        return parts.Count == 0 || parts.Count(p => p != Part.Annex) == 3 ? null : parts[0];
    }

    private sealed record Mark(Part? Part, Span Span, bool IsOpening);
}
