using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Specs.Webhooks;

public sealed class A_performance_report
{
    private const string Range = "\"reportingDateRange\":{\"reportingDateFrom\":\"2020-09-06T00:00Z\",\"reportingDateTo\":\"2020-11-05T00:00Z\"}";
    private const string Us = "ATVPDKIKX0DER";

    private static MarketplaceHealth Read(string metrics, string statuses = """{"marketplaceId":"ATVPDKIKX0DER","status":"NORMAL"}""") =>
        PerformanceReport.Read(Body(metrics, statuses).Utf8()).Read().Marketplaces.Single(m => m.MarketplaceId == Us);

    private static string Body(string metrics, string statuses) =>
        $$$"""{"accountStatuses":[{{{statuses}}}],"performanceMetrics":[{"marketplaceId":"ATVPDKIKX0DER",{{{metrics}}}}]}""";

    [Theory]
    [InlineData("NORMAL", AccountStatus.Normal), InlineData("AT_RISK", AccountStatus.AtRisk)]
    [InlineData("DEACTIVATED", AccountStatus.Deactivated), InlineData("SUSPENDED", AccountStatus.Deactivated)]
    public void says_deactivated_in_two_ways(string word, AccountStatus status) =>
        Assert.Equal(status, Read("\"x\":1", $$"""{"marketplaceId":"ATVPDKIKX0DER","status":"{{word}}"}""").Status);

    [Theory, InlineData("accountHealthRatingStatus"), InlineData("ahrStatus")]
    public void names_the_rating_in_two_ways(string name) =>
        Assert.Equal(HealthRating.Warned, Read($$$"""
            "accountHealthRating":{{{{Range}}},"{{{name}}}":"WARNED"}
            """).Rating);

    [Theory, InlineData("preFulfillmentCancellationRate"), InlineData("prefulfillmentCancelRate")]
    public void names_the_cancellation_rate_in_two_ways(string name)
    {
        var metric = Assert.Single(Read($$$"""
            "{{{name}}}":{{{{Range}}},"orderCount":10,"cancellationCount":1,"status":"GOOD","rate":0.005,"targetValue":0.025,"targetCondition":"LESS_THAN"}
            """).Metrics);
        var period = new ReportedPeriod(new DateTimeOffset(2020, 9, 6, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2020, 11, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(new ReportedMetric("preFulfillmentCancellationRate", 0.005, FigureStatus.Good, 0.025, TargetCondition.LessThan, period), metric);
    }

    [Theory, InlineData("warningStates"), InlineData("warningState")]
    public void names_warnings_in_two_ways(string name)
    {
        const string warning = """{"warningType":"spammingSellerMessaging","status":"BAD"}""";
        ReportedWarning[] one = [new("spammingSellerMessaging", FigureStatus.Bad)];
        Assert.Equal(one, Read($"\"{name}\":[{warning}]").Warnings);
        Assert.Equal(one, Read($"\"{name}\":{warning}").Warnings);
    }

    [Theory, InlineData("documentRequests"), InlineData("documentRequest")]
    public void names_document_requests_in_two_ways(string name) =>
        Assert.Equal(("documentRequests", 3), Counter(Read($$"""
            "{{name}}":{"defectsCount":3,"status":"BAD","targetValue":0,"targetCondition":"EQUALS"}
            """)));

    [Fact]
    public void knows_who_ships_by_the_place_alone() =>
        Assert.Equal([("orderDefectRate.mfn", 0.01), ("orderDefectRate.afn", 0.02)], Read("""
            "orderDefectRate":{"afn":{"fulfillmentType":"mfn","rate":0.02,"status":"BAD"},"mfn":{"fulfillmentType":"mfn","rate":0.01,"status":"GOOD"}}
            """).Metrics.Select(m => (m.Name, m.Rate!.Value)));

    [Fact]
    public void counts_ten_kinds_of_violations()
    {
        var metrics = string.Join(',', HealthCounters.All.Select((c, i) => $$"""
            "{{c.Name}}":{"defectsCount":{{i + 1}},"status":"BAD"}
            """));
        Assert.Equal(HealthCounters.All.Select((c, i) => (c.Name, i + 1)), Read(metrics).Counters.Select(c => (c.Name, c.Count)));
    }

    [Fact]
    public void joins_the_statuses_and_the_figures_of_a_marketplace()
    {
        var report = PerformanceReport.Read(Body("\"lateShipmentRate\":{\"rate\":0}", """{"marketplaceId":"A1PA6795UKMFR9","status":"AT_RISK"}""").Utf8()).Read();
        Assert.Equal([("A1PA6795UKMFR9", AccountStatus.AtRisk), (Us, null)], report.Marketplaces.Select(m => (m.MarketplaceId, m.Status)));
    }

    [Fact]
    public void that_cannot_be_used_says_why()
    {
        PerformanceReport.Read("{}"u8.ToArray()).Refused(RefusalCodes.Webhooks.FieldMissing, "accountStatuses");
        PerformanceReport.Read(Body("\"x\":1", """{"marketplaceId":"ATVPDKIKX0DER","status":"PERHAPS"}""").Utf8()).Refused(RefusalCodes.Webhooks.StatusUnknown);
        PerformanceReport.Read(Body("\"lateShipmentRate\":{\"rate\":1e999}", "").Utf8()).Refused(RefusalCodes.Webhooks.FieldInvalid, "rate");
        PerformanceReport.Read(Body("\"documentRequests\":{\"defectsCount\":-1}", "").Utf8()).Refused(RefusalCodes.Webhooks.FieldInvalid, "defectsCount");
        PerformanceReport.Read(Body("\"documentRequests\":{\"defectsCount\":1.5}", "").Utf8()).Refused(RefusalCodes.Webhooks.FieldInvalid, "defectsCount");
    }

    private static (string, int) Counter(MarketplaceHealth health) => health.Counters.Select(c => (c.Name, c.Count)).Single();
}
