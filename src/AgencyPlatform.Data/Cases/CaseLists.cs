#pragma warning disable CA1309 // these comparisons become SQL, where text is compared byte by byte
using Microsoft.EntityFrameworkCore;

namespace AgencyPlatform.Data.Cases;

/// <summary>Which rows a list of cases shows; null is "any".</summary>
public sealed record CaseRowFilter(string? Stage, string? Desk, string? AccountId, string? ClientId);

/// <summary>Lists of cases, always by key and never by offset.</summary>
public static class CaseLists
{
    /// <summary>Open cases before resolved ones, each by time to breach, after the given row.</summary>
    public static async Task<IReadOnlyList<CaseRow>> Queue(
        this AgencyDb db, CaseRowFilter filter, (bool IsOpen, DateTimeOffset? DueAt, string CaseId)? after, int limit, CancellationToken cancellationToken)
    {
        List<CaseRow> rows = [];
        foreach (var isOpen in filter.Stage switch { null => new[] { true, false }, "resolved" => [false], _ => [true] })
        {
            if (rows.Count == limit || after is { IsOpen: false } && isOpen) { continue; }
            var query = db.Cases.AsNoTracking().Matching(filter).Where(r => r.IsOpen == isOpen);
            if (after is { } last && last.IsOpen == isOpen) { query = After(query, last.DueAt, last.CaseId); }
            rows.AddRange(await query.OrderBy(r => r.DueAt).ThenBy(r => r.CaseId).Take(limit - rows.Count).ToListAsync(cancellationToken));
        }

        return rows;
    }

    /// <summary>Ids of open cases in the order of their keys, after the given one.</summary>
    public static async Task<IReadOnlyList<string>> OpenCases(this AgencyDb db, string? after, int limit, CancellationToken cancellationToken) =>
        await db.Cases.AsNoTracking().Where(r => r.IsOpen && (after == null || string.Compare(r.CaseId, after) > 0))
            .OrderBy(r => r.CaseId).Select(r => r.CaseId).Take(limit).ToListAsync(cancellationToken);

    /// <summary>Cases known by exactly this term, or whose number begins with it; newest first.</summary>
    public static async Task<IReadOnlyList<CaseRow>> Search(this AgencyDb db, string term, CaseRowFilter filter, int limit, CancellationToken cancellationToken)
    {
        var named = await (from t in db.CaseTerms where t.Term == term join r in db.Cases.AsNoTracking().Matching(filter) on t.CaseId equals r.CaseId orderby r.OpenedAt descending select r)
            .Take(limit).ToListAsync(cancellationToken);
        if (!term.All(c => char.IsAsciiDigit(c) || c == '-')) { return named; }
        var end = term + "\uffff";
        var numbered = await db.Cases.AsNoTracking().Matching(filter)
            .Where(r => string.Compare(r.Number, term) >= 0 && string.Compare(r.Number, end) < 0)
            .OrderBy(r => r.Number).Take(limit).ToListAsync(cancellationToken);
        return [.. named.Concat(numbered).DistinctBy(r => r.CaseId).OrderByDescending(r => r.OpenedAt).Take(limit)];
    }

    private static IQueryable<CaseRow> Matching(this IQueryable<CaseRow> rows, CaseRowFilter filter)
    {
        if (filter.Stage is { } stage) { rows = rows.Where(r => r.Stage == stage); }
        if (filter.Desk is { } desk) { rows = rows.Where(r => r.Desk == desk); }
        if (filter.AccountId is { } account) { rows = rows.Where(r => r.AccountId == account); }
        if (filter.ClientId is { } client) { rows = rows.Where(r => r.ClientId == client); }
        return rows;
    }

    /// <summary>Written so that the first comparison walks the index and the second only looks at ties.</summary>
    private static IQueryable<CaseRow> After(IQueryable<CaseRow> rows, DateTimeOffset? dueAt, string caseId) => dueAt is { } due
        ? rows.Where(r => r.DueAt >= due && (r.DueAt > due || string.Compare(r.CaseId, caseId) > 0))
        : rows.Where(r => r.DueAt != null || string.Compare(r.CaseId, caseId) > 0);
}
