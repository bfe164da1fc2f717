using System.Net;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Lists_of_cases(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task are_walked_page_by_page_without_gap_or_repeat()
    {
        var account = await api.Account();
        HashSet<string> made = [];
        for (var i = 0; i < 7; i++) { made.Add((await api.Post("cases", new { sellerAccountId = account, categoryId = "PQ-INAUTHENTIC" })).Expect(HttpStatusCode.Created).Id); }

        List<string> walked = [];
        string? cursor = null;
        do
        {
            var page = (await api.Get($"cases?sellerAccountId={account}&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}")).Expect(HttpStatusCode.OK).Json;
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(7, walked.Count);
        Assert.Equal(made, walked.ToHashSet());
    }

    [Fact]
    public async Task put_the_most_urgent_first()
    {
        var due = (await api.Get("cases?limit=200")).Json.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("isOpen").GetBoolean()).Select(i => i.GetProperty("dueAt").GetDateTimeOffset()).ToList();

        Assert.NotEmpty(due);
        Assert.Equal(due.Order(), due);
    }

    [Fact]
    public async Task find_a_case_by_number_reference_and_asin()
    {
        var account = await api.Account();
        var reference = $"REF{Guid.NewGuid():n}"[..20];
        var opened = (await api.Post("cases", new { sellerAccountId = account, noticeText = Notices.Inauthentic, amazonReference = reference })).Expect(HttpStatusCode.Created);

        foreach (var query in new[] { opened["number"], reference, reference.ToUpperInvariant(), "b0c4r7qk2m" })
        {
            Assert.Contains((await api.Get($"cases?q={query}")).Json.GetProperty("items").EnumerateArray(), i => i.GetProperty("id").GetString() == opened.Id);
        }

        Assert.Empty((await api.Get("cases?q=nothing-like-it")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task take_only_their_own_cursors()
    {
        using var other = shared.Server.As(await shared.Server.FoundAgency("Cursor thieves"));
        var cursor = (await api.Get("cases?limit=1"))["nextCursor"];

        (await other.Get($"cases?cursor={cursor}")).Refused(HttpStatusCode.BadRequest, "request.cursor-invalid");
        (await api.Get($"clients?cursor={cursor}")).Refused(HttpStatusCode.BadRequest, "request.cursor-invalid");
        (await api.Get("cases?cursor=abc")).Refused(HttpStatusCode.BadRequest, "request.cursor-invalid");
    }

    [Fact]
    public async Task show_one_stage_or_one_desk()
    {
        var resolved = (await api.Get("cases?stage=resolved&limit=200")).Json.GetProperty("items").EnumerateArray().ToList();
        var catalog = (await api.Get("cases?desk=CATALOG&limit=200")).Json.GetProperty("items").EnumerateArray().ToList();

        Assert.All(resolved, i => Assert.Equal("resolved", i.GetProperty("stage").GetString()));
        Assert.All(catalog, i => Assert.Equal("CATALOG", i.GetProperty("desk").GetString()));
        (await api.Get("cases?stage=nonsense")).Refused(HttpStatusCode.BadRequest, "request.invalid");
    }
}
