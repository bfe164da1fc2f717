using System.Security.Cryptography;
using System.Text;

namespace AgencyPlatform.Domain.Accounts;

/// <summary>How news finds the open cases it concerns, and asks for one where there is none.</summary>
public static partial class AccountRules
{
    private const int MostWanted = 200;

    /// <summary>How long a wanted case may take to join. After that its opening has failed, and news may ask again.</summary>
    private static readonly TimeSpan Opening = TimeSpan.FromHours(24);

    /// <summary>
    /// Open cases that concern the news by what the account knows of them, or by what they were wanted for: a case that news
    /// opened may name no item itself.
    /// </summary>
    private static IEnumerable<string> OpenCases(SellerAccount current, Func<KnownCase, bool> isKnown, Func<WantedCase, bool> isWanted, DateTimeOffset now) =>
        current.Cases.Where(c => c.IsOpen && isKnown(c)).Select(c => c.Id)
            .Union(Alive(current, now).Where(isWanted).Select(w => w.CaseId), StringComparer.Ordinal);

    private static IEnumerable<WantedCase> Alive(SellerAccount current, DateTimeOffset now) =>
        current.Wanted.Where(w => current.Cases.FirstOrDefault(c => c.Id == w.CaseId) is { } joined ? joined.IsOpen : now - w.At < Opening);

    private static IEnumerable<AccountEvent> Want(
        SellerAccount current, string categoryId, bool isAccountLevel, AmazonNews news, DateTimeOffset now, string key)
    {
        var caseId = WantedCaseId(current.Id, key);
        return current.Cases.Any(c => c.Id == caseId) || current.Wanted.Any(w => w.CaseId == caseId)
            ? []
            : [new CaseWanted(new WantedCase(caseId, categoryId, isAccountLevel, news.Subject.MarketplaceId, news.Subject.Asin, news.Subject.Sku, now), news)];
    }

    /// <summary>The one id of the case that this news may open: a UUID of version 8 (RFC 9562) over the hash of account and key.</summary>
    public static string WantedCaseId(string accountId, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}\n{key}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}
