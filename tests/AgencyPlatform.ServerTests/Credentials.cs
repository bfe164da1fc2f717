using System.Net;
using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Credentials(SharedServer shared)
{
    private readonly Api owner = shared.Server.As();

    [Fact]
    public void write_a_key_as_specified()
    {
        var key = ApiKeyText.Of(SHA256.HashData(Encoding.ASCII.GetBytes("agencyplatform api key vector 1")));

        Assert.Equal("apk_live_4I8Pb4qdkL9XlCiUaTx0ecDeejQio1y0Giw5q3Y2YtL4MlLIK", key);
        Assert.Equal("7d5326064c28959c41bbbebba0e98fdcc87c0a38bb53c8f5aa8e4a64d51dd820", ApiKeyText.Hash(key));
        Assert.True(ApiKeyText.IsWellFormed(key));
        Assert.False(ApiKeyText.IsWellFormed(key[..^1] + "x"));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Matches("^apk_live_[0-9A-Za-z]{49}$", ApiKeyText.New()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("apk_live_4I8Pb4qdkL9XlCiUaTx0ecDeejQio1y0Giw5q3Y2YtL4MlLIL")]
    public async Task that_are_missing_or_wrong_open_nothing(string? key)
    {
        using var stranger = shared.Server.As(key);

        (await stranger.Get("cases")).Refused(HttpStatusCode.Unauthorized, "request.unauthenticated");
        (await stranger.Post("clients", new { name = "x" })).Refused(HttpStatusCode.Unauthorized, "request.unauthenticated");
    }

    [Fact]
    public async Task that_look_right_but_are_unknown_open_nothing()
    {
        using var stranger = shared.Server.As(ApiKeyText.New());

        (await stranger.Get("cases")).Refused(HttpStatusCode.Unauthorized, "request.unauthenticated");
    }

    [Fact]
    public async Task let_a_person_in_with_a_cookie()
    {
        using var person = shared.Server.As(null);

        (await person.Post("session", new { email = RunningServer.Owner, password = "not the password" })).Refused(HttpStatusCode.Unauthorized, "session.refused");
        (await person.Post("session", new { email = "nobody@agency.example", password = "not the password" })).Refused(HttpStatusCode.Unauthorized, "session.refused");
        (await person.Post("session", new { email = RunningServer.Owner, password = RunningServer.Password })).Expect(HttpStatusCode.NoContent);

        (await person.Get("cases")).Expect(HttpStatusCode.OK);
        (await person.Post("clients", new { name = "By cookie" })).Expect(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("read-only", HttpStatusCode.Forbidden)]
    [InlineData("billing", HttpStatusCode.Forbidden)]
    [InlineData("case-worker", HttpStatusCode.Created)]
    public async Task allow_what_the_role_allows(string role, HttpStatusCode opening)
    {
        var account = await owner.Account();
        using var member = shared.Server.As(await owner.Colleague(role));

        (await member.Get("cases")).Expect(HttpStatusCode.OK);
        (await member.Post("cases", new { sellerAccountId = account, categoryId = "PQ-INAUTHENTIC" })).Expect(opening);
        (await member.Post("api-keys", new { name = "mine", memberId = "x" })).Refused(HttpStatusCode.Forbidden, "request.forbidden");
    }

    [Fact]
    public async Task stop_working_when_they_are_withdrawn()
    {
        var member = (await owner.Post("members", new { name = "Ada", email = $"{Guid.NewGuid():n}@agency.example", role = "case-worker", timeZone = "Etc/UTC" })).Expect(HttpStatusCode.Created);
        var made = (await owner.Post("api-keys", new { name = "short-lived", memberId = member.Id })).Expect(HttpStatusCode.Created);
        using var program = shared.Server.As(made["key"]);
        (await program.Get("cases")).Expect(HttpStatusCode.OK);

        (await owner.Delete($"api-keys/{made.Id}")).Expect(HttpStatusCode.NoContent);

        (await program.Get("cases")).Refused(HttpStatusCode.Unauthorized, "request.unauthenticated");
        Assert.DoesNotContain(made["key"], (await owner.Get("api-keys")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task narrowed_to_reading_only_read()
    {
        var member = (await owner.Post("members", new { name = "Bo", email = $"{Guid.NewGuid():n}@agency.example", role = "manager", timeZone = "Etc/UTC" })).Expect(HttpStatusCode.Created);
        using var program = shared.Server.As((await owner.Post("api-keys", new { name = "reader", memberId = member.Id, scopes = new[] { "read" } }))["key"]);

        (await program.Get("cases")).Expect(HttpStatusCode.OK);
        (await program.Post("clients", new { name = "x" })).Refused(HttpStatusCode.Forbidden, "request.forbidden");
    }
}
