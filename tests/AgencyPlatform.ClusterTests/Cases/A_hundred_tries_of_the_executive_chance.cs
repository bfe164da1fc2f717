using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Cases;

[Collection(nameof(AgencyCluster))]
public sealed class A_hundred_tries_of_the_executive_chance(AgencyCluster cluster)
{
    [Fact]
    public async Task from_ten_cases_of_one_complaint_send_one_letter()
    {
        var complaint = Walk.NewComplaint();
        var first = await Walk.Denied(cluster, "IP-TRADEMARK", DeskIds.Notice, Walk.TrademarkNotice(complaint));
        List<Walk> cases = [first];
        while (cases.Count < 10) { cases.Add(await Walk.Open(cluster, "IP-TRADEMARK", first.Account, Walk.TrademarkNotice(complaint))); }
        Assert.Single((await Task.WhenAll(cases.Select(c => c.Now()))).Select(c => c.EnforcementId).Distinct());
        List<(Walk Case, int Number)> letters = [];
        foreach (var walk in cases)
        {
            for (var i = 0; i < 10; i++) { letters.Add((walk, await walk.Approved(DeskIds.ExecutiveSellerRelations, approver: AgencyCluster.SecondLead))); }
        }

        var replies = await Task.WhenAll(letters.Select(l => l.Case.Send(l.Number)));

        Assert.Single(replies, r => r.Refusal is null);
        Assert.All(replies.Where(r => r.Refusal is not null), r => Assert.Equal(RefusalCodes.Escalations.OneShotSpent, r.Refusal!.Code));
        await cluster.CarryOutbox(first.Account);
        Assert.Equal(1, cases.Sum(c => cluster.Scalar<int>(
            "SELECT count(*) FROM timeline WHERE stream=$s AND type='case.attempt-sent.v1' AND json_extract(data,'$.desk')='EXECUTIVE_SELLER_RELATIONS'", ("$s", $"case/{c.Id}"))));
        Assert.Equal(1, cluster.Scalar<int>("SELECT count(*) FROM claim WHERE scope='executive' AND key LIKE $k", ("$k", $"{first.Account}/%")));
        var account = (await cluster.Account(first.Account).Describe())!;
        Assert.True(Assert.Single(account.Contacts, c => c.IsExecutive).IsConfirmed);
        Assert.Equal(101, Assert.Single(account.Enforcements).Attempts);
    }

    [Fact]
    public async Task that_pass_every_check_of_their_cases_are_decided_by_the_account_alone()
    {
        var walk = await Walk.Denied(cluster, "PQ-USEDNEW", DeskIds.ProductQuality);
        var opened = await walk.Now();

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => cluster.Account(walk.Account).Reserve(new()
        {
            CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, GrantId = AgencyCluster.NewId(), CaseId = walk.Id, EnforcementId = opened.EnforcementId,
            Desk = DeskIds.ExecutiveSellerRelations, PlaybookHash = opened.PlaybookHash, LetterKind = "escalation",
        })));

        Assert.Single(replies, r => r.Refusal is null);
        Assert.Single((await cluster.Account(walk.Account).Describe())!.Contacts, c => c.IsExecutive);
    }

    [Fact]
    public async Task to_send_the_very_same_letter_send_it_once()
    {
        var walk = await Walk.Denied(cluster, "PQ-USEDNEW", DeskIds.ProductQuality);
        var number = await walk.Approved(DeskIds.ExecutiveSellerRelations);

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => walk.Send(number)));

        Assert.All(replies, r => Assert.Null(r.Refusal));
        await cluster.CarryOutbox(walk.Account);
        Assert.Equal(2, cluster.Happened($"case/{walk.Id}", "case.attempt-sent.v1"));
        Assert.Single((await cluster.Account(walk.Account).Describe())!.Contacts, c => c.IsExecutive);
    }
}
