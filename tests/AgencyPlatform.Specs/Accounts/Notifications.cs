using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Specs.Webhooks;

namespace AgencyPlatform.Specs.Accounts;

public sealed class An_account_status_from_Amazon
{
    private static readonly string AtRisk = Amazon.Status("NORMAL", "AT_RISK");
    private static readonly string Deactivated = Amazon.Status("AT_RISK", "DEACTIVATED");
    private static readonly string Normal = Amazon.Status("DEACTIVATED", "NORMAL");

    [Fact]
    public void changes_the_account_and_wants_a_case()
    {
        var listener = new Listener();
        var events = listener.Hear(AtRisk, happened: 1, heard: 1.5, key: "n-1");
        Assert.Equal((AccountStatus.AtRisk, Listener.Day(1), Listener.Day(1)), (listener.Account.Status, listener.Account.StatusSince, listener.Account.StatusAsOf));
        var wanted = Assert.Single(events.OfType<CaseWanted>());
        Assert.Equal(("ACC-AHR", true, AccountRules.WantedCaseId("acc", "n-1")), (wanted.Case.CategoryId, wanted.Case.IsAccountLevel, wanted.Case.CaseId));
        Assert.Equal(("n-1", "account-at-risk", Listener.Day(1), "normal"), (wanted.News.Source, wanted.News.What, wanted.News.OccurredAt, wanted.News.Facts["previous"]));
        Assert.Equal(new NotificationReceived("n-1", "ACCOUNT_STATUS_CHANGED", "account-at-risk", "sub-1", Listener.Day(1), new DateTimeOffset(2026, 11, 20, 19, 42, 5, TimeSpan.Zero), new NewsSubject()), Assert.Single(events.OfType<NotificationReceived>()));
    }

    [Fact]
    public void that_is_older_than_what_is_known_turns_nothing_back()
    {
        var listener = new Listener();
        listener.Hear(Normal, happened: 3);
        var events = listener.Hear(Deactivated, happened: 2, heard: 4);
        Assert.Equal((AccountStatus.Normal, Listener.Day(3)), (listener.Account.Status, listener.Account.StatusAsOf));
        Assert.True(Assert.Single(events.OfType<AmazonStatusReported>()).IsLate);
        Assert.Equal(2, events.Count);
    }

    [Fact]
    public void that_is_older_than_a_persons_entry_turns_nothing_back()
    {
        var listener = new Listener();
        listener.Keep(AccountRules.ChangeStatus(listener.Account, AccountStatus.Deactivated, "mail"), 2);
        listener.Hear(Normal, happened: 1, heard: 3);
        Assert.Equal(AccountStatus.Deactivated, listener.Account.Status);
    }

    [Fact]
    public void in_any_order_ends_where_Amazons_order_ends()
    {
        (string Body, double At)[] story = [(AtRisk, 1), (Deactivated, 2), (Normal, 3), (Amazon.Status("NORMAL", "DEACTIVATED"), 4)];
        foreach (var order in Orders([0, 1, 2, 3]))
        {
            var listener = new Listener();
            foreach (var i in order) { listener.Hear(story[i].Body, story[i].At, heard: 5); }
            Assert.Equal((AccountStatus.Deactivated, Listener.Day(4)), (listener.Account.Status, listener.Account.StatusSince));
        }

        static IEnumerable<int[]> Orders(int[] rest) => rest.Length == 0 ? [[]] : rest.SelectMany(i => Orders([.. rest.Where(r => r != i)]).Select(o => (int[])[i, .. o]));
    }

    [Fact]
    public void of_the_same_instant_is_ordered_by_what_it_follows()
    {
        var listener = new Listener();
        listener.Hear(AtRisk, 1);
        listener.Hear(Deactivated, 1);
        Assert.Equal(AccountStatus.Deactivated, listener.Account.Status);
        listener.Hear(AtRisk, 1);
        Assert.Equal(AccountStatus.Deactivated, listener.Account.Status);
    }

    [Fact]
    public void that_Amazons_clock_dates_ahead_counts_from_its_receipt()
    {
        var listener = new Listener();
        listener.Hear(AtRisk, happened: 400, heard: 1);
        listener.Hear(Deactivated, happened: 2);
        Assert.Equal((AccountStatus.Deactivated, Listener.Day(2)), (listener.Account.Status, listener.Account.StatusSince));
    }

    [Fact]
    public void tells_the_open_account_case_instead_of_wanting_a_second()
    {
        var listener = new Listener();
        var wanted = listener.Wanted(listener.Hear(AtRisk, 1));
        Assert.Equal(wanted.CaseId, Assert.Single(listener.Hear(Deactivated, 1.1).OfType<CaseToInform>()).CaseId);
        listener.Join(wanted.CaseId, "ACC-AHR", isAccountLevel: true, day: 1.2);
        var again = listener.Hear(AtRisk, 2);
        Assert.Equal(wanted.CaseId, Assert.Single(again.OfType<CaseToInform>()).CaseId);
        Assert.Empty(again.OfType<CaseWanted>());
    }

    [Fact]
    public void does_not_wait_for_a_wanted_case_that_never_came()
    {
        var listener = new Listener();
        listener.Hear(AtRisk, 1);
        Assert.Single(listener.Hear(Deactivated, 2.1).OfType<CaseWanted>());
        Assert.Single(listener.Account.Wanted);
    }

    [Fact]
    public void wants_a_case_where_only_items_have_cases()
    {
        var listener = new Listener();
        listener.Join("item", "PQ-USEDNEW", day: 0, asins: "B000000001");
        Assert.Equal("ACC-S3-CODE", listener.Wanted(listener.Hear(Deactivated, 1)).CategoryId);
    }

    [Fact]
    public void of_normal_ends_the_account_cases_and_their_enforcement()
    {
        var listener = new Listener();
        var wanted = listener.Wanted(listener.Hear(Deactivated, 1));
        listener.Join(wanted.CaseId, "ACC-S3-CODE", isAccountLevel: true, day: 1);
        listener.Join("item", "PQ-USEDNEW", day: 1, asins: "B000000001");
        var events = listener.Hear(Normal, 5);
        Assert.Equal(wanted.CaseId, Assert.Single(events.OfType<CaseToClose>()).CaseId);
        Assert.Equal("enf-" + wanted.CaseId, Assert.Single(events.OfType<EnforcementEnded>()).EnforcementId);
        Assert.Empty(events.OfType<CaseToInform>());
    }

    [Fact]
    public void of_normal_gives_no_money_back()
    {
        var listener = new Listener();
        listener.Hear(Deactivated, 1);
        listener.Join("funds", "FUND-WITHHELD", isAccountLevel: true, day: 2);
        var events = listener.Hear(Normal, 5);
        Assert.Equal("funds", Assert.Single(events.OfType<CaseToInform>()).CaseId);
        Assert.Empty(events.OfType<CaseToClose>());
        Assert.Empty(events.OfType<EnforcementEnded>());
    }

    [Fact]
    public void that_comes_twice_wants_one_case()
    {
        var listener = new Listener();
        listener.Hear(Deactivated, 1, key: "n");
        Assert.Empty(listener.Hear(Deactivated, 1, heard: 4, key: "n").OfType<CaseWanted>());
    }
}

public sealed class A_notification_of_an_account
{
    [Fact]
    public void joins_its_subscription_where_the_endpoint_is_the_accounts()
    {
        var listener = new Listener();
        Assert.Equal(new AmazonSubscription("sub-1", "ACCOUNT_STATUS_CHANGED"), Assert.Single(listener.Hear(Amazon.Status("NORMAL", "AT_RISK"), 1).OfType<SubscriptionAdded>()).Subscription);
        Assert.Empty(listener.Hear(Amazon.Status("NORMAL", "AT_RISK"), 2).OfType<SubscriptionAdded>());
        listener.Try(Amazon.Status("NORMAL", "AT_RISK"), 3, bound: false).Accepted();
    }

    [Fact]
    public void joins_its_subscription_where_it_names_the_seller() =>
        Assert.Single(new Listener().Try(Amazon.Listing(""), 1, bound: false).Accepted().OfType<SubscriptionAdded>());

    [Fact]
    public void of_somebody_else_is_refused()
    {
        var listener = new Listener();
        Assert.Equal("sub-1", listener.Try(Amazon.Status("NORMAL", "AT_RISK"), 1, bound: false).Refused(RefusalCodes.Notifications.NotOurs).Fact("subscription"));
        Assert.Equal("A9OTHER", listener.Try(Amazon.Listing("").Replace("A1SELLER", "A9OTHER", StringComparison.Ordinal), 1).Refused(RefusalCodes.Notifications.NotOurs).Fact("seller"));
    }

    [Fact]
    public void is_refused_by_an_account_that_does_not_exist()
    {
        var receipt = new NotificationReceipt { Notification = Amazon.Read(Amazon.Stock), Key = "n", EndpointIsBound = true, ReceivedAt = Story.Monday };
        AccountRules.ReceiveNotification(null, receipt).Refused(RefusalCodes.Accounts.Unknown);
        AccountRules.ReceiveReport(null, new ReportReceipt { Report = new PerformanceReport { Marketplaces = [] }, ReportId = "r", AsOf = Story.Monday, ReceivedAt = Story.Monday }).Refused(RefusalCodes.Accounts.Unknown);
    }

    [Fact]
    public void that_means_nothing_for_cases_is_kept()
    {
        var listener = new Listener();
        foreach (var body in new[] { Amazon.Stock, Amazon.Feed("FATAL"), Amazon.Offer, Amazon.Camel("PRICING_HEALTH", "{}") })
        {
            Assert.Single(listener.Hear(body, 1).Where(e => e is not SubscriptionAdded), e => e is NotificationReceived);
        }
    }

    [Fact]
    public void says_that_a_performance_report_can_be_fetched()
    {
        var listener = new Listener();
        Assert.Equal(new ReportReady("r-1", null), Assert.Single(listener.Hear(Amazon.Report("DONE"), 1).OfType<ReportReady>()));
        Assert.Empty(listener.Hear(Amazon.Report("FATAL"), 1).OfType<ReportReady>());
        Assert.Empty(listener.Hear(Amazon.Report("DONE", "GET_OTHER"), 1).OfType<ReportReady>());
    }
}

public sealed class News_of_a_listing
{
    [Fact]
    public void wants_one_case_and_tells_it_everything_after()
    {
        var listener = new Listener();
        var wanted = listener.Wanted(listener.Hear(Amazon.Issues("\"ERROR\"", "\"SEARCH_SUPPRESSED\""), 1));
        Assert.Equal(("CAT-SUPPRESSED", false, "ATVPDKIKX0DER", "B000000001", "SKU-1"), (wanted.CategoryId, wanted.IsAccountLevel, wanted.MarketplaceId, wanted.Asin, wanted.Sku));
        Assert.Equal(wanted.CaseId, Assert.Single(listener.Hear(Amazon.Listing(""), 1.1).OfType<CaseToInform>()).CaseId);
        listener.Join(wanted.CaseId, "CAT-SUPPRESSED", day: 1.2);
        var restored = Assert.Single(listener.Hear(Amazon.Listing("\"BUYABLE\",\"DISCOVERABLE\""), 9).OfType<CaseToInform>());
        Assert.Equal((wanted.CaseId, "listing-restored", "SKU-1"), (restored.CaseId, restored.News.What, restored.News.Subject.Sku));
    }

    [Fact]
    public void goes_to_a_case_a_person_opened_for_the_item()
    {
        var listener = new Listener();
        listener.Join("mail", "IP-TRADEMARK", day: 0, asins: "B000000001");
        listener.Join("other", "IP-TRADEMARK", day: 0, asins: "B000000002");
        var events = listener.Hear(Amazon.Listing(""), 1);
        Assert.Equal("mail", Assert.Single(events.OfType<CaseToInform>()).CaseId);
        Assert.Empty(events.OfType<CaseWanted>());
    }

    [Fact]
    public void wants_a_new_case_after_the_last_was_closed()
    {
        var listener = new Listener();
        var first = listener.Wanted(listener.Hear(Amazon.Listing(""), 1));
        listener.Join(first.CaseId, "CAT-REMOVED", day: 1);
        listener.Keep(AccountRules.CloseCase(listener.Account, first.CaseId, endsEnforcement: true, "done"), 2);
        var second = listener.Wanted(listener.Hear(Amazon.Listing(""), 3));
        Assert.NotEqual(first.CaseId, second.CaseId);
        Assert.Equal(second, Assert.Single(listener.Account.Wanted));
    }

    [Fact]
    public void of_another_marketplace_is_other_news()
    {
        var listener = new Listener();
        listener.Hear(Amazon.Listing(""), 1);
        Assert.Single(listener.Hear(Amazon.Listing("").Replace("ATVPDKIKX0DER", "A1PA6795UKMFR9", StringComparison.Ordinal), 1.1).OfType<CaseWanted>());
    }

    [Fact]
    public void that_all_is_well_wants_no_case()
    {
        var listener = new Listener();
        Assert.Empty(listener.Hear(Amazon.Listing("\"BUYABLE\",\"DISCOVERABLE\""), 1).OfType<CaseWanted>());
        Assert.Empty(listener.Hear(Amazon.Issues("\"WARNING\"", ""), 1).OfType<CaseWanted>());
    }

    [Fact]
    public void keeps_at_most_two_hundred_wanted_cases()
    {
        var listener = new Listener();
        for (var i = 0; i < 205; i++) { listener.Hear(Amazon.Listing("").Replace("SKU-1", $"SKU-{i}", StringComparison.Ordinal).Replace("B000000001", $"B{i:D9}", StringComparison.Ordinal), 1); }
        Assert.Equal(200, listener.Account.Wanted.Count);
        Assert.Equal("SKU-204", listener.Account.Wanted[^1].Sku);
    }

    [Fact]
    public void names_its_case_by_account_and_notification()
    {
        var id = AccountRules.WantedCaseId("acc", "n-1");
        Assert.Equal(id, AccountRules.WantedCaseId("acc", "n-1"));
        Assert.NotEqual(id, AccountRules.WantedCaseId("acc2", "n-1"));
        Assert.NotEqual(id, AccountRules.WantedCaseId("acc", "n-2"));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
    }
}
