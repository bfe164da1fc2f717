using System.Net;
using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Evidence(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task is_kept_byte_by_byte_under_its_hash()
    {
        var account = await api.Account();
        var content = Encoding.UTF8.GetBytes("%PDF-1.7 invoice 发票 " + Guid.NewGuid());

        var added = (await api.Post($"seller-accounts/{account}/evidence", Form(content))).Expect(HttpStatusCode.Created);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), added["sha256"]);
        Assert.Equal(Encoding.UTF8.GetString(content), (await api.Get($"seller-accounts/{account}/evidence/{added.Id}")).Expect(HttpStatusCode.OK).Text);
        var file = (await api.Get($"seller-accounts/{account}")).Json.GetProperty("evidence")[0];
        Assert.Equal("invoice May.pdf", file.GetProperty("fileName").GetString());
        Assert.Equal("2026-05-04", file.GetProperty("issuedOn").GetString());
        Assert.Equal(content.Length, file.GetProperty("length").GetInt64());
    }

    [Fact]
    public async Task is_added_once_under_one_key()
    {
        var account = await api.Account();
        var key = $"evidence-{Guid.NewGuid():n}";
        var content = "the same document"u8.ToArray();

        var first = (await api.Post($"seller-accounts/{account}/evidence", Form(content), key)).Expect(HttpStatusCode.Created);
        var again = (await api.Post($"seller-accounts/{account}/evidence", Form(content), key)).Expect(HttpStatusCode.Created);
        (await api.Post($"seller-accounts/{account}/evidence", Form("another document"u8.ToArray()), key)).Refused(HttpStatusCode.UnprocessableEntity, "request.idempotency-key-reused");

        Assert.Equal(first.Text, again.Text);
        Assert.Single((await api.Get($"seller-accounts/{account}")).Json.GetProperty("evidence").EnumerateArray());
    }

    [Fact]
    public async Task needs_a_file_and_a_kind()
    {
        var account = await api.Account();

        var no = (await api.Post($"seller-accounts/{account}/evidence", new MultipartFormDataContent { { new StringContent("x"), "issuer" } })).Refused(HttpStatusCode.BadRequest, "request.invalid");
        Assert.True(no.Json.GetProperty("errors").TryGetProperty("file", out _));
        Assert.True(no.Json.GetProperty("errors").TryGetProperty("kind", out _));
        (await api.Post($"seller-accounts/{account}/evidence", new { kind = "invoice" })).Refused(HttpStatusCode.UnsupportedMediaType, "request.media-type-unsupported");
        (await api.Post("seller-accounts/nobody/evidence", Form("x"u8.ToArray()))).Refused(HttpStatusCode.NotFound, "resource.not-found");
    }

    private static MultipartFormDataContent Form(byte[] content) => new()
    {
        { new StringContent("invoice"), "kind" },
        { new StringContent("Lumen Supply Ltd"), "issuer" },
        { new StringContent("2026-05-04"), "issuedOn" },
        { new ByteArrayContent(content), "file", "invoice May.pdf" },
    };
}
