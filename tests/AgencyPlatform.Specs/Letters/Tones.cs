using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Letters;

public sealed class The_tone_of_a_letter
{
    [Theory]
    [InlineData("ASIN B0C4QX7T9L and SKU LAMP-01 are sold by FBA under our POA.")]
    [InlineData("SHENZHEN BRIGHT HOME TRADING CO LTD made the lamp.")]
    [InlineData("PLAN OF ACTION")]
    [InlineData("The GPSR, CE and RoHS papers are in DIN A4.")]
    [InlineData("The product family has three sizes.")]
    [InlineData("We help buyers to choose.")]
    public void is_calm(string sentence) => Assert.Empty(Samples.Of("POA-L08", Samples.Sections(cause: sentence)));

    [Theory]
    [InlineData("THIS IS NONSENSE and we know it.", "THIS IS NONSENSE")]
    [InlineData("Please help us.", "Please help")]
    [InlineData("It is my family's livelihood.", "livelihood")]
    [InlineData("请给我们一次机会。", "给我们一次机会")]
    [InlineData("这太过分了！", "！")]
    [InlineData("Das ist ungerecht.", "ungerecht")]
    [InlineData("この判断は不公平です。", "不公平")]
    public void is_emotive(string sentence, string span) => Assert.Contains(Samples.Of("POA-L08", Samples.Sections(cause: sentence)), f => f.Span == span);

    [Theory]
    [InlineData("Our attorney will sue Amazon.")]
    [InlineData("We have no choice but to start legal proceedings.")]
    [InlineData("Unless the account is back we go to the press.")]
    [InlineData("We will post this on social media.")]
    [InlineData("我们将起诉贵公司。")]
    [InlineData("否则我们只能联系媒体。")]
    [InlineData("Andernfalls wird unser Anwalt tätig.")]
    public void threatens(string sentence) => Assert.NotEmpty(Samples.Of("POA-L09", Samples.Sections(cause: sentence)));

    [Theory]
    [InlineData("We will no longer promote the lamp on social media.")]
    [InlineData("Our trademark attorney reviewed all titles.")]
    [InlineData("The rights owner has filed a lawsuit.")]
    [InlineData("The court cancelled the registration.")]
    [InlineData("我们将不再在社交媒体上推广该商品。")]
    public void only_states_facts(string sentence) => Assert.Empty(Samples.Of("POA-L09", Samples.Sections(cause: sentence)));

    [Fact]
    public void may_be_legal_on_the_legal_track() =>
        Assert.Empty(Samples.Of("POA-L09", Samples.Plan(Samples.Sections(cause: "We will start arbitration.")) with { Desk = "LEGAL" }));

    private const string Boast = "We are a family business from Ohio. Our company was founded in 2009. We have sold 40,000 lamps. Our feedback score is 99 %.\n\n";
    private const string ChineseBoast = "我们是一家专业公司。公司成立于2009年。年销售额八百万元。好评率99%。\n\n";

    [Fact]
    public void introduces_the_business_too_long()
    {
        var finding = Assert.Single(Samples.Of("POA-L10", Boast + Samples.Sections()));
        Assert.Equal(("4", 0), (finding.Fact("sentences"), finding.Start));
        Assert.Single(Samples.Of("POA-L10", ChineseBoast + Samples.ChineseSections()));
    }

    [Fact]
    public void may_introduce_the_business_in_two_sentences()
    {
        Assert.Empty(Samples.Of("POA-L10", "We are a family business. Our company was founded in 2009.\n\n" + Samples.Sections()));
        Assert.Empty(Samples.Of("POA-L10", "我们是一家专业公司。公司成立于2009年。\n\n" + Samples.ChineseSections()));
    }
}

public sealed class The_length_of_a_letter
{
    [Theory]
    [InlineData("word ", 149, "150")]
    [InlineData("word ", 801, "800")]
    [InlineData("词", 240, "150")]
    [InlineData("词", 1400, "800")]
    public void is_outside_its_limits(string word, int times, string limit) =>
        Assert.Equal(limit, Assert.Single(Samples.Of("POA-L25", string.Concat(Enumerable.Repeat(word, times)))).Fact("limit"));

    [Theory]
    [InlineData("word ", 150)]
    [InlineData("word ", 800)]
    [InlineData("词", 300)]
    [InlineData("词", 1300)]
    public void is_within_them(string word, int times) => Assert.Empty(Samples.Of("POA-L25", string.Concat(Enumerable.Repeat(word, times))));

    [Fact]
    public void may_be_short_unless_it_is_a_plan() => Assert.Empty(Samples.Of("POA-L25", Samples.Plan("Which file is missing") with { Kind = LetterKinds.InformationRequest }));
}

public sealed class A_link
{
    [Theory]
    [InlineData("See https://files.example.org/a.pdf for the invoice.", "https://files.example.org/a.pdf")]
    [InlineData("发票见www.example.cn/f。", "www.example.cn/f")]
    [InlineData("The file is on dropbox.com/s/1.", "dropbox.com/s/1")]
    [InlineData("See https://amazon.example.org/x.", "https://amazon.example.org/x")]
    public void is_no_evidence(string text, string span) => Assert.Equal(span, Assert.Single(Samples.Of("POA-L24", text)).Span);

    [Theory]
    [InlineData("Supplier: Alder Works, website: https://alder.example.org")]
    [InlineData("供应商网址：www.alder.example.cn")]
    [InlineData("The page https://www.amazon.co.uk/dp/B0C4QX7T9L is corrected.")]
    [InlineData("Write to info@alder.example.org.")]
    public void may_name_a_supplier_or_a_page_of_Amazon(string text) => Assert.Empty(Samples.Of("POA-L24", text));

    [Fact]
    public void is_fine_where_the_notice_takes_links() => Assert.Empty(Samples.Of("POA-L24", "https://a.example.org", Samples.Condition with { AcceptsLinks = true }));
}
