namespace AgencyPlatform.Domain.Playbooks;

/// <summary>The desks that rules name. Everything else about a desk is data of the playbook.</summary>
public static class DeskIds
{
    public const string SellerSupport = "SELLER_SUPPORT";
    public const string Catalog = "CATALOG";
    public const string SellerPerformance = "SELLER_PERFORMANCE";
    public const string ProductQuality = "PRODUCT_QUALITY";
    public const string ExecutiveSellerRelations = "EXECUTIVE_SELLER_RELATIONS";
    public const string JeffBezos = "JEFF_BEZOS";
    public const string Notice = "NOTICE";
    public const string NoticeDispute = "NOTICE_DISPUTE";
    public const string AccountHealthSupport = "ACCOUNT_HEALTH_SUPPORT";
    public const string CommunityManagers = "COMMUNITY_MANAGERS";

    /// <summary>Not a team of Amazon: the complainant of an IP case (rule R32).</summary>
    public const string RightsOwner = "RIGHTS_OWNER";
}
