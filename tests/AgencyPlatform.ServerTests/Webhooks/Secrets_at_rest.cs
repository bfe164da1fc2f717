using System.Net;
using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Server.Secrets;
using AgencyPlatform.Server.Webhooks;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests.Webhooks;

public sealed class Secrets_at_rest
{
    private static readonly SecretBox Box = new(RandomNumberGenerator.GetBytes(32));
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("agency-secrets-").FullName, "secrets.key");

    [Fact]
    public void open_only_for_their_tenant_and_their_thing_with_the_key_they_were_sealed_with()
    {
        var sealed1 = Box.Seal("t1", "webhook-secret/e1", "whsec_text"u8);

        Assert.Equal("whsec_text", Encoding.UTF8.GetString(Box.Open("t1", "webhook-secret/e1", sealed1)));
        Assert.DoesNotContain("whsec_text", Encoding.Latin1.GetString(sealed1), StringComparison.Ordinal);
        Assert.NotEqual(sealed1, Box.Seal("t1", "webhook-secret/e1", "whsec_text"u8));
        foreach (var open in (Action[])[
            () => Box.Open("t2", "webhook-secret/e1", sealed1),
            () => Box.Open("t1", "webhook-secret/e2", sealed1),
            () => new SecretBox(new byte[32]).Open("t1", "webhook-secret/e1", sealed1),
            () => Box.Open("t1", "webhook-secret/e1", [.. sealed1[..^1], (byte)(sealed1[^1] ^ 1)]),
            () => Box.Open("t1", "webhook-secret/e1", sealed1.AsSpan(0, 20)),
        ])
        {
            Assert.ThrowsAny<CryptographicException>(open);
        }
    }

    [Fact]
    public void get_a_key_file_of_their_own_that_nobody_else_may_read()
    {
        var first = SecretKey.Open(null, file, null);
        var kept = first.Seal("t", "x", "y"u8);

        Assert.Equal("y", Encoding.UTF8.GetString(SecretKey.Open(null, file, ("t", "x", kept)).Open("t", "x", kept)));
        if (!OperatingSystem.IsWindows()) { Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)); }
    }

    [Fact]
    public void stop_the_start_with_the_wrong_key_or_none()
    {
        var kept = SecretKey.Open(null, file, null).Seal("t", "x", "y"u8);
        var other = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

        Assert.Contains("does not open the secrets", Assert.Throws<InvalidOperationException>(() => SecretKey.Open(other, file, ("t", "x", kept))).Message, StringComparison.Ordinal);
        Assert.Contains("32 bytes", Assert.Throws<InvalidOperationException>(() => SecretKey.Open("short", file, null)).Message, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains("restore", Assert.Throws<InvalidOperationException>(() => SecretKey.Open(null, file, ("t", "x", kept))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void of_a_door_count_until_the_end_of_their_overlap()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        byte[] old = new byte[32], fresh = [.. Enumerable.Repeat((byte)1, 32)];
        var door = new Door("t", "e", isAmazon: false, null, isPaused: false, [new DoorKey(old, now.AddHours(24)), new DoorKey(fresh, null)]);

        Assert.Equal([old, fresh], door.KeysAt(now.AddHours(24).AddTicks(-1)));
        Assert.Equal([fresh], door.KeysAt(now.AddHours(24)));
    }

    [Fact]
    public async Task survive_a_restart_and_show_themselves_once()
    {
        var server = await RunningServer.Start(cases: 0);
        try
        {
            using var api = server.As();
            var key = $"endpoint-{Guid.NewGuid():n}";
            var made = (await api.Post("webhook-endpoints", new { kind = "status", name = "Case log" }, key)).Expect(HttpStatusCode.Created);
            var repeated = (await api.Post("webhook-endpoints", new { kind = "status", name = "Case log" }, key)).Expect(HttpStatusCode.Created);
            Assert.Equal((made.Id, made["secret"]), (repeated.Id, repeated["secret"]));
            Assert.True(repeated.Headers.Contains("Idempotent-Replayed"));
            Assert.Equal($"{server.Address.ToString().TrimEnd('/')}/webhooks/{made.Id}", made["url"]);
            Assert.NotNull(WebhookSecret.Parse(made["secret"]));

            server = await server.Restart();
            using var sender = new Sender(server.Address, made.Id, made["secret"]);
            (await sender.Post("{}".Utf8(), "msg_1")).Expect(HttpStatusCode.Accepted);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var kept in Directory.GetFiles(server.Folder, "agency.db*"))
            {
                await using var stream = new FileStream(kept, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var text = new StreamReader(stream, Encoding.Latin1);
                Assert.DoesNotContain(made["secret"][6..], await text.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
