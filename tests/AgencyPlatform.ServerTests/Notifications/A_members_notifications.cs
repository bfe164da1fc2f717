using System.Net;
using System.Text.Json;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests.Notifications;

[Collection(nameof(OneServer))]
public sealed class A_members_notifications(SharedServer shared)
{
    private static readonly DateTimeOffset Past = DateTimeOffset.UtcNow.AddMinutes(-5);

    [Fact]
    public async Task tell_of_a_next_step_that_passed_on_a_case()
    {
        var told = await Told.New(shared.Server);
        using var owner = shared.Server.As();
        using var mine = told.Api();
        var opened = await owner.Case();

        (await owner.Post($"cases/{opened.Id}/next-action", new { kind = "ask-colleague", question = "Whose invoice is it?", addressee = told.Member, dueAt = DateTimeOffset.UtcNow.AddSeconds(1) })).Expect(HttpStatusCode.OK);

        var item = await Until(mine, items => items.FirstOrDefault(i => i.GetProperty("caseId").GetString() == opened.Id));
        Assert.Equal("next-action-passed", item.GetProperty("kind").GetString());
        Assert.Equal(opened["number"], item.GetProperty("caseNumber").GetString());
        Assert.Equal($"Case {opened["number"]}: the next step has passed (Ask a colleague). Do it or plan another.", item.GetProperty("text").GetString());
    }

    [Fact]
    public async Task are_read_in_the_readers_language()
    {
        var told = await Told.New(shared.Server);
        using var mine = told.Api();
        await told.Tell("a", Past);
        await told.Tell("b", Past.AddMinutes(1), "escalation-gap", """{"number":"1001-1","clock":"amazon-reply:3"}""");
        await told.Tell("c", Past.AddMinutes(2), "next-action-passed", """{"number":"1001-1","kind":"draft"}""");

        Assert.Equal(
            [
                "Case 1001-1: the next step has passed (Write letter). Do it or plan another.",
                "Case 1001-1: nobody could be called about Amazon’s reply. Check the ladder and its rota.",
                "Case 1001-1 needs you: First response",
            ],
            Items(await mine.Get("notifications", "en")).Select(i => i.GetProperty("text").GetString()!));
        Assert.Equal("案件1001-1需要您处理：首次回复", Items(await mine.Get("notifications", "zh-CN"))[^1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task are_nobody_elses()
    {
        var (told, other) = (await Told.New(shared.Server), await Told.New(shared.Server));
        using var mine = told.Api();
        using var theirs = other.Api();
        using var elsewhere = shared.Server.As(await shared.Server.FoundAgency("Elsewhere"));
        await told.Tell("a", Past);

        foreach (var foreign in new[] { theirs, elsewhere })
        {
            Assert.Empty(Items(await foreign.Get("notifications")));
            Assert.Equal("0", (await foreign.Get("notifications"))["unseen"]);
            (await foreign.Post("notifications/seen", new { ids = new[] { "a" } })).Expect(HttpStatusCode.OK);
            (await foreign.Post("notifications/seen", new { all = true })).Expect(HttpStatusCode.OK);
        }

        Assert.Equal("1", (await mine.Get("notifications"))["unseen"]);
    }

    [Fact]
    public async Task of_the_same_person_in_another_agency_stay_there()
    {
        var told = await Told.New(shared.Server);
        using var mine = told.Api();

        await told.Tell("a", Past, tenant: "elsewhere");

        Assert.Empty(Items(await mine.Get("notifications")));
        Assert.Equal("0", (await mine.Post("notifications/seen", new { all = true }))["unseen"]);
    }

    [Fact]
    public async Task wait_for_the_end_of_quiet_hours()
    {
        var told = await Told.New(shared.Server);
        using var mine = told.Api();
        await told.Tell("in-the-morning", DateTimeOffset.UtcNow.AddHours(6));

        Assert.Empty(Items(await mine.Get("notifications")));
        Assert.Equal("0", (await mine.Get("notifications"))["unseen"]);
        Assert.Equal("0", (await mine.Post("notifications/seen", new { all = true }))["unseen"]);

        await told.Tell("soon", DateTimeOffset.UtcNow.AddSeconds(1));
        await Until(mine, items => items.FirstOrDefault(i => i.GetProperty("id").GetString() == "soon"));
    }

    [Fact]
    public async Task come_in_pages_the_newest_first()
    {
        var told = await Told.New(shared.Server);
        using var mine = told.Api();
        // Two that were delivered at one instant lie across the page's end.
        foreach (var (id, minute) in new[] { ("a", 0), ("b", 1), ("c", 1), ("d", 2), ("e", 3) }) { await told.Tell(id, Past.AddMinutes(minute)); }

        List<string> read = [];
        string? cursor = null;
        do
        {
            var page = await mine.Get($"notifications?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.Equal("5", page["unseen"]);
            read.AddRange(Items(page).Select(i => i.GetProperty("id").GetString()!));
            cursor = page.Json.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(["e", "d", "c", "b", "a"], read);
        (await mine.Get("notifications?cursor=nonsense")).Refused(HttpStatusCode.BadRequest, "request.cursor-invalid");
        using var owner = shared.Server.As();
        (await owner.Get($"notifications?cursor={(await mine.Get("notifications?limit=1"))["nextCursor"]}")).Refused(HttpStatusCode.BadRequest, "request.cursor-invalid");
    }

    [Fact]
    public async Task are_seen_once_and_for_all()
    {
        var told = await Told.New(shared.Server);
        using var mine = told.Api();
        foreach (var id in new[] { "a", "b", "c" }) { await told.Tell(id, Past); }

        Assert.Equal("2", (await mine.Post("notifications/seen", new { ids = new[] { "b" } }))["unseen"]);
        var first = SeenAt(await mine.Get("notifications"), "b");
        Assert.Equal("2", (await mine.Post("notifications/seen", new { ids = new[] { "b", "unknown" } }))["unseen"]);
        Assert.Equal(first, SeenAt(await mine.Get("notifications"), "b"));
        Assert.Equal(["c", "a"], Items(await mine.Get("notifications?unseen=true")).Select(i => i.GetProperty("id").GetString()));

        Assert.Equal("0", (await mine.Post("notifications/seen", new { all = true }))["unseen"]);
        Assert.Empty(Items(await mine.Get("notifications?unseen=true")));
        Assert.Equal(first, SeenAt(await mine.Get("notifications"), "b"));
    }

    [Fact]
    public async Task are_marked_by_ids_or_all_together()
    {
        var told = await Told.New(shared.Server);
        using var mine = told.Api();

        foreach (var body in new object[] { new { }, new { ids = Array.Empty<string>() }, new { ids = new[] { "a" }, all = true }, new { ids = Enumerable.Range(0, 201).Select(i => $"{i}") }, new { ids = new string?[] { null } } })
        {
            var refused = (await mine.Post("notifications/seen", body)).Refused(HttpStatusCode.BadRequest, "request.invalid");
            Assert.True(refused.Json.GetProperty("errors").TryGetProperty("ids", out _), refused.Text);
        }
    }

    [Fact]
    public async Task can_be_marked_by_those_who_may_only_read_but_not_by_their_reading_keys()
    {
        var (person, program) = (await Told.New(shared.Server, "read-only"), await Told.New(shared.Server, "read-only", "read"));
        using var mine = person.Api();
        using var reading = program.Api();
        await person.Tell("a", Past);

        Assert.Equal("0", (await mine.Post("notifications/seen", new { all = true })).Expect(HttpStatusCode.OK)["unseen"]);
        (await reading.Post("notifications/seen", new { all = true })).Expect(HttpStatusCode.Forbidden);
    }

    private static JsonElement[] Items(Answer answer) => [.. answer.Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray()];

    private static string? SeenAt(Answer answer, string id) => Items(answer).Single(i => i.GetProperty("id").GetString() == id).GetProperty("seenAt").GetString();

    private static async Task<JsonElement> Until(Api api, Func<JsonElement[], JsonElement> find)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await poll.WaitForNextTickAsync(patience.Token))
        {
            if (find(Items(await api.Get("notifications"))) is { ValueKind: JsonValueKind.Object } found) { return found; }
        }

        throw new TimeoutException();
    }
}
