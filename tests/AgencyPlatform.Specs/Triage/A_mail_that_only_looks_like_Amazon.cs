using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Specs.Playbooks;

namespace AgencyPlatform.Specs.Triage;

public sealed class A_mail_that_only_looks_like_Amazon
{
    private const string Body = "Your selling privileges have been removed because of inauthentic complaints on B0C5Y8NRJ2. Send supplier invoices.";

    [Theory]
    [InlineData("amazon-sellerhelp.com")]
    [InlineData("arnazon.com")]
    [InlineData("amaz0n.com")]
    [InlineData("amazom.com")]
    [InlineData("amazon.com.account-review.example.com")]
    [InlineData("sellercentral-verify.example.net")]
    [InlineData("аmazon.com")]
    [InlineData("gmail.com")]
    public void is_refused_for_its_sender(string host)
    {
        var result = Shipped.Triage.Examine($"From: Amazon Seller Performance <performance@{host}>\nSubject: Your account\n\n{Body}");

        Assert.Equal((false, NoticeKinds.Phishing), (result.IsAmazonNotice, result.Kind));
        Assert.Null(result.Desk);
        Assert.Contains(host, result.Why[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sign in at https://sellercentral.amazon-login.example.com/appeal.")]
    [InlineData("<a href=\"http://sellercentral-amazon.example.net/x\">sellercentral.amazon.com</a>")]
    [InlineData("Write to seller-performance@amazon-support.co.")]
    [InlineData("Enter your password and the one-time code to confirm.")]
    [InlineData("Buy four gift cards and send the codes to release your funds.")]
    [InlineData("Pay 1.5 BTC to the wallet below and we close the complaint.")]
    [InlineData("Install AnyDesk so that I can remove the violation.")]
    public void is_refused_for_what_it_wants(string demand)
    {
        var result = Shipped.Triage.Examine(Body + "\n\n" + demand);

        Assert.Equal((false, NoticeKinds.Phishing), (result.IsAmazonNotice, result.Kind));
        Assert.Null(result.Desk);
    }

    [Fact]
    public void is_refused_for_its_reply_address() =>
        Assert.Equal(NoticeKinds.Phishing, Shipped.Triage.Examine($"From: Amazon <seller-performance@amazon.com>\nReply-To: appeals@mail.example.com\nSubject: x\n\n{Body}").Kind);

    [Theory]
    [InlineData("Suspended? Our ex-Amazon team wrote 4,000 plans of action for inauthentic, related account and ODR cases. Book a free call.")]
    [InlineData("[Helium 10] Listing alert: B0C5Y8NRJ2 is suppressed. Unsubscribe here.")]
    [InlineData("We represent the owner of a registered design. Your listing B0C5Y8NRJ2 infringes our client's rights; cease and desist.")]
    [InlineData("Hi, I bought the lamp (order 114-7730286-1940557) and it never arrived. Can I get a refund?")]
    [InlineData("Thanks so much for getting our listing back, great work! See you at the trade fair.")]
    [InlineData("专业亚马逊账号解封、二审、关联申诉,成功率高,不成功不收费!加微信咨询。")]
    public void is_nobody_s_notice(string text)
    {
        var result = Shipped.Triage.Examine(text);

        Assert.Equal((false, NoticeKinds.NotAmazon), (result.IsAmazonNotice, result.Kind));
        Assert.Null(result.Desk);
    }

    [Fact]
    public void is_genuine_with_a_real_sender_and_real_links()
    {
        var result = Shipped.Triage.Examine($"From: Amazon <seller-performance@amazon.co.uk>\nSubject: Your account\n\n{Body} See https://sellercentral.amazon.co.uk/performance.");

        Assert.True(result.IsAmazonNotice);
        Assert.Equal("PRODUCT_QUALITY", result.Desk);
    }

    [Theory]
    [InlineData("From: Amazon <no-reply@amazon.com>\nSubject: Selling Partner News\n\nIn this issue: new filters in Manage Orders. You are receiving this newsletter as an Amazon seller.")]
    [InlineData("We have received your document. Thank you for your upload in Seller Central. There is nothing to do at present.")]
    public void is_Amazon_s_without_a_case_where_it_only_informs(string text)
    {
        var result = Shipped.Triage.Examine(text);

        Assert.Equal((true, NoticeKinds.Other), (result.IsAmazonNotice, result.Kind));
        Assert.Null(result.Desk);
        Assert.Empty(result.Categories);
    }
}
