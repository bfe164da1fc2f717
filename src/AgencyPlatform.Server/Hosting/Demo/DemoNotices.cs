namespace AgencyPlatform.Server.Hosting.Demo;

/// <summary>A made-up notice of one kind of problem, with the letter that answers it. <c>{asin}</c> and <c>{ref}</c> are filled in.</summary>
/// <param name="FirstDesk">Whom the letter goes to.</param>
/// <param name="Lines">What goes wrong, in one line for the note.</param>
internal sealed record DemoNotice(string CategoryId, string FirstDesk, string Channel, string Notice, string Lines);

/// <summary>Notices in our own words, built like those that sellers get.</summary>
internal static class DemoNotices
{
    public static IReadOnlyList<DemoNotice> All { get; } =
    [
        new("IP-TRADEMARK", "NOTICE", "email", """
            From: notice@amazon.com
            Subject: Notice: Policy Warning

            Hello,
            We received a report from a rights owner that the listings below infringe a registered trademark, and we have removed them.
            Rights owner: Halberd Outdoor GmbH (legal@halberd-outdoor.example)
            ASIN: {asin}
            Infringement type: Trademark
            Complaint ID: {complaint}
            If you believe the complaint is an error, contact the rights owner and ask for a retraction, or send us an invoice or a letter of authorization.
            Sincerely, Seller Performance Team, Amazon.com
            """, "Supplier says the marks are licensed; the licence is from last year."),
        new("PQ-INAUTHENTIC", "SELLER_PERFORMANCE", "portal", """
            From: Amazon Seller Performance <seller-performance@amazon.com>
            Subject: Your Amazon.com listing has been removed

            Hello,
            We removed the listing below because of customer complaints that the item is inauthentic.
            ASIN: {asin}
            To reinstate it, send invoices from your supplier of the last 365 days that show your sales volume, and the supplier's contact details.
            We may ask your supplier to confirm the invoices. Case ID: {ref}
            """, "Two invoices on file, one without the supplier's phone number."),
        new("ACC-VERIFY", "SELLER_PERFORMANCE", "portal", """
            From: Amazon <seller-verification@amazon.com>
            Subject: Action required: verify your identity

            Dear seller,
            Your account has been deactivated until we can verify your identity. Upload a utility bill of the last 90 days and a government-issued identity document of the registered representative in Account Health.
            If the name or address does not match your account, we cannot verify it. Case ID: {ref}
            """, "Utility bill is in the name of the previous representative."),
        new("ACC-RELATED", "SELLER_PERFORMANCE", "portal", """
            From: seller-performance@amazon.com
            Subject: Your Amazon.com selling account has been deactivated

            Hello,
            Your account is related to another account that may not be used to sell on our site, and has been deactivated under section 3 of the Business Solutions Agreement.
            Reinstate the related account first, or explain why the accounts are not related and send documents that show it. Case ID: {ref}
            """, "Same warehouse address as a former partner; lease ends in spring."),
        new("PERF-LSR", "SELLER_PERFORMANCE", "portal", """
            From: seller-performance@amazon.com
            Subject: Your selling privileges are at risk

            Hello,
            Your late shipment rate over the last 30 days is 7.2%. Our target is below 4%. Send us a plan of action that names the causes, what you have done, and how you keep it from happening again.
            If we do not receive a plan within 72 hours, your self-fulfilled offers may be deactivated. Case ID: {ref}
            """, "The carrier changed its pickup time without notice."),
        new("PERF-ODR", "SELLER_PERFORMANCE", "portal", """
            From: seller-performance@amazon.com
            Subject: Order defect rate above target

            Hello,
            Your order defect rate is 1.9%, above the 1% target. We have removed your ability to sell self-fulfilled items. Submit a plan of action in Seller Central within 17 days. Case ID: {ref}
            """, "Most defects come from one batch of damaged packaging."),
        new("IP-COPYRIGHT", "NOTICE", "email", """
            From: notice@amazon.com
            Subject: Copyright complaint about your listing

            Hello,
            A rights owner reported that images on your listing infringe a copyright. The listing has been removed.
            ASIN: {asin}
            Rights owner: Studio Kestrel (rights@studiokestrel.example)
            Complaint ID: {complaint}
            You may contact the rights owner for a retraction, or file a counter-notice under the DMCA.
            """, "Photographer's contract covers web use; the scan is illegible."),
        new("CAT-GTIN", "CATALOG", "portal", """
            From: Seller Support <merch.service@amazon.com>
            Subject: [CASE {ref}] Error 5665 when creating a listing

            Hello,
            Thank you for contacting us. The product id you used does not match the brand in the GS1 database (error 5665). Send a certificate from GS1 that shows the company prefix and the brand name. ASIN: {asin}
            """, "GS1 certificate ordered; expected this week."),
        new("LST-COMPLIANCE-DOC", "SELLER_PERFORMANCE", "portal", """
            From: Amazon Compliance <compliance@amazon.com>
            Subject: Product compliance documents required

            Hello,
            We removed the product below because the required documents are missing. Send the test report by an ISO 17025 laboratory, images of all sides of the packaging and the declaration of conformity.
            ASIN: {asin}
            Upload the documents in Manage Your Compliance within 5 days. Case ID: {ref}
            """, "Laboratory has the report; the packaging photos are missing one side."),
        new("FUND-RESERVE", "FUNDS", "portal", """
            From: Amazon Payments <payments-funds@amazon.com>
            Subject: Your funds are held in reserve

            Hello,
            Your disbursement is held as an account level reserve while we review your account. We release it 90 days after the review, or earlier when the open claims are settled. Case ID: {ref}
            """, "Client needs the money for customs; asked for a partial release before."),
        new("PQ-SAFETY", "PRODUCT_QUALITY", "email", """
            From: product-quality@amazon.com
            Subject: Safety review of your product

            Hello,
            We removed the product below after a customer reported that it overheated. Send a safety test report, photos of the warning labels and a description of the corrective action.
            ASIN: {asin}
            Reply within 7 days. Case ID: {ref}
            """, "Batch code of the returned unit is known; the rest is in quarantine."),
        new("ACC-REVIEW-MANIP", "SELLER_PERFORMANCE", "portal", """
            发件人: seller-performance@amazon.com
            主题: 您的亚马逊销售账户已被停用

            您好：
            我们发现您的账户存在操纵买家评论的行为，违反了亚马逊的商品评论政策，因此停用了您的账户。
            请提交行动计划，说明问题的根本原因、已采取的措施以及今后的预防办法，并提供涉及的服务商及订单信息。
            案例编号: {ref}
            """, "前任运营曾使用测评服务，合同和聊天记录已取得。"),
        new("IP-SUSPECTED", "SELLER_PERFORMANCE", "portal", """
            发件人: seller-performance@amazon.com
            主题: 商品详情页面已被移除

            您好：
            由于涉嫌侵犯知识产权，我们移除了以下商品：
            ASIN：{asin}
            如果您认为这是错误，请提供授权书或过去 365 天内的采购发票。案例编号：{ref}
            """, "授权书为英文扫描件，需补充翻译。"),
        new("CAT-VARIATION-DATA", "CATALOG", "portal", """
            From: Seller Support <merch.service@amazon.com>
            Subject: [CASE {ref}] Variation of your listing

            Hello,
            The child items were split from the parent because their size theme does not match (error 8541). Send the exact attribute values and the manufacturer's page. ASIN: {asin}
            """, "Flat file prepared; waiting for the manufacturer's link."),
    ];

    public static string Letter(DemoNotice notice, string account, string asin, int round) => notice.FirstDesk == "CATALOG"
        ? $"""
          Hello,

          The data of ASIN {asin} is wrong and we ask you to correct it. The manufacturer's page and our certificate show the correct brand, size and product id; both are attached. Please merge the corrected values and tell us when the change is live.

          Kind regards
          {account}
          """
        : $"""
          Dear team,

          We understand why ASIN {asin} was acted on and take it seriously. {notice.Lines}

          Root cause. Our intake did not compare the paperwork of each delivery with the listing before stock went live.
          What we have done. We stopped selling the item on the day of your notice, checked all {12 + round} open orders and wrote to the affected buyers. The documents you asked for are attached and named in the list below.
          What we keep doing. Since this month every delivery is checked by two people against a written list; the list is kept with the invoice for two years.

          We ask you to review the documents and to reinstate the item.

          Kind regards
          {account}
          """;

    public static (string Kind, string Text) Reply(bool isGranted, bool isChinese) => (isGranted, isChinese) switch
    {
        (true, false) => ("reinstated", "Hello, we reviewed the information you sent. Your listing has been reinstated and your offers will be active within 24 hours. Thank you for selling on Amazon."),
        (true, true) => ("reinstated", "您好，我们已审核您提供的信息。您的商品已恢复销售，相关优惠将在 24 小时内生效。"),
        (false, false) => ("more-info-needed", "Hello, we need more information before we can decide. Please send invoices of the last 365 days that show the supplier's phone number and the quantity sold."),
        (false, true) => ("more-info-needed", "您好，我们需要更多信息才能作出决定。请提供过去 365 天内注明供应商电话和采购数量的发票。"),
    };
}
