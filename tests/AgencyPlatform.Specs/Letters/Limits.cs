using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Letters;

public sealed class The_similarity_of_two_texts
{
    [Theory]
    [InlineData("We checked all units.", "we  CHECKED\nall units", 1)]
    [InlineData("我们检查了所有商品。", "我们检查了 所有商品！", 1)]
    [InlineData("我们检查了所有商品", "台灯价格表", 0)]
    [InlineData("one two three", "one two four", 1.0 / 3)]
    [InlineData("", "", 0)]
    [InlineData("café", "Cafe", 1)]
    public void counts_shared_neighbours(string left, string right, double alike) => Assert.Equal(alike, TextSimilarity.Jaccard(left, right), 6);

    [Fact]
    public void is_the_same_both_ways_and_falls_with_each_change()
    {
        var changed = Samples.English.Replace("warehouse", "depot", StringComparison.Ordinal);
        var more = changed.Replace("units", "lamps", StringComparison.Ordinal);
        Assert.Equal(TextSimilarity.Jaccard(Samples.English, more), TextSimilarity.Jaccard(more, Samples.English));
        Assert.True(1 > TextSimilarity.Jaccard(Samples.English, changed));
        Assert.True(TextSimilarity.Jaccard(Samples.English, changed) > TextSimilarity.Jaccard(Samples.English, more));
    }
}

public sealed class A_hostile_letter
{
    public static TheoryData<string> Pieces => new()
    {
        "[", "(", "<a ", "{{", "!", "! ", "X", "Xx ", "a@", "@", ".", "\n", "- prevent\n", "Root cause:\n", "Seller Support ", "we attached ", "new employee ", "not ", "did not create ", "take ", "我", "将", "买家", "113-4471820-9963214 ",
        "113-4471820-9963214 Kara Moss ", "A1 ", "\uD83D\uDE00", "\uD83D", "e\u0301", "\u200B", "www.", "Annex 9 ", "on 3 November 2025 ", "bought paid for reviews ", "LAWYER ", "1. ", "_ ", "’", "а" + "a ", "Ã¼", "because competitor ", "customer Kara ", "submitted ",
        "new employee misunderst human error checklist ", "do not limit order ", "case 12345678 ", "amazon.co.uk ", "http://a.b ", "Customer\n",
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void of_fifty_thousand_characters_is_read_at_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));
        var third = text[..(text.Length / 3)];
        foreach (var (letter, kind) in new[] { (text, LetterKinds.PlanOfAction), (Samples.Sections(third, third, third), LetterKinds.PlanOfAction), (text, LetterKinds.Escalation), (text, LetterKinds.Dispute), (text, LetterKinds.CounterNotice) })
        {
            var findings = Samples.Lint(Samples.Plan(letter) with { Kind = kind }, Samples.Condition with { EarlierLetters = [Samples.Denied with { Text = text }], NoticeText = text });
            Assert.All(findings, f => Assert.Equal(f.Span, letter.Substring(f.Start, f.Length)));
        }
    }

    [Fact]
    public void takes_memory_in_proportion_to_its_length()
    {
        static long Allocated(int copies)
        {
            var text = string.Concat(Enumerable.Repeat(Samples.English + Samples.Chinese, copies));
            var before = GC.GetAllocatedBytesForCurrentThread();
            Samples.Lint(text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        _ = Allocated(4);
        Assert.True(Allocated(64) < 2 * 8 * Allocated(8)); // eight times the text, lists that grow by doubling
    }
}

public sealed class The_table_of_rules
{
    [Fact]
    public void is_the_part_of_the_list_that_needs_no_documents() =>
        Assert.Equal(Enumerable.Range(1, 38).Where(n => n is not (>= 17 and <= 23 or 30)).Select(n => $"POA-L{n:00}"), LetterLint.Rules);

    [Fact]
    public void gives_the_same_answer_twice() =>
        Assert.Equal(Samples.Lint("!").Select(f => (f.Rule, f.Start, f.Span)), Samples.Lint("!").Select(f => (f.Rule, f.Start, f.Span)));
}
