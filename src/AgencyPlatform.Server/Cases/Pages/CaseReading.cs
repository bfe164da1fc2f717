using System.Text;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Files;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Playbooks;

namespace AgencyPlatform.Server.Cases.Pages;

/// <summary>Brings together what the case page shows. Letters and notices never change, so each is read once per visit.</summary>
internal sealed class CaseReading(TenantGrains grains, CurrentTenant tenant, CaseQueries queries, IPlaybooks playbooks, IFileStore files)
{
    private const int LongestTimeline = 1_000;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public async Task<CaseScreenData?> Read(string caseId, CancellationToken cancellationToken)
    {
        if (await grains.Case(caseId).Describe(cancellationToken) is not { } current) { return null; }
        var advice = grains.Case(caseId).Advise(tenant.Actor, cancellationToken);
        var account = grains.Account(current.SellerAccountId).Describe(cancellationToken);
        var client = grains.Client(current.ClientId).Describe(cancellationToken);
        await ReadTexts(current, cancellationToken);
        return new CaseScreenData(
            current, (await advice)!, await account, (await client)?.Name ?? current.ClientId,
            await playbooks.Version(current.PlaybookHash, cancellationToken), await Timeline(caseId, cancellationToken), texts, await Findings(current, cancellationToken),
            current.NoticeHash is { } hash ? texts.GetValueOrDefault(hash) : null);
    }

    private async Task<IReadOnlyList<TimelineItem>> Timeline(string caseId, CancellationToken cancellationToken)
    {
        var all = new List<TimelineItem>();
        string? cursor = null;
        do
        {
            var page = await queries.Timeline(caseId, cursor, CaseQueries.PageLimit, cancellationToken);
            all.AddRange(page?.Items ?? []);
            cursor = page?.NextCursor;
        }
        while (cursor is not null && all.Count < LongestTimeline);
        return all;
    }

    private async Task<IReadOnlyDictionary<int, IReadOnlyList<LetterFinding>>> Findings(CaseView current, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, IReadOnlyList<LetterFinding>>();
        foreach (var attempt in current.Attempts.Where(a => a.SentAt is null))
        {
            found[attempt.Number] = await grains.Case(current.Id).CheckLetter(attempt.Number, cancellationToken);
        }
        return found;
    }

    private async Task ReadTexts(CaseView current, CancellationToken cancellationToken)
    {
        foreach (var hash in current.Attempts.Select(a => a.LetterHash).Concat(current.Replies.Select(r => r.TextHash)).Distinct())
        {
            if (!texts.ContainsKey(hash) && await queries.Text(current.Id, hash, cancellationToken) is { } kept) { texts[hash] = kept.Text; }
        }
        if (current.NoticeHash is { } notice && !texts.ContainsKey(notice) && files.Open(tenant.Tenant, notice) is { } content)
        {
            using var reader = new StreamReader(content, Encoding.UTF8);
            texts[notice] = await reader.ReadToEndAsync(cancellationToken);
        }
    }
}
