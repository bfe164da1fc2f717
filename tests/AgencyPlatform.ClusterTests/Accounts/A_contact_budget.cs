using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Accounts;

[Collection(nameof(AgencyCluster))]
public sealed class A_contact_budget(AgencyCluster cluster)
{
    [Fact]
    public async Task of_an_account_is_kept_by_twelve_cases_that_write_at_once()
    {
        var account = await cluster.OpenAccount();
        var letters = await Letters("LST-GATING", DeskIds.SellerSupport, account, 12);

        var replies = await SendAll(letters);

        Limited(replies, DeskIds.SellerSupport, "SELLER_SUPPORT.q1", 3);
        Assert.Equal(3, await Contacts(account, DeskIds.SellerSupport));

        cluster.Time.Advance(TimeSpan.FromDays(7));
        Limited(await SendAll(letters.Where((_, i) => replies[i].Refusal is not null)), DeskIds.SellerSupport, "SELLER_SUPPORT.q1", 3);
        Assert.Equal(6, await Contacts(account, DeskIds.SellerSupport));
    }

    [Fact]
    public async Task is_free_again_to_the_millisecond_and_not_before()
    {
        var account = await cluster.OpenAccount();
        var letters = await Letters("LST-GATING", DeskIds.SellerSupport, account, 4);
        foreach (var (walk, number) in letters.Take(3)) { Walk.Accepted(await walk.Send(number)); }
        var (last, lastNumber) = letters[3];

        cluster.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1));
        await last.Refused(RefusalCodes.Attempts.ContactBudget, w => w.Send(lastNumber));
        cluster.Time.Advance(TimeSpan.FromMilliseconds(1));
        await last.Allowed(w => w.Send(lastNumber));
    }

    [Fact]
    public async Task of_an_enforcement_leaves_other_enforcements_alone_until_the_account_is_spent()
    {
        var account = await cluster.OpenAccount();
        var letters = await Letters("CAT-MATCH", DeskIds.Catalog, account, 9);

        Limited(await SendAll(letters), DeskIds.Catalog, "CATALOG.q2", 5);

        var (again, _) = letters[0];
        cluster.Time.Advance(TimeSpan.FromDays(7));
        var second = await again.Approved(DeskIds.Catalog);
        await again.Allowed(w => w.Send(second));
    }

    [Fact]
    public async Task with_a_gap_lets_one_call_a_day_through()
    {
        var account = await cluster.OpenAccount();
        var letters = await Letters("PQ-USEDNEW", DeskIds.AccountHealthSupport, account, 6);

        Limited(await SendAll(letters), DeskIds.AccountHealthSupport, "ACCOUNT_HEALTH_SUPPORT.q1", 1);

        cluster.Time.Advance(TimeSpan.FromDays(1));
        Assert.Single(await SendAll(letters), r => r.Refusal is null && r.Case!.Attempts[^1].SentAt == cluster.Time.GetUtcNow());
    }

    [Fact]
    public async Task belongs_to_one_account()
    {
        var letters = await Letters("LST-GATING", DeskIds.SellerSupport, await cluster.OpenAccount(), 3);
        letters.AddRange(await Letters("LST-GATING", DeskIds.SellerSupport, await cluster.OpenAccount(), 3));
        Assert.All(await SendAll(letters), r => Assert.Null(r.Refusal));
    }

    private async Task<List<(Walk Case, int Number)>> Letters(string category, string desk, string account, int count)
    {
        List<(Walk, int)> letters = [];
        while (letters.Count < count)
        {
            var walk = await Walk.Open(cluster, category, account);
            letters.Add((walk, await walk.Approved(desk)));
        }

        return letters;
    }

    private static Task<CaseReply[]> SendAll(IEnumerable<(Walk Case, int Number)> letters) => Task.WhenAll(letters.Select(l => l.Case.Send(l.Number)));

    private static void Limited(CaseReply[] replies, string desk, string budget, int limit)
    {
        Assert.Equal(limit, replies.Count(r => r.Refusal is null));
        Assert.All(replies.Where(r => r.Refusal is not null), r =>
        {
            Assert.Equal(RefusalCodes.Attempts.ContactBudget, r.Refusal!.Code);
            Assert.Equal((desk, budget), (r.Refusal.Facts["desk"], r.Refusal.Facts["budget"]));
        });
    }

    private async Task<int> Contacts(string account, string desk) => (await cluster.Account(account).Describe())!.Contacts.Count(c => c.Desk == desk);
}
