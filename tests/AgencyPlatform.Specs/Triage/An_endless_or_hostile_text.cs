using System.Text.Json;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Specs.Playbooks;

namespace AgencyPlatform.Specs.Triage;

public sealed class An_endless_or_hostile_text
{
    private const int Megabyte = 1_000_000;

    /// <summary>More than one reading of the longest examined part takes, less than a step that grows with its square.</summary>
    private const long Memory = 200L * Megabyte;

    [Theory]
    [InlineData(">")]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<div>")]
    [InlineData("&amp;")]
    [InlineData("a")]
    [InlineData("> a\n")]
    [InlineData("From: x\n\n")]
    [InlineData("-----Original Message-----\n")]
    [InlineData("账户状况评级")]
    [InlineData("a@b.")]
    [InlineData("1")]
    [InlineData("B0 ")]
    [InlineData("complaint id ")]
    [InlineData("90 days ")]
    [InlineData("九十天")]
    [InlineData("http://a.b ")]
    [InlineData("111-1111111-")]
    [InlineData("\n")]
    [InlineData("=\n")]
    [InlineData("error 8541, sku ")]
    [InlineData("account deactivated review order ")]
    [InlineData("\ud83d")]
    public void is_examined_in_part_and_in_bounded_memory(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = Shipped.Triage.Examine(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, Memory);
        Assert.Contains(result.Why, r => r.Rule == "text.cut" && r.Start > 0);
    }

    [Fact]
    public void is_read_in_bounded_memory_however_deep_its_quotes()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(i => new string('>', i % 300) + " From: a@b.example.com\n"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Shipped.Triage.Examine(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, Memory);
    }

    [Fact]
    public void of_any_letters_gets_an_answer_with_spans_inside_it()
    {
        var random = new Random(7);
        const string letters = "aZ09 .,:;@<>&/-\n\r\t\"'账户関連éß\ud83d\ude00\u200b\u00ad=#|*!?()[]";
        for (var round = 0; round < 300; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(400)).Select(_ => letters[random.Next(letters.Length)])]);
            foreach (var reason in Shipped.Triage.Examine(text).Why) { Assert.Equal(text.Substring(reason.Start, reason.Length), reason.Text); }
        }
    }

    [Theory, InlineData(""), InlineData(" \n"), InlineData("From:"), InlineData(">"), InlineData("Subject: ")]
    public void that_says_nothing_is_no_notice(string text)
    {
        var result = Shipped.Triage.Examine(text);

        Assert.Equal((false, NoticeKinds.NotAmazon), (result.IsAmazonNotice, result.Kind));
    }

    [Fact]
    public void gets_the_same_answer_from_any_thread_and_any_compilation()
    {
        var texts = Corpus.Tuning.Notices.Take(60).Select(n => n.Text).ToList();
        var expected = texts.Select(t => JsonSerializer.Serialize(Shipped.Triage.Examine(t))).ToList();
        var another = new NoticeTriage(Shipped.Playbook);

        var answers = texts.AsParallel().AsOrdered().Select(t => JsonSerializer.Serialize(another.Examine(t))).ToList();

        Assert.Equal(expected, answers);
    }
}
