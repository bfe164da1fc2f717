using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Tells bad news in a Seller Support reply (R7). It may well be generic; that is why a lead looks, not the rule.</summary>
internal static class SupportAdvice
{
    private static readonly string[] Words =
    [
        "will not be reinstated", "cannot be reinstated", "can not be reinstated", "unable to reinstate", "not eligible", "no longer eligible",
        "permanent", "final decision", "decision is final", "was denied", "been denied", "was rejected", "been rejected", "cannot appeal", "not appeal",
        "no further", "closed for good",
        "无法恢复", "不会恢复", "不能恢复", "永久", "最终决定", "被拒", "驳回", "拒绝", "不能申诉", "无法申诉",
        "永久に", "再開できません", "却下", "dauerhaft", "endgültig", "abgelehnt",
    ];

    public static bool IsNegative(string kind, string text) =>
        kind is NoticeKinds.FinalDenial or NoticeKinds.Deactivation
        || Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
