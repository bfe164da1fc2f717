using AgencyPlatform.Data.Notifications;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Hosting;
using AgencyPlatform.ServerTests.Clocks;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgencyPlatform.ServerTests.Notifications;

public sealed class Notifications_of_long_ago : IAsyncLifetime
{
    private readonly DueIndex store = DueIndex.Open();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task are_forgotten_once_they_were_seen()
    {
        var marks = new NotificationMarks(store.Writer);
        foreach (var id in new[] { "seen-early", "seen-late", "unseen" }) { await store.Write(DueIndex.Tenant, new Effect.Notification("m", id, "escalation", null, store.Now, store.Now, "{}")); }
        await marks.Seen(DueIndex.Tenant, "m", ["seen-early"], store.Now, CancellationToken.None);
        store.Time.Advance(TimeSpan.FromDays(1));
        await marks.Seen(DueIndex.Tenant, "m", ["seen-late"], store.Now, CancellationToken.None);

        store.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromHours(12));
        using var housekeeping = new NotificationHousekeeping(marks, store.Time, NullLogger<NotificationHousekeeping>.Instance);
        await housekeeping.StartAsync(CancellationToken.None);
        await Gone("seen-early");
        await housekeeping.StopAsync(CancellationToken.None);

        Assert.Equal(["seen-late", "unseen"], Ids());
    }

    private async Task Gone(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Ids().Contains(id)) { await poll.WaitForNextTickAsync(patience.Token); }
    }

    private List<string> Ids()
    {
        using var connection = store.Database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM notification ORDER BY id";
        using var row = command.ExecuteReader();
        List<string> ids = [];
        while (row.Read()) { ids.Add(row.GetString(0)); }
        return ids;
    }
}
