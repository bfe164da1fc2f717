using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.ClusterTests.Accounts;

[Collection(nameof(AgencyCluster))]
public sealed class A_reservation(AgencyCluster cluster)
{
    [Fact]
    public async Task whose_case_never_sent_is_given_back_after_a_minute()
    {
        var (walk, number) = await Stranded();
        var reserved = Assert.Single(await Contacts(walk), c => c.IsExecutive);
        Assert.False(reserved.IsConfirmed);

        await cluster.CarryOutbox(walk.Account);
        Assert.Single(await Contacts(walk), c => c.IsExecutive);
        cluster.Time.Advance(TimeSpan.FromSeconds(60));
        await cluster.CarryOutbox(walk.Account);

        Assert.DoesNotContain(await Contacts(walk), c => c.IsExecutive);
        Assert.Equal("approved", (await walk.Now()).Attempts.Single(a => a.Number == number).State);
    }

    [Fact]
    public async Task that_was_given_back_is_free_for_another_letter()
    {
        var walk = await Walk.Denied(cluster, "PQ-USEDNEW", DeskIds.ProductQuality);
        var other = await walk.Approved(DeskIds.ExecutiveSellerRelations);
        await Strand(walk);
        await walk.Refused(RefusalCodes.Escalations.OneShotSpent, w => w.Send(other));

        cluster.Time.Advance(TimeSpan.FromSeconds(60));
        await cluster.CarryOutbox(walk.Account);

        await walk.Allowed(w => w.Send(other));
    }

    [Fact]
    public async Task that_was_given_back_is_made_again_when_the_same_letter_is_sent_after_all()
    {
        var (walk, number) = await Stranded();
        cluster.Time.Advance(TimeSpan.FromSeconds(60));
        await cluster.CarryOutbox(walk.Account);

        Walk.Accepted(await walk.Send(number));
        Assert.Single(await Contacts(walk), c => c.IsExecutive);
        await cluster.CarryOutbox(walk.Account);

        Assert.True(Assert.Single(await Contacts(walk), c => c.IsExecutive).IsConfirmed);
        Assert.Equal(1, cluster.Scalar<int>("SELECT count(*) FROM claim WHERE scope='executive' AND key LIKE $k", ("$k", $"{walk.Account}/%")));
    }

    [Fact]
    public async Task of_a_letter_that_was_sent_stays_whatever_the_check_is_told()
    {
        var walk = await Walk.Denied(cluster, "PQ-USEDNEW", DeskIds.ProductQuality);
        await walk.Sent(DeskIds.ExecutiveSellerRelations);
        cluster.Time.Advance(TimeSpan.FromSeconds(60));

        // The check comes before the confirmation: it finds the letter sent and confirms by itself.
        var rows = cluster.Due(walk.Account);
        Assert.Null((await cluster.Carry(rows.Single(r => r.Kind == OutgoingWork.Check))).Refusal);
        await cluster.CarryOutbox(walk.Account);

        var contact = Assert.Single(await Contacts(walk), c => c.IsExecutive);
        Assert.True(contact.IsConfirmed);
        Assert.Equal(RefusalCodes.Grants.Confirmed, (await cluster.Settle(walk.Account, "release", contact.GrantId)).Refusal?.Code);
        Assert.Single(await Contacts(walk), c => c.IsExecutive);
    }

    [Fact]
    public async Task is_settled_once_however_often_its_news_is_brought()
    {
        var walk = await Walk.Denied(cluster, "PQ-USEDNEW", DeskIds.ProductQuality);
        var letter = await walk.Sent(DeskIds.ExecutiveSellerRelations);
        await walk.Replied("final-denial", DeskIds.ExecutiveSellerRelations, letter);
        cluster.Time.Advance(TimeSpan.FromSeconds(60));
        var rows = cluster.Due(walk.Account);
        foreach (var row in rows) { Assert.Null((await cluster.Carry(row)).Refusal); }
        var settled = await cluster.Account(walk.Account).Describe();
        var written = cluster.Written();

        foreach (var row in Enumerable.Reverse(rows)) { Assert.Null((await cluster.Carry(row)).Refusal); }
        await cluster.Deactivate(cluster.Account(walk.Account));
        foreach (var row in rows) { Assert.Null((await cluster.Carry(row with { Ordinal = row.Ordinal + 100 })).Refusal); }

        Assert.Equal(written, cluster.Written());
        Assert.Equivalent(settled, await cluster.Account(walk.Account).Describe(), strict: true);
    }

    [Fact]
    public async Task that_is_released_twice_or_was_never_made_changes_nothing()
    {
        var (walk, _) = await Stranded();
        var grant = (await Contacts(walk)).Single(c => c.IsExecutive).GrantId;
        Assert.Null((await cluster.Settle(walk.Account, "release", grant)).Refusal);
        var written = cluster.Written();
        Assert.Null((await cluster.Settle(walk.Account, "release", grant)).Refusal);
        Assert.Null((await cluster.Settle(walk.Account, "release", "never-made")).Refusal);
        Assert.Equal(RefusalCodes.Grants.Unknown, (await cluster.Settle(walk.Account, "confirm", "never-made")).Refusal?.Code);
        Assert.Equal(written, cluster.Written());
    }

    [Fact]
    public async Task leaves_its_check_and_its_news_in_the_outbox_with_the_very_write_that_made_them()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var number = await walk.Approved(DeskIds.ProductQuality);
        var at = cluster.Time.GetUtcNow();
        Walk.Accepted(await walk.Send(number));

        foreach (var (type, stream, kind, due) in new[]
        {
            ("account.contact-reserved.v1", $"seller-account/{walk.Account}", OutgoingWork.Check, at.AddSeconds(60)),
            ("case.attempt-sent.v1", $"case/{walk.Id}", OutgoingWork.Settle, at),
        })
        {
            Assert.Equal(1, cluster.Scalar<int>(
                "SELECT count(*) FROM timeline t JOIN outbox o ON o.tenant=t.tenant AND o.grain=t.stream AND o.version=t.version WHERE t.stream=$s AND t.type=$t AND o.kind=$k AND o.next_at=$d",
                ("$s", stream), ("$t", type), ("$k", kind), ("$d", due.ToUnixTimeMilliseconds())));
        }
    }

    [Fact]
    public async Task leaves_nothing_behind_when_its_write_fails()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var number = await walk.Approved(DeskIds.ProductQuality);
        var written = cluster.Written();

        cluster.Storage.RefuseNextWrite("seller-account");
        await Assert.ThrowsAnyAsync<Exception>(() => walk.Send(number));

        Assert.Equal(written, cluster.Written());
        await walk.Allowed(w => w.Send(number));
        Assert.Single(await Contacts(walk));
    }

    /// <summary>The account granted the executive letter, then the case's own write failed.</summary>
    private async Task<(Walk Case, int Number)> Stranded()
    {
        var walk = await Walk.Denied(cluster, "PQ-USEDNEW", DeskIds.ProductQuality);
        return (walk, await Strand(walk));
    }

    private async Task<int> Strand(Walk walk)
    {
        var number = await walk.Approved(DeskIds.ExecutiveSellerRelations);
        cluster.Storage.RefuseNextWrite("case");
        await Assert.ThrowsAnyAsync<Exception>(() => walk.Send(number));
        return number;
    }

    private async Task<IReadOnlyList<ContactView>> Contacts(Walk walk) => (await cluster.Account(walk.Account).Describe())!.Contacts;
}
