using AgencyPlatform.Specs.Playbooks;

namespace AgencyPlatform.Specs.Triage;

public sealed class A_forwarded_notice
{
    private const string Notice = "Your account has been deactivated because it is related to another account that may not be used to sell. Reinstate the related account first.";

    [Theory]
    [InlineData("客户转来的,请看一下。\n\n> " + Notice)]
    [InlineData("Got this last night, any idea?\n\n-----Original Message-----\nFrom: Amazon <seller-performance@amazon.com>\nSubject: Your account\n\n" + Notice)]
    [InlineData("Was sollen wir tun?\n\nAm 3. Mai schrieb:\n> From: Amazon\n>\n> " + Notice)]
    [InlineData("链接被下了,怎么办?原邮件:\n\n" + Notice)]
    [InlineData("From: Jens <jens@client.example.com>\nSubject: Fwd: your account\n\nfyi\n\n---------- Forwarded message ---------\nFrom: Amazon <no-reply@amazon.com>\n\n" + Notice)]
    public void is_read_without_the_comment_above_it(string text)
    {
        var result = Shipped.Triage.Examine(text);

        Assert.Equal(("en", true, "ACC-RELATED"), (result.Language, result.IsAmazonNotice, result.Categories[0].Id));
        Assert.DoesNotContain(result.Why, r => r.Text.Contains('?') || r.Text.Contains('客'));
    }

    [Fact]
    public void is_the_newer_mail_where_Amazon_answers_above_an_older_one()
    {
        var result = Shipped.Triage.Examine("Thank you for the invoices. We reactivated your account today; your listings are live again.\n\nSeller Performance Team\n\n-----Original Message-----\n> " + Notice);

        Assert.Equal("reinstated", result.Kind);
        Assert.Null(result.Desk);
    }

    [Fact]
    public void keeps_a_list_that_is_made_with_quote_marks()
    {
        var text = "Your detail page B0C5Y8NRJ2 was removed.\n> reason: restricted product\n> you may appeal\n" + string.Concat(Enumerable.Repeat("We treat all sellers alike and look after our customers. ", 6));

        Assert.Equal(["B0C5Y8NRJ2"], Shipped.Triage.Examine(text).Entities.Asins);
    }

    [Theory]
    [InlineData("<html><body><p>Your listing was removed because it infringes a rights owner&#39;s <b>trade</b>mark.</p></body></html>")]
    [InlineData("Your listing was removed&nbsp;because it infringes a rights owner&amp;#39;s trademark.")]
    [InlineData("Your listing was rem=\noved because it infringes a rights owner's trademark.")]
    [InlineData(">> Your listing was removed because it\n>> infringes a rights\n>> owner's trademark.")]
    public void is_read_through_the_leftovers_of_mail_programs(string text) =>
        Assert.Equal("IP-TRADEMARK", Shipped.Triage.Examine(text).Categories[0].Id);

    [Theory]
    [InlineData("Ihr Verkäuferkonto wurde deaktiviert, weil es mit einem anderen Konto verknüpft ist.", "de")]
    [InlineData("Su cuenta ha sido desactivada porque está relacionada con otra cuenta.", "es")]
    [InlineData("Votre compte a été désactivé, car il est lié à un autre compte.", "fr")]
    [InlineData("Il suo account è stato disattivato perché è collegato a un altro account.", "it")]
    [InlineData("お客様のアカウントは、別のアカウントに関連しているため停止されました。", "ja")]
    [InlineData("您的账户与另一个账户存在关联,因此已被停用。", "zh")]
    public void is_understood_in_its_language(string text, string language)
    {
        var result = Shipped.Triage.Examine(text);

        Assert.Equal((language, "ACC-RELATED", "SELLER_PERFORMANCE"), (result.Language, result.Categories[0].Id, result.Desk));
    }
}
