using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Specs.Playbooks;

public sealed class A_pattern_of_the_signal_language
{
    [Theory]
    [InlineData("rank", "sentence", "Your rank fell.", true)]
    [InlineData("rank", "sentence", "Your ranking fell.", false)]
    [InlineData("rank*", "sentence", "Your ranking fell.", true)]
    [InlineData("sales rank", "sentence", "Your sales rank fell.", true)]
    [InlineData("sales rank", "sentence", "Your rank fell after sales.", false)]
    [InlineData("sal* ran*", "sentence", "Your sales ranking fell.", true)]
    [InlineData("rank|place", "sentence", "Your place fell.", true)]
    [InlineData("rank & fell", "sentence", "Your rank rose. Another fell.", false)]
    [InlineData("rank & fell", "near", "Your rank rose. Another fell.", true)]
    [InlineData("rank & fell", "near", "Your rank rose. Yes. No. Another fell.", false)]
    [InlineData("rank & fell", "notice", "Your rank rose. Yes. Another fell.", true)]
    [InlineData("rank & !fell", "sentence", "Your rank fell.", false)]
    [InlineData("rank & !fell", "sentence", "Your rank rose. It fell.", true)]
    [InlineData("rank & !fell", "notice", "Your rank rose. It fell.", false)]
    [InlineData("call me now", "sentence", "Press call-me-now.", true)]
    [InlineData("seller", "sentence", "The seller's rank.", true)]
    [InlineData("doesnt", "sentence", "It doesn’t rank.", true)]
    [InlineData("kaufer", "sentence", "Der Käufer klagt.", true)]
    [InlineData("评级", "sentence", "您的账户状况评级目前为 118", true)]
    [InlineData("3天内", "sentence", "请在 3 天内回复", true)]
    [InlineData("变体主题", "sentence", "您的商品未能与父商品建立关系,原因是变体\n主题不一致", true)]
    [InlineData("notice@*", "sentence", "Write to notice@amazon.com.", true)]
    [InlineData("notice", "sentence", "Write to notice@amazon.com.", false)]
    public void fires_where_it_says(string match, string scope, string text, bool fires)
    {
        var signal = new KindSignal("x.s1", "not-amazon", "any", match, scope, 5);
        var triage = new NoticeTriage(Shipped.Playbook with
        {
            Categories = new Dictionary<string, Category>(),
            KindSignals = [signal],
            Senders = Shipped.Playbook.Senders with { LookAlikes = [] },
        });

        Assert.Equal(fires, triage.Examine(text).Why.Count > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a | ")]
    [InlineData("rank & ")]
    [InlineData("!rank")]
    [InlineData("ra*nk")]
    [InlineData("r*")]
    [InlineData("rank | !fell")]
    [InlineData("@concept")]
    [InlineData("a & b & c & d & e & f & g & h & i")]
    public void is_invalid_with_a_reason(string match)
    {
        Assert.Null(SignalPattern.Parse(match, out var fault));
        Assert.NotEmpty(fault!);
    }
}
