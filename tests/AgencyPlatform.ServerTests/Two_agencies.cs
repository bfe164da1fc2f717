using System.Net;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Two_agencies(SharedServer shared)
{
    [Fact]
    public async Task see_nothing_of_each_other()
    {
        using var ours = shared.Server.As();
        using var theirs = shared.Server.As(await shared.Server.FoundAgency("Elsewhere"));
        var account = await ours.Account();
        var opened = await ours.Case(account);
        var client = (await ours.Get($"seller-accounts/{account}"))["clientId"];

        foreach (var path in new[] { $"cases/{opened.Id}", $"cases/{opened.Id}/timeline", $"cases/{opened.Id}/advice", $"cases/{opened.Id}/notice", $"seller-accounts/{account}", $"clients/{client}" })
        {
            var foreign = (await theirs.Get(path)).Refused(HttpStatusCode.NotFound, "resource.not-found");
            var missing = (await theirs.Get(path.Replace(opened.Id, "gone", StringComparison.Ordinal).Replace(account, "gone", StringComparison.Ordinal).Replace(client, "gone", StringComparison.Ordinal))).Expect(HttpStatusCode.NotFound);
            Assert.Equal(missing["detail"], foreign["detail"]);
        }

        (await theirs.Post($"cases/{opened.Id}/notes", new { text = "x" })).Refused(HttpStatusCode.NotFound, "case.unknown");
        (await theirs.Post("cases", new { sellerAccountId = account, categoryId = "PQ-INAUTHENTIC" })).Refused(HttpStatusCode.NotFound, "account.unknown");
        (await theirs.Post("seller-accounts", new { clientId = client, name = "x", sellerId = "A1", marketplaces = new[] { "US" }, timeZone = "Etc/UTC" })).Refused(HttpStatusCode.NotFound, "client.unknown");
        Assert.Empty((await theirs.Get("cases")).Json.GetProperty("items").EnumerateArray());
        Assert.Empty((await theirs.Get($"cases?q={opened["number"]}")).Json.GetProperty("items").EnumerateArray());
        Assert.Empty((await theirs.Get("clients")).Json.GetProperty("items").EnumerateArray());
        Assert.Single((await theirs.Get("members")).Json.EnumerateArray());
    }
}
