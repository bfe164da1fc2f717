using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.FaultTests;

public sealed class A_server_killed_under_load : IDisposable
{
    private const int Kills = 25;
    private const int Clients = 8;

    private readonly string data = Directory.CreateTempSubdirectory("agency-kill-").FullName;

    [Fact]
    public async Task loses_nothing_it_acknowledged_and_doubles_nothing()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (work, events, steps) = (new AcknowledgedWork(), new SignedEvents(), new PromisedSteps());
        var (account, cases) = await Prepare(work, events);
        var bites = 0;

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.Start(data, CancellationToken.None);
            foreach (var open in work.Unanswered.Where(n => n.Key[0] is >= '0' and <= '7').ToList()) { await work.Ask(server.Http, open, CancellationToken.None); }

            using var over = new CancellationTokenSource();
            var least = work.AcknowledgedCount + random.Next(5, 400);
            var clients = Enumerable.Range(0, Clients).Select(i => Task.Run(() => work.Run(server.Http, account, cases, i, over.Token))).ToList();
            clients.Add(Task.Run(() => events.Run(server.Http, cases, over.Token)));
            clients.Add(Task.Run(() => events.Run(server.Http, cases, over.Token)));
            clients.Add(Task.Run(() => steps.Run(server.Http, work, account, over.Token)));
            await Task.WhenAny([work.Reach(least), .. clients]);
            await server.Kill();
            await over.CancelAsync();
            await Task.WhenAll(clients);
            if (work.Unanswered.Any()) { bites++; }
        }

        await using var last = await ServerProcess.Start(data, CancellationToken.None);
        await Settled(steps);
        await last.Kill();
        Assert.True(bites >= Kills / 2, $"Only {bites} of {Kills} kills met requests under way (seed {seed}).");
        Compare(work, seed);
        CompareEvents(events, seed);
        CompareSteps(steps, seed);
    }

    /// <summary>Waits until nothing is left to apply and nothing is due.</summary>
    private async Task Settled(PromisedSteps steps)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await poll.WaitForNextTickAsync(patience.Token))
        {
            using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(data, "*.db").Single()};Mode=ReadOnly");
            connection.Open();
            var waiting = long.Parse(Read(connection, "SELECT cast(count(*) AS text) FROM inbox WHERE state='new'").Single(), System.Globalization.CultureInfo.InvariantCulture);
            var raised = Read(connection, "SELECT case_id FROM firing WHERE kind='watchdog'").ToHashSet(StringComparer.Ordinal);
            if (waiting == 0 && steps.Promised.All(raised.Contains)) { return; }
        }
    }

    private async Task<(string Account, string[] Cases)> Prepare(AcknowledgedWork work, SignedEvents events)
    {
        await using var server = await ServerProcess.Start(data, CancellationToken.None);
        await events.CreateEndpoint(server.Http);
        var client = await Post(server.Http, "/api/v1/clients", new { name = "Lumenforge Trading" });
        var account = await Post(server.Http, "/api/v1/seller-accounts", new { clientId = client, name = "Lumenforge US", sellerId = "A1LUMENFORGE1", marketplaces = new[] { "ATVPDKIKX0DER" }, timeZone = "Asia/Shanghai" });
        var cases = new string[6];
        for (var i = 0; i < cases.Length; i++) { cases[i] = await work.Open(server.Http, account, AcknowledgedWork.Key(), CancellationToken.None); }
        return (account, cases);
    }

    private static async Task<string> Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private void Compare(AcknowledgedWork work, int seed)
    {
        using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(data, "*.db").Single()}");
        connection.Open();
        Assert.Equal("ok", Read(connection, "PRAGMA integrity_check").Single());

        var written = Read(connection, "SELECT json_extract(data, '$.text') FROM timeline WHERE type='case.note-added.v1'")
            .GroupBy(text => text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.Empty(work.Acknowledged.Where(n => written.GetValueOrDefault(n.Text) != 1).Select(n => $"{n.Text}: {written.GetValueOrDefault(n.Text)} times, seed {seed}"));
        Assert.Empty(written.Where(w => w.Value > 1).Select(w => $"{w.Key}: {w.Value} times, seed {seed}"));

        var opened = Read(connection, "SELECT case_id FROM case_row").ToHashSet(StringComparer.Ordinal);
        Assert.Superset(work.Openings.Values.ToHashSet(StringComparer.Ordinal), opened);

        // Record, timeline and list row of every case are of one write.
        Assert.Empty(Read(connection, """
            SELECT s.id FROM grain_state s WHERE s.kind='case' AND (
              s.version <> (SELECT max(version) FROM timeline t WHERE t.tenant=s.tenant AND t.stream='case/' || s.id)
              OR NOT EXISTS (SELECT 1 FROM case_row r WHERE r.tenant=s.tenant AND r.case_id=s.id)
              OR s.version <> (SELECT count(*) FROM command c WHERE c.tenant=s.tenant AND c.grain='case/' || s.id))
            """));
    }

    /// <summary>Every 202 has one inbox row that is done and one effect, however often the event was sent and the server killed.</summary>
    private void CompareEvents(SignedEvents events, int seed)
    {
        using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(data, "*.db").Single()}");
        connection.Open();
        Assert.NotEmpty(events.Accepted);
        var done = Read(connection, "SELECT id FROM inbox WHERE state='done'").ToHashSet(StringComparer.Ordinal);
        Assert.Empty(events.Accepted.Keys.Where(id => !done.Contains(id)).Select(id => $"{id} is not done, seed {seed}"));
        var effects = Read(connection, "SELECT json_extract(data, '$.textHash') FROM timeline WHERE type='case.status-reported.v1'")
            .GroupBy(hash => hash, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.Empty(events.Accepted.Values.Where(text => effects.GetValueOrDefault(Hash(text)) != 1).Select(text => $"{text}: {effects.GetValueOrDefault(Hash(text))} effects, seed {seed}"));
        Assert.Empty(effects.Where(e => e.Value > 1).Select(e => $"{e.Key}: {e.Value} effects, seed {seed}"));
    }

    /// <summary>Every acknowledged step is raised once and never early, and whoever is told is told once.</summary>
    private void CompareSteps(PromisedSteps steps, int seed)
    {
        using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(data, "*.db").Single()}");
        connection.Open();
        Assert.NotEmpty(steps.Promised);
        var raised = Read(connection, "SELECT substr(stream, 6) FROM timeline WHERE type='case.next-action-passed.v1'")
            .GroupBy(id => id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.Empty(steps.Promised.Where(id => raised.GetValueOrDefault(id) != 1).Select(id => $"{id}: raised {raised.GetValueOrDefault(id)} times, seed {seed}"));
        Assert.Empty(Read(connection, "SELECT case_id FROM firing WHERE fired_at < due_at"));
        Assert.NotEmpty(Read(connection, "SELECT case_id FROM firing WHERE is_late"));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) { values.Add(reader.GetString(0)); }
        return values;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
