using System.Net;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Server.Webhooks;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests.Webhooks;

[Collection(nameof(OneServer))]
public sealed class A_storm_of_events(SharedServer shared)
{
    private const int Distinct = 1_000;

    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task shuffled_repeated_forged_and_oversized_has_each_true_event_applied_once()
    {
        string[] cases = [(await api.Case()).Id, (await api.Case()).Id, (await api.Case()).Id, (await api.Case()).Id];
        using var sender = await Sender.Open(shared.Server);
        using var forger = new Sender(shared.Server.Address, sender.EndpointId, WebhookSecret.Make(new byte[32]).Text);
        var random = new Random(18);
        var events = Enumerable.Range(0, Distinct)
            .Select(i => (Id: $"msg_{i}", Body: Sender.Status(new { caseId = cases[i % cases.Length], status = i % 3 == 0 ? "received" : "in-review", occurredAt = DateTimeOffset.UtcNow.AddSeconds(-random.Next(259_200)) }))).ToArray();
        var large = new byte[(1 << 20) + 1];
        var script = events.Select(e => (Id: e.Id, Body: e.Body, By: sender, Is: HttpStatusCode.Accepted))
            .Concat(events.Where((_, i) => i % 10 < 3).Select(e => (Id: e.Id, Body: e.Body, By: sender, Is: HttpStatusCode.Accepted)))
            .Concat(events.Where((_, i) => i % 20 == 0).Select(e => (Id: $"forged_{e.Id}", Body: e.Body, By: forger, Is: HttpStatusCode.Unauthorized)))
            .Concat(events.Where((_, i) => i % 100 == 0).Select(e => (Id: $"large_{e.Id}", Body: large, By: sender, Is: HttpStatusCode.RequestEntityTooLarge))).ToArray();
        random.Shuffle(script);

        await Parallel.ForEachAsync(script, new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (send, _) => (await send.By.Post(send.Body, send.Id)).Expect(send.Is));

        foreach (var id in cases) { await AllApplied(id, Distinct / cases.Length); }
        Assert.Empty((await api.Get($"webhook-events?state=held&endpointId={sender.EndpointId}")).Json.GetProperty("items").EnumerateArray());
        Assert.Empty((await api.Get($"webhook-events?state=dead&endpointId={sender.EndpointId}")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public void at_one_door_does_not_shut_another()
    {
        var gates = new Gates();
        Door One(string id) => new("t", id, isAmazon: false, null, isPaused: false, []);
        var inside = Enumerable.Range(0, Gates.PerEndpoint).Select(_ => gates.TryEnter(One("a"))).ToArray();

        Assert.DoesNotContain(null, inside);
        Assert.Null(gates.TryEnter(One("a")));
        Assert.NotNull(gates.TryEnter(One("b")));
        inside[0]!.Leave();
        Assert.NotNull(gates.TryEnter(One("a")));
    }

    [Fact]
    public void of_large_bodies_has_only_so_much_memory()
    {
        var gates = new Gates();
        var taken = 0;
        while (gates.TryTake(Body.Limit)) { taken++; }

        Assert.Equal(Gates.Room / Body.Limit, taken);
        gates.GiveBack(Body.Limit);
        Assert.True(gates.TryTake(Body.Limit));
    }

    [Fact]
    public async Task is_told_to_come_back_when_nothing_more_can_be_stored()
    {
        using var sender = await Sender.Open(shared.Server);
        var doors = shared.Server.Services.GetRequiredService<IDoors>();
        var ingress = new Ingress(doors, new FullInbox(), new Gates(), new Tallies(), TimeProvider.System);
        var signed = sender.Signed("{}".Utf8(), "msg_1", DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        foreach (var (name, values) in signed.Headers) { http.Request.Headers[name] = values.Single(); }
        http.Request.Body = new MemoryStream("{}".Utf8());

        var answer = await ingress.Take(sender.EndpointId, http.Request, CancellationToken.None);

        Assert.Equal(new IngressAnswer(Outcomes.Busy), answer);
    }

    private async Task AllApplied(string caseId, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var applied = await Applied(caseId);
            Assert.True(applied <= count, $"{applied} effects of {count} events");
            if (applied == count) { return; }
            await poll.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task<int> Applied(string caseId)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(shared.Server.Folder, "agency.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM timeline WHERE stream=$s AND type='case.status-reported.v1'";
        command.Parameters.AddWithValue("$s", $"case/{caseId}");
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class FullInbox : IInbox
    {
        public Task<StoredEvent?> Store(Door door, string externalId, string headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => Task.FromResult<StoredEvent?>(null);
    }
}
