namespace AgencyPlatform.BrowserTests;

/// <summary>Notices and letters the tests paste; written for them.</summary>
internal static class Notices
{
    public const string Inauthentic = """
        From: Seller Performance <seller-performance@amazon.com>
        Subject: Your Amazon seller account has been deactivated

        Hello,

        Your Amazon.com seller account has been temporarily deactivated. Your listings have been removed. Funds will not be transferred to you.

        Why is this happening?
        We received complaints from buyers about the authenticity of the following items:
        ASIN: B0TESTAB12
        The sale of counterfeit or inauthentic products is strictly prohibited.

        How do I reactivate my account?
        Send us copies of invoices from your supplier issued in the last 365 days and a plan of action that explains the root cause,
        the actions you have taken and the steps you have taken to prevent this. We will review them within 2 days.

        Seller Performance Team
        Amazon.com
        """;

    public const string PlanOfAction = """
        Dear Seller Performance team,

        We write about the complaints on the authenticity of ASIN B0TESTAB12.

        Root cause
        On 3 October 2026 we bought 120 units from a wholesaler whom our buyer had not verified. We did not compare the batch codes of that delivery with the brand's list, so units without a traceable origin went into sale.

        Actions taken
        On 12 November 2026 our operations lead removed all remaining 84 units of ASIN B0TESTAB12 from sale and asked for their return from the warehouse. On 13 November 2026 we refunded the four buyers who had complained. We attach the invoices of our two authorised suppliers for the last 365 days.

        Preventive measures
        Since 16 November 2026 our operations lead checks every supplier's authorisation before the first order and compares the batch codes of each delivery with the invoice. Every Monday the compliance manager reviews the deliveries of the week and keeps the signed checklist for two years.

        Kind regards,
        The seller
        """;

    public const string Reinstated = """
        Hello,

        Thank you for your plan of action. We have reviewed it and your Amazon.com selling account has been reinstated. Your listings are active again.

        Seller Performance Team
        Amazon.com
        """;
}
