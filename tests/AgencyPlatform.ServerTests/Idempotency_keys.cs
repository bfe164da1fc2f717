using System.Net;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Idempotency_keys(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task give_a_repeated_request_the_same_answer()
    {
        var account = await api.Account();
        var key = $"open-{Guid.NewGuid():n}";
        var body = new { sellerAccountId = account, categoryId = "PQ-INAUTHENTIC" };

        var first = (await api.Post("cases", body, key)).Expect(HttpStatusCode.Created);
        (await api.Post($"cases/{first.Id}/notes", new { text = "In between." })).Expect(HttpStatusCode.OK);
        var second = (await api.Post("cases", body, key)).Expect(HttpStatusCode.Created);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotent-Replayed"));
    }

    [Fact]
    public async Task belong_to_one_request()
    {
        var key = $"client-{Guid.NewGuid():n}";
        (await api.Post("clients", new { name = "One" }, key)).Expect(HttpStatusCode.Created);

        (await api.Post("clients", new { name = "Two" }, key)).Refused(HttpStatusCode.UnprocessableEntity, "request.idempotency-key-reused");
    }

    [Fact]
    public async Task belong_to_one_caller()
    {
        var key = $"client-{Guid.NewGuid():n}";
        using var colleague = shared.Server.As(await api.Colleague("manager"));

        var mine = (await api.Post("clients", new { name = "Mine" }, key)).Expect(HttpStatusCode.Created);
        var theirs = (await colleague.Post("clients", new { name = "Theirs" }, key)).Expect(HttpStatusCode.Created);

        Assert.NotEqual(mine.Id, theirs.Id);
    }

    [Fact]
    public async Task carry_out_parallel_repeats_once()
    {
        var account = await api.Account();
        var key = $"open-{Guid.NewGuid():n}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.Post("cases", new { sellerAccountId = account, categoryId = "PQ-INAUTHENTIC" }, key)));

        Assert.All(answers, a => a.Expect(HttpStatusCode.Created));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.Single((await api.Get($"cases?sellerAccountId={account}")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task are_required_where_something_is_sent()
    {
        var opened = await api.Case();

        (await api.Post($"cases/{opened.Id}/attempts/1/send", new { })).Refused(HttpStatusCode.BadRequest, "idempotency-key-missing");
        (await api.Post($"cases/{opened.Id}/attempts/1/send", new { }, "short")).Refused(HttpStatusCode.BadRequest, "idempotency-key-invalid");
    }

    [Fact]
    public async Task are_not_used_up_by_a_refusal()
    {
        var opened = await api.Case();
        var key = $"approve-{Guid.NewGuid():n}";
        var approve = $"cases/{opened.Id}/attempts/1/approve";
        using var colleague = shared.Server.As(await api.Colleague());

        (await colleague.Post(approve, null, key)).Refused(HttpStatusCode.NotFound, "attempt.unknown");
        (await api.Post($"cases/{opened.Id}/attempts", new { desk = opened["desk"], channel = "portal", letter = Notices.Letter })).Expect(HttpStatusCode.Created);
        (await colleague.Post(approve, null, key)).Expect(HttpStatusCode.OK);
    }
}
