using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests;

/// <summary>Values that the API's own check of input lets nobody send, but a caller of grains could.</summary>
[Collection(nameof(OneServer))]
public sealed class Grains_asked_for_nonsense(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task refuse_words_they_do_not_know()
    {
        var account = await api.Account();
        var id = (await api.Case(account)).Id;
        var tenant = AgencyPlatform.Server.Hosting.Demo.DemoSeed.Tenant;
        var lead = new ActorInfo { Kind = "member", Id = "m1", Role = "manager" };

        Assert.Equal("account.status-invalid", (await Grains().Account(account).ChangeStatus(
            new ChangeAccountStatus { CommandId = New(), Actor = lead, Status = "odd", Reason = "r" })).Refusal?.Code);
        Assert.Equal("evidence.state-invalid", (await Grains().Case(id).MarkEvidence(new MarkEvidence { CommandId = New(), Actor = lead, LineId = "l", State = "odd" })).Refusal?.Code);
        Assert.Equal("case.outcome-invalid", (await Grains().Case(id).Resolve(new ResolveCase { CommandId = New(), Actor = lead, Outcome = "odd" })).Refusal?.Code);
        Assert.Equal("case.proof-kind-invalid", (await Grains().Case(id).Resolve(
            new ResolveCase { CommandId = New(), Actor = lead, Outcome = "reinstated", ProofKind = "odd", ProofReference = "r" })).Refusal?.Code);

        TenantGrains Grains() => TenantGrains.For(tenant, shared.Server.Services.GetRequiredService<IGrainFactory>());
        static string New() => Guid.NewGuid().ToString("n");
    }

    [Fact]
    public async Task open_no_case_from_a_text_that_holds_no_problem() =>
        (await api.Post("cases", new { sellerAccountId = await api.Account(), noticeText = "Hello, lunch at noon?" })).Refused(System.Net.HttpStatusCode.Conflict, "case.category-not-found");

    [Fact]
    public async Task keep_no_override_that_the_playbook_does_not_take()
    {
        (await api.Put("playbook/overrides/ACC-AHR.c1.amount", new { value = "soon" })).Refused(System.Net.HttpStatusCode.Conflict, "playbook.value-invalid");
        (await api.Put("playbook/overrides/NO-SUCH.c1.amount", new { value = "3" })).Refused(System.Net.HttpStatusCode.Conflict, "playbook.id-unknown");
    }

    [Fact]
    public async Task work_with_the_agencys_own_playbook_from_the_next_case_on()
    {
        using var agency = shared.Server.As(await shared.Server.FoundAgency("Own words"));
        var account = await agency.Account();
        var before = await agency.Case(account);

        (await agency.Put("playbook/overrides/PQ-INAUTHENTIC.name.en", new { value = "Doubted goods" })).Expect(System.Net.HttpStatusCode.NoContent);
        var after = await agency.Case(account);

        Assert.Equal("Doubted goods", after["categoryName"]);
        Assert.Equal(before["categoryName"], (await agency.Get($"cases/{before.Id}"))["categoryName"]);
        Assert.NotEqual(before.Json.GetProperty("playbook").GetProperty("hash").ToString(), after.Json.GetProperty("playbook").GetProperty("hash").ToString());
        (await agency.Delete("playbook/overrides/PQ-INAUTHENTIC.name.en")).Expect(System.Net.HttpStatusCode.NoContent);
        Assert.Equal(before["categoryName"], (await agency.Case(account))["categoryName"]);
    }
}
