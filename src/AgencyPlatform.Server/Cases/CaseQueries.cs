using System.Globalization;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Playbooks;

namespace AgencyPlatform.Server.Cases;

/// <summary>Everything pages and programs ask about cases.</summary>
public sealed class CaseQueries(ICaseReads reads, TenantGrains grains, IPlaybooks playbooks, CurrentTenant caller, Cursors cursors, TimelineSentences sentences)
{
    public const int PageLimit = 200;

    private const string QueueList = "cases";
    private const string TimelineList = "timeline";

    /// <summary>The case as it stands, with what every rung of its ladder still needs; null where there is none.</summary>
    public async Task<CaseModel?> Find(string caseId, CancellationToken cancellationToken)
    {
        if (await grains.Case(caseId).Describe(cancellationToken) is not { } view) { return null; }
        var advice = await grains.Case(caseId).Advise(caller.Actor, cancellationToken);
        return CaseRendering.Render(view, await playbooks.Version(view.PlaybookHash, cancellationToken), advice);
    }

    /// <summary>The case a command answered with, as it was after the command.</summary>
    public async Task<CaseModel> Render(CaseView view, CancellationToken cancellationToken) =>
        CaseRendering.Render(view, await playbooks.Version(view.PlaybookHash, cancellationToken));

    /// <summary>One clock of a case in the reader's language; null where there is no such case.</summary>
    public async Task<ClockModel?> RenderClock(string caseId, PromiseView clock, CancellationToken cancellationToken)
    {
        if (await grains.Case(caseId).Describe(cancellationToken) is not { } view) { return null; }
        var playbook = await playbooks.Version(view.PlaybookHash, cancellationToken);
        return ClockRendering.Clock(clock, view, playbook.Categories.GetValueOrDefault(view.CategoryId));
    }

    /// <summary>The attempt a command answered with.</summary>
    public async Task<AttemptModel> RenderAttempt(CaseReply reply, CancellationToken cancellationToken, bool withFindings = false) =>
        CaseRendering.Attempt(
            reply.Case!.Attempts.First(a => a.Number == reply.AttemptNumber),
            await playbooks.Version(reply.Case.PlaybookHash, cancellationToken), withFindings ? reply.Findings : null);

    public async Task<AdviceModel?> Advice(string caseId, CancellationToken cancellationToken)
    {
        if (await grains.Case(caseId).Describe(cancellationToken) is not { } view) { return null; }
        var advice = await grains.Case(caseId).Advise(caller.Actor, cancellationToken);
        return advice is null ? null : CaseRendering.Advice(advice, view, await playbooks.Version(view.PlaybookHash, cancellationToken));
    }

    /// <summary>Open cases by time to breach, then resolved ones; with <paramref name="query"/> the cases it names.</summary>
    /// <exception cref="CursorInvalidException">The cursor is not of this list.</exception>
    public async Task<Page<CaseListItem>> List(string? query, CaseFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 1, PageLimit);
        var playbook = await playbooks.Current(caller.Tenant, cancellationToken);
        if (!string.IsNullOrWhiteSpace(query))
        {
            var found = await reads.Search(caller.Tenant, query.Trim().ToLowerInvariant(), filter, limit, cancellationToken);
            return new([.. found.Select(l => CaseRendering.Line(l, playbook))], null);
        }

        var lines = await reads.List(caller.Tenant, filter, Position(cursor), limit + 1, cancellationToken);
        var page = lines.Take(limit).ToList();
        return new([.. page.Select(l => CaseRendering.Line(l, playbook))], lines.Count > limit ? Cursor(page[^1]) : null);
    }

    public Task<IReadOnlyList<CaseCountLine>> Counts(CancellationToken cancellationToken) => reads.Counts(caller.Tenant, cancellationToken);

    /// <returns>Null where there is no such case.</returns>
    /// <exception cref="CursorInvalidException">The cursor is not of this timeline.</exception>
    public async Task<Page<TimelineItem>?> Timeline(string caseId, string? cursor, int limit, CancellationToken cancellationToken)
    {
        if (await grains.Case(caseId).Describe(cancellationToken) is not { } view) { return null; }
        limit = Math.Clamp(limit, 1, PageLimit);
        (long, int)? after = null;
        if (cursor is not null)
        {
            if (!cursors.TryRead(caller.Tenant, $"{TimelineList}:{caseId}", cursor, out var parts)) { throw new CursorInvalidException(); }
            after = (long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        var lines = await reads.Timeline(caller.Tenant, caseId, after, limit + 1, cancellationToken);
        var playbook = await playbooks.Version(view.PlaybookHash, cancellationToken);
        var members = (await grains.Agency().Describe(cancellationToken))?.Members ?? [];
        var page = lines.Take(limit).ToList();

        // Events that tell people nothing fall out, so a page may be shorter than asked for and still have a next one.
        return new(
            [.. page.Select(l => sentences.Item(l, playbook, members)).OfType<TimelineItem>()],
            lines.Count > limit ? cursors.Write(caller.Tenant, $"{TimelineList}:{caseId}", $"{page[^1].Version}", $"{page[^1].Ordinal}") : null);
    }

    /// <summary>A letter or reply of the case.</summary>
    public Task<KeptTextModel?> Text(string caseId, string hash, CancellationToken cancellationToken) => reads.Text(caller.Tenant, caseId, hash, cancellationToken);

    private CasePosition? Position(string? cursor)
    {
        if (cursor is null) { return null; }
        if (!cursors.TryRead(caller.Tenant, QueueList, cursor, out var parts)) { throw new CursorInvalidException(); }
        return new CasePosition(parts[0] == "1", parts[1].Length == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)), parts[2]);
    }

    private string Cursor(CaseLine last) => cursors.Write(
        caller.Tenant, QueueList, last.IsOpen ? "1" : "0", last.DueAt?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "", last.Id);
}
