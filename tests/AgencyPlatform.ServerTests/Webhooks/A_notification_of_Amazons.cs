using System.Net;
using System.Net.Http.Headers;
using AgencyPlatform.ServerTests.Running;

namespace AgencyPlatform.ServerTests.Webhooks;

/// <summary>From Amazon's envelope to the account and its cases.</summary>
[Collection(nameof(OneServer))]
public sealed class A_notification_of_Amazons(SharedServer shared)
{
    private readonly Api api = shared.Server.As();

    [Fact]
    public async Task is_known_by_its_own_id_in_either_casing_and_wrapping()
    {
        var account = await Made(NewSeller());
        using var sender = await Sender.Open(shared.Server, "sp-api", account);
        var (id, subscription) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var bare = Status(id, subscription, "NORMAL", "AT_RISK");
        var wrapped = $$"""{"version":"0","id":"{{Guid.NewGuid()}}","detail-type":"ACCOUNT_STATUS_CHANGED","source":"aws.partner/sellingpartnerapi.amazon.com/1/a","detail":{{bare}}}""";

        var first = (await sender.Post(bare.Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);
        await api.Event(first.Id, "done");
        var again = (await sender.Post(bare.Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);
        var repacked = (await sender.Post(wrapped.Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);

        Assert.Equal((first.Id, "True"), (again.Id, again["duplicate"]));
        await api.Event(repacked.Id, "done");
        Assert.Equal("at-risk", (await api.Get($"seller-accounts/{account}"))["status"]);
        Assert.Equal(1, await Heard(account, id));
    }

    [Fact]
    public async Task may_come_with_the_secret_as_its_key()
    {
        var account = await Made(NewSeller());
        using var sender = await Sender.Open(shared.Server, "sp-api", account);
        using var status = await Sender.Open(shared.Server);
        var body = Status(Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), "NORMAL", "AT_RISK").Utf8();

        var taken = (await sender.PostAs(sender.Bare(body), r => r.Headers.TryAddWithoutValidation("x-api-key", sender.Secret))).Expect(HttpStatusCode.Accepted);
        (await sender.PostAs(sender.Bare(body), r => r.Headers.TryAddWithoutValidation("x-api-key", status.Secret))).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        (await sender.Post(body, Sender.NewId(), change: r => r.Headers.TryAddWithoutValidation("x-api-key", "whsec_"))).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");
        (await status.PostAs(status.Bare(body), r => r.Headers.TryAddWithoutValidation("x-api-key", status.Secret))).Refused(HttpStatusCode.Unauthorized, "webhook.signature-invalid");

        await api.Event(taken.Id, "done");
        var nameless = "{\"no\":\"id\"}".Utf8();
        var first = (await sender.PostAs(sender.Bare(nameless), r => r.Headers.TryAddWithoutValidation("x-api-key", sender.Secret))).Expect(HttpStatusCode.Accepted);
        var second = (await sender.PostAs(sender.Bare(nameless), r => r.Headers.TryAddWithoutValidation("x-api-key", sender.Secret))).Expect(HttpStatusCode.Accepted);
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task first_seen_on_an_endpoint_of_one_account_joins_it_and_is_found_everywhere_after()
    {
        var account = await Made(NewSeller());
        using var bound = await Sender.Open(shared.Server, "sp-api", account);
        using var open = await Sender.Open(shared.Server, "sp-api");
        var subscription = Guid.NewGuid().ToString();

        var lost = (await open.Post(Status(Guid.NewGuid().ToString(), subscription, "NORMAL", "AT_RISK").Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);
        Assert.Equal("webhook.account-not-found", (await api.Event(lost.Id, "held"))["reason"]);

        var joined = (await bound.Post(Status(Guid.NewGuid().ToString(), subscription, "NORMAL", "AT_RISK").Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);
        Assert.Equal(account, (await api.Event(joined.Id, "done"))["sellerAccountId"]);
        var known = (await open.Post(Status(Guid.NewGuid().ToString(), subscription, "AT_RISK", "DEACTIVATED").Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);
        Assert.Equal(account, (await api.Event(known.Id, "done"))["sellerAccountId"]);

        (await api.Post($"webhook-events/{lost.Id}/replay")).Expect(HttpStatusCode.OK);
        Assert.Equal(account, (await api.Event(lost.Id, "done"))["sellerAccountId"]);
    }

    [Fact]
    public async Task finds_its_account_by_the_seller_it_names()
    {
        var seller = NewSeller();
        var account = await Made(seller);
        using var sender = await Sender.Open(shared.Server, "sp-api");

        var taken = (await sender.Post(Listing(seller, "B0WEBHOOK01", []).Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);

        Assert.Equal(account, (await api.Event(taken.Id, "done"))["sellerAccountId"]);
    }

    [Fact]
    public async Task about_a_deactivation_opens_one_case_which_ends_when_the_account_is_back()
    {
        var account = await Made(NewSeller());
        using var sender = await Sender.Open(shared.Server, "sp-api", account);
        var subscription = Guid.NewGuid().ToString();
        for (var i = 0; i < 2; i++)
        {
            var down = (await sender.Post(Status(Guid.NewGuid().ToString(), subscription, "NORMAL", "DEACTIVATED", DateTimeOffset.UtcNow.AddMinutes(-9 + i)).Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);
            await api.Event(down.Id, "done");
        }

        var opened = await Until(async () => (await Cases(account)).SingleOrDefault());
        Assert.Equal("ACC-S3-CODE", opened.GetProperty("categoryId").GetString());
        var caseId = opened.GetProperty("id").GetString()!;
        await Until(async () => await api.Happened(caseId, "case.news-heard.v1") > 0 ? "heard" : null);

        var up = (await sender.Post(Status(Guid.NewGuid().ToString(), subscription, "DEACTIVATED", "NORMAL").Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);
        await api.Event(up.Id, "done");
        await Until(async () => (await api.Get($"cases/{caseId}"))["stage"] == "resolved" ? "resolved" : null);
        Assert.Equal("reinstated", (await api.Get($"cases/{caseId}"))["outcome"]);
        Assert.Contains("Amazon deactivated the account", (await api.Get($"cases/{caseId}/timeline?limit=200")).Text, StringComparison.Ordinal);
        Assert.Single(await Cases(account));
    }

    [Fact]
    public async Task about_a_lost_listing_opens_a_case_that_status_events_find_by_its_item()
    {
        var seller = NewSeller();
        var account = await Made(seller);
        using var sender = await Sender.Open(shared.Server, "sp-api");
        using var status = await Sender.Open(shared.Server);

        await api.Event((await sender.Post(Listing(seller, "B0WEBHOOK02", []).Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted).Id, "done");
        var opened = await Until(async () => (await Cases(account)).SingleOrDefault());

        var heard = (await status.Send(new { asin = "B0WEBHOOK02", sellerAccountId = account, status = "received" })).Expect(HttpStatusCode.Accepted);
        Assert.Equal(opened.GetProperty("id").GetString(), (await api.Event(heard.Id, "done"))["caseId"]);
    }

    [Fact]
    public async Task of_an_unknown_type_is_kept_and_a_broken_one_is_dead()
    {
        var account = await Made(NewSeller());
        using var sender = await Sender.Open(shared.Server, "sp-api", account);

        var strange = (await sender.Post("""{"notificationType":"BRAND_NEW","payload":{},"notificationMetadata":{"notificationId":"n-1","subscriptionId":"s-1"}}""".Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);
        var broken = (await sender.Post("""{"notificationType":"ACCOUNT_STATUS_CHANGED","notificationMetadata":{"notificationId":"n-2"}}""".Utf8(), Sender.NewId())).Expect(HttpStatusCode.Accepted);

        Assert.Equal(account, (await api.Event(strange.Id, "done"))["sellerAccountId"]);
        Assert.StartsWith("webhook.", (await api.Event(broken.Id, "dead"))["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task or_a_performance_report_can_be_uploaded_as_json_or_file_and_counts_once()
    {
        var account = await Made("A1REPORT00001");
        const string report = """{"accountStatuses":[{"marketplaceId":"ATVPDKIKX0DER","status":"AT_RISK"}],"performanceMetrics":[{"marketplaceId":"ATVPDKIKX0DER","accountHealthRating":{"accountHealthRatingStatus":"GREAT"}}]}""";

        var first = (await api.Post($"seller-accounts/{account}/performance-report?reportId=r1", report)).Expect(HttpStatusCode.OK);
        Assert.Equal(account, first.Id);
        using var file = new MultipartFormDataContent { { new StringContent(report) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }, "file", "report.json" } };
        var second = (await api.Post($"seller-accounts/{account}/performance-report?reportId=r1", file)).Expect(HttpStatusCode.OK);
        Assert.True(second.Headers.Contains("Idempotent-Replayed"));

        (await api.Post($"seller-accounts/{account}/performance-report", "[1,2")).Refused(HttpStatusCode.BadRequest, "webhook.not-json");
        (await api.Post($"seller-accounts/{account}/performance-report", $"\"{new string('x', 300_000)}\"")).Refused(HttpStatusCode.RequestEntityTooLarge, "request.too-large");
        (await api.Post($"seller-accounts/{Guid.NewGuid()}/performance-report", report)).Refused(HttpStatusCode.NotFound, "account.unknown");
    }

    private static string Status(string id, string subscription, string before, string now, DateTimeOffset? at = null) => $$$"""
        {"notificationVersion":"1.0","notificationType":"ACCOUNT_STATUS_CHANGED","payloadVersion":"2021-01-01","eventTime":"{{{at ?? DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}}}",
         "payload":{"accountStatusChangeNotification":{"previousAccountStatus":"{{{before}}}","currentAccountStatus":"{{{now}}}"}},
         "notificationMetadata":{"applicationId":"amzn1.sellerapps.app.1","subscriptionId":"{{{subscription}}}","publishTime":"{{{at ?? DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}}}","notificationId":"{{{id}}}"}}
        """;

    private static string Listing(string seller, string asin, string[] states) => $$$"""
        {"NotificationVersion":"1.0","NotificationType":"LISTINGS_ITEM_STATUS_CHANGE","PayloadVersion":"1.0","EventTime":"{{{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}}}",
         "Payload":{"SellerId":"{{{seller}}}","MarketplaceId":"ATVPDKIKX0DER","Asin":"{{{asin}}}","Sku":"SKU-1","Status":[{{{string.Join(',', states.Select(s => $"\"{s}\""))}}}]},
         "NotificationMetadata":{"ApplicationId":"a","SubscriptionId":"{{{Guid.NewGuid()}}}","PublishTime":"{{{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}}}","NotificationId":"{{{Guid.NewGuid()}}}"}}
        """;

    private static string NewSeller() => $"A{Guid.NewGuid():n}"[..14].ToUpperInvariant();

    private async Task<string> Made(string seller)
    {
        var client = (await api.Post("clients", new { name = "Harbor & Pine LLC" })).Expect(HttpStatusCode.Created);
        return (await api.Post("seller-accounts", new { clientId = client.Id, name = "Harbor US", sellerId = seller, marketplaces = new[] { "US" }, timeZone = "America/Los_Angeles" })).Expect(HttpStatusCode.Created).Id;
    }

    private async Task<System.Text.Json.JsonElement[]> Cases(string account) =>
        [.. (await api.Get($"cases?sellerAccountId={account}")).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray()];

    private async Task<int> Heard(string account, string notification)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(shared.Server.Folder, "agency.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM timeline WHERE stream=$s AND type='account.notification-received.v1' AND data LIKE $n";
        command.Parameters.AddWithValue("$s", $"seller-account/{account}");
        command.Parameters.AddWithValue("$n", $"%{notification}%");
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<T> Until<T>(Func<Task<T?>> look)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await poll.WaitForNextTickAsync(patience.Token))
        {
            if (await look() is { } found && !found.Equals(default(System.Text.Json.JsonElement))) { return found; }
        }

        throw new TimeoutException();
    }
}
