using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Domain.Accounts;

/// <summary>The account's status as Amazon reports it, by notification or in a report.</summary>
public static partial class AccountRules
{
    /// <param name="Previous">The status before, where Amazon names it.</param>
    private sealed record StatusNews(AccountStatus Status, AccountStatus? Previous, AmazonMeaning Meaning, AmazonNews News);

    private static IEnumerable<AccountEvent> HearStatus(SellerAccount current, StatusNews heard, DateTimeOffset now)
    {
        var at = heard.News.OccurredAt;
        var isLate = IsLate(current, heard);
        yield return new AmazonStatusReported(heard.Status, heard.Previous, at, heard.News.Source, isLate);
        if (isLate) { yield break; }

        if (heard.Status != current.Status) { yield return new AccountStatusChanged(heard.Status, heard.Meaning.What, at); }
        foreach (var follows in heard.Status == AccountStatus.Normal ? Recovered(current, heard, now) : Worsened(current, heard, now)) { yield return follows; }
    }

    /// <summary>Of two changes in one instant, the one that starts where the account stands comes second.</summary>
    private static bool IsLate(SellerAccount current, StatusNews heard) =>
        current.StatusAsOf is { } asOf
        && (heard.News.OccurredAt < asOf || (heard.News.OccurredAt == asOf && heard.Previous != current.Status));

    /// <summary>Reinstatement ends what Amazon did to the account, but gives no money back and settles no lawsuit: those cases are told.</summary>
    private static IEnumerable<AccountEvent> Recovered(SellerAccount current, StatusNews heard, DateTimeOffset now)
    {
        foreach (var enforcement in current.Enforcements.Where(e => e is { IsAccountLevel: true, EndedAt: null } && EndsWithReinstatement(e.CategoryId)))
        {
            yield return new EnforcementEnded(enforcement.Id, heard.Meaning.What);
        }

        foreach (var id in OpenCases(current, c => IsAccountLevel(current, c), w => w.IsAccountLevel, now))
        {
            var ends = EndsWithReinstatement(CategoryOf(current, id));
            yield return ends ? new CaseToClose(id, heard.News) : new CaseToInform(id, heard.News);
        }
    }

    private static IEnumerable<AccountEvent> Worsened(SellerAccount current, StatusNews heard, DateTimeOffset now)
    {
        string[] open = [.. OpenCases(current, c => IsAccountLevel(current, c), w => w.IsAccountLevel, now)];
        return open.Length > 0
            ? open.Select(id => new CaseToInform(id, heard.News))
            : Want(current, heard.Meaning.CategoryId!, isAccountLevel: true, heard.News, now, heard.News.Source);
    }

    private static bool IsAccountLevel(SellerAccount current, KnownCase known) =>
        current.Enforcements.Any(e => e.Id == known.EnforcementId && e.IsAccountLevel);

    private static string CategoryOf(SellerAccount current, string caseId) =>
        current.Cases.FirstOrDefault(c => c.Id == caseId)?.CategoryId ?? current.Wanted.First(w => w.CaseId == caseId).CategoryId;

    /// <summary>Account and performance problems are over with the status; reserves, reimbursements and legal steps are not.</summary>
    private static bool EndsWithReinstatement(string categoryId) =>
        categoryId.StartsWith("ACC-", StringComparison.Ordinal) || categoryId.StartsWith("PERF-", StringComparison.Ordinal);
}
