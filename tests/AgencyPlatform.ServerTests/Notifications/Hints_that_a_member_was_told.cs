using System.Net;
using AgencyPlatform.Server.Hosting.Demo;
using AgencyPlatform.Server.Live;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests.Notifications;

[Collection(nameof(OneServer))]
public sealed class Hints_that_a_member_was_told(SharedServer shared)
{
    [Fact]
    public async Task reach_the_members_windows_and_nobody_elses()
    {
        var (told, other) = (await Told.New(shared.Server), await Told.New(shared.Server));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var news = shared.Server.Services.GetRequiredService<MemberNews>();
        await using var mine = news.Of(DemoSeed.Tenant, told.Member, patience.Token).GetAsyncEnumerator(patience.Token);
        await using var theirs = news.Of(DemoSeed.Tenant, other.Member, patience.Token).GetAsyncEnumerator(patience.Token);
        await using var elsewhere = news.Of("elsewhere", told.Member, patience.Token).GetAsyncEnumerator(patience.Token);
        var hint = mine.MoveNextAsync().AsTask();
        Task<bool>[] foreign = [theirs.MoveNextAsync().AsTask(), elsewhere.MoveNextAsync().AsTask()];

        await told.Tell("a", DateTimeOffset.UtcNow);
        Assert.True(await hint);

        hint = mine.MoveNextAsync().AsTask();
        using var api = told.Api();
        (await api.Post("notifications/seen", new { all = true })).Expect(HttpStatusCode.OK);
        Assert.True(await hint);

        Assert.All(foreign, f => Assert.False(f.IsCompleted));
        await patience.CancelAsync();
        foreach (var f in foreign) { await Assert.ThrowsAnyAsync<OperationCanceledException>(() => f); }
    }
}
