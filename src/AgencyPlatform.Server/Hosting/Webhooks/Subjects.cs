using AgencyPlatform.Data.Webhooks;
using AgencyPlatform.Server.Webhooks;

namespace AgencyPlatform.Server.Hosting.Webhooks;

/// <summary>The store's lookups behind the search for subjects.</summary>
internal sealed class Subjects(EventSubjects store) : ISubjects
{
    public IReadOnlyList<(string CaseId, bool IsOpen)> CasesByTerm(string tenant, string term, string? accountId) => store.CasesByTerm(tenant, term, accountId);

    public string? AccountBySubscription(string tenant, string subscriptionId) => store.AccountBySubscription(tenant, subscriptionId);

    public IReadOnlyList<string> AccountsBySeller(string tenant, string sellerId) => store.AccountsBySeller(tenant, sellerId);
}
