using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Domain;

namespace AgencyPlatform.ClusterTests.Agencies;

[Collection(nameof(AgencyCluster))]
public sealed class An_agency_grain(AgencyCluster cluster)
{
    private static readonly MemberInfo Owner = new() { Id = "m-1", Name = "王芳", Email = "fang@agency.example", Role = "owner", TimeZone = "Asia/Shanghai" };

    private readonly string tenant = AgencyCluster.NewId();

    private IAgencyGrain Agency => cluster.As(tenant).GetGrain<IAgencyGrain>($"{tenant}/agency");

    [Fact]
    public async Task says_the_same_after_it_was_dropped_from_memory_and_repeats_nothing()
    {
        await Agency.Found(Founding());
        var add = Adding("m-2", "case-worker");
        await Agency.AddMember(add);
        await Agency.OverridePlaybook(new OverridePlaybook { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Entry = "SELLER_SUPPORT.q1.limit", Value = "2" });
        var number = new NumberAccount { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, AccountId = "a-1" };
        Assert.Equal(1001, (await Agency.NumberAccount(number)).AccountNumber);
        var before = await Agency.Describe();

        await cluster.Deactivate(Agency);

        Assert.Equivalent(before, await Agency.Describe(), strict: true);
        Assert.True((await Agency.AddMember(add)).Replayed);
        Assert.Equal(1001, (await Agency.NumberAccount(number)).AccountNumber);
        Assert.Equal(1002, (await Agency.NumberAccount(number with { CommandId = AgencyCluster.NewId(), AccountId = "a-2" })).AccountNumber);
        Assert.Equal(2, before!.Members.Count);
        Assert.Equal("2", before.PlaybookOverrides["SELLER_SUPPORT.q1.limit"]);
    }

    [Fact]
    public async Task gives_a_hundred_accounts_asked_for_at_once_a_hundred_numbers()
    {
        await Agency.Found(Founding());
        var agency = Agency;
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            agency.NumberAccount(new NumberAccount { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, AccountId = $"a-{i}" })));
        Assert.Equal(Enumerable.Range(1001, 100), replies.Select(r => r.AccountNumber!.Value).Order());
    }

    [Fact]
    public async Task is_changed_by_its_leads_only()
    {
        await Agency.Found(Founding());
        var written = cluster.Written();
        Assert.Equal(RefusalCodes.Agencies.NotPermitted, (await Agency.AddMember(Adding("m-2", "reviewer") with { Actor = AgencyCluster.Author })).Refusal?.Code);
        Assert.Equal(RefusalCodes.Agencies.OwnerOnly, (await Agency.AddMember(Adding("m-2", "owner"))).Refusal?.Code);
        Assert.Equal(RefusalCodes.Agencies.NotPermitted, (await Agency.OverridePlaybook(new OverridePlaybook { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Entry = "A.b", Value = "1" })).Refusal?.Code);
        Assert.Equal(written, cluster.Written());
    }

    private static FoundAgency Founding() => new() { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Platform, Name = "Lighthouse", DefaultLanguage = "zh-Hans", Owner = Owner };

    private static AddMember Adding(string id, string role) => new()
    {
        CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Member = Owner with { Id = id, Email = $"{id}@agency.example", Role = role },
    };
}
