namespace AgencyPlatform.Domain.Triage.Reading;

/// <summary>A word of a spaced script, folded; <see cref="Start"/> and <see cref="End"/> are positions in the clean text.</summary>
internal readonly record struct Word(string Text, int Start, int End, int Sentence);

/// <summary>One letter of the stream in which unspaced scripts are searched.</summary>
internal readonly record struct Glyph(char Letter, int At, int Sentence);

/// <summary>The notice as words, glyphs and sentences: what the patterns are held against.</summary>
internal sealed class NoticeText
{
    private const int LongestSentence = 90;

    private readonly string text;
    private readonly List<Word> words = [];
    private readonly List<Glyph> glyphs = [];
    private readonly List<(int Start, int End)> sentences = [];
    private readonly List<(int Start, int End)> lines = [];
    private int sentenceStart = -1;
    private int sentenceEnd = -1;
    private int wordsInSentence;

    private readonly bool hasCjk;

    private NoticeText(CleanText clean) => (Clean, text, hasCjk) = (clean, clean.Text, clean.Text.Any(Script.IsCjk));

    public CleanText Clean { get; }

    public IReadOnlyList<Word> Words => words;

    public IReadOnlyList<Glyph> Glyphs => glyphs;

    public IReadOnlyList<(int Start, int End)> Sentences => sentences;

    /// <summary>The pieces of the clean text that belong to the notice, headers of interest first.</summary>
    public IReadOnlyList<(int Start, int End)> Lines => lines;

    public int CjkLetters { get; private set; }

    public int KanaLetters { get; private set; }

    public static NoticeText Of(CleanText clean, Mail mail)
    {
        var notice = new NoticeText(clean);
        if (mail.From is var (fromStart, fromEnd)) { notice.AddLine(fromStart, fromEnd); notice.Break(); }

        if (mail.Subject is var (start, end)) { notice.AddLine(start, end); notice.Break(); }

        for (var i = 0; i < mail.Body.Count; i++)
        {
            var line = mail.Body[i];
            if (line.IsBlank) { notice.Break(); continue; }

            if (i > 0 && notice.StartsAnew(mail.Body[i - 1], line)) { notice.Break(); }

            notice.AddLine(line.Start, line.End);
        }

        notice.Break();
        return notice;
    }

    private bool StartsAnew(Line previous, Line line)
    {
        var first = text[line.Start];
        if (first is '-' or '•' or '*' or '·' or '–' or '—' or '―' or '●' or '□' or '◆' or '■' or '※') { return true; }

        if (previous.IsBlank) { return true; }

        var last = text[previous.End - 1];
        if (last is ':' or '：') { return true; }

        if (char.IsAsciiDigit(first) || first == '(')
        {
            var i = first == '(' ? line.Start + 1 : line.Start;
            while (i < line.End && i < line.Start + 3 && char.IsAsciiLetterOrDigit(text[i])) { i++; }

            if (i < line.End && i > line.Start && text[i] is '.' or ')' or '、' or '．') { return true; }
        }

        if (Script.IsCjk(last)) { return previous.Length < 16; }

        return last is not ',' && previous.Length < 46 && (char.IsUpper(first) || (previous.Length < 24 && Script.IsCjk(first)));
    }

    private void AddLine(int start, int end)
    {
        lines.Add((start, end));
        if (glyphs.Count > 0 && wordsInSentence > 0 && !IsCjkEnd() && start < end && !Script.IsCjk(text[start])) { Put(' ', start); }

        for (var i = start; i < end;)
        {
            var letter = Script.Fold(text[i]);
            if (Script.IsWordLetter(letter)) { i = AddWord(i, end); continue; }

            if (letter == ' ')
            {
                if (!IsCjkEnd() && i + 1 < end && !Script.IsCjk(text[i + 1])) { Put(' ', i); }

                i++;
                continue;
            }

            Extend(i, i + 1);
            Put(letter, i);
            if (Script.IsCjk(letter))
            {
                CjkLetters++;
                wordsInSentence++;
                if (Script.IsKana(letter)) { KanaLetters++; }
            }

            i++;
            if (EndsSentence(letter, i, end)) { Break(); }
        }

        if (wordsInSentence > 0) { Extend(end, end); }
    }

    private bool EndsSentence(char letter, int next, int end)
    {
        if (letter is '。' or '！' or '？' or '；') { return true; }

        if (letter is ';' or '!' or '?' && (next >= end || text[next] == ' ' || Script.IsCjk(text[next]))) { return true; }

        if (letter == '.' && (next >= end || text[next] == ' '))
        {
            var i = next;
            while (i < end && text[i] == ' ') { i++; }

            return i >= end ? wordsInSentence > 0 : !char.IsLower(text[i]) && !char.IsAsciiDigit(text[i]);
        }

        return wordsInSentence > LongestSentence * 2 || (wordsInSentence > LongestSentence && letter is ',' or ' ');
    }

    private int AddWord(int start, int end)
    {
        var i = start;
        var stop = start;
        Span<char> buffer = stackalloc char[48];
        var length = 0;
        var isMasked = AddressEnd(start, end) is var address && address > start;
        if (isMasked) { end = address; }

        while (i < end)
        {
            var letter = Script.Fold(text[i]);
            var isWord = Script.IsWordLetter(letter) || (isMasked && letter is not ' ');
            if (!isWord)
            {
                if (letter == '\'' && i + 1 < end && Script.IsWordLetter(Script.Fold(text[i + 1])) && !IsElision(buffer[..length]))
                {
                    var tail = i + 1;
                    while (tail < end && Script.IsWordLetter(Script.Fold(text[tail]))) { tail++; }

                    if (tail == i + 2 && text[i + 1] is 's' or 'S') { i = tail; stop = tail; break; }

                    i++;
                    continue;
                }

                break;
            }

            if (length < buffer.Length) { buffer[length++] = letter; }

            Put(letter, i);
            i++;
            stop = i;
        }

        words.Add(new Word(new string(buffer[..length]), start, stop, sentences.Count));
        wordsInSentence++;
        Extend(start, stop);
        if (wordsInSentence > LongestSentence * 2) { Break(); }

        return Math.Max(i, start + 1);
    }

    private static bool IsElision(ReadOnlySpan<char> head) =>
        head is "l" or "d" or "qu" or "n" or "s" or "j" or "c" or "m" or "un" or "all" or "dell" or "nell" or "dall" or "sull" or "quest" or "lorsqu" or "puisqu" or "jusqu";

    /// <summary>An e-mail address or a link is one word, so that its parts do not speak for anything.</summary>
    private int AddressEnd(int start, int end)
    {
        var i = start;
        var limit = Math.Min(end, start + 64);
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-' or '_' or '+')) { i++; }

        var isMail = i < end && text[i] == '@' && i > start;
        var isLink = i + 2 < end && text[i] == ':' && text[i + 1] == '/' && text[i + 2] == '/';
        if (!isMail && !isLink && !(i - start > 6 && text.AsSpan(start, i - start).StartsWith("www."))) { return start; }

        while (i < end && !char.IsWhiteSpace(text[i]) && text[i] is not ('>' or '<' or ')' or '"' or ',' or ';' or '，' or '。') && !Script.IsCjk(text[i])) { i++; }

        while (i > start && text[i - 1] is '.' or ':' or '!' or '?') { i--; }

        return i;
    }

    private bool IsCjkEnd() => glyphs.Count == 0 || Script.IsCjk(glyphs[^1].Letter) || glyphs[^1].Letter is ' ' or '\n';

    private void Put(char letter, int at)
    {
        if (hasCjk) { glyphs.Add(new Glyph(letter, at, sentences.Count)); }
    }

    private void Extend(int start, int end)
    {
        if (sentenceStart < 0) { sentenceStart = start; }

        sentenceEnd = end;
    }

    private void Break()
    {
        if (wordsInSentence == 0) { sentenceStart = -1; return; }

        Put('\n', Math.Max(0, sentenceEnd - 1));
        sentences.Add((sentenceStart, sentenceEnd));
        (sentenceStart, wordsInSentence) = (-1, 0);
    }
}
