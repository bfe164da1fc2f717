using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Accounts;

[Collection(nameof(AgencyCluster))]
public sealed class A_seller_account_grain(AgencyCluster cluster)
{
    [Fact]
    public async Task says_the_same_after_it_was_dropped_from_memory()
    {
        var walk = await Walk.Denied(cluster, "IP-TRADEMARK", DeskIds.Notice, Walk.TrademarkNotice(Walk.NewComplaint()));
        await walk.Sent(DeskIds.ExecutiveSellerRelations);
        var account = cluster.Account(walk.Account);
        await account.AddEvidence(Invoice("e1"));
        await account.AddSubscription(new AddSubscription { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, SubscriptionId = "sub-1", NotificationType = "ACCOUNT_STATUS_CHANGED" });
        await account.ChangeStatus(new ChangeAccountStatus { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Status = "at-risk", Reason = "warning" });
        var before = await account.Describe();
        var standing = await account.Stand((await walk.Now()).EnforcementId);

        await cluster.Deactivate(account);

        Assert.Equivalent(before, await account.Describe(), strict: true);
        Assert.Equivalent(standing, await account.Stand((await walk.Now()).EnforcementId), strict: true);
        Assert.All([before!.Contacts.Count, before.Evidence.Count, before.Subscriptions.Count, before.Enforcements.Count], n => Assert.True(n > 0));
    }

    [Fact]
    public async Task applies_a_repeated_command_once_also_after_it_was_dropped()
    {
        var id = await cluster.OpenAccount();
        var add = Invoice(AgencyCluster.NewId());
        await cluster.Account(id).AddEvidence(add);
        await cluster.Deactivate(cluster.Account(id));

        Assert.True((await cluster.Account(id).AddEvidence(add)).Replayed);

        Assert.Equal(1, cluster.Happened($"seller-account/{id}", "account.evidence-added.v1"));
    }

    [Fact]
    public async Task refuses_what_does_not_fit_and_writes_nothing()
    {
        var id = await cluster.OpenAccount();
        var written = cluster.Written();
        Assert.Equal(RefusalCodes.Evidence.Empty, (await cluster.Account(id).AddEvidence(Invoice("e") with { Length = 0 })).Refusal?.Code);
        Assert.Equal("account.status-invalid", (await cluster.Account(id).ChangeStatus(new ChangeAccountStatus { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Status = "gone", Reason = "x" })).Refusal?.Code);
        Assert.Equal(RefusalCodes.Accounts.ReasonMissing, (await cluster.Account(id).ChangeStatus(new ChangeAccountStatus { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Status = "deactivated", Reason = "" })).Refusal?.Code);
        Assert.Equal(RefusalCodes.Accounts.Unknown, (await cluster.Account(AgencyCluster.NewId()).AddEvidence(Invoice("e"))).Refusal?.Code);
        Assert.Null(await cluster.Account(AgencyCluster.NewId()).Describe());
        Assert.Equal(written, cluster.Written());
    }

    private static AddEvidence Invoice(string id) => new()
    {
        CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, EvidenceId = id, Kind = "invoice", Sha256 = new string('a', 64), FileName = "发票.pdf",
        ContentType = "application/pdf", Length = 48_210, Issuer = "Northwind Tools", IssuedOn = new DateOnly(2026, 8, 14),
    };
}
