using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Specs.Webhooks;

namespace AgencyPlatform.Specs.Accounts;

public sealed class A_report_of_an_account
{
    [Fact]
    public void shows_at_first_where_counters_start()
    {
        var listener = new Listener();
        Assert.Empty(listener.HearReport(1, AccountStatus.Normal, complaints: 3).OfType<CaseWanted>());
        Assert.Equal(3, Assert.Single(Assert.Single(listener.Account.Counters).Readings).Count);
    }

    [Fact]
    public void wants_a_case_where_a_counter_rose()
    {
        var listener = new Listener();
        listener.HearReport(1, AccountStatus.Normal, complaints: 1);
        Assert.Empty(listener.HearReport(2, AccountStatus.Normal, complaints: 1).OfType<CaseWanted>());
        var wanted = Assert.Single(listener.HearReport(3, AccountStatus.Normal, complaints: 2).OfType<CaseWanted>());
        Assert.Equal(("IP-TRADEMARK", false), (wanted.Case.CategoryId, wanted.Case.IsAccountLevel));
        Assert.Equal(("counter-rose", "1", "2"), (wanted.News.What, wanted.News.Facts["before"], wanted.News.Facts["now"]));
        Assert.Empty(listener.HearReport(4, AccountStatus.Normal, complaints: 0).OfType<CaseWanted>());
    }

    [Fact]
    public void tells_open_cases_of_the_kinds_that_the_counter_counts()
    {
        var listener = new Listener();
        listener.Join("ip", "IP-COUNTERFEIT", day: 0, asins: "B000000001");
        listener.Join("pq", "PQ-USEDNEW", day: 0, asins: "B000000002");
        listener.HearReport(1, AccountStatus.Normal, complaints: 1);
        var events = listener.HearReport(2, AccountStatus.Normal, complaints: 2);
        Assert.Equal("ip", Assert.Single(events.OfType<CaseToInform>()).CaseId);
        Assert.Empty(events.OfType<CaseWanted>());
    }

    [Fact]
    public void that_is_older_or_comes_twice_changes_no_counter()
    {
        var listener = new Listener();
        listener.HearReport(2, AccountStatus.Normal, complaints: 1);
        Assert.Empty(listener.HearReport(1, AccountStatus.Normal, complaints: 9, heard: 3).OfType<CaseWanted>());
        Assert.Empty(listener.HearReport(2, AccountStatus.Normal, complaints: 9, heard: 3).OfType<CaseWanted>());
        Assert.Equal(1, listener.Account.Counters[0].Readings[0].Count);
    }

    [Fact]
    public void keeps_counters_a_marketplace()
    {
        var listener = new Listener();
        listener.HearReport(1, AccountStatus.Normal, complaints: 5);
        Assert.Empty(listener.HearReport(2, AccountStatus.Normal, complaints: 9, market: "A1PA6795UKMFR9").OfType<CaseWanted>());
        Assert.Equal(2, listener.Account.Counters.Count);
        Assert.Single(listener.HearReport(3, AccountStatus.Normal, complaints: 6).OfType<CaseWanted>());
    }

    [Fact]
    public void finds_a_deactivation_that_no_notification_told()
    {
        var listener = new Listener();
        Assert.Equal("ACC-S3-CODE", listener.Wanted(listener.HearReport(1, AccountStatus.Deactivated)).CategoryId);
        Assert.Equal(AccountStatus.Deactivated, listener.Account.Status);
        Assert.Empty(listener.HearReport(2.5, AccountStatus.Deactivated).OfType<CaseWanted>());
    }

    [Fact]
    public void that_was_made_before_a_notification_turns_nothing_back()
    {
        var listener = new Listener();
        listener.Hear(Amazon.Status("NORMAL", "DEACTIVATED"), 2);
        listener.HearReport(1, AccountStatus.Normal, heard: 3);
        Assert.Equal(AccountStatus.Deactivated, listener.Account.Status);
    }

    [Fact]
    public void confirms_a_status_against_news_from_before_it()
    {
        var listener = new Listener();
        listener.HearReport(3, AccountStatus.Normal);
        listener.Hear(Amazon.Status("NORMAL", "DEACTIVATED"), happened: 2, heard: 4);
        Assert.Equal(AccountStatus.Normal, listener.Account.Status);
    }

    [Fact]
    public void of_a_marketplace_the_account_does_not_sell_in_says_nothing_of_its_status()
    {
        var listener = new Listener();
        listener.HearReport(1, AccountStatus.Deactivated, market: "A1PA6795UKMFR9");
        Assert.Equal(AccountStatus.Normal, listener.Account.Status);
    }
}
