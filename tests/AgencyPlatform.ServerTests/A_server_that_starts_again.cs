using System.Net;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.ServerTests;

public sealed class A_server_that_starts_again
{
    [Fact]
    public async Task has_forgotten_nothing()
    {
        var first = await RunningServer.Start(cases: 0);
        var api = first.As();
        var opened = await api.Case();
        var draft = (await api.Post($"cases/{opened.Id}/attempts", new { desk = opened["desk"], channel = "portal", letter = Notices.Letter })).Expect(HttpStatusCode.Created);
        var colleague = await api.Colleague();
        var before = WithoutTimeLeft((await api.Get($"cases/{opened.Id}")).Text);
        using var session = first.As(null);
        (await session.Post("session", new { email = RunningServer.Owner, password = RunningServer.Password })).Expect(HttpStatusCode.NoContent);

        await using var second = await first.Restart();

        using var again = second.As();
        using var reviewer = second.As(colleague);
        Assert.Equal(before, WithoutTimeLeft((await again.Get($"cases/{opened.Id}")).Text));
        Assert.Equal(Notices.Letter, (await again.Get($"cases/{opened.Id}/texts/{draft["letterHash"]}")).Text);
        (await reviewer.Post($"cases/{opened.Id}/attempts/1/approve")).Expect(HttpStatusCode.OK);
    }

    /// <summary>What a clock has left runs on while the server restarts.</summary>
    private static string WithoutTimeLeft(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\"(remaining[A-Za-z]*|used)Seconds\":-?\\d+,?", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    [Fact]
    public async Task does_not_share_its_data_with_a_second_one()
    {
        await using var running = await RunningServer.Start(cases: 0);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => RunningServer.Start(running.Folder));

        Assert.Contains("Another server is using the data directory", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task makes_no_demo_agency_in_production()
    {
        await using var server = await RunningServer.Start(environment: "Production");

        using var demo = server.As();
        (await demo.Get("cases")).Refused(HttpStatusCode.Unauthorized, "request.unauthenticated");
    }

    [Fact]
    public async Task carries_out_what_the_last_one_left_to_the_outbox()
    {
        var first = await RunningServer.Start(cases: 0);
        var api = first.As();
        var account = await api.Account();
        var opened = await api.Case(account);
        using var colleague = first.As(await api.Colleague());
        (await api.Post($"cases/{opened.Id}/attempts", new { desk = opened["desk"], channel = "portal", letter = Notices.Letter })).Expect(HttpStatusCode.Created);
        (await colleague.Post($"cases/{opened.Id}/attempts/1/approve")).Expect(HttpStatusCode.OK);
        (await api.Post($"cases/{opened.Id}/attempts/1/send", new { }, $"send-{Guid.NewGuid():n}")).Expect(HttpStatusCode.OK);

        await using var second = await first.Restart();

        using var again = second.As();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!(await again.Get($"seller-accounts/{account}")).Json.GetProperty("contacts")[0].GetProperty("isConfirmed").GetBoolean())
        {
            await poll.WaitForNextTickAsync(patience.Token);
        }

        using var db = new SqliteConnection($"Data Source={Path.Combine(second.Folder, "agency.db")};Mode=ReadOnly");
        await db.OpenAsync();
        using var waiting = db.CreateCommand();
        waiting.CommandText = "SELECT count(*) FROM outbox WHERE kind = 'account.settle'";
        while ((long)(await waiting.ExecuteScalarAsync())! > 0) { await poll.WaitForNextTickAsync(patience.Token); }
    }
}
