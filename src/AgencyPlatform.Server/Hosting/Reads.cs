#pragma warning disable CA1309 // these comparisons become SQL, where text is compared byte by byte
using AgencyPlatform.Contracts.Clients;
using AgencyPlatform.Data;
using AgencyPlatform.Data.Cases;
using AgencyPlatform.Data.Files;
using AgencyPlatform.Server.Accounts;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Clients;
using AgencyPlatform.Server.Files;
using Microsoft.EntityFrameworkCore;

namespace AgencyPlatform.Server.Hosting;

/// <summary>The read side over the relational store.</summary>
internal sealed class Reads(AgencyStore store) : ICaseReads, IClientReads, IAccountReads
{
    public async Task<IReadOnlyList<CaseLine>> List(string tenant, CaseFilter filter, CasePosition? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        var rows = await db.Queue(Rows(filter), after is null ? null : (after.IsOpen, after.DueAt, after.CaseId), limit, cancellationToken);
        return await Named(db, rows, cancellationToken);
    }

    public async Task<IReadOnlyList<CaseLine>> Search(string tenant, string query, CaseFilter filter, int limit, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        return await Named(db, await db.Search(query, Rows(filter), limit, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<CaseCountLine>> Counts(string tenant, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        return await db.CaseCounts.AsNoTracking().Where(c => c.N > 0).Select(c => new CaseCountLine(c.Stage, c.Desk, c.IsOpen, c.N)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TimelineLine>> Timeline(string tenant, string caseId, (long Version, int Ordinal)? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        var stream = $"case/{caseId}";
        var (version, ordinal) = after ?? (-1, -1);
        return await db.Timeline.AsNoTracking()
            .Where(r => r.Stream == stream && r.Version >= version && (r.Version > version || r.Ordinal > ordinal))
            .OrderBy(r => r.Version).ThenBy(r => r.Ordinal).Take(limit)
            .Select(r => new TimelineLine(r.Version, r.Ordinal, r.Type, r.OccurredAt, r.RecordedAt, r.ActorKind, r.ActorId, r.ActorOnBehalf, r.Data))
            .ToListAsync(cancellationToken);
    }

    public async Task<KeptTextModel?> Text(string tenant, string caseId, string hash, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        return await db.CaseTexts.AsNoTracking().Where(t => t.Hash == hash && t.CaseId == caseId)
            .Select(t => new KeptTextModel(t.Hash, t.Kind, t.Text)).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ClientView>> List(string tenant, string? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        return await db.Clients.AsNoTracking().Where(c => after == null || string.Compare(c.ClientId, after) > 0).OrderBy(c => c.ClientId).Take(limit)
            .Select(c => new ClientView { Id = c.ClientId, Name = c.Name, ContactEmail = c.ContactEmail, Language = c.Language }).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AccountLine>> List(string tenant, string? clientId, string? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = store.Open(tenant);
        var rows = await db.Accounts.AsNoTracking()
            .Where(a => (clientId == null || a.ClientId == clientId) && (after == null || string.Compare(a.AccountId, after) > 0))
            .OrderBy(a => a.AccountId).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(a => new AccountLine(a.AccountId, a.Number, a.ClientId, a.Name, a.SellerId, a.Marketplaces.Split(' '), a.TimeZone, a.Status))];
    }

    private static CaseRowFilter Rows(CaseFilter filter) => new(filter.Stage, filter.Desk, filter.AccountId, filter.ClientId);

    private static async Task<IReadOnlyList<CaseLine>> Named(AgencyDb db, IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken)
    {
        var accountIds = rows.Select(r => r.AccountId).Distinct().ToList();
        var clientIds = rows.Select(r => r.ClientId).Distinct().ToList();
        var accounts = await db.Accounts.Where(a => accountIds.Contains(a.AccountId)).ToDictionaryAsync(a => a.AccountId, a => a.Name, cancellationToken);
        var clients = await db.Clients.Where(c => clientIds.Contains(c.ClientId)).ToDictionaryAsync(c => c.ClientId, c => c.Name, cancellationToken);
        return [.. rows.Select(r => new CaseLine
        {
            Id = r.CaseId,
            Number = r.Number,
            ClientId = r.ClientId,
            ClientName = clients.GetValueOrDefault(r.ClientId),
            SellerAccountId = r.AccountId,
            SellerAccountName = accounts.GetValueOrDefault(r.AccountId),
            EnforcementId = r.EnforcementId,
            CategoryId = r.CategoryId,
            Kind = r.Kind,
            Desk = r.Desk,
            Stage = r.Stage,
            IsOpen = r.IsOpen,
            DueAt = r.DueAt,
            DueMetric = r.DueMetric,
            IsBreached = r.IsBreached,
            PausedBy = r.PausedBy,
            Priority = r.Priority,
            NextAction = r.NextAction,
            Outcome = r.Outcome,
            Attempts = r.Attempts,
            AmazonReference = r.AmazonReference,
            OpenedAt = r.OpenedAt,
            UpdatedAt = r.UpdatedAt,
        })];
    }
}

/// <summary>Notices and evidence in the content store.</summary>
internal sealed class FileStore(ContentFiles files) : IFileStore
{
    public async Task<StoredFile?> Save(string tenant, Stream content, long limit, CancellationToken cancellationToken)
    {
        try
        {
            var kept = await files.Save(tenant, content, limit, cancellationToken);
            return new StoredFile(kept.Sha256, kept.Length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public Stream? Open(string tenant, string sha256) => files.Open(tenant, sha256);
}
