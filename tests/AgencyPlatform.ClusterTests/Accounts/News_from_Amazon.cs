using System.Text;
using System.Text.Json;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.ClusterTests.Accounts;

[Collection(nameof(AgencyCluster))]
public sealed class News_from_Amazon(AgencyCluster cluster)
{
    private static byte[] Status(string id, string previous, string current, DateTimeOffset at) => Encoding.UTF8.GetBytes($$$"""
        {"notificationType":"ACCOUNT_STATUS_CHANGED","payloadVersion":"2021-01-01","eventTime":"{{{at:yyyy-MM-dd'T'HH:mm:ss'Z'}}}",
         "payload":{"accountStatusChangeNotification":{"previousAccountStatus":"{{{previous}}}","currentAccountStatus":"{{{current}}}"}},
         "notificationMetadata":{"subscriptionId":"sub-{{{id}}}","notificationId":"{{{id}}}"}}
        """);

    private static byte[] Report(int complaints) => Encoding.UTF8.GetBytes($$$"""
        {"accountStatuses":[{"marketplaceId":"ATVPDKIKX0DER","status":"NORMAL"}],
         "performanceMetrics":[{"marketplaceId":"ATVPDKIKX0DER","suspectedIntellectualPropertyViolations":{"defectsCount":{{{complaints}}}}}]}
        """);

    private ReceiveNotification Command(byte[] body, bool bound = true) => new()
    {
        CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Platform, Body = body, Key = AgencyCluster.NewId(), EndpointIsBound = bound,
    };

    private ReceiveReport Fetched(byte[] body, string id) => new()
    {
        CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Platform, Body = body, ReportId = id, AsOf = cluster.Time.GetUtcNow(),
    };

    private List<T> Outbox<T>(string account, string kind) =>
        [.. cluster.Outbox(account).Where(r => r.Kind == kind).Select(r => JsonSerializer.Deserialize<T>(r.Payload, RecordJson.Options)!)];

    [Fact]
    public async Task asks_the_outbox_for_a_case_once_through_whichever_endpoint_it_comes()
    {
        var (id, notification) = (await cluster.OpenAccount(), AgencyCluster.NewId());
        var body = Status(notification, "NORMAL", "DEACTIVATED", cluster.Time.GetUtcNow());

        var reply = await cluster.Account(id).ReceiveNotification(Command(body));
        Assert.Null(reply.Refusal);
        Assert.Equal("deactivated", reply.Account?.Status);
        Assert.True((await cluster.Account(id).ReceiveNotification(Command(body))).Replayed);
        await cluster.Deactivate(cluster.Account(id));
        Assert.True((await cluster.Account(id).ReceiveNotification(Command(body))).Replayed);

        var asked = Assert.Single(Outbox<CaseToOpen>(id, OutgoingWork.OpenCase));
        Assert.Equal((id, "ACC-S3-CODE", AccountRules.WantedCaseId(id, notification)), (asked.AccountId, asked.Case.CategoryId, asked.Case.CaseId));
        Assert.Equal((notification, "account-deactivated", "normal"), (asked.News.Source, asked.News.What, asked.News.Facts["previous"]));
        Assert.Equal(1, cluster.Happened($"seller-account/{id}", "account.notification-received.v1"));
        Assert.Equal(1, cluster.Happened($"seller-account/{id}", "account.case-wanted.v1"));
    }

    [Fact]
    public async Task informs_and_ends_the_case_it_asked_for()
    {
        var id = await cluster.OpenAccount();
        var now = cluster.Time.GetUtcNow();
        await cluster.Account(id).ReceiveNotification(Command(Status(AgencyCluster.NewId(), "NORMAL", "AT_RISK", now.AddMinutes(-3))));
        var wanted = Outbox<CaseToOpen>(id, OutgoingWork.OpenCase).Single().Case;
        await cluster.Case(wanted.CaseId).Open(new Contracts.Cases.OpenCase
        {
            CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, SellerAccountId = id, CategoryId = wanted.CategoryId,
        });

        await cluster.Account(id).ReceiveNotification(Command(Status(AgencyCluster.NewId(), "AT_RISK", "DEACTIVATED", now.AddMinutes(-2))));
        await cluster.Deactivate(cluster.Account(id));
        await cluster.Account(id).ReceiveNotification(Command(Status(AgencyCluster.NewId(), "DEACTIVATED", "NORMAL", now.AddMinutes(-1))));

        Assert.Equal((wanted.CaseId, "account-deactivated"), Outbox<NewsForCase>(id, OutgoingWork.InformCase).Select(n => (n.CaseId, n.News.What)).Single());
        Assert.Equal((wanted.CaseId, "account-normal"), Outbox<NewsForCase>(id, OutgoingWork.CloseCase).Select(n => (n.CaseId, n.News.What)).Single());
        var account = await cluster.Account(id).Describe();
        Assert.Equal(("normal", now.AddMinutes(-1)), (account!.Status, account.StatusSince));
        Assert.NotNull(account.Enforcements.Single().EndedAt);
        Assert.Equal(3, account.Subscriptions.Count);
    }

    [Fact]
    public async Task asks_for_a_case_where_a_counter_of_the_report_rose()
    {
        var id = await cluster.OpenAccount();
        await cluster.Account(id).ReceiveReport(Fetched(Report(1), "r1"));
        await cluster.Deactivate(cluster.Account(id));
        cluster.Time.Advance(TimeSpan.FromMinutes(1));
        var second = Fetched(Report(2), "r2");
        Assert.Null((await cluster.Account(id).ReceiveReport(second)).Refusal);
        Assert.True((await cluster.Account(id).ReceiveReport(second with { CommandId = AgencyCluster.NewId() })).Replayed);

        var asked = Assert.Single(Outbox<CaseToOpen>(id, OutgoingWork.OpenCase));
        Assert.Equal(("IP-SUSPECTED", "1", "2"), (asked.Case.CategoryId, asked.News.Facts["before"], asked.News.Facts["now"]));
    }

    [Fact]
    public async Task that_cannot_be_used_is_refused_and_writes_nothing()
    {
        var id = await cluster.OpenAccount();
        var account = cluster.Account(id);
        var written = cluster.Written();
        Assert.Equal(RefusalCodes.Webhooks.NotJson, (await account.ReceiveNotification(Command("{"u8.ToArray()))).Refusal?.Code);
        Assert.Equal(RefusalCodes.Webhooks.TooLong, (await account.ReceiveNotification(Command(new byte[(256 * 1024) + 1]))).Refusal?.Code);
        Assert.Equal(RefusalCodes.Webhooks.FieldMissing, (await account.ReceiveReport(Fetched("{}"u8.ToArray(), "r"))).Refusal?.Code);
        var stray = Status(AgencyCluster.NewId(), "NORMAL", "AT_RISK", cluster.Time.GetUtcNow());
        Assert.Equal(RefusalCodes.Notifications.NotOurs, (await account.ReceiveNotification(Command(stray, bound: false))).Refusal?.Code);
        Assert.Equal(RefusalCodes.Accounts.Unknown, (await cluster.Account(AgencyCluster.NewId()).ReceiveNotification(Command(stray))).Refusal?.Code);
        Assert.Equal(written, cluster.Written());
    }
}
