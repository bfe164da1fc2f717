using System.Text.Json;
using AgencyPlatform.Server.Hosting.Clocks;
using AgencyPlatform.Server.Hosting.Demo;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests.Clocks;

[Collection(nameof(OneServer))]
public sealed class A_server_with_clocks(SharedServer shared)
{
    [Fact]
    public async Task says_in_its_health_how_they_stand()
    {
        using var http = new HttpClient { BaseAddress = shared.Server.Address };
        using var answer = JsonDocument.Parse(await http.GetStringAsync("/health/ready"));

        Assert.True(answer.RootElement.GetProperty("checks").GetProperty("clocks").GetBoolean());
        Assert.False(answer.RootElement.GetProperty("clocks").GetProperty("isLagging").GetBoolean());
    }

    [Fact]
    public async Task shows_them_among_its_metrics()
    {
        using var http = new HttpClient { BaseAddress = shared.Server.Address };

        Assert.Contains("agency_clocks_backlog", await http.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task wakes_a_case_in_the_name_of_its_agency()
    {
        using var api = shared.Server.As();
        var opened = await api.Case();
        var waker = shared.Server.Services.GetRequiredService<ICaseWaker>();

        await waker.Warm(DemoSeed.Tenant, opened.Id, CancellationToken.None);
        var reply = await waker.Wake(DemoSeed.Tenant, opened.Id, null, DateTimeOffset.UtcNow, CancellationToken.None);

        Assert.Empty(reply.FiredDueAt);
    }
}
