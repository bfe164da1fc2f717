using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>Finds out which case or account an event is about.</summary>
internal interface ISubjects
{
    /// <summary>Cases that have the term (reference, number or item), open ones first; a few at most.</summary>
    IReadOnlyList<(string CaseId, bool IsOpen)> CasesByTerm(string tenant, string term, string? accountId = null);

    string? AccountBySubscription(string tenant, string subscriptionId);

    IReadOnlyList<string> AccountsBySeller(string tenant, string sellerId);
}

/// <summary>The subject, or why none was found.</summary>
internal readonly record struct Subject(string? Id, EventResult? Why);

/// <summary>From the names that senders use to ours. Where two would fit, people choose.</summary>
internal sealed class SubjectSearch(ISubjects subjects)
{
    private static readonly Subject NoCase = new(null, new EventResult.Held("webhook.case-not-found", LookAgain: true));
    private static readonly Subject NoAccount = new(null, new EventResult.Held("webhook.account-not-found", LookAgain: true));

    public Subject Case(Arrival arrival, StatusEvent status)
    {
        if (arrival.CaseId is { } attached) { return new Subject(attached, null); }
        if (status.CaseId is { } id) { return Guid.TryParse(id, out var known) ? new Subject(known.ToString(), null) : ByTerm(arrival.Tenant, id, null); }
        if (status.AmazonReference is { } reference) { return ByTerm(arrival.Tenant, reference, null); }
        return status is { Asin: { } asin, SellerAccountId: var account } && (account ?? arrival.AccountId) is { } of ? ByTerm(arrival.Tenant, asin, of) : NoCase;
    }

    /// <param name="bound">The account that the endpoint serves, if it serves one only.</param>
    public Subject Account(Arrival arrival, string? subscriptionId, string? sellerId, string? bound)
    {
        if (arrival.AccountId is { } attached) { return new Subject(attached, null); }
        if (subscriptionId is not null && subjects.AccountBySubscription(arrival.Tenant, subscriptionId) is { } subscribed) { return new Subject(subscribed, null); }
        if (sellerId is not null)
        {
            switch (subjects.AccountsBySeller(arrival.Tenant, sellerId))
            {
                case [var one]: return new Subject(one, null);
                case [_, _, ..] several when bound is null || !several.Contains(bound): return new Subject(null, new EventResult.Held("webhook.several-accounts"));
            }
        }

        return bound is null ? NoAccount : new Subject(bound, null);
    }

    private Subject ByTerm(string tenant, string term, string? accountId) => subjects.CasesByTerm(tenant, term, accountId) switch
    {
        [] => NoCase,
        [{ IsOpen: true }, { IsOpen: true }, ..] => new Subject(null, new EventResult.Held("webhook.several-cases")),
        [var first, ..] => new Subject(first.CaseId, null),
    };
}
