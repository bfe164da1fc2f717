using AgencyPlatform.Server.Hosting.Demo;
using AgencyPlatform.Server.Live;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Hints_that_a_case_changed(SharedServer shared)
{
    [Fact]
    public async Task reach_the_agencys_pages_and_nobody_elses()
    {
        using var api = shared.Server.As();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var changes = shared.Server.Services.GetRequiredService<CaseChanges>();
        await using var ours = changes.Of(DemoSeed.Tenant, patience.Token).GetAsyncEnumerator(patience.Token);
        await using var theirs = changes.Of("elsewhere", patience.Token).GetAsyncEnumerator(patience.Token);
        var hint = ours.MoveNextAsync().AsTask();
        var foreign = theirs.MoveNextAsync().AsTask();

        var opened = await api.Case();
        while (await hint && ours.Current != opened.Id) { hint = ours.MoveNextAsync().AsTask(); }

        Assert.Equal(opened.Id, ours.Current);
        Assert.False(foreign.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => foreign);
    }
}
