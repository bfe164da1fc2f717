using System.Text.Json;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>How a case is folded, named, listed, and what it leaves to the outbox.</summary>
internal static class CaseFold
{
    public static readonly EventNames<CaseEvent> Names = new("case");

    public static readonly Fold<SellerCase, CaseEvent> Fold = new(Names, CaseRules.Evolve, Listed);

    public static CaseRowData Row(SellerCase c) => new()
    {
        CaseId = c.Id,
        Number = c.Number,
        ClientId = c.ClientId,
        AccountId = c.SellerAccountId,
        EnforcementId = c.EnforcementId,
        CategoryId = c.CategoryId,
        Kind = c.Kind,
        Desk = c.Desk,
        Stage = Wire.Name(c.Stage),
        IsOpen = c.IsOpen,
        DueAt = c.IsOpen ? c.Attention?.DueAt ?? c.NextAction?.DueAt : null,
        DueMetric = c.IsOpen ? c.Attention?.Metric : null,
        IsBreached = c is { IsOpen: true, Attention.IsBreached: true },
        PausedBy = c.IsOpen ? c.Attention?.PausedBy : null,
        Priority = Wire.Name(c.Priority),
        NextAction = c.NextAction?.Kind,
        Outcome = c.Outcome is { } o ? Wire.Name(o) : null,
        Attempts = c.Attempts.Count,
        AmazonReference = c.AmazonReference,
        Terms = string.Join(' ', [.. c.Entities.Asins, .. c.Entities.ComplaintIds, .. c.Entities.OrderIds, .. c.Entities.CaseIds]),
        OpenedAt = c.OpenedAt,
        UpdatedAt = c.UpdatedAt,
    };

    /// <summary>The list row, or only its time where nothing that lists show has changed.</summary>
    private static Effect Listed(SellerCase? before, SellerCase after)
    {
        var row = Row(after);
        return before is not null && Row(before) with { UpdatedAt = row.UpdatedAt } == row
            ? new Effect.CaseTouched(after.Id, after.UpdatedAt)
            : new Effect.CaseRow(row);
    }

    /// <summary>What the search box must find the case by, where these events made it new.</summary>
    public static IEnumerable<Effect> Terms(SellerCase c, IReadOnlyList<CaseEvent> events)
    {
        if (events.Any(e => e is CaseOpened or AttemptSent)) { yield return Terms(c); }
    }

    public static Effect Terms(SellerCase c)
    {
        var terms = c.Entities.Asins.Concat(c.Entities.ComplaintIds).Concat(c.Entities.OrderIds).Concat(c.Entities.CaseIds)
            .Concat(c.Attempts.Select(a => a.AmazonReference)).Append(c.AmazonReference).Append(c.Number)
            .OfType<string>().Select(t => t.ToLowerInvariant()).Distinct(StringComparer.Ordinal);
        return new Effect.SearchTerms(c.Id, [.. terms]);
    }

    /// <summary>What the account must learn of these events.</summary>
    public static IEnumerable<Effect> News(SellerCase c, IReadOnlyList<CaseEvent> events, DateTimeOffset now) =>
        events.Select(happened => happened switch
        {
            AttemptSent sent => new SettleAccount(c.SellerAccountId, "confirm", sent.GrantId),
            ReplyReceived { AnswersAttempt: true, Reply.AttemptNumber: { } number } => new SettleAccount(c.SellerAccountId, "answered", c.Attempts.First(a => a.Number == number).Id),
            CaseResolved resolved => new SettleAccount(c.SellerAccountId, "case-closed", c.Id, resolved.Outcome is Outcome.Reinstated or Outcome.Retracted or Outcome.DisputeWon),
            CaseReopened => new SettleAccount(c.SellerAccountId, "case-reopened", c.Id),
            _ => null,
        })
        .OfType<SettleAccount>()
        .Select(news => new Effect.Outgoing(OutgoingWork.Settle, JsonSerializer.Serialize(news, RecordJson.Options), now));
}
