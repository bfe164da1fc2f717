using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>From notice to open case.</summary>
internal sealed partial class CaseGrain
{
    /// <summary>Stands in for the account's answer while it is not asked yet.</summary>
    private static readonly JoinReply Unjoined = new() { CaseNumber = "", ClientId = "", EnforcementId = "", TimeZone = "UTC" };

    public async Task<CaseReply> Open(OpenCase command, CancellationToken cancellationToken)
    {
        var version = await playbooks.Current(Key.Tenant, cancellationToken);
        var triage = command.NoticeText is { } text ? version.Triage.Examine(text) : null;
        var categoryId = command.CategoryId ?? (triage?.Categories is [var best, ..] ? best.Id : null);
        if (categoryId is null) { return No("case.category-not-found", ("kind", triage?.Kind ?? "none")); }
        if (!version.Playbook.Categories.TryGetValue(categoryId, out var category)) { return No("case.category-unknown", ("category", categoryId)); }

        // A refused or repeated opening leaves no trace on the account.
        var rehearsed = CaseRules.Open(
            journal.State, Opening(command, category, triage, Unjoined), new CaseContext(version.Playbook, command.Actor.Actor(), journal.When(command)));
        if (rehearsed is not Decision<CaseEvent>.Accepted { Events: [_, ..] }) { return await Run(command, (_, _) => rehearsed, cancellationToken); }

        var joined = await Account(command.SellerAccountId).Join(Joining(command, category, triage), cancellationToken);
        if (joined.Refusal is { } refused) { return new CaseReply { Refusal = refused }; }
        return await Run(command, (c, context) => CaseRules.Open(c, Opening(command, category, triage, joined), context), cancellationToken);
    }

    private JoinCase Joining(OpenCase command, Category category, TriageResult? triage) => new()
    {
        CommandId = $"{Key.LocalId}:join",
        Actor = command.Actor,
        OccurredAt = command.OccurredAt,
        CaseId = Key.LocalId,
        // The enforcement takes its id from the case that is its first.
        NewEnforcementId = Key.LocalId,
        EnforcementId = command.EnforcementId,
        CategoryId = category.Id,
        IsEnforcement = category.IsEnforcement,
        IsAccountLevel = category.IsAccountLevel,
        Asins = Items(command, triage),
        ComplaintIds = triage?.Entities.ComplaintIds ?? [],
        Reference = command.AmazonReference,
    };

    private OpenRequest Opening(OpenCase command, Category category, TriageResult? triage, JoinReply joined) => new()
    {
        CaseId = Key.LocalId,
        Number = joined.CaseNumber!,
        SellerAccountId = command.SellerAccountId,
        ClientId = joined.ClientId!,
        EnforcementId = joined.EnforcementId!,
        CategoryId = category.Id,
        OtherCategoryIds = [.. (triage?.Categories ?? []).Select(c => c.Id).Where(id => id != category.Id)],
        Kind = triage?.Kind ?? NoticeKinds.Other,
        Language = triage?.Language ?? "und",
        NoticeHash = command.NoticeHash,
        AmazonReference = command.AmazonReference,
        Entities = (triage?.Entities ?? new NoticeEntities()) with { Asins = Items(command, triage) },
        Clocks = triage?.Clocks ?? [],
        TimeZone = joined.TimeZone!,
        PossibleDuplicateOf = joined.PossibleDuplicateOf,
    };

    private static IReadOnlyList<string> Items(OpenCase command, TriageResult? triage) => [.. (triage?.Entities.Asins ?? []).Union(command.Asins, StringComparer.Ordinal)];

    private static CaseReply No(string code, params (string Name, string Value)[] facts) =>
        new() { Refusal = new RefusalView { Code = code, Facts = facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal) } };
}
