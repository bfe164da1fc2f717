using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Specs.Playbooks;

namespace AgencyPlatform.Specs.Triage;

public sealed class A_notice_with_broken_entities
{
    [Theory]
    [InlineData("ASIN: B0C5Y8NRJ2")]
    [InlineData("asin b0c5y8nrj2")]
    [InlineData("ASIN: B0C5 Y8NR J2")]
    [InlineData("ASIN: B0C5Y8-NRJ2")]
    [InlineData("ASIN: B0C5Y8\n> NRJ2")]
    [InlineData("ASIN: B0C5\u200bY8NRJ2")]
    [InlineData("ASIN：Ｂ０Ｃ５Ｙ８ＮＲＪ２")]
    [InlineData("ASIN: <b>B0C5</b>Y8NRJ2")]
    [InlineData("https://www.amazon.com/dp/B0C5Y8NRJ2?th=1")]
    [InlineData("涉及的ASIN:B0C5Y8NRJ2。")]
    public void still_yields_the_asin(string text) => Assert.Equal(["B0C5Y8NRJ2"], Entities(text).Asins);

    [Fact]
    public void yields_an_isbn_only_where_it_is_labelled_and_checks()
    {
        Assert.Equal(["0306406152"], Entities("ASIN: 0306406152").Asins);
        Assert.Equal(["080442957X"], Entities("ASIN: 080442957X").Asins);
        Assert.Empty(Entities("ASIN: 0306406153").Asins);
        Assert.Empty(Entities("Call us at 0306406152").Asins);
    }

    [Theory]
    [InlineData("114-7730286-1940557")]
    [InlineData("114–7730286–1940557")]
    [InlineData("114 - 7730286 - 1940557")]
    [InlineData("114-7730286-\n1940557")]
    public void still_yields_the_order_id(string text) => Assert.Equal(["114-7730286-1940557"], Entities($"Order {text} was late.").OrderIds);

    [Theory]
    [InlineData("Complaint ID: 18820461937")]
    [InlineData("Complaint ID\n18820461937")]
    [InlineData("投诉编号:18820461937")]
    [InlineData("Beschwerde-ID: 18820461937")]
    [InlineData("Complaint ID: 1882046 1937")]
    [InlineData("Regarding 18820461937, the trademark complaint of a rights owner about your listing.")]
    public void still_yields_the_complaint_id(string text) => Assert.Equal(["18820461937"], Entities("Trademark infringement. " + text).ComplaintIds);

    [Theory]
    [InlineData("Error 8541: conflict", "8541")]
    [InlineData("error code(s): 90057", "90057")]
    [InlineData("错误代码 8572", "8572")]
    [InlineData("SKU A-1 was refused (8016) in feed 50214019877.", "8016")]
    public void still_yields_the_error_code(string text, string code) => Assert.Equal([code], Entities(text).ErrorCodes);

    [Theory]
    [InlineData("ip@velloria.example.com")]
    [InlineData("ip [at] velloria.example [dot] com")]
    [InlineData("ip@velloria.\nexample.com")]
    [InlineData("ip @ velloria.example.com")]
    [InlineData("&lt;IP@velloria.example.com&gt;")]
    public void still_yields_the_address_of_the_owner(string text) =>
        Assert.Equal(["ip@velloria.example.com"], Entities($"Rights owner of the trademark: {text}\nWrite to notice-dispute@amazon.com.").RightsOwnerEmails);

    [Fact]
    public void keeps_desks_apart_from_owners_and_mailboxes_nobody_reads()
    {
        var found = Entities("From: Amazon <no-reply@amazon.com>\nSubject: Trademark complaint\n\nThe rights owner is ip@velloria.example.com. Appeal to notice-dispute@amazon.co.uk.");

        Assert.Equal(["notice-dispute@amazon.co.uk"], found.DeskEmails);
        Assert.Equal(["ip@velloria.example.com"], found.RightsOwnerEmails);
    }

    [Theory]
    [InlineData("You have 72 hours to respond.", 72, "hours")]
    [InlineData("Please answer within 17 days.", 17, "days")]
    [InlineData("Please answer within seventeen days.", 17, "days")]
    [InlineData("Your review is finished in 2-4 business days.", 4, "business-days")]
    [InlineData("请在 72 小时内回复。", 72, "hours")]
    [InlineData("请在三个工作日内回复。", 3, "business-days")]
    [InlineData("17日以内にご回答ください。", 17, "days")]
    [InlineData("Bitte antworten Sie innerhalb von 14 Tagen.", 14, "days")]
    [InlineData("Responda en un plazo de 10 días hábiles.", 10, "business-days")]
    [InlineData("Veuillez répondre sous 7 jours.", 7, "days")]
    [InlineData("Risponda entro 5 giorni lavorativi.", 5, "business-days")]
    public void still_yields_the_term(string text, int amount, string unit) =>
        Assert.Contains(Shipped.Triage.Examine(text).Clocks, c => c.Source == "notice" && c.Amount == amount && c.Unit == unit);

    [Fact]
    public void says_what_a_term_is_for()
    {
        var clocks = Shipped.Triage.Examine("Answer within 17 days. Your funds may be held for 90 days. The warning remains on your account for 180 days.").Clocks;

        Assert.Equal(["seller-deadline", "funds", "information"], clocks.Where(c => c.Source == "notice").Select(c => c.Purpose));
    }

    [Fact]
    public void says_what_it_lacks() =>
        Assert.Equal(["asin", "complaint-id", "rights-owner-contact"], Shipped.Triage.Examine("A rights owner reported that your listing infringes their trademark.").Missing);

    private static NoticeEntities Entities(string text) => Shipped.Triage.Examine(text).Entities;
}
