using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Specs.Webhooks;

namespace AgencyPlatform.Specs.Accounts;

/// <summary>An account that hears of Amazon; each day of the story counts from one Monday.</summary>
internal sealed class Listener
{
    private int _heard;

    public SellerAccount Account { get; private set; } = Story.Registered();

    public static DateTimeOffset Day(double day) => Story.Monday.AddDays(day);

    public IReadOnlyList<AccountEvent> Keep(Decision<AccountEvent> decision, double day)
    {
        var events = decision.Accepted();
        Account = events.Aggregate(Account, (a, e) => AccountRules.Evolve(a, e, Day(day)));
        return events;
    }

    public Decision<AccountEvent> Try(string body, double happened, double? heard = null, string? key = null, bool bound = true) =>
        AccountRules.ReceiveNotification(Account, new NotificationReceipt
        {
            Notification = Amazon.Read(body) with { EventTime = Day(happened) },
            Key = key ?? $"n-{++_heard}", EndpointIsBound = bound, ReceivedAt = Day(heard ?? happened),
        });

    public IReadOnlyList<AccountEvent> Hear(string body, double happened, double? heard = null, string? key = null) => Keep(Try(body, happened, heard, key), heard ?? happened);

    public IReadOnlyList<AccountEvent> HearReport(double made, AccountStatus? status, int complaints = 0, double? heard = null, string counter = "receivedIntellectualPropertyComplaints", string market = "ATVPDKIKX0DER")
    {
        var health = new MarketplaceHealth
        {
            MarketplaceId = market, Status = status, Counters = [new ReportedCounter(counter, complaints, FigureStatus.Bad, new ReportedPeriod(null, null))],
        };
        return Keep(AccountRules.ReceiveReport(Account, new ReportReceipt
        {
            Report = new PerformanceReport { Marketplaces = [health] }, ReportId = $"r-{++_heard}", AsOf = Day(made), ReceivedAt = Day(heard ?? made),
        }), heard ?? made);
    }

    public void Join(string caseId, string category, bool isAccountLevel = false, double day = 0, params string[] asins) =>
        Keep(AccountRules.Join(Account, new JoinRequest
        {
            CaseId = caseId, NewEnforcementId = "enf-" + caseId, CategoryId = category, IsEnforcement = true, IsAccountLevel = isAccountLevel, Asins = asins,
        }, Day(day)), day);

    public WantedCase Wanted(IReadOnlyList<AccountEvent> events) => events.OfType<CaseWanted>().Single().Case;
}
