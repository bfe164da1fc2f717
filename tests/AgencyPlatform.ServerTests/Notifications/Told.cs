using System.Net;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Hosting.Demo;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests.Notifications;

/// <summary>A member of the demo agency whom nobody has told anything yet.</summary>
internal sealed record Told(RunningServer Server, string Member, string Key)
{
    public static async Task<Told> New(RunningServer server, string role = "case-worker", string scope = "*")
    {
        using var owner = server.As();
        var member = (await owner.Post("members", new { name = "Mia Brandt", email = $"{Guid.NewGuid():n}@agency.example", role, timeZone = "Europe/Berlin" })).Expect(HttpStatusCode.Created);
        var key = (await owner.Post("api-keys", new { name = "bell", memberId = member.Id, scopes = new[] { scope } })).Expect(HttpStatusCode.Created)["key"];
        return new(server, member.Id, key);
    }

    public Api Api() => Server.As(Key);

    /// <summary>Tells the member the way a grain's write does.</summary>
    public async Task Tell(string id, DateTimeOffset deliverAt, string kind = "escalation", string data = """{"number":"1001-1","clock":"first-response"}""", string? tenant = null)
    {
        var told = new Effect.Notification(Member, id, kind, "case-of-none", deliverAt, deliverAt, data);
        var written = await Server.Services.GetRequiredService<SqliteWriter>().Write(new GrainWrite(tenant ?? DemoSeed.Tenant, "test", Guid.NewGuid().ToString(), 0, 1, "{}"u8.ToArray(), [told]));
        Assert.Equal(WriteOutcome.Committed, written);
    }
}
